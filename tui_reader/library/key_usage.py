"""Counts how often commands were used, so that hints about their keys can end.

Knows SQL, and no commands.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any


class KeyUsage:
    """The counts of one library."""

    def __init__(self, run: Callable[..., list[Any]], kept: Callable[[], AbstractContextManager[None]]) -> None:
        """`run` does a statement of SQL with its values, `kept` is a transaction of the library."""
        self._run, self._kept = run, kept

    def times(self) -> dict[str, int]:
        """Command id to the number of uses; commands that were never used are left out."""
        return dict(self._run("SELECT command, times FROM used"))

    def add(self, command: str) -> None:
        """Count one more use of a command."""
        with self._kept():
            self._run("INSERT INTO used VALUES (?, 1) ON CONFLICT (command) DO UPDATE SET times = times + 1", command)
