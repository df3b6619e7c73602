"""The export of many documents: gives one job after another to workers, and reports what became of each document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from enum import StrEnum
from pathlib import Path
from typing import Any, Protocol

from tui_reader.errors import ReaderError, UsageError
from tui_reader.export.batch.batch_documents import BatchDocument, find_documents, find_files
from tui_reader.export.batch.batch_log import NAME as LOG
from tui_reader.export.batch.batch_log import BatchLog, locked_log, work_id
from tui_reader.export.batch.index_page import write_index
from tui_reader.export.export_document import Exported, check_options, planned_paths
from tui_reader.export.export_job import ExportJob, export_job_of
from tui_reader.export.export_options import ExportOptions
from tui_reader.export.output_formats import OUTPUT_FORMATS
from tui_reader.library import Library, open_library
from tui_reader.named_tuple import NamedTuple
from tui_reader.startup.find_document import resolve_source
from tui_reader.startup.input_files import InputFiles, identity_of
from tui_reader.startup.reading_options import ReadingOptions
from tui_reader.workers.worker_process import cores


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
    Raises UsageError if no format is named, the output is a file or what is read, and as `check_options` does;
    ReaderError if the folder cannot be written or the cluster cannot be reached.
    """
    if not options.formats:
        raise UsageError("An export of many documents needs --format, such as --format m4b,epub.")
    if reading_options.audio:
        raise UsageError("--audio is for one document; of many, each has the recording that is beside it.")
    if options.output.exists() and not options.output.is_dir():
        raise UsageError(f"{options.output} is a file; to export many documents, name a folder.")
    ending = {format.name: format.ending for format in OUTPUT_FORMATS}.get(options.formats[0], "")
    check_options(options._replace(output=options.output / f"all{ending}"))
    with open_library(reading_options.library) as library:
        path = resolve_source(path, library, reading_options).path
        if path.is_dir() and identity_of(path) == identity_of(options.output):
            raise UsageError(f"{options.output}: the folder that is read; choose another folder to write into.")
        files = find_files(path, options.output, options.stems)
        inputs = InputFiles(files, reading_options.library)
        inputs.refuse(options.output / LOG)
        for name in files.values():
            _check_outputs(options, name + ending, inputs)
        with (
            locked_log(options.output) as log,
            closing(_Batch(options, reading_options, log, library, ending, inputs)) as batch,
        ):
            yield from batch.run(files, not path.is_dir(), processes, scheduler)
            title = path.resolve().name if path.is_dir() else path.stem
            write_index(options.output, title or "Documents", BatchLog(options.output).listed(), inputs)


def _check_outputs(options: ExportOptions, name: str, inputs: InputFiles) -> None:
    """Raise UsageError where a file of the document called `name` would be one that is read."""
    for path in planned_paths(options._replace(output=options.output / name)):
        inputs.refuse(path)


class _Batch:
    """The run over all documents, with the tasks that are not done yet."""

    def __init__(
        self, options: ExportOptions, reading_options: ReadingOptions, log: BatchLog, library: Library, ending: str,
        inputs: InputFiles,
    ) -> None:  # fmt: skip
        self._options, self._reading_options, self._log, self._library = options, reading_options, log, library
        self._ending, self._inputs = ending, inputs
        self._workers: Workers | None = None
        self._tasks: dict[Any, tuple[BatchDocument, ExportJob, str]] = {}
        self._total = 0

    def run(
        self, files: Mapping[Path, str], named: bool, processes: int | None, scheduler: str | None
    ) -> Iterator[BatchResult]:
        """Export the documents of these files, which were `named` or found; yields what became of each."""
        if scheduler:
            from tui_reader.export.batch.dask_cluster import DaskWorkers

            self._workers = DaskWorkers(scheduler, self._log.path)
        else:
            from tui_reader.export.batch.local_workers import LocalWorkers

            self._workers = LocalWorkers(processes or cores(), self._log.path)
        for found in find_documents(files, named, self._options.stems, self._library, self._reading_options):
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
        name = found.name
        if found.document is None:
            outcome = DocumentOutcome.FAILED if found.error else DocumentOutcome.LEFT_OUT
            yield BatchResult(name, outcome, self._total, str(found.error or ""))
            return
        _check_outputs(self._options, name + self._ending, self._inputs)
        output = self._options.output / (name + self._ending)
        options, own = self._options._replace(output=output), InputFiles([found.source], self._reading_options.library)
        try:
            job = export_job_of(found.document, found.source, own, self._library, self._reading_options, options)
            work = work_id(job, name)
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
                yield BatchResult(found.name, DocumentOutcome.FAILED, self._total, str(error))
            except Exception as error:  # noqa: BLE001  # whatever goes wrong with one document, the others are exported
                words = " ".join(f"{type(error).__name__}: {error}".split())
                yield BatchResult(found.name, DocumentOutcome.FAILED, self._total, words)
            else:
                yield BatchResult(found.name, DocumentOutcome.WRITTEN, self._total, exported.line)

    def close(self) -> None:
        """End all tasks that are not done."""
        if self._workers:
            self._workers.close(at_once=True)
