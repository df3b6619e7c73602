"""Files that are read taken into the library: several documents in one transaction, and what is done is kept.

Only this process writes. Whatever stops it, a file that was not added to its end is read again the next time, and no
document is there twice. Knows SQL and who reads, and no face.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from tui_reader.library.library_errors import LibraryError
from tui_reader.library.reading_workers import OFTEN, Progress, Workers, read_files
from tui_reader.library.stored_values import path_stored
from tui_reader.library.word_index import BATCH
from tui_reader.named_tuple import NamedTuple

if TYPE_CHECKING:
    from tui_reader.library.database import Database
    from tui_reader.library.index_entry import IndexEntry
    from tui_reader.library.label_decision_store import LabelDecisionStore
    from tui_reader.library.reading_jobs import ReadingJob
    from tui_reader.library.word_index import WordIndex

Tell = Callable[[float], None]
"""Takes the share of some work that is done, 0 to 1."""
KEPT = 0.5
"""Seconds after which what is read is written: no more is lost if the process is killed."""


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

    def list_document(self, key: str, heading: str, pages: int, path: Path) -> bool:
        """In a transaction: list a document that can be read at `path`. True if it was not listed before."""

    def unlist_all(self, keys: Sequence[str]) -> None:
        """Remove documents from the list."""


class _File:
    """What was added of a file so far."""

    def __init__(self) -> None:
        self.share = 0.0
        self.keys: set[str] = set()
        self.new = 0


class Adding:
    """One run over some files."""

    def __init__(self, library: DocumentList, database: Database, jobs: Iterable[ReadingJob]) -> None:
        """`database` is that of the library."""
        self._library, self._database = library, database
        self._jobs = list(jobs)
        self._files: dict[Path, _File] = {}
        self._size = max(1, sum(job.size for job in self._jobs))
        self._done = 0.0
        """Bytes that are read."""
        self._waiting: deque[Progress] = deque()
        """What is read and not yet written,"""
        self._pages = 0
        """and its pages."""

    def run(self, workers: Workers, tell: Tell | None = None) -> Iterator[Seen | None]:
        """Read and add them; yields each file when it is added, and None now and then, so that it can be stopped.

        `tell` is called with the share that is done. Raises LibraryError where something cannot be saved, and as
        `read_files` does.
        """
        written = looked = time.monotonic()
        told = 0.0  # The share never falls, though a file is read again where its process was killed.
        try:
            for progress in read_files(self._jobs, workers):
                if progress is not None:
                    self._follow(progress)
                    told = min(1.0, max(told, self._done / self._size))
                    if tell:
                        tell(told)
                if self._pages >= BATCH or time.monotonic() > written + KEPT:
                    yield from self._write()
                    written = time.monotonic()
                if progress is None or time.monotonic() > looked + OFTEN:
                    looked = time.monotonic()
                    yield None
        except LibraryError:
            raise
        except BaseException:  # stopped by the person: what is read is kept, where that can be
            with suppress(LibraryError):
                self._write()
            raise
        yield from self._write()

    def _follow(self, progress: Progress) -> None:
        file = self._files.setdefault(progress.job.file, _File())
        self._done += progress.job.size * (progress.share - file.share)
        file.share = progress.share
        if progress.entry or progress.is_over:
            self._waiting.append(progress)
        if progress.entry:
            self._pages += len(progress.entry.rows)

    def _write(self) -> list[Seen]:
        """Write what waits, as few transactions as is polite to others; the files that are over."""
        # Where a transaction fails or is interrupted, nothing of it is tried again: its files are read the next time.
        waiting, self._waiting = self._waiting, deque()
        seen, self._pages = list[Seen](), 0
        self._library.index  # noqa: B018  made now, for it begins a transaction of its own
        while waiting:
            if _is_long(waiting[0]):
                self._write_long(waiting.popleft())
                continue
            with self._database.kept():
                found: dict[str, tuple[IndexEntry, bool]] = {}
                while waiting and not _is_long(waiting[0]):
                    progress = waiting.popleft()
                    if (entry := self._list(progress)) and not self._library.index.holds(entry.key):
                        found[entry.key] = entry, self._is_current(entry)
                    if progress.is_over:
                        seen.append(self._over(progress))
                self._library.index.put([*found.values()])
        return seen

    def _write_long(self, progress: Progress) -> None:
        with self._database.kept():
            entry = self._list(progress)
        if entry and not self._library.index.holds(entry.key):
            self._library.index.take_in(entry, self._is_current(entry))

    def _list(self, progress: Progress) -> IndexEntry | None:
        """In a transaction: list the document that came; None where it was, before the process that read was killed."""
        entry, file = progress.entry, self._files[progress.job.file]
        if entry is None or entry.key in file.keys:
            return None
        file.keys.add(entry.key)
        file.new += self._library.list_document(entry.key, entry.heading, entry.pages, entry.path)
        return entry

    def _is_current(self, entry: IndexEntry) -> bool:
        """Whether nothing was decided about the labels while the document was read."""
        return self._library.label_decisions.of(entry.key) == entry.decisions

    def _over(self, progress: Progress) -> Seen:
        """In a transaction: a file is read to its end, or as far as it can be."""
        job, file = progress.job, self._files.pop(progress.job.file)
        if not progress.is_lost and job.ids is None:
            self._database.write(
                "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)",
                path_stored(job.file), job.size, job.changed, len(file.keys),
            )  # fmt: skip
        return Seen(job.file, len(file.keys), file.new, progress.trouble)


def _is_long(progress: Progress) -> bool:
    """Whether a document has too many pages for one transaction."""
    return progress.entry is not None and len(progress.entry.rows) > BATCH
