"""Saves what can be read of a damaged library in the one that is there now.

Works on a copy, whose header and tables are put right first where they can be. Each table is read from both ends, and
then by the beginnings of its keys, so that a page that cannot be read costs the rows on it and hardly more. What the
library has by now wins over what it had. The index of words is made again from the documents.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tui_reader.library.connection import connect
from tui_reader.library.damage import RUNS, quoted, right_tables, schema_faults
from tui_reader.library.library import Library
from tui_reader.library.library_errors import LibraryError
from tui_reader.library.library_files import beside, check_kinds
from tui_reader.library.migrations import MIGRATIONS
from tui_reader.library.stored_values import check_row
from tui_reader.named_tuple import NamedTuple
from tui_reader.terminal.counts import count

MAGIC = b"SQLite format 3\0"
PAGE = 4096
"""Bytes of a page, and of the first one, which holds the header and names the tables."""
PAGES_AT = 28
"""Where the header holds the number of pages, in 4 bytes."""
FAILURES = (sqlite3.Error, UnicodeError, MemoryError, OverflowError)
HINT = "hint"
"""What helps and is not told: which keys are known, by which words a place is found again."""
WORDS = {
    "volumes": "volume",
    "documents": "document",
    "places": "reading position",
    "bookmarks": "bookmark",
    "casts": "voice",
    "register": "voice",
    "decisions": "label decision",
    "same_people": "person decision",
    "lexicons": "pronunciation",
    "recordings": "recording choice",
    "sync_points": "time correction",
    "chairs": "part",
    "voiced": "recording choice",
    "folders": "folder",
    "used": HINT,
    "quotes": HINT,
}
"""The tables that are saved, in this order, and what is in them; all others are made again by reading."""
A_DOCUMENT = "INSERT OR IGNORE INTO documents (key, title, path, pages, opened_at) VALUES (?, '', '', 0, 0)"
"""Unlisted until it is read again; a place or a voice belongs to one."""


class Salvaged(NamedTuple):
    """What came out of a damaged library."""

    saved: Counter[str]
    """By the word for it."""
    lost: Counter[str]
    """What is there and of no use."""
    has_gaps: bool
    """Whether parts of the file cannot be read, so that more may be lost."""

    def lines(self, damaged: Path) -> Iterator[str]:
        """The result in words."""
        yield f"Saved from {damaged}: {counted(self.saved) or 'nothing'}."
        lost = counted(self.lost)
        if lost:
            yield f"Lost: {lost}."
        if self.has_gaps:
            yield "Parts of the file cannot be read, so more may be lost."
        elif not lost:
            yield "Nothing was lost."


def salvage(damaged: Path, library: Library) -> Salvaged:
    """Save in a library what can be read of a damaged one, which stays as it is.

    Raises LibraryError where nothing of it can be read, or it cannot be copied or saved.
    """
    found = Salvaged(Counter(), Counter(), False)
    try:
        with TemporaryDirectory(prefix="tui-reader-repair-") as folder:
            check_kinds(damaged)
            copy = Path(folder, "library.db")
            shutil.copyfile(damaged, copy)
            for file in beside(damaged):
                shutil.copyfile(file, copy.with_name(copy.name + file.name.removeprefix(damaged.name)))
            with closing(_opened(copy)) as source:
                there = right_tables(_version(source))
                for table in filter(there.__contains__, WORDS):
                    found = _save_table(source, table, library, found)
    except OSError as error:
        raise LibraryError(f"{damaged}: cannot be copied ({error.strerror}).") from None
    except FAILURES:
        raise LibraryError(f"{damaged}: nothing of it can be read.") from None
    return found


def _opened(copy: Path) -> sqlite3.Connection:
    """The copy, put right so far that it can be read. Raises FAILURES."""
    for mend in (_fill_first_page, _mend_tables, _write_header, _mend_tables, _write_first_page):
        with suppress(*FAILURES):
            mend(copy)
        source = connect(copy, 0)
        with suppress(*FAILURES):
            if not schema_faults(source):
                return source
        source.close()
    return connect(copy, 0)


def _version(source: sqlite3.Connection) -> int:
    """The version of a library; the newest, where that is damaged. Raises FAILURES."""
    version: int = source.execute("PRAGMA user_version").fetchone()[0]
    return version if 0 < version <= len(MIGRATIONS) else len(MIGRATIONS)


def _fill_first_page(copy: Path) -> None:
    """Give an empty file its first page, or SQLite would delete what was written last and is beside it."""
    if not copy.stat().st_size:
        copy.write_bytes(bytes(PAGE))


def _write_header(copy: Path) -> None:
    """Write what the header of each library has."""
    with copy.open("r+b") as file:
        file.write(MAGIC + PAGE.to_bytes(2, "big") + b"\2\2\0\x40\x20\x20")
        file.seek(44)
        file.write((4).to_bytes(4, "big"))  # the format of the schema
        file.seek(56)
        file.write((1).to_bytes(4, "big"))  # UTF-8


def _write_first_page(copy: Path) -> None:
    """Take the first page of a new library: its tables begin where those of most libraries do."""
    new = copy.with_name("new.db")
    Library(new).close()
    with copy.open("r+b") as file:
        file.write(new.read_bytes()[:PAGE])
        file.seek(PAGES_AT)
        file.write((copy.stat().st_size // PAGE).to_bytes(4, "big"))


def _mend_tables(copy: Path) -> None:
    """Say of each table that is named what columns it has, and remove what no library has."""
    with closing(connect(copy, 0)) as source, Library(None) as right:
        source.execute("PRAGMA writable_schema = ON")
        source.execute(f"DELETE FROM sqlite_master WHERE {RUNS} OR name LIKE 'spoken%'")
        for name, sql in right.select("SELECT name, sql FROM sqlite_master WHERE type = 'table'"):
            source.execute("UPDATE sqlite_master SET sql = ? WHERE type = 'table' AND name = ?", (sql, name))


def _save_table(source: sqlite3.Connection, table: str, library: Library, found: Salvaged) -> Salvaged:
    """Save the rows of a table; what was found so far, and that."""
    columns = right_tables(len(MIGRATIONS))[table]
    rows, has_gaps = _read(source, table, columns)
    with library.kept():
        for row in rows:
            try:
                check_row(columns, row)
            except ValueError:
                found.lost[WORDS[table]] += 1
                continue
            _save_row(table, columns, row, library)
            found.saved[WORDS[table]] += 1
    return found._replace(has_gaps=found.has_gaps or has_gaps)


def _save_row(table: str, columns: list[str], row: Any, library: Library) -> None:
    """Save a row, unless the library has another in its place by now."""
    if table in ("places", "casts"):
        library.write(A_DOCUMENT, row[0])
    if table == "places":  # one at the beginning is that of a document opened since, and not read
        library.write("DELETE FROM places WHERE document = ? AND page = 0 AND places.offset = 0", row[0])
    if columns[1:2] == ["number"]:
        key, number, *rest = row
        same = " AND ".join(f'"{column}" = ?' for column in (columns[0], *columns[2:]))
        if library.write(f"SELECT 1 FROM {table} WHERE {same}", key, *rest):
            return
        if library.write(f"SELECT 1 FROM {table} WHERE document = ? AND number = ?", key, number):
            ((number,),) = library.write(f"SELECT max(number) + 1 FROM {table} WHERE document = ?", key)
        row = (key, number, *rest)
    library.write(f"INSERT OR IGNORE INTO {table} VALUES ({', '.join('?' * len(columns))})", *row)


def _read(source: sqlite3.Connection, table: str, columns: list[str]) -> tuple[list[Any], bool]:
    """The rows of a table that can be read, and whether there are some that cannot."""
    select, first = f"SELECT {quoted(columns)} FROM {table}", quoted(columns[:1])
    rows: dict[Any, None] = {}
    if _read_until_failure(source, f"{select} ORDER BY {first}", rows):
        return [*rows], False
    _read_until_failure(source, f"{select} ORDER BY {first} DESC", rows)
    if columns[0] in ("document", "key"):  # a digest in hexadecimal figures
        between = f"{select} WHERE {first} >= ? AND {first} < ? ORDER BY {first}"
        for start in range(0x100):
            _read_until_failure(source, between, rows, f"{start:02x}", f"{start:02x}g")
    return [*rows], True


def _read_until_failure(source: sqlite3.Connection, sql: str, rows: dict[Any, None], *values: str) -> bool:
    """Add the rows of a query; whether all of them can be read."""
    with suppress(*FAILURES):
        for row in source.execute(sql, values):
            rows[row] = None
        return True
    return False


def counted(what: Counter[str]) -> str:
    """As "2 documents and 1 voice"; empty for nothing."""
    words = [count(number, word) for word, number in what.items() if word != HINT and number]
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))
