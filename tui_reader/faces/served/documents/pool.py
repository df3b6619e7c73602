"""The processes that open and speak documents, as the web server sees them: as many as it needs, up to a bound."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext

from tui_reader.errors import ReaderError
from tui_reader.faces.served.documents.jobs import Answer, Job
from tui_reader.workers.worker_process import WorkerProcess, cores

WORKER = "tui_reader.faces.served.documents.worker", "main"
PATIENCE = 120.0
"""Seconds that a job may take: the longest are a file of 100 MB, and a turn by a voice that speaks slowly."""
WAITING = 200
"""Jobs that may wait; more are refused."""


class Pool:
    """Up to `most` processes, of which one is always left for what is no sound: text and moves never wait for it."""

    def __init__(self, most: int = 0) -> None:
        """Without `most` it goes by the machine's cores."""
        most = most or min(4, 1 + max(2, cores()))
        self._room, self._sounds = asyncio.Semaphore(most), asyncio.Semaphore(max(1, most - 1))
        self._threads = ThreadPoolExecutor(most, "documents")
        self._idle: list[tuple[WorkerProcess, object]] = []
        """Each with the subject of the job that it did last."""
        self._busy: set[WorkerProcess] = set()
        self._changing = threading.Lock()
        self._waiting = 0
        self._closed = False

    async def do(self, job: Job) -> Answer:
        """What a job gives. Raises the ReaderError that it raised, or one where its process is lost or too slow."""
        if self._waiting >= WAITING:
            raise ReaderError("Too much is asked for at once. Try again.")
        self._waiting += 1
        try:
            async with self._sounds if job.task == "sound" else nullcontext(), self._room:
                return await asyncio.get_running_loop().run_in_executor(self._threads, self._work, job)
        finally:
            self._waiting -= 1

    def _work(self, job: Job) -> Answer:
        """In a thread: have a process do a job."""
        worker = self._take(job)
        late = threading.Timer(PATIENCE, worker.kill)
        late.start()
        try:
            worker.give(job)
            answer: Answer = worker.receive()[0]
            worker.receive()  # that the job is done
        except ReaderError:
            self._give_back(worker, job)
            raise
        except (EOFError, OSError):
            with self._changing:
                self._busy.discard(worker)
            worker.end(at_once=True)
            raise ReaderError("The process that reads this document was lost. Try again.") from None
        finally:
            late.cancel()
        self._give_back(worker, job)
        return answer

    def _take(self, job: Job) -> WorkerProcess:
        """A process for a job: that which has opened the document before, another one, or a new one."""
        with self._changing:
            if self._closed:
                raise ReaderError("The reader has ended.")
            same = (at for at, (_, subject) in enumerate(self._idle) if subject == job.subject)
            worker = self._idle.pop(next(same, -1))[0] if self._idle else WorkerProcess(*WORKER)
            self._busy.add(worker)
            return worker

    def _give_back(self, worker: WorkerProcess, job: Job) -> None:
        with self._changing:
            self._busy.discard(worker)
            self._idle.append((worker, job.subject))

    def close(self) -> None:
        """End all processes, whatever they do."""
        with self._changing:
            self._closed = True
            for worker in self._busy:
                worker.kill()
        self._threads.shutdown()
        for worker, _ in self._idle:
            worker.end(at_once=True)
