"""Folders whose documents belong to the library: looked through for what is new, read, and taken into the index.

What did not change since it was seen is not read again. Knows SQL and the formats, and no face.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from tui_reader.document.collection import CollectionError, path_of, split_id
from tui_reader.errors import DocumentError
from tui_reader.library.database import path_stored, stored_path

if TYPE_CHECKING:
    from tui_reader.document.model import Document
    from tui_reader.library.library import Library

ENDINGS = (
    ".txt", ".text", ".md", ".markdown", ".xml", ".tei", ".html", ".htm", ".xhtml", ".epub", ".vtt", ".srt", ".ass",
    ".ssa", ".json", ".jsonl", ".fountain", ".spmd", ".fdx",
)  # fmt: skip
"""What files of dialogues are called; a file that is named itself may have any name."""
MOST_FILES = 20_000
"""So many files of a folder are looked at."""


class Seen(NamedTuple):
    """A file that was looked at."""

    path: Path
    documents: int = 0
    """How many dialogues it holds."""
    new: int = 0
    """How many of them were not listed before."""
    trouble: str = ""
    """Why it cannot be read, in a line."""


class Folders:
    """The folders of one library."""

    def __init__(
        self, library: Library, run: Callable[..., list[Any]], kept: Callable[[], AbstractContextManager[None]]
    ) -> None:
        """`run` does a statement of SQL with its values, `kept` is a transaction of the library."""
        self._library, self._run, self._kept = library, run, kept

    def all(self) -> list[Path]:
        """The folders, by name."""
        return [stored_path(path) for (path,) in self._run("SELECT path FROM folders ORDER BY path")]

    def add(self, path: Path) -> Iterator[Seen]:
        """Take in the documents of a folder, now and whenever it is looked through, or a file; file by file.

        Raises DocumentError where there is neither.
        """
        if not path.is_dir():
            yield self._file(path, named=True)
            return
        listed = {split_id(recent.path)[0] for recent in self._library.recent(-1)}
        with self._kept():
            self._run("INSERT OR IGNORE INTO folders VALUES (?)", path_stored(path))
        for file in dialogue_files(path.absolute()):
            yield self._file(file, again=file not in listed)

    def refresh(self) -> Iterator[Seen]:
        """Take in what is new in all folders, and what of the library is not in the index yet."""
        for folder in self.all():
            for file in dialogue_files(folder):
                yield self._file(file)
        for _, path in self._library.index.missing():
            if split_id(path)[0].is_file():
                yield self._again(path)

    def remove(self, path: Path) -> int:
        """List the documents of a folder, a file, or one document of a file no more; how many that were."""
        gone = [recent.key for recent in self._library.recent(-1) if _is_in(recent.path, path.absolute())]
        for key in gone:
            self._library.unlist(key)
        with self._kept():
            self._run("DELETE FROM folders WHERE path = ?", path_stored(path))
        return len(gone)

    def _file(self, file: Path, named: bool = False, again: bool = False) -> Seen:
        """Read a file, unless it is as it was and holds nothing or is not wanted `again`.

        One that is `named` is taken in though nobody speaks in it.
        """
        try:
            status = file.stat()
        except OSError as error:
            if named:
                raise DocumentError(f"{file}: {error.strerror}.") from None
            return Seen(file, trouble=f"{file.name}: {error.strerror}.")
        stamp = (status.st_size, status.st_mtime_ns)
        known = self._run("SELECT size, changed, documents FROM files WHERE path = ?", path_stored(file))
        if known and known[0][:2] == stamp and not named and not (again and known[0][2]):
            return Seen(file, known[0][2])
        count, new, trouble = 0, 0, ""
        try:
            for path, document in _documents(file, named):
                new += self._take(document, path)
                count += 1
        except DocumentError as error:
            if named:
                raise
            trouble = str(error)
        if not self._library.trouble:
            with self._kept():
                self._run("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)", path_stored(file), *stamp, count)
        return Seen(file, count, new, trouble)

    def _again(self, path: Path) -> Seen:
        from tui_reader.formats import read

        try:
            self._take(read(path), path)
        except DocumentError as error:
            return Seen(path, trouble=str(error))
        return Seen(path, 1)

    def _take(self, document: Document, path: Path) -> bool:
        new = self._library.keep_document(document, path)
        if not self._library.index.holds(document.key):
            self._library.index.add(self._library.decided(document))
        return new


def dialogue_files(folder: Path) -> Iterator[Path]:
    """The files below a folder that may be dialogues, in order; nothing that is hidden, no link to a folder."""
    count = 0
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if Path(name).suffix.lower() in ENDINGS and not name.startswith("."):
                count += 1
                if count > MOST_FILES:
                    return
                yield Path(root, name)


def _documents(file: Path, named: bool) -> Iterator[tuple[Path, Document]]:
    """The documents of a file with what opens them; of a file of one only where somebody speaks, or it is `named`."""
    from tui_reader.formats import read

    try:
        document = read(file)
    except CollectionError as error:
        for entry in error.collection.entries:
            yield path_of(file, entry.id), error.read(entry.id)
        return
    if document.turns or named:
        yield file, document


def _is_in(path: Path, wanted: Path) -> bool:
    """Whether a document is the one that is wanted, or in that file or folder."""
    return path == wanted or split_id(path)[0] == wanted or wanted in path.parents
