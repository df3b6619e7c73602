"""Files read for the library: in this process, in several at once, or on a Dask cluster. Knows no database.

However they are read, what comes is the same: the documents of each file, and at its end that it is read.
"""

from __future__ import annotations

import selectors
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from tui_reader.errors import DocumentError, ReaderError
from tui_reader.library.index_entry import IndexEntry
from tui_reader.library.reading_jobs import ReadingJob, all_entries, entries
from tui_reader.named_tuple import NamedTuple
from tui_reader.workers.pickled_messages import send
from tui_reader.workers.worker_process import WorkerProcess, cores, serve

OFTEN = 0.1
"""Seconds after which a sign of life comes at the latest."""
AHEAD = 1_000_000
"""Bytes of small files that a process is given before they are its turn."""
WORTH = 1_000_000
"""Bytes of files from which on other processes are worth their start."""


class Workers(NamedTuple):
    """Who reads."""

    processes: int | None = None
    """Of this machine; None for one a core."""
    scheduler: str | None = None
    """The address of a Dask scheduler to use instead."""


HERE = Workers()
"""All cores of this machine."""


class Progress(NamedTuple):
    """Something that happened to a file."""

    job: ReadingJob
    share: float
    """How much of it is read, 0 to 1."""
    entry: IndexEntry | None = None
    """A document of it."""
    is_over: bool = False
    trouble: str = ""
    """Why it could not be read to its end, in a line."""
    is_lost: bool = False
    """Whether that was because of the process that read it, and another may be able to."""


def read_files(jobs: Iterable[ReadingJob], workers: Workers) -> Iterator[Progress | None]:
    """Read files; None comes now and then where nothing has happened.

    Raises UsageError and ReaderError where the cluster cannot be used or no process can be started.
    """
    jobs = list(jobs)
    if not jobs:
        return iter(())
    if workers.scheduler:
        return _on_cluster(jobs, workers.scheduler)
    processes = min(workers.processes or cores(), len(jobs))
    if sum(job.size for job in jobs) < WORTH or (workers.processes or cores()) == 1:
        return _here(jobs)
    return _Processes(jobs, processes).run()


def _here(jobs: Iterable[ReadingJob]) -> Iterator[Progress | None]:
    for job in jobs:
        yield from _one(job)


def _one(job: ReadingJob) -> Iterator[Progress]:
    try:
        for share, entry in entries(job):
            yield Progress(job, share, entry)
    except DocumentError as error:
        yield Progress(job, 1.0, is_over=True, trouble=str(error))
    else:
        yield Progress(job, 1.0, is_over=True)


class _Processes:
    """A run with several processes of this machine. A file whose process was killed is given to another, once."""

    def __init__(self, jobs: Iterable[ReadingJob], count: int) -> None:
        self._waiting, self._count = deque(jobs), count
        self._again: set[Path] = set()
        self._at_work: dict[WorkerProcess, deque[ReadingJob]] = {}
        self._ready = selectors.DefaultSelector()

    def run(self) -> Iterator[Progress | None]:
        """Read all; the processes end when it is over, or when nobody wants more."""
        try:
            while self._waiting or any(self._at_work.values()):
                self._fill()
                found = self._ready.select(OFTEN)
                if not found:
                    yield None
                for key, _ in found:
                    yield from self._take(key.data)
        finally:
            for process in self._at_work:
                process.end(at_once=True)
            self._ready.close()

    def _fill(self) -> None:
        """Give jobs to the processes that have none, and some ahead, as long as others are left for all."""
        idle = sum(not jobs for jobs in self._at_work.values())
        for _ in range(min(self._count - len(self._at_work), len(self._waiting) - idle)):
            process = WorkerProcess(__name__, "work")
            self._at_work[process] = deque()
            self._ready.register(process, selectors.EVENT_READ, process)
        for process, jobs in self._at_work.items():
            while self._waiting and (
                not jobs
                or (len(jobs) == 1 and len(self._waiting) > self._count)
                or sum(job.size for job in jobs) + self._waiting[0].size < AHEAD
            ):
                jobs.append(self._waiting.popleft())
                with suppress(OSError):  # it was killed: that is noticed when its answer is read
                    process.give(jobs[-1])

    def _take(self, process: WorkerProcess) -> Iterator[Progress]:
        """The next thing that a process tells."""
        jobs = self._at_work[process]
        try:
            piece, is_over = process.receive()
        except (EOFError, OSError):
            yield from self._lost(process)
            return
        except ReaderError as error:
            yield Progress(jobs.popleft(), 1.0, is_over=True, trouble=str(error))
            return
        if is_over:
            yield Progress(jobs.popleft(), 1.0, is_over=True)
        else:
            yield Progress(jobs[0], *piece)

    def _lost(self, process: WorkerProcess) -> Iterator[Progress]:
        """A process was killed: what it had is read by another."""
        jobs = self._at_work.pop(process)
        self._ready.unregister(process)
        process.end()
        first = jobs.popleft() if jobs else None
        self._waiting.extendleft(reversed(jobs))
        if first is None:
            return
        if first.file in self._again:
            told = f"{first.file}: the process that read it was killed twice; it was not added to the end."
            yield Progress(first, 1.0, is_over=True, trouble=told, is_lost=True)
            return
        self._again.add(first.file)
        self._waiting.appendleft(first)


def work() -> None:
    """The main function of a process that reads."""
    serve(_pieces)


def _pieces(job: ReadingJob) -> Iterator[tuple[float, IndexEntry]]:
    from tui_reader.formats import parsing_progress

    last = time.monotonic()

    def tell(share: float) -> None:
        nonlocal last
        if time.monotonic() > last + OFTEN:
            last = time.monotonic()
            send(sys.stdout.buffer, ("piece", (share, None)))

    with parsing_progress.telling(tell):
        yield from entries(job)


def _on_cluster(jobs: Iterable[ReadingJob], address: str) -> Iterator[Progress | None]:
    from tui_reader.workers.dask_client import DaskClient

    client = DaskClient(address)
    waiting, tasks = deque(jobs), dict[Any, ReadingJob]()
    try:
        while waiting or tasks:
            while waiting and len(tasks) < client.room:
                job = waiting.popleft()
                try:
                    tasks[client.submit(all_entries, job.with_content())] = job
                except DocumentError as error:
                    yield Progress(job, 1.0, is_over=True, trouble=str(error))
            done = client.wait(tasks, OFTEN) if tasks else set()
            if not done:
                yield None
            for task in done:
                yield from _arrived(tasks.pop(task), task.result)
    finally:
        client.close(tasks)


def _arrived(job: ReadingJob, result: Callable[[], list[tuple[float, IndexEntry]]]) -> Iterator[Progress]:
    """What a task on a cluster brought."""
    try:
        found = result()
    except ReaderError as error:
        yield Progress(job, 1.0, is_over=True, trouble=str(error))
    except Exception as error:  # noqa: BLE001  # whatever goes wrong there, the other files are read
        words = " ".join(f"{type(error).__name__}: {error}".split())
        yield Progress(job, 1.0, is_over=True, trouble=f"{job.file}: {words}", is_lost=True)
    else:
        for share, entry in found:
            yield Progress(job, share, entry)
        yield Progress(job, 1.0, is_over=True)
