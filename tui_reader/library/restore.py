"""Restores a backup: all that it holds takes the place of what there is, which is kept aside as a backup of its own.

Everything is written in one transaction, so that a reader that is open meanwhile has the one or the other.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from shlex import join
from typing import Any

from tui_reader.document.collection import file_is_there
from tui_reader.errors import ReaderError
from tui_reader.library.backup import TABLES, back_up, told
from tui_reader.library.backup_file import BackupFile, open_backup
from tui_reader.library.library import Library
from tui_reader.library.library_errors import LibraryError
from tui_reader.library.library_files import library_path
from tui_reader.library.open_library import require_library
from tui_reader.library.own_files import own_files, replaced
from tui_reader.library.salvage import WORDS
from tui_reader.terminal.output import PROGRAM

ASIDE = ".before-restore-"
"""Stands between the name of a library and a number, in the name of what was there."""


def restore(source: Path, path: Path | None = None) -> Iterator[str]:
    """Put what a backup holds in the place of what is in the library at `path` (the person's own if None).

    Yields lines that say what was done. Raises LibraryError where the backup is wrong or the library cannot be
    written, ReaderError where a file cannot; then nothing is changed.
    """
    with open_backup(source) as backup:
        library, trouble = _library(path)
        if trouble:
            yield trouble
        with library:
            aside = _kept_aside(library)
            saved = _take(backup, library)
            _forget_words(library)
    made = f", made {backup.made_at}" if backup.made_at else ""
    yield f"Restored from {source}{made}: {told(saved, backup.files or {})}."
    if aside:
        own = () if path is None else ("--library", str(path))
        again = join([PROGRAM, "library", "--restore", str(aside), *own])
        yield f"What was there is kept in {aside}. To have it back: {again}."


def _library(path: Path | None) -> tuple[Library, str]:
    """The library to write into, and a line about a damaged one that was put aside for it. Raises LibraryError."""
    try:
        return require_library(path, to_keep=True), ""
    except LibraryError as error:
        if (path or library_path()).exists():
            raise
        return require_library(path, to_keep=True), str(error)


def _kept_aside(library: Library) -> Path | None:
    """A backup of what is in the library and the person's own files; None where there is nothing."""
    anything = " UNION ALL ".join(f"SELECT 1 FROM (SELECT 1 FROM {table} LIMIT 1)" for table in TABLES)
    if not own_files() and not library.select(anything):
        return None
    assert library.path
    aside = _free_name(library.path)
    back_up(library, aside)
    return aside


def _free_name(path: Path) -> Path:
    """A name beside a library that no file has. Raises LibraryError."""
    library = Path(os.path.realpath(path))
    return next(aside for number in count(1) if not os.path.lexists(aside := Path(f"{library}{ASIDE}{number}")))


def _take(backup: BackupFile, library: Library) -> Counter[str]:
    """Write what a backup holds into the library and the person's own files; counts by word."""
    saved = Counter[str]()
    files = own_files() if backup.files is None else backup.files
    with library.kept(), replaced(files):
        for table in reversed(TABLES):
            if table == "decisions":  # documents are searched as their labels are decided
                library.write("DELETE FROM indexed WHERE document IN (SELECT document FROM decisions)")
            library.write(f"DELETE FROM {table}")
        for table in TABLES:
            for row in backup.rows(table):
                library.write(
                    f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", *_moved(table, row, backup.home)
                )
                saved[WORDS.get(table, "")] += table in WORDS
        library.write("DELETE FROM indexed WHERE document IN (SELECT document FROM decisions)")
        library.write("DELETE FROM files")  # so that the folders are looked through again
    library.forget_met()
    return saved


def _moved(table: str, row: tuple[Any, ...], home: str) -> tuple[Any, ...]:
    """A row whose path, where it led into the home of another computer, leads into that of this one."""
    at = {"volumes": 1, "documents": 2, "folders": 0}.get(table)
    if at is None or len(Path(home).parts) < 2 or not isinstance(path := row[at], str) or file_is_there(Path(path)):
        return row
    if not Path(path).is_relative_to(home) or os.path.isdir(path):  # noqa: PTH112  never raises
        return row
    return (*row[:at], str(Path.home() / Path(path).relative_to(home)), *row[at + 1 :])


def _forget_words(library: Library) -> None:
    """Remove the words and the packed text of documents that are no longer listed."""
    try:
        gone = library.select(
            "SELECT DISTINCT document FROM pages WHERE document NOT IN (SELECT key FROM documents WHERE path != '')"
        )
        if gone:
            library.unlist_all([key for (key,) in gone])
    except ReaderError as error:
        library.note(str(error))
