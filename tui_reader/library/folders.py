"""Folders whose documents belong to the library: searched for new documents, which are read, listed and indexed.

A file that has not changed is not read again. Knows SQL and the formats, and no face.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice, repeat
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from tui_reader.document.collection import CollectionError, file_is_there, path_of, split_id
from tui_reader.errors import DocumentError
from tui_reader.library.stored_values import path_stored

if TYPE_CHECKING:
    from tui_reader.document.model import Document
    from tui_reader.library.database import Database
    from tui_reader.library.label_decision_store import LabelDecisionStore
    from tui_reader.library.recent import Recent
    from tui_reader.library.word_index import WordIndex

ENDINGS = (
    ".txt", ".text", ".md", ".markdown", ".xml", ".tei", ".html", ".htm", ".xhtml", ".epub", ".vtt", ".srt", ".ass",
    ".ssa", ".json", ".jsonl", ".fountain", ".spmd", ".fdx", ".rpy", ".docx", ".odt",
)  # fmt: skip
"""The name endings of dialogue files; a file that is named itself may have any name."""
Tell = Callable[[float], None]
"""Takes the share of some work that is done, 0 to 1."""
MOST_FILES = 20_000
"""The most files of a folder that are added."""


class Seen(NamedTuple):
    """A file that was looked at."""

    path: Path
    documents: int = 0
    """How many dialogues it holds."""
    new: int = 0
    """How many of these were not listed before."""
    trouble: str = ""
    """Why it cannot be read, in a line."""


class DocumentList(Protocol):
    """The part of a library that lists documents."""

    @property
    def index(self) -> WordIndex:
        """The search index."""

    @property
    def label_decisions(self) -> LabelDecisionStore:
        """The decisions about labels."""

    def recent(self, limit: int = 20) -> list[Recent]:
        """The listed documents, at most `limit`, -1 for all."""

    def keep_document(self, document: Document, path: Path) -> bool:
        """List a document that can be read at `path`. True if it was not listed before."""

    def unlist(self, key: str) -> None:
        """Remove a document from the list."""


class Folders:
    """The folders of one library."""

    def __init__(self, library: DocumentList, database: Database) -> None:
        """`database` is that of the library. Its methods raise LibraryError where something cannot be saved."""
        self._library, self._database = library, database

    def all(self) -> list[Path]:
        """The folders, by name."""
        return [path for (path,) in self._database.rows("SELECT path FROM folders WHERE path != '' ORDER BY path")]

    def add(self, path: Path, tell: Tell | None = None) -> Iterator[Seen]:
        """Add a file, or a folder's documents now and at each `refresh`; yields each file when it is done.

        `tell` is called with the share that is done, 0 to 1. Raises DocumentError if there is neither a file nor a
        folder.
        """
        if not os.path.isdir(path):  # noqa: PTH112  never raises
            yield self._file(path, named=True, tell=tell)
            return
        listed = {split_id(recent.path)[0] for recent in self._library.recent(-1)}
        with self._database.kept():
            self._database.write("INSERT OR IGNORE INTO folders VALUES (?)", path_stored(path))
        files = list(islice(dialogue_files(path.absolute()), MOST_FILES + 1))
        for file, part in zip(files[:MOST_FILES], _parts_of(files[:MOST_FILES], tell), strict=True):
            yield self._file(file, again=file not in listed, tell=part)
        if len(files) > MOST_FILES:
            yield Seen(path, trouble=f"{path}: more than {MOST_FILES:,} files; the rest is not added.")

    def refresh(self) -> Iterator[Seen]:
        """Add what is new in all folders, and index what is not yet indexed; yields each file when it is done."""
        for folder in self.all():
            for file in islice(dialogue_files(folder), MOST_FILES):
                yield self._file(file)
        for _, path in self._library.index.missing():
            if file_is_there(path):
                yield self._again(path)

    def remove(self, path: Path) -> int:
        """Unlist the documents of a folder, of a file, or one document of a file. Returns how many."""
        gone = [recent.key for recent in self._library.recent(-1) if _is_in(recent.path, path.absolute())]
        for key in gone:
            self._library.unlist(key)
        with self._database.kept():
            self._database.write("DELETE FROM folders WHERE path = ?", path_stored(path))
        return len(gone)

    def _file(self, file: Path, named: bool = False, again: bool = False, tell: Tell | None = None) -> Seen:
        """Read a file, unless it has not changed and holds no dialogue or is not wanted `again`.

        A file that is `named` is added even if nobody speaks in it. `tell` as in `add`.
        """
        try:
            status = file.stat()
        except OSError as error:
            if named:
                raise DocumentError(f"{file}: {error.strerror}.") from None
            return Seen(file, trouble=f"{file.name}: {error.strerror}.")
        stamp = (status.st_size, status.st_mtime_ns)
        known = self._database.rows("SELECT size, changed, documents FROM files WHERE path = ?", path_stored(file))
        if known and known[0][:2] == stamp and not named and not (again and known[0][2]):
            return Seen(file, known[0][2])
        count, new, trouble = 0, 0, ""
        try:
            for path, document in _documents(file, named, tell):
                new += self._take(document, path)
                count += 1
        except DocumentError as error:
            if named:
                raise
            trouble = str(error)
        with self._database.kept():
            self._database.write("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)", path_stored(file), *stamp, count)
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
            self._library.index.add(self._library.label_decisions.apply_to(document))
        return new


def dialogue_files(folder: Path) -> Iterator[Path]:
    """The files below a folder that may be dialogues, in order; without hidden files, pipes and links to folders."""
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(root, name)
            if path.suffix.lower() in ENDINGS and not name.startswith(".") and not path.is_fifo():
                yield path


def _parts_of(files: Sequence[Path], tell: Tell | None) -> Iterator[Tell | None]:
    """For each file what its own progress is told to; together they take as long as their sizes."""
    if tell is None:
        yield from repeat(None, len(files))
        return
    sizes = [_size(file) for file in files]
    whole, done = max(1, sum(sizes)), 0
    for size in sizes:
        tell(done / whole)
        yield partial(_tell_part, tell, done / whole, size / whole)
        done += size


def _size(file: Path) -> int:
    """The size in bytes; 0 where the file is gone."""
    try:
        return file.stat().st_size
    except OSError:
        return 0


def _tell_part(tell: Tell, start: float, part: float, share: float) -> None:
    tell(start + part * share)


def _documents(file: Path, named: bool, tell: Tell | None = None) -> Iterator[tuple[Path, Document]]:
    """The documents of a file, each with its path; a single one only if somebody speaks in it or it is `named`."""
    from tui_reader.formats import parsing_progress, read

    try:
        if tell:
            with parsing_progress.telling(tell):
                document = read(file)
        else:
            document = read(file)
    except CollectionError as error:
        entries = error.collection.entries
        for number, entry in enumerate(entries, 1):
            yield path_of(file, entry.id), error.read(entry.id)
            if tell:
                tell(number / len(entries))
        return
    if document.turns or named:
        yield file, document


def _is_in(path: Path, wanted: Path) -> bool:
    """Whether the path of a document is the wanted one, or in that file or folder."""
    return path == wanted or split_id(path)[0] == wanted or wanted in path.parents
