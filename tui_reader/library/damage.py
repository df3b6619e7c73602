"""Whether an error of SQLite means that a library is damaged; in words, why it failed.

A library that is in use, read-only, or on a full disk is not damaged, and neither is one that a wrong statement is
asked of: where SQLite's error can mean both, the tables are compared with those that a library has.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import cache
from typing import Any

from tui_reader.library.migrations import MIGRATIONS, statements

REASONS = {
    sqlite3.SQLITE_BUSY: "another program is using it",
    sqlite3.SQLITE_LOCKED: "another program is using it",
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_READONLY: "it may not be written",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened, or no file can be made beside it",
    sqlite3.SQLITE_IOERR: "the disk is full, or cannot be read or written",
    sqlite3.SQLITE_NOMEM: "there is not enough memory",
    sqlite3.SQLITE_CONSTRAINT: "what it belongs to is not there",
    sqlite3.SQLITE_NOTADB: "it is not a database",
    sqlite3.SQLITE_CORRUPT: "its pages are wrong",
}
"""By the primary code of an error."""
RUNS = "type NOT IN ('table', 'index')"
"""What of a schema runs by itself."""
CERTAIN = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
DOUBTFUL = (sqlite3.SQLITE_ERROR, sqlite3.SQLITE_MISMATCH, sqlite3.SQLITE_FORMAT, sqlite3.SQLITE_SCHEMA)


def reason(error: Exception) -> str:
    """Why something failed, in words."""
    if isinstance(error, UnicodeDecodeError):
        return "its tables have names that cannot be read"
    if isinstance(error, UnicodeEncodeError):
        return "it has signs that are no text"
    if isinstance(error, MemoryError):
        return REASONS[sqlite3.SQLITE_NOMEM]
    return REASONS.get(_code(error), str(error))


def is_busy(error: Exception) -> bool:
    """Whether another program is using the library."""
    return _code(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def is_damage(error: Exception, database: sqlite3.Connection) -> bool:
    """Whether an error, raised by a statement to a library, means that the library is damaged."""
    if _code(error) in CERTAIN:
        return True
    if not isinstance(error, UnicodeDecodeError) and _code(error) not in DOUBTFUL:
        return False
    try:
        return bool(schema_faults(database) or key_faults(database))
    except UnicodeDecodeError:
        return True
    except sqlite3.Error as second:
        return _code(second) in (*CERTAIN, *DOUBTFUL)


def schema_faults(database: sqlite3.Connection) -> list[str]:
    """What is wrong with the tables of a library of its version. Raises as SQLite does."""
    version = database.execute("PRAGMA user_version").fetchone()[0]
    there, faults = _tables(database), []
    for name, columns in right_tables(version).items():
        if name not in there:
            faults.append(f"the table {name} is missing")
        elif there[name] != columns:
            faults.append(f"the table {name} has other columns")
    if database.execute(f"SELECT 1 FROM sqlite_master WHERE {RUNS} LIMIT 1").fetchone():
        faults.append("it has views or triggers, and no library has any")
    return faults


def key_faults(database: sqlite3.Connection) -> list[str]:
    """The tables of a library of its version whose primary key is wrong: they can be read, and not written into."""
    version = database.execute("PRAGMA user_version").fetchone()[0]
    there = _keys(database)
    return [f"the table {name} has another key" for name, key in _right_keys(version).items() if there.get(name) != key]


def has_our_tables(database: sqlite3.Connection) -> bool:
    """Whether the tables of a database are those of a library."""
    return {"documents", "places", "casts"} <= _tables(database).keys()


@cache
def right_tables(version: int) -> dict[str, list[str]]:
    """The tables of a library of that version: the name of each, and those of its columns."""
    with closing(_new(version)) as database:
        return _tables(database)


@cache
def _right_keys(version: int) -> dict[str, list[str]]:
    with closing(_new(version)) as database:
        return _keys(database)


def _new(version: int) -> sqlite3.Connection:
    """An empty library of that version, in memory."""
    database = sqlite3.connect(":memory:", isolation_level=None)
    for step in MIGRATIONS[: max(0, version)]:
        for statement in statements(step):
            database.execute(statement)
    return database


def _tables(database: sqlite3.Connection) -> dict[str, list[str]]:
    """The names of the columns of each table."""
    found: dict[str, list[str]] = {}
    names = database.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'spoken%'")
    for (name,) in names.fetchall():
        columns = database.execute("SELECT name FROM pragma_table_info(?)", (name,))
        found[name] = [column for (column,) in columns]
    return found


def _keys(database: sqlite3.Connection) -> dict[str, list[str]]:
    """The names of the columns of each table's primary key."""
    found: dict[str, list[str]] = {}
    for name in _tables(database):
        columns = database.execute("SELECT name FROM pragma_table_info(?) WHERE pk ORDER BY pk", (name,))
        found[name] = [column for (column,) in columns]
    return found


def quoted(names: list[str]) -> str:
    """Names as SQL has them, with commas."""
    return ", ".join(f'"{name}"' for name in names)


def _code(error: Any) -> int:
    """SQLite's primary code of an error; 0 where Python's module raised it without one."""
    code: int = getattr(error, "sqlite_errorcode", 0)
    return code & 0xFF
