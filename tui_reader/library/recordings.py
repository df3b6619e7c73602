"""The recordings of documents: which file was chosen, how its times are corrected, and whether it is heard.

Knows SQL, and no sound.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui_reader.library.stored_values import path_stored
from tui_reader.playback.recording.time_correction import SyncPoint

if TYPE_CHECKING:
    from tui_reader.library.database import Database


class Recordings:
    """What is remembered of recordings in one library, by the key of a document. A document need not be listed."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def chosen(self, key: str) -> Path | None:
        """The sound file that was chosen for a document, even if it is gone; None where none was."""
        row = self._database.row("SELECT path FROM recordings WHERE document = ?", key)
        return row[0] if row else None

    def choose(self, key: str, path: Path | None) -> None:
        """Remember the sound file that was chosen; None forgets it. Raises LibraryError."""
        self._keep(key, "path", path_stored(path) if path else "")

    def has_voices_instead(self, key: str) -> bool:
        """Whether the document is read by synthetic voices though it has a recording."""
        row = self._database.row("SELECT by_voices FROM recordings WHERE document = ?", key)
        return bool(row and row[0])

    def set_voices_instead(self, key: str, wanted: bool) -> None:
        """Remember whether it is read by synthetic voices though it has a recording. Raises LibraryError."""
        self._keep(key, "by_voices", int(wanted))

    def voiced(self, key: str) -> frozenset[str]:
        """The people, by id, whose turns are read by voices though the document has a recording."""
        return frozenset(row[0] for row in self._database.rows("SELECT person FROM voiced WHERE document = ?", key))

    def set_voiced(self, key: str, person: str, wanted: bool) -> None:
        """Remember whether a person's turns are read by a voice. Raises LibraryError."""
        with self._database.kept():
            self._database.write("DELETE FROM voiced WHERE document = ? AND person = ?", key, person)
            if wanted:
                self._database.write("INSERT INTO voiced VALUES (?, ?)", key, person)

    def points(self, key: str) -> tuple[SyncPoint, ...]:
        """The places of a document where it is known when their words are heard."""
        rows = self._database.rows("SELECT time, heard FROM sync_points WHERE document = ? ORDER BY time", key)
        return tuple(SyncPoint(*row) for row in rows)

    def keep_points(self, key: str, points: Sequence[SyncPoint]) -> None:
        """Remember these places in place of those before. Raises LibraryError."""
        with self._database.kept():
            self._database.write("DELETE FROM sync_points WHERE document = ?", key)
            for point in points:
                self._database.write("INSERT OR REPLACE INTO sync_points VALUES (?, ?, ?)", key, *point)

    def _keep(self, key: str, column: str, value: str | bytes | int) -> None:
        with self._database.kept():
            self._database.write("INSERT OR IGNORE INTO recordings VALUES (?, '', 0)", key)
            self._database.write(f"UPDATE recordings SET {column} = ? WHERE document = ?", value, key)
