"""Gives recital after recital to those who write them, and tells what became of each document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from tui_reader.errors import ReaderError, UsageError
from tui_reader.export.batch.batch_documents import BatchDocument, find_documents
from tui_reader.export.batch.batch_log import Log, alone_in, work_of
from tui_reader.export.export_options import ExportOptions
from tui_reader.export.job import ExportJob, export_job_of
from tui_reader.export.output_formats import FORMS
from tui_reader.export.parallel_render import cores
from tui_reader.export.run import Exported, check
from tui_reader.library import Library, open_library
from tui_reader.startup.reading_options import ReadingOptions


class DocumentOutcome(StrEnum):
    """What became of a document."""

    WRITTEN = "written"
    DONE_BEFORE = "done before"
    LEFT_OUT = "left out"
    """Nobody speaks in it."""
    FAILED = "failed"


class Outcome(NamedTuple):
    """One document of many."""

    name: str
    fate: DocumentOutcome
    of: int
    """How many there are, as far as is known yet."""
    line: str = ""
    """What was written, or what was wrong with it."""


class Writers(Protocol):
    """Those who write recitals."""

    room: int

    def submit(self, recital: ExportJob, work: str) -> Any:
        """Have one written; gives what stands for it."""

    def first(self, given: Iterable[Any]) -> set[Any]:
        """Wait until some are done."""

    def result(self, done: Any, recital: ExportJob, work: str) -> Exported:
        """What was written. Raises ReaderError."""

    def close(self, at_once: bool) -> None:
        """End the work."""


def export_many(
    path: Path | None,
    order: ExportOptions,
    options: ReadingOptions,
    jobs: int | None = None,
    scheduler: str | None = None,
) -> Iterator[Outcome]:
    """Write the documents at `path` into the folder `order.output`; an outcome for each, as it comes.

    Raises UsageError where no form is named, ReaderError where the folder cannot be written, or the cluster is missing.
    """
    if not order.formats:
        raise UsageError("Of many documents: name what to write with --format, such as --format m4b,epub.")
    if order.output.exists() and not order.output.is_dir():
        raise UsageError(f"{order.output}: a file; many documents need a folder.")
    ending = {form.format: form.ending for form in FORMS}.get(order.formats[0], "")
    check(order._replace(output=order.output / f"all{ending}"))
    library, _ = open_library(options.library)
    with alone_in(order.output) as log, library, closing(_Batch(order, options, log, library, ending)) as batch:
        yield from batch.run(path, jobs, scheduler)


class _Batch:
    def __init__(self, order: ExportOptions, options: ReadingOptions, log: Log, library: Library, ending: str) -> None:
        self._order, self._options, self._log, self._library = order, options, log, library
        self._ending = ending
        self._writers: Writers | None = None
        self._given: dict[Any, tuple[BatchDocument, ExportJob, str]] = {}
        self._of = 0

    def run(self, path: Path | None, jobs: int | None, scheduler: str | None) -> Iterator[Outcome]:
        """Do all of it."""
        if scheduler:
            from tui_reader.export.batch.cluster import Cluster

            self._writers = Cluster(scheduler, self._log.path)
        else:
            from tui_reader.export.batch.workers import Workers

            self._writers = Workers(jobs or cores(), self._log.path)
        for found in find_documents(path, self._library, self._options):
            self._of = found.of
            yield from self._give(found)
            while len(self._given) >= self._writers.room:
                yield from self._take()
        while self._given:
            yield from self._take()
        self._writers.close(at_once=False)
        self._writers = None

    def _give(self, found: BatchDocument) -> Iterator[Outcome]:
        """Have a document written, unless there is nothing to do."""
        assert self._writers
        name = str(found.name)
        if found.document is None:
            fate = DocumentOutcome.FAILED if found.trouble else DocumentOutcome.LEFT_OUT
            yield Outcome(name, fate, self._of, str(found.trouble or ""))
            return
        output = self._order.output / found.name
        order = self._order._replace(output=output.with_name(output.name + self._ending))
        try:
            recital = export_job_of(found.document, self._library, self._options, order)
            work = work_of(recital)
            if self._log.has(work):
                yield Outcome(name, DocumentOutcome.DONE_BEFORE, self._of)
                return
            output.parent.mkdir(parents=True, exist_ok=True)
        except (ReaderError, OSError) as error:
            yield Outcome(name, DocumentOutcome.FAILED, self._of, str(error))
            return
        self._given[self._writers.submit(recital, work)] = (found, recital, work)

    def _take(self) -> Iterator[Outcome]:
        """Wait for the next that are ready."""
        assert self._writers
        for done in self._writers.first(self._given):
            found, recital, work = self._given.pop(done)
            try:
                exported = self._writers.result(done, recital, work)
            except ReaderError as error:
                yield Outcome(str(found.name), DocumentOutcome.FAILED, self._of, str(error))
            except Exception as error:  # noqa: BLE001  # whatever one document does to its writer, the others go on
                words = " ".join(f"{type(error).__name__}: {error}".split())
                yield Outcome(str(found.name), DocumentOutcome.FAILED, self._of, words)
            else:
                yield Outcome(str(found.name), DocumentOutcome.WRITTEN, self._of, exported.line)

    def close(self) -> None:
        """End what is not done."""
        if self._writers:
            self._writers.close(at_once=True)
