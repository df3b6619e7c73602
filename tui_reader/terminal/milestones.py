"""How far long work has come, in a line at its start, a quarter, half, three quarters and its end. Knows no face."""

from __future__ import annotations

import time
from collections.abc import Callable

from tui_reader.terminal.counts import count, duration

PATIENCE = 1.0
"""Seconds that work may take without a line."""
QUARTERS = ("", "A quarter done", "Half done", "Three quarters done")


class Milestones:
    """Tells of one piece of work. Work that is over within PATIENCE seconds is not told."""

    def __init__(self, started: str, tell: Callable[[str], None], at_once: bool = False) -> None:
        """`started` is the line for the start, told `at_once` or after PATIENCE; `tell` takes each line."""
        self._started, self._tell, self._at_once = started, tell, at_once
        self._begun = time.monotonic()
        self._told: int | None = None
        """The quarters that were told; None before the start was."""

    def reached(self, share: float) -> None:
        """The share that is done, 0 to 1. A share that is less than one before tells nothing."""
        passed = time.monotonic() - self._begun
        if self._told is None:
            if share >= 1 or (passed < PATIENCE and not self._at_once):
                return
            self._told = 0
            self._tell(self._started)
        quarter = min(3, int(4 * share))
        if quarter > self._told and share < 1 and passed >= PATIENCE:
            self._told = quarter
            self._tell(f"{QUARTERS[quarter]}, {time_in_words(passed * (1 - share) / share)} left.")


def time_in_words(seconds: float) -> str:
    """A time that is left: "12 seconds", "2 hours 5 minutes"."""
    return count(max(1, round(seconds)), "second") if seconds < 59.5 else duration(max(60.0, seconds))
