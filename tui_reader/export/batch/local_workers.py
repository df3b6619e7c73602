"""Worker processes on this machine that render and write jobs, each with its own engine.

A thread for each process gives it one job after another through pipes. The semaphores of multiprocessing would stay in
shared memory where all processes are killed at once, so nothing here uses them.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor
from concurrent.futures import wait as wait_for_futures
from functools import partial
from pathlib import Path

from tui_reader.errors import ReaderError
from tui_reader.export.batch import batch_log
from tui_reader.export.export_document import Exported, write_job
from tui_reader.export.export_job import ExportJob
from tui_reader.workers.worker_process import WorkerProcess
from tui_reader.workers.worker_process import serve as serve_jobs

_KILLED = "A process that was writing was killed; run the same command again to go on."
_Job = tuple[ExportJob, str, Path]
"""A job, the id of its work for the log, and the path of the log."""


class LocalWorkers:
    """A pool of processes; they end with this one, however it ends. One that is killed is replaced."""

    def __init__(self, count: int, log_path: Path) -> None:
        self.room = 2 * count
        """How many jobs may be submitted at once: for each process one at work and one waiting, which bounds memory."""
        self._log_path = log_path
        self._threads = ThreadPoolExecutor(count)
        self._processes: dict[int, WorkerProcess] = {}
        """By the thread that gives it jobs."""

    def submit(self, job: ExportJob, work: str) -> Future[Exported]:
        """Start to write a job in a free process; `work` is its id for the log."""
        return self._threads.submit(self._write, (job, work, self._log_path))

    def wait(self, tasks: Iterable[Future[Exported]]) -> set[Future[Exported]]:
        """Wait until at least one is done, and return all that are."""
        return wait_for_futures(tasks, return_when=FIRST_COMPLETED).done

    def result(self, done: Future[Exported], job: ExportJob, work: str) -> Exported:
        """What a finished task has written. Raises what it raised, ReaderError if its process was killed."""
        return done.result()

    def close(self, at_once: bool) -> None:
        """End the processes when they are done, or `at_once`."""
        self._threads.shutdown(wait=not at_once, cancel_futures=True)
        for process in list(self._processes.values()):
            process.end(at_once)

    def _write(self, job: _Job) -> Exported:
        """In a thread: have its process write a job."""
        thread = threading.get_ident()
        process = self._processes.get(thread) or WorkerProcess(__name__, "serve")
        self._processes[thread] = process
        try:
            process.give(job)
            exported: Exported = process.receive()[0]
            process.receive()  # that it is done
        except (EOFError, OSError):
            self._processes.pop(thread).end()
            raise ReaderError(_KILLED) from None
        return exported


def serve() -> None:
    """The main function of a worker."""
    serve_jobs(_write)


def _write(job: _Job) -> Iterator[Exported]:
    to_write, work, log_path = job
    yield write_job(to_write, partial(batch_log.add_entry, log_path, work, to_write))
