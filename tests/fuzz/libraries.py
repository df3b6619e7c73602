"""Inputs of the target `libraries`: a library damaged by chance, in its bytes, its pages, its tables or its values."""

from __future__ import annotations

import fcntl
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from functools import cache
from pathlib import Path
from random import Random
from typing import NamedTuple

from tests.fuzz.properties import one_line
from tests.fuzz.target import Input, flipped
from tests.support.damaged_libraries import filled_library, used
from tui_reader.document.model import Document, Position
from tui_reader.errors import ReaderError
from tui_reader.formats import read
from tui_reader.library import Library, open_library
from tui_reader.library.health import faults
from tui_reader.library.migrations import MIGRATIONS
from tui_reader.library.repair import repair

PAGE = 4096
FOLDER = Path(tempfile.gettempdir(), f"tui-reader-fuzzed-library-{len(MIGRATIONS)}")
"""The sound library and its documents: the same at each run, so that an input is the same too."""
VALUES = (
    None, "", "n-me", "\x1b[31m", "a" * 5000, "/a\0b", "well = [", "é\u202e", b"", b"\xff\x00", b"/\xff", -1, 0, 2**31,
    2**63 - 1, -(2**63), 1e300, -1.5, float("inf"),
)  # fmt: skip
"""What may stand in any column of a damaged library."""
SCHEMA = (
    "UPDATE sqlite_master SET sql = substr(sql, 1, {0}) WHERE name = '{1}'",
    "UPDATE sqlite_master SET sql = CAST(x'435245415445205441424c4520ff20ff' AS TEXT) WHERE name = '{1}'",
    "UPDATE sqlite_master SET sql = replace(sql, 'TEXT', 'INTEGER') WHERE name = '{1}'",
    "UPDATE sqlite_master SET sql = 'CREATE VIEW {1} AS SELECT 1 AS document' , type = 'view' WHERE name = '{1}'",
    "UPDATE sqlite_master SET rootpage = {0} WHERE name = '{1}'",
    "UPDATE sqlite_master SET name = 'x' || name WHERE name = '{1}'",
    "UPDATE sqlite_master SET type = 'index' WHERE name = '{1}'",
    "DELETE FROM sqlite_master WHERE name = '{1}'",
    "PRAGMA user_version = {0}",
    "PRAGMA application_id = {0}",
)
"""Statements that damage the tables; {0} is a number, {1} a table."""


class Base(NamedTuple):
    """A library that is sound."""

    file: bytes
    """The library, as it was before the last was written into it."""
    last: bytes
    """The file beside it with what was written last."""
    documents: tuple[Document, ...]


@cache
def base() -> Base:
    """The library that is damaged."""
    file, last = FOLDER / "sound.db", FOLDER / "last"
    FOLDER.mkdir(exist_ok=True)
    with (FOLDER / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not last.exists():
            path = FOLDER / "library.db"
            filled_library(path, FOLDER)
            shutil.copyfile(path, file)
            with Library(path) as library:
                for name in ("talk0.txt", "talk1.txt"):
                    document = read(FOLDER / name)
                    library.keep_place(document, FOLDER / name, Position(1, 2))
                    library.bookmarks.add(document, Position(3, 1), 0, "late")
                shutil.copyfile(path.with_name("library.db-wal"), last)
            path.unlink()
    documents = tuple(read(FOLDER / f"talk{number}.txt") for number in range(3))
    return Base(file.read_bytes(), last.read_bytes(), documents)


class Libraries:
    """A library and the file beside it that SQLite writes first."""

    name = "libraries"

    def made(self, chance: Random) -> Input:
        """One of the two, damaged."""
        if chance.random() < 0.15:
            return Input("library.db-wal", flipped(base().last, chance))
        way = chance.choice((_bytes, _bytes, _pages, _pages, _numbers, _schema, _values, _values))
        return Input("library.db", way(base().file, chance))

    def tried(self, what: Input, chance: Random, folder: Path) -> None:
        """Read and write as the program does, then look for faults and repair: an answer, or one line, each time."""
        path = folder / "data" / "library.db"
        path.parent.mkdir()
        try:
            path.write_bytes(base().file)
            path.with_name(what.name).write_bytes(what.data)
            for line in _lines(path, chance.choice(base().documents)):
                one_line(line)
        finally:
            shutil.rmtree(path.parent)


def _lines(path: Path, document: Document) -> Iterator[str]:
    """All lines that the program says."""
    lines: list[str] = []
    with open_library(path, lines.append) as library:
        lines += used(library, document, FOLDER / document.name)
    yield from lines
    try:
        yield from faults(path)
        yield from repair(path)
    except ReaderError as error:
        yield str(error)
    with open_library(path, lines.append) as library:
        library.keep_place(document, FOLDER / document.name, Position(1, 1))
        assert library.path is None or library.unsaved or library.place(document.key) == Position(1, 1), "place lost"


def _bytes(data: bytes, chance: Random) -> bytes:
    return flipped(data, chance)


def _pages(data: bytes, chance: Random) -> bytes:
    """Pages are zeros, noise, or another page; or the file is cut at one."""
    pages = [data[at : at + PAGE] for at in range(0, len(data), PAGE)]
    for _ in range(chance.choice((1, 1, 2, 6))):
        at = chance.randrange(len(pages))
        pages[at] = chance.choice((bytes(PAGE), chance.randbytes(PAGE), chance.choice(pages)))
    return b"".join(pages[: chance.randrange(1, len(pages))] if chance.random() < 0.1 else pages)


def _numbers(data: bytes, chance: Random) -> bytes:
    """Numbers at the head of pages, of which their trees are made, are others."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 2, 5))):
        at = chance.randrange(len(data) // PAGE) * PAGE + chance.randrange(64)
        changed[at : at + 2] = chance.choice((chance.randrange(len(data) // PAGE), chance.randrange(2**16))).to_bytes(2)
    return bytes(changed)


def _schema(data: bytes, chance: Random) -> bytes:
    """The tables have other names, columns, places; there is something else in place of them."""
    number = chance.choice((0, 1, 2, 3, 5, 20, 40, 1000, 2**31 - 1, -1))
    return _by_sql(data, [chance.choice(SCHEMA).format(number, chance.choice(_tables(data)))])


def _values(data: bytes, chance: Random) -> bytes:
    """A column of a table has another value in some rows or all."""
    table = chance.choice(_tables(data))
    with closing(_opened(data)) as database:
        columns = [column for (column,) in database.execute("SELECT name FROM pragma_table_info(?)", (table,))]
        some = chance.choice(("", f' WHERE "{chance.choice(columns)}" < ?'))
        statement = f'UPDATE OR IGNORE {table} SET "{chance.choice(columns)}" = ?{some}'
        values = [chance.choice(VALUES) for _ in range(statement.count("?"))]
    return _by_sql(data, [statement], values)


@cache
def _tables(data: bytes) -> list[str]:
    with closing(_opened(data)) as database:
        return [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]


def _opened(data: bytes) -> sqlite3.Connection:
    """The library in memory, where there is no write-ahead logging."""
    database = sqlite3.connect(":memory:", isolation_level=None)
    database.deserialize(data[:18] + b"\1\1" + data[20:])
    return database


def _by_sql(data: bytes, statements: list[str], values: Sequence[str | bytes | int | float | None] = ()) -> bytes:
    """The library after statements, or as it was where SQLite does not take them."""
    with closing(_opened(data)) as database:
        database.execute("PRAGMA writable_schema = ON")
        with suppress(sqlite3.Error):
            for statement in statements:
                database.execute(statement, values)
        changed = database.serialize()
    return changed[:18] + b"\2\2" + changed[20:]
