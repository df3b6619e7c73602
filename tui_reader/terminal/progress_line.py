"""How far work has come, as one line of the terminal that changes and is gone at the end. Knows no face."""

from __future__ import annotations

import os
import time
from typing import TextIO

from tui_reader.terminal.milestones import PATIENCE, time_in_words
from tui_reader.terminal.output import in_one_line
from tui_reader.terminal.wrapping import cell_width

OFTEN = 0.2
"""Seconds between two changes."""


class ProgressLine:
    """Tells of one piece of work. Work that is over within PATIENCE seconds is not told."""

    def __init__(self, started: str, to: TextIO) -> None:
        """`started` says what is done; `to` is a terminal."""
        self._started, self._to = in_one_line(started), to
        self._begun = time.monotonic()
        self._next = self._begun + PATIENCE
        self._shown = False

    def reached(self, share: float) -> None:
        """The share that is done, 0 to 1."""
        now = time.monotonic()
        if now < self._next:
            return
        self._next = now + OFTEN
        passed = now - self._begun
        left = f", {time_in_words(passed * (1 - share) / share)} left" if share > 0.02 else ""
        self._write(f"{share:4.0%}{left}  {self._started}")

    def clear(self) -> None:
        """Take the line away."""
        if self._shown:
            self._write("")

    def _write(self, line: str) -> None:
        """Write it over the line before; a longer one is cut, for a terminal would wrap it."""
        try:
            while cell_width(line) >= max(2, columns_of(self._to)):
                line = line[:-1]
            self._to.write(f"\r\x1b[K{line}")
            self._to.flush()
            self._shown = bool(line)
        except (OSError, ValueError):
            self._next = float("inf")


def columns_of(terminal: TextIO) -> int:
    """The columns of a terminal; 80 where it does not say. Raises OSError, ValueError where it is none."""
    return os.get_terminal_size(terminal.fileno()).columns or 80
