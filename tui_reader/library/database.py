"""The SQLite database of a library: opens or refuses a file, migrates it, and writes in transactions.

Knows the migrations that make the tables, and nothing else of what they hold.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from tui_reader.errors import ReaderError
from tui_reader.library.migrations import APPLICATION, MIGRATIONS, statements

if TYPE_CHECKING:
    import sqlite3

BUSY_SECONDS = 5.0
"""Seconds that a write waits for another process; each write takes less than a millisecond."""


class LibraryError(ReaderError):
    """A library that cannot be opened."""


class Database:
    """The file of a library, or one in memory. Used by the thread that made it."""

    def __init__(self, path: Path | None) -> None:
        """Open the library at `path`, or make it; None is one in memory, lost at the end. Raises LibraryError."""
        import sqlite3

        self.path = path.absolute() if path else None
        self.trouble: str | None = None
        """A line that says why something could not be saved since the library was opened; None if all was."""
        self._error = sqlite3.Error
        try:
            if self.path:
                self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                if self.path.is_dir():
                    raise LibraryError(f"{self.path} is a folder, not a library.")
            # Transactions are begun and committed here and nowhere else: isolation_level None.
            self._database = sqlite3.connect(self.path or ":memory:", timeout=BUSY_SECONDS, isolation_level=None)
        except OSError as error:
            raise LibraryError(f"{self.path}: the library cannot be opened ({error.strerror}).") from None
        except sqlite3.Error as error:
            raise LibraryError(f"{self.path}: the library cannot be opened ({error}).") from None
        try:
            self._prepare()
        except sqlite3.Error as error:
            self._database.close()
            damaged = "not a database" in str(error) or "malformed" in str(error)
            remedy = " Move the file away to begin a new one." if damaged else ""
            raise LibraryError(f"{self.path}: the library cannot be used ({error}).{remedy}") from None
        except LibraryError:
            self._database.close()
            raise

    def _prepare(self) -> None:
        # One statement, for another reader may be making the tables now.
        version, application, tables = self._database.execute(
            "SELECT user_version, application_id, (SELECT count(*) FROM sqlite_master) "
            "FROM pragma_user_version, pragma_application_id"
        ).fetchone()
        if application != APPLICATION and (version or tables):
            raise LibraryError(f"{self.path} is a database of another program, not a library.")
        if version > len(MIGRATIONS):
            raise LibraryError(
                f"{self.path}: the library was written by a newer tui-reader (its version {version}, this one knows "
                f"{len(MIGRATIONS)}). Update with: pip install --upgrade tui-reader."
            )
        self._database.execute("PRAGMA foreign_keys = ON")
        self._write_ahead()
        # In write-ahead mode this is safe against a kill; only a loss of power may take the last writes.
        self._database.execute("PRAGMA synchronous = NORMAL")
        with self._transaction():
            made = self._database.execute("PRAGMA user_version").fetchone()[0]
            for step in MIGRATIONS[made:]:
                for statement in statements(step):
                    self._database.execute(statement)
            # Written even if it is the same, so that a read-only library is found now and not at the first page.
            self._database.execute(f"PRAGMA user_version = {max(made, len(MIGRATIONS))}")

    def _write_ahead(self) -> None:
        """Turn on write-ahead logging. SQLite does not wait for another process that does the same, so try again."""
        deadline = time.monotonic() + BUSY_SECONDS
        while True:
            try:
                self._database.execute("PRAGMA journal_mode = WAL")
                return
            except self._error as error:
                if "locked" not in str(error) or time.monotonic() > deadline:
                    raise
                time.sleep(0.01)

    def close(self) -> None:
        """Close the file; calling it again does nothing."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # SQLite

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._database.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._database.execute("COMMIT")
        except BaseException:
            if self._database.in_transaction:
                self._database.execute("ROLLBACK")
            raise

    @contextmanager
    def _kept(self) -> Iterator[None]:
        """A transaction; a failure is reported in `trouble` and does not end the reading."""
        try:
            with self._transaction():
                yield
        except self._error as error:
            self._tell(error)

    def _row(self, sql: str, *values: object) -> Any:
        return next(iter(self._rows(sql, *values)), None)

    def _rows(self, sql: str, *values: object) -> list[Any]:
        try:
            return self._database.execute(sql, values).fetchall()
        except self._error as error:
            self._tell(error)
            return []

    def _tell(self, error: sqlite3.Error) -> None:
        import sqlite3

        if isinstance(error, sqlite3.IntegrityError | sqlite3.ProgrammingError):
            raise error  # a mistake of this program, not of the disk
        self.trouble = f"{self.path or 'Library'}: what you do now is not saved ({error})."


def path_stored(path: Path) -> str | bytes:
    """A path as SQLite can store it: as bytes if it is not UTF-8."""
    absolute = str(path.absolute())
    try:
        absolute.encode()
    except UnicodeEncodeError:
        return os.fsencode(absolute)
    return absolute


def stored_path(stored: str | bytes) -> Path:
    """The path of a stored value."""
    return Path(os.fsdecode(stored))


def stored_text(text: str) -> str:
    """Text as SQLite can store it: titles may come from file names that are not UTF-8."""
    return text.encode(errors="replace").decode()
