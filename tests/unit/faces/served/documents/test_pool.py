"""The processes that open and speak documents: how many there are, what waits for what, what becomes of lost ones."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from tui_reader.errors import ReaderError
from tui_reader.faces.served.documents import pool as pools
from tui_reader.faces.served.documents.jobs import Job, Source
from tui_reader.faces.served.documents.pool import Pool
from tui_reader.startup.reading_options import ReadingOptions

SOURCE = Source(Path("talk.txt"), ReadingOptions())


@pytest.fixture(autouse=True)
def stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pools, "WORKER", ("tests.support.worker_stand_in", "main"))


def with_pool(use: Callable[[Pool], Awaitable[None]], most: int = 2) -> None:
    """Use a pool, and end its processes, which are gone then."""

    async def run() -> None:
        pool = Pool(most)
        try:
            await use(pool)
        finally:
            pool.close()

    asyncio.run(run())


def job(task: str = "text", command: str = "", document: str = "", words: str = "") -> Job:
    return Job(task, SOURCE, document, command=command, words=words)


def test_jobs_are_done_by_at_most_so_many_processes_which_end_with_the_pool() -> None:
    processes = set[int]()

    async def use(pool: Pool) -> None:
        answers = await asyncio.gather(*(pool.do(job(words=str(number))) for number in range(20)))
        assert [answer["words"] for answer in answers] == [str(number) for number in range(20)]
        processes.update(answer["process"] for answer in answers)
        assert 1 <= len(processes) <= 2

    with_pool(use)
    assert not [process for process in processes if Path(f"/proc/{process}").exists()]


def test_text_does_not_wait_for_sound() -> None:
    async def use(pool: Pool) -> None:
        sounds = [asyncio.create_task(pool.do(job("sound", "sleep 60"))) for _ in range(5)]
        await asyncio.sleep(0)
        await pool.do(job())
        assert not any(sound.done() for sound in sounds)

    with_pool(use)


def test_a_document_goes_to_the_process_that_has_it_open() -> None:
    async def use(pool: Pool) -> None:
        slow, quick = await asyncio.gather(pool.do(job(command="sleep 0.2", document="a")), pool.do(job(document="b")))
        assert slow["process"] != quick["process"]
        for document, one in (("a", slow), ("b", quick), ("a", slow)):
            assert (await pool.do(job(document=document)))["process"] == one["process"]

    with_pool(use)


def test_an_error_is_raised_and_a_process_that_dies_is_replaced() -> None:
    async def use(pool: Pool) -> None:
        with pytest.raises(ReaderError, match=r"^It cannot be read\.$"):
            await pool.do(job(command="fail"))
        with pytest.raises(ReaderError, match="was lost"):
            await pool.do(job(command="die"))
        assert (await pool.do(job(words="on")))["words"] == "on"

    with_pool(use, most=1)


def test_a_process_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pools, "PATIENCE", 0.3)

    async def use(pool: Pool) -> None:
        with pytest.raises(ReaderError, match="was lost"):
            await pool.do(job(command="sleep 600"))

    with_pool(use)


def test_too_many_jobs_at_once_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pools, "WAITING", 3)

    async def use(pool: Pool) -> None:
        results = await asyncio.gather(*(pool.do(job()) for _ in range(5)), return_exceptions=True)
        assert [isinstance(result, ReaderError) for result in results] == [False] * 3 + [True] * 2

    with_pool(use)


def test_a_pool_that_is_closed_ends_what_is_done() -> None:
    async def run() -> None:
        pool = Pool(2)
        doing = asyncio.create_task(pool.do(job(command="sleep 600")))
        await asyncio.sleep(0.3)
        await asyncio.to_thread(pool.close)
        with pytest.raises(ReaderError):
            await doing

    asyncio.run(run())
