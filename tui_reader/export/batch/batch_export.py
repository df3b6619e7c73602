"""The export of many documents: gives one job after another to workers, and reports what became of each document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from tui_reader.errors import ReaderError, UsageError
from tui_reader.export.batch.batch_documents import BatchDocument, find_documents
from tui_reader.export.batch.batch_log import BatchLog, locked_log, work_id
from tui_reader.export.export_document import Exported, check_options
from tui_reader.export.export_job import ExportJob, export_job_of
from tui_reader.export.export_options import ExportOptions
from tui_reader.export.output_formats import OUTPUT_FORMATS
from tui_reader.export.parallel_render import cores
from tui_reader.library import Library, open_library
from tui_reader.startup.reading_options import ReadingOptions


class DocumentOutcome(StrEnum):
    """What became of a document; the values are shown to people."""

    WRITTEN = "written"
    DONE_BEFORE = "done before"
    LEFT_OUT = "left out"
    """Nobody speaks in it."""
    FAILED = "failed"


class BatchResult(NamedTuple):
    """One document of the batch and what became of it."""

    name: str
    """Its path below the folder of the exports, without ending."""
    outcome: DocumentOutcome
    total: int
    """How many documents there are, as far as is known yet."""
    line: str = ""
    """What was written, or what was wrong with it."""


class Workers(Protocol):
    """Processes that write jobs."""

    room: int
    """How many jobs may be submitted at once."""

    def submit(self, job: ExportJob, work: str) -> Any:
        """Start to write a job; returns a task. `work` is the id of the work for the log."""

    def wait(self, tasks: Iterable[Any]) -> set[Any]:
        """Wait until at least one task is done, and return all that are."""

    def result(self, done: Any, job: ExportJob, work: str) -> Exported:
        """What a task that is done has written. Raises whatever writing raised."""

    def close(self, at_once: bool) -> None:
        """End the processes when they are done, or `at_once`."""


def export_many(
    path: Path | None,
    options: ExportOptions,
    reading_options: ReadingOptions,
    processes: int | None = None,
    scheduler: str | None = None,
) -> Iterator[BatchResult]:
    """Export all documents at `path` into the folder `options.output`, and yield what became of each as it is known.

    `processes`: of this machine, None for one per core; `scheduler`: the address of a Dask scheduler to use instead.
    Raises UsageError if no format is named or the output is a file, and as `check_options` does; ReaderError if the
    folder cannot be written or the cluster cannot be reached.
    """
    if not options.formats:
        raise UsageError("An export of many documents needs --format, such as --format m4b,epub.")
    if options.output.exists() and not options.output.is_dir():
        raise UsageError(f"{options.output} is a file; to export many documents, name a folder.")
    ending = {format.name: format.ending for format in OUTPUT_FORMATS}.get(options.formats[0], "")
    check_options(options._replace(output=options.output / f"all{ending}"))
    library, _ = open_library(reading_options.library)
    with (
        locked_log(options.output) as log,
        library,
        closing(_Batch(options, reading_options, log, library, ending)) as batch,
    ):
        yield from batch.run(path, processes, scheduler)


class _Batch:
    """The run over all documents, with the tasks that are not done yet."""

    def __init__(
        self, options: ExportOptions, reading_options: ReadingOptions, log: BatchLog, library: Library, ending: str
    ) -> None:
        self._options, self._reading_options, self._log, self._library = options, reading_options, log, library
        self._ending = ending
        self._workers: Workers | None = None
        self._tasks: dict[Any, tuple[BatchDocument, ExportJob, str]] = {}
        self._total = 0

    def run(self, path: Path | None, processes: int | None, scheduler: str | None) -> Iterator[BatchResult]:
        """Export all documents; yields what became of each."""
        if scheduler:
            from tui_reader.export.batch.dask_cluster import DaskWorkers

            self._workers = DaskWorkers(scheduler, self._log.path)
        else:
            from tui_reader.export.batch.local_workers import LocalWorkers

            self._workers = LocalWorkers(processes or cores(), self._log.path)
        for found in find_documents(path, self._library, self._reading_options):
            self._total = found.total
            yield from self._submit(found)
            while len(self._tasks) >= self._workers.room:
                yield from self._collect()
        while self._tasks:
            yield from self._collect()
        self._workers.close(at_once=False)
        self._workers = None

    def _submit(self, found: BatchDocument) -> Iterator[BatchResult]:
        """Submit a document to the workers, unless there is nothing to do."""
        assert self._workers
        name = str(found.name)
        if found.document is None:
            outcome = DocumentOutcome.FAILED if found.error else DocumentOutcome.LEFT_OUT
            yield BatchResult(name, outcome, self._total, str(found.error or ""))
            return
        output = self._options.output / found.name
        options = self._options._replace(output=output.with_name(output.name + self._ending))
        try:
            job = export_job_of(found.document, self._library, self._reading_options, options)
            work = work_id(job)
            if self._log.has(work):
                yield BatchResult(name, DocumentOutcome.DONE_BEFORE, self._total)
                return
            output.parent.mkdir(parents=True, exist_ok=True)
        except (ReaderError, OSError) as error:
            yield BatchResult(name, DocumentOutcome.FAILED, self._total, str(error))
            return
        self._tasks[self._workers.submit(job, work)] = (found, job, work)

    def _collect(self) -> Iterator[BatchResult]:
        """Wait for the next tasks that are done."""
        assert self._workers
        for done in self._workers.wait(self._tasks):
            found, job, work = self._tasks.pop(done)
            try:
                exported = self._workers.result(done, job, work)
            except ReaderError as error:
                yield BatchResult(str(found.name), DocumentOutcome.FAILED, self._total, str(error))
            except Exception as error:  # noqa: BLE001  # whatever goes wrong with one document, the others are exported
                words = " ".join(f"{type(error).__name__}: {error}".split())
                yield BatchResult(str(found.name), DocumentOutcome.FAILED, self._total, words)
            else:
                yield BatchResult(str(found.name), DocumentOutcome.WRITTEN, self._total, exported.line)

    def close(self) -> None:
        """End all tasks that are not done."""
        if self._workers:
            self._workers.close(at_once=True)
