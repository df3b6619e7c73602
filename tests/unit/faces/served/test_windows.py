"""The windows of `serve`: each has a process of its own, which ends with it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from tests.support.served_window import ECHO, FAILING, STUCK, Served, Window, serving
from tui_reader.faces.served import application, reader_process
from tui_reader.faces.served.reader_process import MOST_CELLS, packet


def with_server(use: Callable[[Served], Awaitable[None]], reader: str = ECHO, windows: int = 8) -> None:
    """Serve while a coroutine uses it."""

    async def run() -> None:
        async with serving(reader, windows) as served:
            await use(served)

    asyncio.run(run())


async def gone(process: int) -> None:
    """Wait until a process has ended; raises TimeoutError after a while."""
    async with asyncio.timeout(60):
        while Path(f"/proc/{process}").exists():
            await asyncio.sleep(0.01)


def test_keys_sizes_and_the_focus_reach_the_reader_and_the_page_is_drawn() -> None:
    async def use(served: Served) -> None:
        window = await served.window()
        assert (await window.drawn()).endswith(" 70x20")
        await window.socket.send_str(json.dumps(["stdin", "né\x1b"]))
        assert await window.drawn() == "Dné\x1b"
        await window.socket.send_str(json.dumps(["resize", {"width": 90, "height": 30}]))
        assert json.loads((await window.drawn())[1:]) == {"type": "resize", "width": 90, "height": 30}
        await window.socket.send_str(json.dumps(["focus"]))
        assert json.loads((await window.drawn())[1:]) == {"type": "focus"}

    with_server(use)


@pytest.mark.parametrize(
    "message",
    [
        "", "no JSON", "{}", "[]", "null", '["stdin"]', '["stdin", 5]', '["ping", "1"]', '["resize", {"width": 3}]',
        '["resize", {"width": "3", "height": 4}]', '["quit"]', '["stdin", "a", "b"]', "[" * 30_000,
    ],
)  # fmt: skip
def test_a_message_that_is_none_of_the_page_is_not_passed_on(message: str) -> None:
    assert packet(message) == b""


def test_a_window_cannot_ask_for_any_size() -> None:
    told = json.loads(packet('["resize", {"width": 1000000, "height": -5}]')[5:])
    assert told == {"type": "resize", "width": MOST_CELLS, "height": 1}


def test_half_a_surrogate_is_a_question_mark() -> None:
    assert packet('["stdin", "\\ud800"]') == b"D\0\0\0\1?"


@pytest.mark.parametrize("query", ["", "?width=x&height=", "?width=" + "9" * 5000 + "&height=1"])
def test_without_a_size_it_is_80_by_24(query: str) -> None:
    async def use(served: Served) -> None:
        assert (await (await served.window(query=query)).drawn()).endswith(" 80x24")

    with_server(use)


def test_one_window_too_many_is_told_so_and_may_come_when_another_is_closed() -> None:
    async def use(served: Served) -> None:
        first, second = await served.window(), await served.window()
        process = await first.process()
        await second.process()
        third = await served.window()
        assert await third.reason() == "2 windows are open already; close one first, or start with --windows N."
        await first.socket.close()
        await gone(process)
        async with asyncio.timeout(60):
            while not await opens(await served.window()):
                await asyncio.sleep(0.01)

    async def opens(window: Window) -> bool:
        return (await window.socket.receive(timeout=60)).data.__class__ is bytes

    with_server(use, windows=2)


def test_the_process_ends_with_its_window() -> None:
    async def use(served: Served) -> None:
        window = await served.window()
        process = await window.process()
        await window.socket.close()
        await gone(process)

    with_server(use)


def test_the_process_ends_where_the_browser_is_cut_off() -> None:
    async def use(served: Served) -> None:
        window = await served.window()
        process = await window.process()
        connection = window.socket._response.connection
        assert connection and connection.transport
        connection.transport.abort()
        await gone(process)

    with_server(use)


def test_the_process_ends_where_the_browser_no_longer_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(application, "HEARTBEAT", 0.2)

    async def use(served: Served) -> None:
        window = await served.window()
        process = await window.process()
        await gone(process)  # the client answers to a question only while it receives

    with_server(use)


def test_a_process_that_stays_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader_process, "CLOSING", 0.2)

    async def use(served: Served) -> None:
        window = await served.window()
        process = await window.process()
        await window.socket.close()
        await gone(process)

    with_server(use, STUCK)


def test_the_end_of_the_server_ends_the_processes_and_is_told() -> None:
    async def run() -> None:
        async with serving() as served:
            window = await served.window()
            process = await window.process()
            told = asyncio.create_task(window.reason())
            await asyncio.sleep(0)
        await gone(process)
        assert await told == "tui-reader serve has ended."

    asyncio.run(run())


def test_the_end_of_the_server_kills_a_process_that_stays_after_its_window() -> None:
    async def run() -> None:
        async with serving(STUCK) as served:
            window = await served.window()
            process = await window.process()
            await window.socket.close()
            await asyncio.sleep(0.1)  # the process is being waited for
        assert not Path(f"/proc/{process}").exists()

    asyncio.run(run())


def test_a_reader_that_fails_says_why_in_the_page() -> None:
    async def use(served: Served) -> None:
        assert await (await served.window()).reason() == "lost.txt: No such file."

    with_server(use, FAILING)


def test_a_reader_that_cannot_be_started_is_told_in_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    async def fail(*_: object) -> str:
        raise OSError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(application, "show", fail)

    async def use(served: Served) -> None:
        reason = await (await served.window()).reason()
        assert reason == "No reader could be started: Resource temporarily unavailable."

    with_server(use)


def test_a_message_that_is_too_long_ends_the_window() -> None:
    async def use(served: Served) -> None:
        window = await served.window()
        process = await window.process()
        await window.socket.send_str("x" * (application.LONGEST_MESSAGE + 1))
        assert (await window.socket.receive(timeout=60)).data == 1009
        await gone(process)

    with_server(use)


def test_more_messages_than_a_hand_can_make_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader_process, "MOST_MESSAGES", 3)

    async def use(served: Served) -> None:
        window = await served.window()
        await window.process()
        for _ in range(4):
            await window.socket.send_str(json.dumps(["stdin", "k"]))
        for _ in range(3):
            await window.drawn()
        with pytest.raises(TimeoutError):
            await window.socket.receive_bytes(timeout=0.2)
        assert await window.drawn() == "Dk"

    with_server(use)
