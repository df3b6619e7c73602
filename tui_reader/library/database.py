"""The SQLite database of a library: the one door to what it holds.

Every error of SQLite becomes a LibraryError here, and every value that is read is checked. A file that turns out to be
damaged is put aside, and a new one is begun. Knows nothing of what is in the tables.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

from tui_reader.library.library_errors import LibraryError
from tui_reader.library.stored_values import CHECKS, check_row

BUSY_SECONDS = 1.5
"""Seconds that a write waits for another process; each write takes less than a millisecond."""
STILL_BUSY_SECONDS = 0.05
"""The same after a wait that was in vain, so that a reading is not held up at each turn."""


class Database:
    """The file of a library, or one in memory. Used by the thread that made it."""

    def __init__(self, path: Path | None, report: Callable[[str], None] = lambda line: None) -> None:
        """Open the library at `path`, or make it; None is one in memory, lost at the end.

        `report` is called with each line about something that went wrong and does not stop the reading.
        Raises DamagedLibraryError for a library that is damaged, LibraryError for a file that cannot be used.
        """
        self.path = path.absolute() if path else None
        """The file; None for one in memory, also after the file could no longer be used."""
        self.troubles: list[str] = []
        """The lines that were reported."""
        self._standing: set[str] = set()
        """Those that are not reported again: until something is saved once more, they hold."""
        self.unsaved = False
        """Whether what was last to be saved was not."""
        self.report = report
        self._open()

    def _open(self) -> None:
        """Open the file, bring it up to date, or make it."""
        from tui_reader.library import database_file

        self._errors = database_file.ERRORS
        self._database, self._file = database_file.open_file(self.path, BUSY_SECONDS, self.note)
        self._is_busy = False

    def close(self) -> None:
        """Close the file; calling it again does nothing."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # Reading

    def select(self, sql: str, *values: object) -> list[Any]:
        """The rows of a query. Those with a damaged value are passed over, and noted. Raises LibraryError."""
        is_writing = self._database.in_transaction
        try:
            cursor = self._database.execute(sql, values)
            found = cursor.fetchall()
        except self._errors as error:
            raise self._failed(error, is_writing) from None
        columns = [column[0] for column in cursor.description or ()]
        if CHECKS.keys().isdisjoint(columns):
            return found
        rows = []
        for row in found:
            try:
                rows.append(check_row(columns, row))
            except ValueError:
                continue
        if len(rows) < len(found):
            self.note(f"{self.path or 'Library'}: some entries are damaged and not used; tui-reader doctor says more.")
        return rows

    def rows(self, sql: str, *values: object) -> list[Any]:
        """The same, and none where they cannot be read: that is noted, and the reading goes on.

        In a transaction that is an error, for what follows depends on them.
        """
        is_writing = self._database.in_transaction
        try:
            return self.select(sql, *values)
        except LibraryError as error:
            if is_writing:
                raise
            self.note(str(error))
            return []

    def row(self, sql: str, *values: object) -> Any:
        """The first of these rows; None without any."""
        return next(iter(self.rows(sql, *values)), None)

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """All that is read in the block is as it was at one moment. Raises LibraryError."""
        self.write("BEGIN")
        try:
            yield
        finally:
            self._roll_back()

    def serialized(self) -> bytes:
        """The bytes of a file that holds all of it. Raises LibraryError."""
        try:
            return self._database.serialize()
        except self._errors as error:
            raise self._failed(error, writing=False) from None

    # Writing

    @contextmanager
    def kept(self) -> Iterator[None]:
        """A transaction. Raises LibraryError where it cannot be saved; then nothing of it is."""
        was_unsaved, self.unsaved = self.unsaved, True
        self._be_there()
        self.write("BEGIN IMMEDIATE")
        try:
            yield
            self.write("COMMIT")
        except BaseException:
            self._roll_back()
            raise
        self.unsaved = False
        if was_unsaved:
            self._standing.clear()
        self._wait(False)

    @contextmanager
    def in_passing(self) -> Iterator[None]:
        """Around a transaction for what nobody asked for, such as the place: where it cannot be saved, note that."""
        try:
            yield
        except LibraryError as error:
            self.note(str(error))

    def write(self, sql: str, *values: object) -> list[Any]:
        """Do a statement inside a transaction, and return its rows. Raises LibraryError."""
        try:
            return self._database.execute(sql, values).fetchall()
        except self._errors as error:
            raise self._failed(error, writing=True) from None

    def write_each(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        """Do a statement with each row of values. Raises LibraryError."""
        try:
            self._database.executemany(sql, rows)
        except self._errors as error:
            raise self._failed(error, writing=True) from None

    def note(self, line: str) -> None:
        """Report what went wrong and does not stop the reading, once while it lasts."""
        if line not in self._standing:
            self._standing.add(line)
            self.troubles.append(line)
            self.report(line)

    def _roll_back(self) -> None:
        from tui_reader.library.database_file import roll_back

        roll_back(self._database)

    def _wait(self, was_busy: bool) -> None:
        """Wait long for another process in the next writes, or hardly, where it was busy for long already."""
        if was_busy != self._is_busy:
            self._is_busy = was_busy
            seconds = STILL_BUSY_SECONDS if was_busy else BUSY_SECONDS
            self._database.execute(f"PRAGMA busy_timeout = {seconds * 1000:.0f}")

    # What goes wrong

    def _be_there(self) -> None:
        """Raise LibraryError where the file was replaced or deleted meanwhile, and go on in the one that is there."""
        from tui_reader.library.database_file import identity

        try:
            there: object = identity(self.path)
        except OSError:
            there = "gone"
        if there == self._file:
            return
        path, done = self.path, "deleted" if there == "gone" else "replaced"
        self._database.close()
        after = "what you do from now on is saved in the new one" if self._open_again() else "nothing more is saved"
        raise LibraryError(f"{path}: the library was {done} by another program. This was not saved; {after}.")

    def _failed(self, error: Exception, writing: bool) -> LibraryError:
        """The error to raise for one of SQLite's. Where the library is damaged, it is put aside."""
        import sqlite3

        from tui_reader.library.damage import is_busy, is_damage, reason

        if isinstance(error, sqlite3.ProgrammingError):
            raise error  # a mistake of this program, not of the disk
        if self.path and is_damage(error, self._database):
            return self._put_aside(reason(error), writing)
        self._wait(is_busy(error))
        what = "what you do now is not saved" if writing else "the library cannot be read"
        return LibraryError(f"{self.path or 'Library'}: {what} ({reason(error)}).")

    def _put_aside(self, why: str, writing: bool) -> LibraryError:
        """Put the damaged file aside and go on in a new one; the error that says so."""
        from tui_reader.library.library_files import put_aside

        assert self.path
        path, opened = self.path, self._file
        self._roll_back()
        self._database.close()
        told = put_aside(path, why, opened)
        if not self._open_again():
            return LibraryError(f"{told} Nothing more of this reading is saved.")
        return LibraryError(f"{told} {'This was not saved; w' if writing else 'W'}hat you do from now on is saved.")

    def _open_again(self) -> bool:
        """Open the file that is there now, or make it; False where it cannot be used, and one in memory is."""
        try:
            self._open()
        except LibraryError:
            self.path = None
            self._open()
        return self.path is not None
