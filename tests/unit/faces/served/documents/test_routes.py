"""What the pages of documents are answered, and who is refused."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from tests.support.served_window import TOKEN, Served, serving
from tui_reader.faces.served.documents import pool
from tui_reader.faces.served.request_guard import TRIES

DATA = ("/data/open", "/data/text", "/data/times", "/data/sound", "/data/library")
BEARER = {"Authorization": f"Bearer {TOKEN}"}


def with_server(use: Callable[[Served], Awaitable[None]]) -> None:
    async def run() -> None:
        async with serving() as served:
            await use(served)

    asyncio.run(run())


@pytest.fixture
def stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes answer what they are asked, and open no document."""
    monkeypatch.setattr(pool, "WORKER", ("tests.support.worker_stand_in", "main"))


@pytest.mark.usefixtures("stand_in")
def test_data_is_given_to_who_sends_the_token_alone() -> None:
    async def use(served: Served) -> None:
        for path in DATA:
            assert await served.status(f"{path}?token={TOKEN}", Cookie=f"token={TOKEN}") == 403
            assert await served.status(path, Authorization=TOKEN[:-1]) == 403
        assert await served.status("/data/move", "POST") == 403
        assert await served.status("/data/text", **BEARER) == 200
        assert await served.status("/data/move", "POST", **BEARER) == 200

    with_server(use)


def test_wrong_tokens_have_to_wait_here_too() -> None:
    async def use(served: Served) -> None:
        for _ in range(TRIES):
            assert await served.status("/data/sound", Authorization="Bearer guess") == 403
        assert await served.status("/data/sound", **BEARER) == 429
        assert await served.status(f"/document?token={TOKEN}") == 429

    with_server(use)


@pytest.mark.parametrize("page", ["/document", "/document/abc", "/library"])
def test_a_page_holds_nothing_and_a_wrong_token_in_its_address_is_refused(page: str) -> None:
    async def use(served: Served) -> None:
        assert await served.status(f"{page}?token=wrong") == 403
        for query in ("", f"?token={TOKEN}"):
            async with served.client.get(served.origin + page + query) as answer:
                text = await answer.text()
                assert answer.status == 200 and TOKEN not in text and "Stevenson" not in text and "//" not in text
                policy = answer.headers["Content-Security-Policy"]
                assert "unsafe-inline" not in policy and "script-src 'self';" in policy and "media-src blob:;" in policy

    with_server(use)


@pytest.mark.parametrize("headers", [{"Host": "attacker.example"}, {"Origin": "http://127.0.0.1:1"},
    {"Sec-Fetch-Site": "same-site", "Sec-Fetch-Dest": "empty"}])  # fmt: skip
def test_other_names_and_pages_get_nothing_even_with_the_token(headers: dict[str, str]) -> None:
    async def use(served: Served) -> None:
        for path in (*DATA, "/document", "/library", "/document.js", "/voice.js"):
            assert await served.status(path, **BEARER, **headers) in (403, 421), path
        assert await served.status("/data/move", "POST", **BEARER, **headers) in (403, 421)

    with_server(use)


def test_nothing_is_changed_by_a_get_and_nothing_else_is_allowed() -> None:
    async def use(served: Served) -> None:
        assert await served.status("/data/move", **BEARER) == 405
        for method in ("POST", "PUT", "DELETE", "HEAD"):
            for path in (*DATA, "/document", "/library"):
                assert await served.status(path, method, **BEARER) == 405

    with_server(use)


@pytest.mark.usefixtures("stand_in")
def test_values_are_cut_and_what_a_task_does_not_take_is_passed_over() -> None:
    async def use(served: Served) -> None:
        query = f"?words={'x' * 900}&number=-5&command=die&nothing=1"
        async with served.client.get(served.origin + "/data/open" + query, headers=BEARER) as answer:
            assert json.loads(await answer.text())["words"] == "x" * 200

    with_server(use)


@pytest.mark.usefixtures("stand_in")
def test_the_end_of_the_server_does_not_wait_for_what_is_done() -> None:
    async def run() -> None:
        async with serving() as served:
            asking = asyncio.create_task(served.status("/data/move?command=sleep+600", "POST", **BEARER))
            await asyncio.sleep(0.5)
        await asyncio.gather(asking, return_exceptions=True)

    asyncio.run(asyncio.wait_for(run(), 20))


def test_the_served_document_is_opened_spoken_and_left_at_a_turn(tmp_path: Path) -> None:
    async def use(served: Served) -> None:
        async def ask(task: str, method: str = "GET", **query: str) -> object:
            async with served.client.request(
                method, f"{served.origin}/data/{task}", params=query, headers=BEARER
            ) as answer:
                assert answer.status == 200 and answer.headers["Cache-Control"] == "no-store"
                return await (answer.json() if answer.content_type == "application/json" else answer.read())

        opening = await ask("open")
        assert isinstance(opening, dict)
        version = opening["version"]
        times, sound = await asyncio.gather(
            ask("times", version=version, at="s8-0"), ask("sound", version=version, at="s8-0")
        )
        assert isinstance(times, dict) and times["sentences"][0][0] == "s8-0"
        assert isinstance(sound, bytes) and sound.startswith(b"RIFF")
        await ask("move", "POST", version=version, at="s8-0", command="stay")
        again = await ask("open")
        assert isinstance(again, dict) and again["here"]["name"] == "Turn 9 of 23, Ball"
        async with served.client.get(served.origin + "/data/text?version=old", headers=BEARER) as answer:
            assert answer.status == 409 and "changed since" in await answer.text()

    with_server(use)
