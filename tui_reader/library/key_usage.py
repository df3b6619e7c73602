"""Counts how often commands were used, so that hints about their keys can end.

Knows SQL, and no commands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui_reader.library.database import Database


class KeyUsage:
    """The counts of one library."""

    def __init__(self, database: Database) -> None:
        """`database` is that of the library."""
        self._database = database

    def times(self) -> dict[str, int]:
        """Command id to the number of uses; commands that were never used are left out."""
        return dict(self._database.rows("SELECT command, times FROM used"))

    def add(self, command: str) -> None:
        """Count one more use of a command."""
        with self._database.in_passing(), self._database.kept():
            self._database.write(
                "INSERT INTO used VALUES (?, 1) ON CONFLICT (command) DO UPDATE SET times = times + 1", command
            )
