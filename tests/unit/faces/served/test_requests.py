"""Who is answered by the web server of `serve`, and who is refused, in one line."""

from __future__ import annotations

import asyncio

import pytest
from aiohttp import WSServerHandshakeError

from tests.support.served_window import TOKEN, Served, serving
from tui_reader.faces.served.request_guard import PERIOD, TRIES, RequestGuard, WrongTokens

PAGE = f"/?token={TOKEN}"
PATHS = (PAGE, "/", "/reader", "/page.js", "/page.css", "/textual.js", "/xterm.css", "/ws", "/nothing", "/nothing/more")


def statuses(*requests: tuple[str, dict[str, str]], method: str = "GET") -> list[int]:
    """The statuses of requests, each a path and headers."""

    async def ask() -> list[int]:
        async with serving() as served:
            return [await served.status(path, method, **headers) for path, headers in requests]

    return asyncio.run(ask())


def refused(token: str = TOKEN, **headers: str) -> int:
    """The status with which a window is refused."""

    async def ask() -> int:
        async with serving() as served:
            with pytest.raises(WSServerHandshakeError) as refusal:
                await served.window(token, **headers)
            return refusal.value.status

    return asyncio.run(ask())


def test_the_page_needs_the_token_and_no_cookie_stands_for_it() -> None:
    cookie = {"Cookie": f"tui-reader={TOKEN}; token={TOKEN}"}
    assert statuses((PAGE, {}), ("/", {}), ("/?token=wrong", {}), ("/", cookie)) == [200, 403, 403, 403]


@pytest.mark.parametrize(
    "host",
    ["attacker.example", "attacker.example:{port}", "127.0.0.1", "127.0.0.1:1", "localhost:{port}", "[::1]:{port}"],
)
def test_a_name_that_was_made_to_stand_for_this_computer_is_misdirected(host: str) -> None:
    async def ask() -> None:
        async with serving() as served:
            sent = {"Host": host.format(port=served.origin.rpartition(":")[2])}
            for path in PATHS:
                async with served.client.get(served.origin + path, headers=sent) as answer:
                    assert answer.status == 421
                    assert await answer.text() == f"This is not the address that was printed: {served.origin}\n"

    asyncio.run(ask())


@pytest.mark.parametrize("origin", ["http://127.0.0.1:1", "https://attacker.example", "null"])
def test_a_page_of_another_address_gets_nothing(origin: str) -> None:
    assert statuses(*((path, {"Origin": origin}) for path in PATHS)) == [403] * len(PATHS)
    assert refused(Origin=origin) == 403


def test_a_page_of_another_port_loads_no_script_and_guesses_no_token_but_may_link_to_the_reader() -> None:
    script = {"Sec_Fetch_Site": "same-site", "Sec_Fetch_Mode": "no-cors", "Sec_Fetch_Dest": "script"}
    guess = {"Sec_Fetch_Site": "same-site", "Sec_Fetch_Mode": "no-cors", "Sec_Fetch_Dest": "empty"}
    link = {"Sec_Fetch_Site": "same-site", "Sec_Fetch_Mode": "navigate", "Sec_Fetch_Dest": "document"}
    frame = link | {"Sec_Fetch_Dest": "iframe"}
    assert statuses(("/page.js", script), (PAGE, frame), (PAGE, link)) == [403, 403, 200]
    assert statuses(*[("/?token=wrong", guess)] * (TRIES + 1), (PAGE, {})) == [403] * (TRIES + 1) + [200]


@pytest.mark.parametrize("token", ["wrong", ""])
def test_a_window_needs_the_token(token: str) -> None:
    assert refused(token or "-", Cookie=f"tui-reader={TOKEN}") == 403


def test_a_window_is_opened_by_a_page_alone() -> None:
    assert refused(Origin="") == 403


def test_after_too_many_wrong_tokens_an_address_has_to_wait() -> None:
    async def ask(served: Served) -> None:
        for _ in range(TRIES):
            assert await served.status("/?token=wrong") == 403
        async with served.client.get(served.origin + PAGE) as answer:
            assert answer.status == 429
            assert 0 < int(answer.headers["Retry-After"]) <= PERIOD + 1
            assert (await answer.text()).startswith("Too many wrong tokens. Try again in ")
        with pytest.raises(WSServerHandshakeError) as refusal:
            await served.window()
        assert refusal.value.status == 429

    async def run() -> None:
        async with serving() as served:
            await ask(served)

    asyncio.run(run())


def test_wrong_tokens_are_forgotten_after_a_while_and_counted_for_each_address() -> None:
    now = 0.0
    wrong = WrongTokens(lambda: now)
    for _ in range(TRIES):
        assert wrong.wait("a") == 0
        wrong.add("a")
    assert wrong.wait("a") > PERIOD - 1 and wrong.wait("b") == 0
    now = PERIOD
    assert wrong.wait("a") == 0
    wrong.add("a")
    assert wrong.wait("a") == 0


@pytest.mark.parametrize("method", ["HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_nothing_but_get_is_allowed(method: str) -> None:
    assert statuses(*((path, {}) for path in PATHS[:-1]), method=method) == [405] * (len(PATHS) - 1)


def test_the_address_of_the_websocket_says_what_it_is_for() -> None:
    async def ask() -> None:
        async with serving() as served, served.client.get(f"{served.origin}/ws?token={TOKEN}") as answer:
            assert answer.status == 426 and answer.headers["Upgrade"] == "websocket"
            assert await answer.text() == "This address is for the WebSocket of the page.\n"

    asyncio.run(ask())


def test_every_answer_forbids_frames_referrers_copies_and_other_servers_and_sets_no_cookie() -> None:
    async def ask() -> None:
        async with serving() as served:
            answers = [await served.client.get(served.origin + path) for path in PATHS]
            answers.append((await served.window()).socket._response)
            for headers in (answer.headers for answer in answers):
                policy = headers["Content-Security-Policy"]
                assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy
                assert "http:" not in policy.replace(served.origin, "") and "*" not in policy
                assert headers["X-Frame-Options"] == "DENY"
                assert headers["Referrer-Policy"] == "no-referrer"
                assert headers["X-Content-Type-Options"] == "nosniff"
                assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
                assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
                assert headers["Cache-Control"] == "no-store"
                assert "Set-Cookie" not in headers

    asyncio.run(ask())


def test_the_policy_names_no_address_of_ipv6_which_browsers_refuse() -> None:
    assert "connect-src 'self';" in RequestGuard("http://[::1]:8000", TOKEN).headers["Content-Security-Policy"]


def test_the_page_names_no_other_server_and_holds_no_token() -> None:
    async def ask() -> None:
        async with serving() as served:
            for path in (PAGE, "/page.js", "/page.css"):
                async with served.client.get(served.origin + path) as answer:
                    text = await answer.text()
                    assert answer.status == 200 and "//" not in text.replace("// ", "") and TOKEN not in text

    asyncio.run(ask())
