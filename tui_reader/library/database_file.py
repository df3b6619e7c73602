"""Opens the file of a library or makes it: refuses what is no library of this program, and brings tables up to date.

Knows nothing of what is in the tables.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

from tui_reader.library.connection import connect
from tui_reader.library.damage import RUNS, has_our_tables, is_damage, reason
from tui_reader.library.library_errors import DamagedLibraryError, LibraryError
from tui_reader.library.library_files import is_emptied, prepare
from tui_reader.library.migrations import APPLICATION, HIGHEST_VERSION, MIGRATIONS, statements

ERRORS = (sqlite3.Error, UnicodeError, OverflowError, MemoryError, RecursionError)
"""What a statement to a library may raise."""
FileIdentity = tuple[int, int]
"""What tells a file from any other: its device and its inode."""


def identity(path: Path | None) -> FileIdentity | None:
    """Which file is at `path`; None for a library in memory. Raises OSError where there is none."""
    if path is None:
        return None
    status = path.stat()
    return status.st_dev, status.st_ino


def open_file(
    path: Path | None, wait: float, note: Callable[[str], None]
) -> tuple[sqlite3.Connection, FileIdentity | None]:
    """The database at `path`, brought up to date or made (None: in memory), and which file it is.

    It waits `wait` seconds for another process; `note` is called with a line where it can be read and not written.
    Raises DamagedLibraryError for a library that is damaged, LibraryError for a file that cannot be used.
    """
    try:
        if path:
            prepare(path)
            if is_emptied(path):
                raise DamagedLibraryError(path, "it is empty")
        # Transactions are begun and committed by Database and here, and nowhere else: isolation_level None.
        database = connect(path or ":memory:", wait)
    except OSError as error:
        raise LibraryError(f"{path}: the library cannot be opened ({error.strerror}).") from None
    except ERRORS as error:
        raise LibraryError(f"{path}: the library cannot be opened ({error}).") from None
    try:
        _bring_up_to_date(database, path, wait, note)
        return database, identity(path)
    except (*ERRORS, OSError) as error:
        damaged = is_damage(error, database)
        database.close()
        if damaged:
            raise DamagedLibraryError(path, reason(error)) from None
        raise LibraryError(f"{path}: the library cannot be used ({reason(error)}).") from None
    except LibraryError:
        database.close()
        raise


def _bring_up_to_date(
    database: sqlite3.Connection, path: Path | None, wait: float, note: Callable[[str], None]
) -> None:
    # One statement, for another reader may be making the tables now.
    version, application, tables, runs = database.execute(
        "SELECT user_version, application_id, (SELECT count(*) FROM sqlite_master), "
        f"(SELECT count(*) FROM sqlite_master WHERE {RUNS}) FROM pragma_user_version, pragma_application_id"
    ).fetchone()
    if application != APPLICATION and (version or tables):
        if has_our_tables(database):
            raise DamagedLibraryError(path, "its mark is wrong")
        raise LibraryError(f"{path} is a database of another program, not a library.")
    _refuse_others(path, version, runs)
    database.execute("PRAGMA foreign_keys = ON")
    try:
        _write_ahead(database, wait)
        # In write-ahead mode this is safe against a kill; only a loss of power may take the last writes.
        database.execute("PRAGMA synchronous = NORMAL")
        _migrate(database)
    except sqlite3.OperationalError as error:
        if version != len(MIGRATIONS) or is_damage(error, database):
            raise
        # It can be read, and perhaps written later.
        note(f"{path}: what you do now is not saved ({reason(error)}).")


def _refuse_others(path: Path | None, version: int, runs: int) -> None:
    """Raise LibraryError for the library of a newer tui-reader, or a damaged one."""
    if runs:
        raise DamagedLibraryError(path, "it has views or triggers, and no library has any")
    if not 0 <= version <= HIGHEST_VERSION:
        raise DamagedLibraryError(path, "its version is wrong")
    if version > len(MIGRATIONS):
        raise LibraryError(
            f"{path}: the library was written by a newer tui-reader (its version {version}, this one knows "
            f"{len(MIGRATIONS)}). Update with: pip install --upgrade tui-reader."
        )


def _write_ahead(database: sqlite3.Connection, wait: float) -> None:
    """Turn on write-ahead logging. SQLite does not wait for another process that does the same, so try again."""
    deadline = time.monotonic() + wait
    while True:
        try:
            database.execute("PRAGMA journal_mode = WAL")
            return
        except ERRORS as error:
            if "locked" not in str(error) or time.monotonic() > deadline:
                raise
            time.sleep(0.01)


def _migrate(database: sqlite3.Connection) -> None:
    database.execute("BEGIN IMMEDIATE")
    try:
        made = database.execute("PRAGMA user_version").fetchone()[0]
        for step in MIGRATIONS[made:]:
            for statement in statements(step):
                database.execute(statement)
        # Set even where it is the same, for only that finds a read-only library now and not at the first page; but
        # nothing is written then, for which that page would wait twice for the disk.
        database.execute(f"PRAGMA user_version = {max(made, len(MIGRATIONS))}")
        database.execute("COMMIT" if made < len(MIGRATIONS) else "ROLLBACK")
    except BaseException:
        roll_back(database)
        raise


def roll_back(database: sqlite3.Connection) -> None:
    """End a transaction, if one goes on, with nothing of it done."""
    try:
        if database.in_transaction:
            database.execute("ROLLBACK")
    except ERRORS:
        pass  # what made it roll back is told
