"""Sound that was made is kept within bounds, and made once for all who ask for it."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tui_reader.errors import ReaderError
from tui_reader.faces.served.documents.jobs import Answer, Job, Source
from tui_reader.faces.served.documents.sound_cache import SoundCache
from tui_reader.startup.reading_options import ReadingOptions

SOURCE = Source(Path("talk.txt"), ReadingOptions())


class Maker:
    """Stands in for the pool: a piece holds two sentences, those of an even number and the next, and 100 bytes."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.go_on = asyncio.Event()
        self.go_on.set()

    async def do(self, job: Job) -> Answer:
        self.asked.append(job.at)
        await self.go_on.wait()
        number = int(job.at.removeprefix("s0-"))
        if number < 0:
            raise ReaderError("Nothing is said there.")
        first = number - number % 2
        return {"times": {"sentences": [[f"s0-{first}", 0.0, []], [f"s0-{first + 1}", 1.0, []]]}, "sound": bytes(100)}


def job(number: int) -> Job:
    return Job("sound", SOURCE, version="v", at=f"s0-{number}")


def test_a_piece_is_made_once_also_for_its_other_sentences() -> None:
    async def run() -> None:
        maker = Maker()
        cache = SoundCache(maker)
        pieces = [await cache.piece(job(number)) for number in (4, 5, 4)]
        assert maker.asked == ["s0-4"] and pieces[0] is pieces[1] is pieces[2]

    asyncio.run(run())


def test_who_asks_while_it_is_made_waits_for_the_same_also_when_another_goes_away() -> None:
    async def run() -> None:
        maker = Maker()
        maker.go_on.clear()
        cache = SoundCache(maker)
        waiting = [asyncio.create_task(cache.piece(job(0))) for _ in range(50)]
        await asyncio.sleep(0)
        waiting.pop(0).cancel()
        await asyncio.sleep(0)
        maker.go_on.set()
        assert len({id(piece) for piece in await asyncio.gather(*waiting)}) == 1 and maker.asked == ["s0-0"]

    asyncio.run(run())


def test_what_was_not_asked_for_longest_goes_first_and_no_more_is_kept_than_there_is_room() -> None:
    async def run() -> None:
        maker = Maker()
        cache = SoundCache(maker, room=250)
        for number in (0, 2, 0, 4):
            await cache.piece(job(number))
        maker.asked.clear()
        for number in (0, 1, 4, 2):
            await cache.piece(job(number))
        assert maker.asked == ["s0-2"]

    asyncio.run(run())


def test_an_error_is_not_kept() -> None:
    async def run() -> None:
        maker = Maker()
        cache = SoundCache(maker)
        for _ in range(2):
            with pytest.raises(ReaderError):
                await cache.piece(job(-1))
        assert len(maker.asked) == 2

    asyncio.run(run())
