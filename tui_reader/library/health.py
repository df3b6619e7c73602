"""Finds what is wrong with a library, without changing it: its pages, its tables, every value in them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from tui_reader.library.connection import connect
from tui_reader.library.damage import has_our_tables, is_damage, key_faults, quoted, reason, right_tables, schema_faults
from tui_reader.library.database import BUSY_SECONDS
from tui_reader.library.library_errors import LibraryError
from tui_reader.library.library_files import check_kinds, is_emptied, is_ours
from tui_reader.library.migrations import APPLICATION, HIGHEST_VERSION, MIGRATIONS
from tui_reader.library.stored_values import check_row
from tui_reader.terminal.counts import count

FAULTS_OF_PAGES = 3
"""The most faults of pages that are told."""


def faults(path: Path) -> list[str]:
    """What is wrong with the library at a path, a line each; nothing for a file that is no library of ours.

    Raises LibraryError where it cannot be looked at.
    """
    try:
        if not path.is_file() or not is_ours(path):
            return []
        check_kinds(path.resolve())
        if is_emptied(path):
            return ["it is empty"]
    except OSError as error:
        raise LibraryError(f"{path}: the library cannot be opened ({error.strerror}).") from None
    with closing(connect(path, BUSY_SECONDS)) as database:
        try:
            return [*faults_in(database)]
        except (sqlite3.Error, UnicodeError, MemoryError) as error:
            if is_damage(error, database):
                return [reason(error)]
            raise LibraryError(f"{path}: the library cannot be checked ({reason(error)}).") from None


def faults_in(database: sqlite3.Connection) -> Iterator[str]:
    """What is wrong with a library that is open, a line each. Raises as SQLite does."""
    version, application = database.execute(
        "SELECT user_version, application_id FROM pragma_user_version, pragma_application_id"
    ).fetchone()
    if application != APPLICATION:
        if not has_our_tables(database):
            return
        yield "its mark is wrong"
    if not 0 <= version <= HIGHEST_VERSION:
        yield "its version is wrong"
        return
    is_known = version <= len(MIGRATIONS)
    wrong = [*schema_faults(database), *key_faults(database)] if is_known else []
    yield from wrong
    for (fault,) in database.execute(f"PRAGMA quick_check({FAULTS_OF_PAGES})"):
        if fault != "ok":
            yield fault.splitlines()[-1]  # above it may stand which database
    if is_known and not wrong:
        for table, columns in right_tables(version).items():
            bad = _bad_rows(database, table, columns)
            if bad:
                yield f"{count(bad, 'damaged row')} in the table {table}"


def _bad_rows(database: sqlite3.Connection, table: str, columns: list[str]) -> int:
    bad = 0
    for row in database.execute(f"SELECT {quoted(columns)} FROM {table}"):
        try:
            check_row(columns, row)
        except ValueError:
            bad += 1
    return bad
