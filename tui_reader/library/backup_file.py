"""Reads a backup, which may be damaged, hostile or of a newer program: it is checked in memory before it is used.

A library itself can be read too, such as one that was copied from another computer. Knows SQL, and changes nothing.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from tui_reader.library import own_files
from tui_reader.library.connection import connect
from tui_reader.library.damage import quoted, reason, right_tables
from tui_reader.library.health import faults_in
from tui_reader.library.library_errors import LibraryError
from tui_reader.library.library_files import BESIDE
from tui_reader.library.migrations import APPLICATION, HIGHEST_VERSION, MIGRATIONS, statements
from tui_reader.library.salvage import MAGIC
from tui_reader.named_tuple import NamedTuple
from tui_reader.small_file import read_small

LARGEST = 500_000_000
"""Bytes; a backup has no words of documents, a library that was copied has."""
VERSION_AT, FORMAT_AT, APPLICATION_AT = 60, 18, 68
"""Where the header has the version, the two bytes that say how it is written, and the application."""
FAILURES = (sqlite3.Error, UnicodeError, MemoryError, OverflowError, ValueError)


class BackupFile(NamedTuple):
    """A backup that was checked."""

    database: sqlite3.Connection
    """A library of this version, in memory."""
    files: dict[str, bytes] | None
    """The person's own files; None in a library, which has none."""
    home: str
    """The person's home where it was made; empty where that is not known."""
    made_at: str
    """The day when it was made; empty where that is not known."""

    def rows(self, table: str) -> Iterator[Any]:
        """The rows of a table, in the order of its columns."""
        return iter(self.database.execute(f"SELECT {quoted(right_tables(len(MIGRATIONS))[table])} FROM {table}"))


@contextmanager
def open_backup(path: Path) -> Iterator[BackupFile]:
    """The backup at a path.

    Raises LibraryError, one line, where there is none, it is wrong in any way, or of a newer tui-reader.
    """
    data = _data(path)
    with closing(connect(":memory:", 0)) as database:
        try:
            database.deserialize(data)
            del data
            wrong = next(faults_in(database), "")
            if not wrong and database.execute("PRAGMA foreign_key_check").fetchone():
                wrong = "what some entries belong to is not there"
            if not wrong:
                _bring_up_to_date(database)
                files, about = _files(database), _about(database)
        except FAILURES as error:
            wrong = reason(error)
        if wrong:
            raise LibraryError(f"{path}: the backup is damaged ({wrong}). Nothing was changed.")
        yield BackupFile(database, files, about.get("home", ""), about.get("made_at", ""))


def _data(path: Path) -> bytearray:
    """The bytes of a file that says it is a library. Raises LibraryError, ReaderError."""
    data = bytearray(read_small(path, LARGEST) or b"")
    if not data:
        raise LibraryError(f"{path}: {'an empty file, and no backup' if path.exists() else 'no such file'}.")
    if data[: len(MAGIC)] != MAGIC or data[APPLICATION_AT : APPLICATION_AT + 4] != APPLICATION.to_bytes(4, "big"):
        raise LibraryError(f"{path}: not a backup of tui-reader.")
    version = int.from_bytes(data[VERSION_AT : VERSION_AT + 4], "big")
    if len(MIGRATIONS) < version <= HIGHEST_VERSION:
        raise LibraryError(
            f"{path}: the backup was written by a newer tui-reader. Update with: pip install --upgrade tui-reader."
        )
    log = path.with_name(path.name + BESIDE[0])
    if log.is_file() and log.stat().st_size:
        raise LibraryError(f"{path}: a library that is in use; write a backup of it with --backup first.")
    data[FORMAT_AT : FORMAT_AT + 2] = b"\1\1"  # in memory there is no log of writes ahead
    return data


def _bring_up_to_date(database: sqlite3.Connection) -> None:
    for step in MIGRATIONS[database.execute("PRAGMA user_version").fetchone()[0] :]:
        for statement in statements(step):
            database.execute(statement)


def _files(database: sqlite3.Connection) -> dict[str, bytes] | None:
    """The person's own files. Raises ValueError for what is none."""
    if not database.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'own_files'").fetchone():
        return None
    files: dict[str, bytes] = {}
    for name, content in database.execute("SELECT name, content FROM own_files"):
        if not isinstance(name, str) or not isinstance(content, bytes) or not own_files.is_own(name):
            raise ValueError("it has a file that is none of yours")
        if len(content) > own_files.LARGEST or len(files) > own_files.MOST:
            raise ValueError("its files are too large")
        files[name] = content
    return files


def _about(database: sqlite3.Connection) -> dict[str, str]:
    """Where and when the backup was made, as far as it says so."""
    if not database.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'backup'").fetchone():
        return {}
    found = dict(database.execute("SELECT name, value FROM backup LIMIT 9"))
    home, made_at = str(found.get("home")), str(found.get("made_at"))
    day = time.strftime("%Y-%m-%d", time.localtime(int(made_at))) if made_at.isdecimal() and len(made_at) < 12 else ""
    return {"home": home if Path(home).is_absolute() and "\0" not in home else "", "made_at": day}
