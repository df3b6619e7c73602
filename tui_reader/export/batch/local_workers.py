"""Worker processes on this machine that render and write jobs, each with its own engine."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterable
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor
from concurrent.futures import wait as wait_for_futures
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from multiprocessing.connection import wait as wait_for
from pathlib import Path

from tui_reader.errors import ReaderError
from tui_reader.export.batch import batch_log
from tui_reader.export.export_document import Exported, write_job
from tui_reader.export.export_job import ExportJob

_KILLED = "A process that was writing was killed; run the same command again to go on."


class LocalWorkers:
    """A pool of processes; they end with this one, however it ends."""

    def __init__(self, count: int, log_path: Path) -> None:
        self.room = 2 * count
        """How many jobs may be submitted at once: for each process one at work and one waiting, which bounds memory."""
        self._log_path = log_path
        # Spawned: a forked process would inherit locks that threads hold, and open files.
        context = multiprocessing.get_context("spawn")
        self._pool = ProcessPoolExecutor(count, mp_context=context, initializer=_begin)

    def submit(self, job: ExportJob, work: str) -> Future[Exported]:
        """Start to write a job in a free process; `work` is its id for the log. ReaderError if one was killed."""
        try:
            return self._pool.submit(_write, job, work, self._log_path)
        except BrokenProcessPool:
            raise ReaderError(_KILLED) from None

    def wait(self, tasks: Iterable[Future[Exported]]) -> set[Future[Exported]]:
        """Wait until at least one is done, and return all that are."""
        return wait_for_futures(tasks, return_when=FIRST_COMPLETED).done

    def result(self, done: Future[Exported], job: ExportJob, work: str) -> Exported:
        """What a finished task has written. Raises what it raised, ReaderError if its process was killed."""
        try:
            return done.result()
        except BrokenProcessPool:
            raise ReaderError(_KILLED) from None

    def close(self, at_once: bool) -> None:
        """End the processes when they are done, or `at_once`."""
        processes = list((self._pool._processes or {}).values()) if at_once else []
        self._pool.shutdown(wait=not at_once, cancel_futures=True)
        for process in processes:
            process.terminate()


def _begin() -> None:
    """In each process: leave Ctrl+C to the parent, and end when the parent ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    parent = multiprocessing.parent_process()
    assert parent
    threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    wait_for([sentinel])
    os._exit(1)


def _write(job: ExportJob, work: str, log_path: Path) -> Exported:
    return write_job(job, partial(batch_log.add_entry, log_path, work))
