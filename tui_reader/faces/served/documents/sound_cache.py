"""The sound that was made last, so that who asks for it again, or at the same time, need not wait for it."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from typing import Protocol

from tui_reader.faces.served.documents.jobs import Answer, Job

ROOM = 48_000_000
"""Bytes of sound that are kept: some nine minutes of stereo at 22,050 Hz."""


class Maker(Protocol):
    """Makes sound; the Pool is one."""

    async def do(self, job: Job) -> Answer:
        """What a job gives. Raises ReaderError."""


class SoundCache:
    """The pieces of sound of all documents."""

    def __init__(self, pool: Maker, room: int = ROOM) -> None:
        self._pool, self._room = pool, room
        self._made: OrderedDict[Job, Answer] = OrderedDict()
        """Each piece by the job for its first sentence, the one that was asked for last at the end."""
        self._first: dict[Job, Job] = {}
        """By the job for any sentence that for the first one of its piece."""
        self._bytes = 0
        self._being_made: dict[Job, asyncio.Task[Answer]] = {}

    async def piece(self, job: Job) -> Answer:
        """The piece that a job asks for, made once for all who ask. Raises ReaderError as the maker does."""
        if first := self._first.get(job):
            self._made.move_to_end(first)
            return self._made[first]
        if job not in self._being_made:
            self._being_made[job] = asyncio.create_task(self._make(job))
        return await asyncio.shield(self._being_made[job])  # others may wait for it too

    async def _make(self, job: Job) -> Answer:
        try:
            made = await self._pool.do(job)
        finally:
            del self._being_made[job]
        jobs = _jobs(job, made)
        if jobs[0] not in self._made:
            self._made[jobs[0]] = made
            self._first |= dict.fromkeys(jobs, jobs[0])
            self._bytes += len(made["sound"])
        while self._bytes > self._room and len(self._made) > 1:
            first, oldest = self._made.popitem(last=False)
            self._bytes -= len(oldest["sound"])
            for one in _jobs(first, oldest):
                del self._first[one]
        return made


def _jobs(job: Job, made: Answer) -> list[Job]:
    """The jobs that ask for the same piece."""
    return [job._replace(at=id) for id, *_ in made["times"]["sentences"]]
