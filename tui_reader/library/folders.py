"""Folders whose documents belong to the library: searched for new documents, which are read, listed and indexed.

A file that has not changed is not read again. Knows SQL and the formats, and no face.
"""

from __future__ import annotations

import os
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from tui_reader.document.collection import split_id
from tui_reader.errors import DocumentError
from tui_reader.library.adding import Adding, DocumentList, Seen, Tell
from tui_reader.library.reading_jobs import Decisions, ReadingJob
from tui_reader.library.reading_workers import HERE, Workers
from tui_reader.library.stored_values import path_stored

if TYPE_CHECKING:
    from tui_reader.library.database import Database

ENDINGS = (
    ".txt", ".text", ".md", ".markdown", ".xml", ".tei", ".html", ".htm", ".xhtml", ".epub", ".vtt", ".srt", ".ass",
    ".ssa", ".json", ".jsonl", ".fountain", ".spmd", ".fdx", ".rpy", ".docx", ".odt",
)  # fmt: skip
"""The name endings of dialogue files; a file that is named itself may have any name."""
TOGETHER = 50
"""Documents that are removed in one transaction."""
MOST_FILES = 20_000
"""The most files of a folder that are added."""


class Folders:
    """The folders of one library."""

    def __init__(self, library: DocumentList, database: Database) -> None:
        """`database` is that of the library. Its methods raise LibraryError where something cannot be saved."""
        self._library, self._database = library, database

    def all(self) -> list[Path]:
        """The folders, by name."""
        return [path for (path,) in self._database.rows("SELECT path FROM folders WHERE path != '' ORDER BY path")]

    def add(self, path: Path, tell: Tell | None = None, workers: Workers = HERE) -> Generator[Seen | None]:
        """Add a file, or a folder's documents now and at each `refresh`; yields each file when it is done.

        None comes now and then between them, so that it can be stopped: what was added stays. `tell` is called with the
        share that is done, 0 to 1. Raises DocumentError if there is neither a file nor a folder, and as `Adding.run`.
        """
        if not os.path.isdir(path):  # noqa: PTH112  never raises
            yield from self._named(path, tell, workers)
            return
        with self._database.kept():
            self._database.write("INSERT OR IGNORE INTO folders VALUES (?)", path_stored(path))
        files = list(islice(dialogue_files(path.absolute()), MOST_FILES + 1))
        yield from self._read(files[:MOST_FILES], workers, tell, again=True)
        if len(files) > MOST_FILES:
            yield Seen(path, trouble=f"{path}: more than {MOST_FILES:,} files; the rest is not added.")

    def refresh(self, tell: Tell | None = None, workers: Workers = HERE) -> Generator[Seen | None]:
        """Add what is new in all folders, and index what is not yet indexed; as `add`."""
        yield from self._read([file for folder in self.all() for file in self._files_of(folder)], workers, tell)
        yield from self._add(self._unindexed(), workers, tell)

    def unread(self) -> list[Path]:
        """The files that the search index does not know, or not all of: of the folders, and of listed documents."""
        found = [file for folder in self.all() for file in self._files_of(folder)]
        jobs = [one for one in self._jobs(found) if isinstance(one, ReadingJob)]
        return [*dict.fromkeys(job.file for job in (*jobs, *self._unindexed()))]

    def remove(self, path: Path, tell: Tell | None = None) -> int:
        """Unlist the documents of a folder, of a file, or one document of a file. Returns how many.

        `tell` is called with the share that is done, 0 to 1.
        """
        gone = self._keys(path.absolute())
        for start in range(0, len(gone), TOGETHER):
            self._library.unlist_all(gone[start : start + TOGETHER])
            if tell:
                tell(min(1.0, (start + TOGETHER) / len(gone)))
        with self._database.kept():
            self._database.write("DELETE FROM folders WHERE path = ?", path_stored(path))
        return len(gone)

    def _keys(self, path: Path) -> list[str]:
        """The keys of the listed documents at a path, in that file or in that folder."""
        keys = dict[str, None]()
        # A name that is not UTF-8 is stored as bytes, also below a folder whose name is UTF-8.
        for stored in dict.fromkeys((path_stored(path), os.fsencode(path))):
            found = self._database.rows(
                "SELECT key FROM documents WHERE path != '' AND "
                "(path = ? OR (path > ? AND path < ?) OR (path > ? AND path < ?))",
                stored,
                *(_with(stored, sign) for sign in "#$/0"),
            )
            keys |= dict.fromkeys(key for (key,) in found)
        return [*keys]

    def _files_of(self, folder: Path) -> Iterator[Path]:
        return islice(dialogue_files(folder), MOST_FILES)

    def _named(self, file: Path, tell: Tell | None, workers: Workers) -> Generator[Seen | None]:
        """Add a file that a person named, also if nobody speaks in it."""
        try:
            job = self._job(file, self._library.label_decisions.all(), named=True)
        except OSError as error:
            raise DocumentError(f"{file}: {error.strerror}.") from None
        for seen in self._add([job], workers, tell):
            if seen and seen.trouble:
                raise DocumentError(seen.trouble)
            yield seen

    def _read(
        self, files: Iterable[Path], workers: Workers, tell: Tell | None, again: bool = False
    ) -> Generator[Seen | None]:
        """Add files that were found; those that have not changed are seen at once."""
        jobs = list[ReadingJob]()
        for one in self._jobs(files, again):
            if isinstance(one, ReadingJob):
                jobs.append(one)
            else:
                yield one
        yield from self._add(jobs, workers, tell)

    def _add(self, jobs: Sequence[ReadingJob], workers: Workers, tell: Tell | None) -> Generator[Seen | None]:
        if jobs:
            yield from Adding(self._library, self._database, jobs).run(workers, tell)

    def _jobs(self, files: Iterable[Path], again: bool = False) -> Iterator[ReadingJob | Seen]:
        """What is to be done for each of the files: it is read, unless it has not changed since it was.

        One whose documents are no longer listed is read `again`.
        """
        known = {path: row for path, *row in self._database.rows("SELECT path, size, changed, documents FROM files")}
        decisions = self._library.label_decisions.all()
        for file in files:
            try:
                job = self._job(file, decisions)
            except OSError as error:
                yield Seen(file, trouble=f"{file.name}: {error.strerror}.")
                continue
            size, changed, documents = known.get(file, (-1, -1, 0))
            is_known = (size, changed) == (job.size, job.changed)
            yield Seen(file, documents) if is_known and not (again and documents and not self._lists(file)) else job

    def _job(self, file: Path, decisions: Decisions, named: bool = False) -> ReadingJob:
        """Raises OSError."""
        status = file.stat()
        return ReadingJob(file, status.st_size, status.st_mtime_ns, named, None, decisions)

    def _lists(self, file: Path) -> bool:
        """Whether the library lists a document of a file."""
        return bool(
            self._database.rows(
                "SELECT 1 FROM documents WHERE path = ? OR (path > ? AND path < ?) LIMIT 1",
                path_stored(file),
                *(_with(path_stored(file), sign) for sign in "#$"),
            )
        )

    def _unindexed(self) -> list[ReadingJob]:
        """A job for each file that holds documents which are listed and not indexed."""
        wanted: dict[Path, set[str | None]] = {}
        for _, path in self._library.index.missing():
            file, id = split_id(path)
            wanted.setdefault(file, set()).add(id)
        decisions = self._library.label_decisions.all() if wanted else {}
        jobs = []
        for file, ids in wanted.items():
            with suppress(OSError):
                job = self._job(file, decisions, named=None in ids)
                jobs.append(job if None in ids else job._replace(ids=frozenset(filter(None, ids))))
        return jobs


def dialogue_files(folder: Path) -> Iterator[Path]:
    """The files below a folder that may be dialogues, in order; without hidden files, pipes and links to folders."""
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(root, name)
            if path.suffix.lower() in ENDINGS and not name.startswith(".") and not path.is_fifo():
                yield path


def _with(path: str | bytes, sign: str) -> str | bytes:
    """A path and a sign behind it: all that is in `/a` lies between `/a/` and `/a0`, the sign after the slash."""
    if isinstance(path, bytes):
        return path.rstrip(b"/") + sign.encode()
    return path.rstrip("/") + sign
