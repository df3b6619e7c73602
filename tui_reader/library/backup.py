"""A backup: one file that holds all that a person did, to keep or to take to another computer.

It is a small library of its own, without the words of the documents, which are read again, and with the person's own
files in a table beside: settings, pronunciations, voices. `restore` reads it back.
"""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from tui_reader.atomic_write import atomic_write
from tui_reader.library.damage import quoted, right_tables
from tui_reader.library.database import Database
from tui_reader.library.library import Library
from tui_reader.library.library_errors import LibraryError
from tui_reader.library.migrations import MIGRATIONS, statements
from tui_reader.library.own_files import own_files
from tui_reader.library.salvage import A_DOCUMENT, MAGIC, WORDS, counted
from tui_reader.library.stored_values import check_row, stored_text

TABLES = (*WORDS, "people")
"""What a backup holds of a library, in an order in which it can be written."""
BESIDE = """
    CREATE TABLE own_files (name TEXT PRIMARY KEY, content BLOB NOT NULL) WITHOUT ROWID;
    CREATE TABLE backup (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""
"""The tables that only a backup has."""
OF_FILES = {"settings.toml": "settings", "lexicon.toml": "lexicon"}


def back_up(library: Library, target: Path) -> str:
    """Write a backup, whole or not at all, readable for nobody else; a line that says what is in it.

    Raises LibraryError where the library cannot be read or another file is at `target`, ReaderError where the backup
    or a file for it cannot be read or written.
    """
    _refuse_others(target)
    files = own_files()
    with Library(None) as copy:
        with copy.kept():
            saved = copy_tables(library, copy)
            for statement in statements(BESIDE):
                copy.write(statement)
            for name, content in files.items():
                copy.write("INSERT INTO own_files VALUES (?, ?)", name, content)
            for name, value in (("home", stored_text(str(Path.home()))), ("made_at", f"{time.time():.0f}")):
                copy.write("INSERT INTO backup VALUES (?, ?)", name, value)
        data = copy.serialized()
    with atomic_write(target, private=True) as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    return f"Wrote {target}: {told(saved, files)}."


def copy_tables(source: Library, copy: Database) -> Counter[str]:
    """Copy what a backup holds from one library into an empty one, inside a transaction of that; counts by word."""
    saved = Counter[str]()
    columns = right_tables(len(MIGRATIONS))
    with source.snapshot():
        for table in TABLES:
            insert = f"INSERT INTO {table} VALUES ({', '.join('?' * len(columns[table]))})"
            for row in source.write(f"SELECT {quoted(columns[table])} FROM {table}"):
                try:
                    check_row(columns[table], row)
                except ValueError:
                    continue
                if table in ("places", "casts", "people"):
                    copy.write(A_DOCUMENT, row[0])
                copy.write(insert, *row)
                saved[WORDS.get(table, "")] += table in WORDS
    return saved


def told(saved: Counter[str], files: Mapping[str, bytes]) -> str:
    """What is in a backup, in words."""
    words = [word for name, word in OF_FILES.items() if name in files]
    voices = sum(name.startswith("voices/") for name in files)
    own = [*words, *([f"{voices} own voice{'s' if voices > 1 else ''}"] if voices else [])]
    return ", ".join(filter(None, (counted(saved), *own))) or "nothing yet"


def _refuse_others(target: Path) -> None:
    """Raise LibraryError where something is at a path that is no backup, and would be lost."""
    try:
        if target.is_file() and target.stat().st_size:
            with target.open("rb") as file:
                if file.read(len(MAGIC)) != MAGIC:
                    raise LibraryError(f"{target}: there is another file, which is no backup; choose another name.")
    except OSError as error:
        raise LibraryError(f"{target}: cannot be read: {error.strerror}.") from None
