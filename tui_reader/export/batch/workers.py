"""Processes of this machine that write recitals: one a core, each with an engine of its own."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterable
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from multiprocessing.connection import wait as wait_for
from pathlib import Path

from tui_reader.errors import ReaderError
from tui_reader.export.batch import batch_log
from tui_reader.export.job import ExportJob
from tui_reader.export.run import Exported, write


class Workers:
    """A pool of processes; they end with this one, however it ends."""

    def __init__(self, count: int, log_path: Path) -> None:
        self.room = 2 * count
        """How many recitals may be given at once: one for each in work and one that waits, so memory is bounded."""
        self._log_path = log_path
        # Fresh processes: one that is forked would share this one's threads' locks and its open files.
        context = multiprocessing.get_context("spawn")
        self._pool = ProcessPoolExecutor(count, mp_context=context, initializer=_begin)

    def submit(self, recital: ExportJob, work: str) -> Future[Exported]:
        """Have a recital written."""
        return self._pool.submit(_write, recital, work, self._log_path)

    def first(self, given: Iterable[Future[Exported]]) -> set[Future[Exported]]:
        """Wait until some are done; these."""
        return wait(given, return_when=FIRST_COMPLETED).done

    def result(self, done: Future[Exported], recital: ExportJob, work: str) -> Exported:
        """What was written. Raises ReaderError."""
        try:
            return done.result()
        except BrokenProcessPool:
            raise ReaderError("A process that was writing has been ended; the same command goes on.") from None

    def close(self, at_once: bool) -> None:
        """End the processes: when they are ready, or `at_once`."""
        processes = list((self._pool._processes or {}).values()) if at_once else []
        self._pool.shutdown(wait=not at_once, cancel_futures=True)
        for process in processes:
            process.terminate()


def _begin() -> None:
    """In each process: Ctrl+C is the other's, and with its end comes ours."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    parent = multiprocessing.parent_process()
    assert parent
    threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    wait_for([sentinel])
    os._exit(1)


def _write(recital: ExportJob, work: str, log_path: Path) -> Exported:
    return write(recital, partial(batch_log.add, log_path, work))
