"""A database of SQLite as the reader keeps one: opened or refused with a line, brought up, written in transactions.

Knows nothing of what is kept in it but the steps that make its tables.
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
"""How long a write waits for another reader's; each takes less than a millisecond."""


class LibraryError(ReaderError):
    """A library that cannot be opened."""


class Database:
    """The file of a library, or one in memory. Used by the thread that made it."""

    def __init__(self, path: Path | None) -> None:
        """Open the library at `path`, or a new one; None is one in memory, which forgets. Raises LibraryError."""
        import sqlite3

        self.path = path.absolute() if path else None
        self.trouble: str | None = None
        """One line, where something could not be kept since it was opened: a full disk, a lost drive."""
        self._error = sqlite3.Error
        try:
            if self.path:
                self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                if self.path.is_dir():
                    raise LibraryError(f"{self.path} is a folder, and no library.")
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
            raise LibraryError(f"{self.path} is a database of another program, and no library.")
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
            # Written even where it is so already: a library that cannot be written is found now, not at the first page.
            self._database.execute(f"PRAGMA user_version = {max(made, len(MIGRATIONS))}")

    def _write_ahead(self) -> None:
        """Turn write-ahead logging on. SQLite does not wait for another reader that is doing the same: try again."""
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
        """Let go of the file; calling it again does nothing."""
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
        """A transaction whose failure is told in `trouble` and does not end the reading."""
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
            raise error  # Our own mistake, and not the disk's.
        self.trouble = f"{self.path or 'Library'}: what you do now is not kept ({error})."


def path_stored(path: Path) -> str | bytes:
    """A path as SQLite can hold it: names that are no UTF-8 as bytes."""
    absolute = str(path.absolute())
    try:
        absolute.encode()
    except UnicodeEncodeError:
        return os.fsencode(absolute)
    return absolute


def stored_path(stored: str | bytes) -> Path:
    """The path that is stored so."""
    return Path(os.fsdecode(stored))


def stored_text(text: str) -> str:
    """Text as SQLite can hold it: titles may be made of file names that are no UTF-8."""
    return text.encode(errors="replace").decode()
