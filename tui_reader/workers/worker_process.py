"""A Python of this machine that does one job after another for this process, and ends with it, however it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from queue import SimpleQueue
from typing import IO, Any

from tui_reader.errors import ReaderError
from tui_reader.terminal.isolation import python_command
from tui_reader.workers.pickled_messages import receive, send

_AHEAD = 1 << 20
"""Bytes that a process can send before anybody takes them, so that it need not wait; Linux can do that."""


def cores() -> int:
    """How many CPU cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class WorkerProcess:
    """One of them, as seen by the process that gives it jobs."""

    def __init__(self, module: str, function: str) -> None:
        """Start it with a function that calls `serve`. Raises ReaderError where no process can be started."""
        try:
            self._process = subprocess.Popen(
                python_command(module, function),
                bufsize=0,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                pipesize=_AHEAD,
            )
        except OSError as error:
            raise ReaderError(f"No process for the work can be started ({error.strerror}).") from None

    def fileno(self) -> int:
        """What can be waited for until `receive` has something."""
        assert self._process.stdout
        return self._process.stdout.fileno()

    def give(self, job: object) -> None:
        """Send a job, which may wait there until others are done. Raises OSError where the process has ended."""
        assert self._process.stdin
        send(self._process.stdin, job)

    def receive(self) -> tuple[Any, bool]:
        """The next piece of what the first job makes, and False; or None and True when that job is done.

        Raises the ReaderError that the job raised, which ends it; EOFError or OSError where the process was killed.
        """
        assert self._process.stdout
        kind, what = receive(self._process.stdout)
        if kind == "error":
            raise what
        return what, kind == "done"

    def kill(self) -> None:
        """Stop it, whatever it does, from any thread: who waits for what it makes gets EOFError, and can `end` it."""
        self._process.kill()

    def end(self, at_once: bool = False) -> None:
        """End it when its jobs are done, or `at_once`."""
        assert self._process.stdin and self._process.stdout
        if at_once:
            self._process.terminate()
        with suppress(OSError):  # it has ended before it took a job
            self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()


def serve(do: Callable[[Any], Iterable[object]]) -> None:
    """In the worker: do the jobs that come, send what they make, and end when the process that gives them has ended."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the process that gives the jobs
    jobs: SimpleQueue[Any] = SimpleQueue()
    threading.Thread(target=_listen, args=(sys.stdin.buffer, jobs), daemon=True).start()
    while True:
        job = jobs.get()
        try:
            for piece in do(job):
                send(sys.stdout.buffer, ("piece", piece))
        except ReaderError as error:
            send(sys.stdout.buffer, ("error", error))
        except Exception as error:  # noqa: BLE001  # whatever it is, in a form that can be sent
            words = " ".join(f"{type(error).__name__}: {error}".split())
            send(sys.stdout.buffer, ("error", ReaderError(words)))
        else:
            send(sys.stdout.buffer, ("done", None))


def _listen(source: IO[bytes], jobs: SimpleQueue[Any]) -> None:
    """In a thread: take jobs, also while one is done, so that the end of the other process is noticed at once."""
    try:
        while True:
            jobs.put(receive(source))
    except (EOFError, OSError):
        os._exit(0)
