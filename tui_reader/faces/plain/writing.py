"""Writes messages to the terminal, each at once, and leaves the cursor on the message.

Knows the terminal's size and how screen readers listen (`spoken_lines`); not what is said.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable

from tui_reader.faces.plain.spoken_lines import PAUSE, SCREENFUL, SpokenLines, felt_behind
from tui_reader.faces.printing import wrapped
from tui_reader.terminal.output import in_ascii

FEW = 10
"""With more keys waiting than these, nobody listens to each message; with one, nobody to the rest of a long one."""


class Writing:
    """Adds messages at the end of the terminal's text."""

    def __init__(
        self, width: int, waiting: Callable[[], int], ascii: bool = False, start: bool = False, by_lines: bool = False
    ) -> None:
        """`width` is the longest line in cells, unless the terminal is narrower; with `ascii` only ASCII is written.
        `waiting` gives the number of keys that are not answered yet.

        `start`: the cursor is left on the first cell of a message, where a braille display begins. `by_lines`: it is
        left below the message instead, where a line is typed that the terminal echoes.
        """
        self._start, self._up, self._by_lines = start and not by_lines, 0, by_lines
        self._width, self._waiting, self._ascii = width, waiting, ascii
        self._lines = SpokenLines()

    @property
    def columns(self) -> int:
        """The longest line, in cells, that is written now."""
        return min(_terminal_size()[0], self._width) - 1

    def say(self, text: str, question: str = "") -> None:
        """Write a message and leave the cursor on its last line.

        A `question` is on a separate line, and what is typed follows it there.
        """
        rows = _terminal_size()[1]
        self._to_the_end()
        lines = wrapped(in_ascii(text) if self._ascii else text, self.columns)
        lines += f"\n{question}" if question else ""
        if self._by_lines:
            self.write(lines if question else f"{lines}\n")
            return
        if not (question or self._start):
            lines = felt_behind(lines)
        for piece, seconds in self._lines.pieces(lines, rows):
            self.write(piece)
            if seconds and self._waiting() <= (FEW if seconds < SCREENFUL else 0):
                time.sleep(seconds)
        if self._start and not question:
            self._up = min(lines.count("\n"), rows - 1)
            self.write("\r" + (f"\x1b[{self._up}A" if self._up else ""))

    def _to_the_end(self) -> None:
        """Move the cursor to the last line again."""
        if self._up:
            self.write(f"\x1b[{self._up}B")
        self._up = 0

    def write(self, text: str) -> None:
        """Write characters as they are."""
        data = text.encode(sys.stdout.encoding, sys.stdout.errors or "replace")
        while data:
            data = data[os.write(1, data) :]

    def leave(self, cut: bool = True) -> None:
        """Write a line feed, after which a shell can write; later messages start anew.

        `cut`: whether it is left in the middle of what may be typed, and not behind a message.
        """
        self._to_the_end()
        if not cut:
            time.sleep(PAUSE)  # a message that is followed at once loses its first letter in Orca
        if cut or not self._by_lines:
            self.write("\n")
        self._lines = SpokenLines()


def _terminal_size() -> tuple[int, int]:
    """Columns and rows of the terminal of standard output; 80 by 24 if they are unknown."""
    try:
        columns, rows = os.get_terminal_size(1)
    except OSError:
        return 80, 24
    return columns or 80, rows or 24
