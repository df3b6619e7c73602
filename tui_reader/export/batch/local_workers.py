"""Worker processes on this machine that render and write jobs, each with its own engine.

A thread for each process gives it one job after another through pipes. The semaphores of multiprocessing would stay in
shared memory where all processes are killed at once, so nothing here uses them.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor
from concurrent.futures import wait as wait_for_futures
from contextlib import suppress
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from typing import IO, Any

from tui_reader.errors import ReaderError
from tui_reader.export.batch import batch_log
from tui_reader.export.export_document import Exported, write_job
from tui_reader.export.export_job import ExportJob
from tui_reader.startup.pickled_messages import receive, send
from tui_reader.terminal.isolation import python_command

_KILLED = "A process that was writing was killed; run the same command again to go on."


class LocalWorkers:
    """A pool of processes; they end with this one, however it ends. One that is killed is replaced."""

    def __init__(self, count: int, log_path: Path) -> None:
        self.room = 2 * count
        """How many jobs may be submitted at once: for each process one at work and one waiting, which bounds memory."""
        self._log_path = log_path
        self._threads = ThreadPoolExecutor(count)
        self._processes: dict[int, subprocess.Popen[bytes]] = {}
        """By the thread that gives it jobs."""

    def submit(self, job: ExportJob, work: str) -> Future[Exported]:
        """Start to write a job in a free process; `work` is its id for the log."""
        return self._threads.submit(self._write, job, work)

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
            if at_once:
                process.terminate()
            _end(process)

    def _write(self, job: ExportJob, work: str) -> Exported:
        """In a thread: have its process write a job."""
        thread = threading.get_ident()
        process = self._processes.get(thread) or _start()
        self._processes[thread] = process
        assert process.stdin and process.stdout
        try:
            send(process.stdin, (job, work, self._log_path))
            answer = receive(process.stdout)
        except (EOFError, OSError):
            _end(self._processes.pop(thread))
            raise ReaderError(_KILLED) from None
        if isinstance(answer, ReaderError):
            raise answer
        exported: Exported = answer
        return exported


def _start() -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(python_command(__name__, "serve"), stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    except OSError as error:
        raise ReaderError(f"No process for writing can be started ({error.strerror}).") from None


def _end(process: subprocess.Popen[bytes]) -> None:
    """Wait for the end of a process, which comes when nothing more can be asked of it."""
    assert process.stdin and process.stdout
    with suppress(OSError):  # it has ended before it took a job
        process.stdin.close()
    process.wait()
    process.stdout.close()


def serve() -> None:
    """The main function of a worker: writes the jobs that come, and ends when the process that gives them has ended."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the process that gives the jobs
    jobs: SimpleQueue[Any] = SimpleQueue()
    threading.Thread(target=_listen, args=(sys.stdin.buffer, jobs), daemon=True).start()
    while True:
        job, work, log_path = jobs.get()
        answer: object
        try:
            answer = write_job(job, partial(batch_log.add_entry, log_path, work))
        except ReaderError as error:
            answer = error
        except Exception as error:  # noqa: BLE001  # whatever it is, in a form that can be sent
            answer = ReaderError(" ".join(f"{type(error).__name__}: {error}".split()))
        send(sys.stdout.buffer, answer)


def _listen(source: IO[bytes], jobs: SimpleQueue[Any]) -> None:
    """In a thread: take jobs, also while one is written, so that the end of the other process is noticed at once."""
    try:
        while True:
            jobs.put(receive(source))
    except (EOFError, OSError):
        os._exit(0)
