"""Who is answered by the page that reads aloud, of `tui-reader serve`, how many at once, and how long its text may be.

Needs Debian's chromium, and playwright from PyPI (the extra `e2e`).
"""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from tests.support.served_page import asked, at, ready, until
from tests.support.served_program import Served

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.e2e


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with Served(tmp_path_factory.mktemp("served")) as process:
        yield process
        process.finish()


class TestSafety:
    def test_the_token_is_in_no_address_and_no_page_without_it_shows_anything(
        self, served: Served, browser: Browser
    ) -> None:
        context = browser.new_context()
        page = context.new_page()
        addresses: list[str] = []
        page.on("request", lambda asked: addresses.append(asked.url + str(asked.headers.get("referer"))))
        page.goto(served.page)
        ready(page)
        addresses.pop(0)  # the one that the program printed
        page.reload()
        ready(page)
        assert addresses and not [address for address in addresses if served.token in address]
        assert served.token not in page.url and page.context.cookies() == []
        stranger = browser.new_context().new_page()
        stranger.goto(f"{served.root}document")
        until(stranger, "!document.getElementById('trouble').hidden")
        assert "Open the whole address" in str(stranger.text_content("#trouble"))
        assert stranger.locator("article").count() == 0
        stranger.context.close()
        context.close()

    def test_a_link_in_a_new_tab_has_the_token_from_its_neighbour(self, served: Served, browser: Browser) -> None:
        context = browser.new_context()
        page, tab = context.new_page(), context.new_page()
        page.goto(served.page)
        ready(page)
        tab.goto(f"{served.root}library")
        until(tab, "document.querySelectorAll('#rows a').length > 0")
        context.close()

    def test_by_a_raw_connection_wrong_tokens_hosts_and_origins_get_nothing(self, served: Served) -> None:
        right = [f"Host: 127.0.0.1:{served.port}", f"Authorization: Bearer {served.token}"]
        assert status(served, right) == 200
        for wrong, refusal in (
            (right[:1], 403), ([right[0], "Authorization: Bearer guess"], 403), (["Host: evil.example", right[1]], 421),
            ([*right, "Origin: http://evil.example"], 403), ([*right, "Sec-Fetch-Site: cross-site"], 403),
        ):  # fmt: skip
            assert status(served, wrong) == refusal, wrong


def status(served: Served, headers: list[str]) -> int:
    """The status of an answer to a request that is written by hand."""
    with socket.create_connection(("127.0.0.1", served.port), timeout=60) as connection:
        connection.sendall("\r\n".join(["GET /data/open HTTP/1.1", "Connection: close", *headers, "", ""]).encode())
        return int(connection.recv(65536).split()[1])


def test_fifty_clients_are_answered_at_once_and_one_that_does_not_listen_holds_nobody_up(served: Served) -> None:
    version = asked(served, "open")["version"]
    sizes: list[int] = []

    def listen(turn: int) -> None:
        sizes.append(len(asked(served, "text", version=version, number="0")))
        sizes.append(len(asked(served, "sound", version=version, at=f"s{turn % 23}-0")))

    with socket.create_connection(("127.0.0.1", served.port)) as deaf:
        request = f"GET /data/sound?version={version}&at=s0-0 HTTP/1.1\r\nHost: 127.0.0.1:{served.port}\r\n"
        deaf.sendall((request + f"Authorization: Bearer {served.token}\r\n\r\n").encode())
        clients = [Thread(target=listen, args=(turn,)) for turn in range(50)]
        for client in clients:
            client.start()
        for client in clients:
            client.join(60)
    assert len(sizes) == 100 and min(sizes) > 0


def test_a_long_document_holds_a_window_of_its_turns_that_goes_along(browser: Browser, tmp_path: Path) -> None:
    talk = tmp_path / "long.txt"
    talk.write_text("".join(f"{'ANNE' if n % 2 else 'BEN'}: This is number {n}.\n\n" for n in range(1, 5001)))
    with Served(tmp_path, "--engine=tone", document=talk) as served:
        page = browser.new_page()
        page.goto(f"{served.page}#turn-2500")
        at(page, "Turn 2500 of 5000")
        until(page, "document.querySelectorAll('article').length === 1000")
        assert page.locator("#t2500").is_visible() and page.locator("#t1").count() == 0
        until(page, "scrollTo(0, document.body.scrollHeight), document.querySelector('article').id > 't2100'")
        assert page.locator("article").count() <= 1000
        page.keyboard.press("g")
        page.keyboard.type("4990")
        page.keyboard.press("Enter")
        at(page, "Turn 4990 of 5000")
        until(page, "document.querySelector('#t4990 .s.heard') !== null")
        assert page.locator("#t5000").count() == 1
        page.close()
        served.finish()


def test_a_link_to_a_note_that_is_not_loaded_loads_it(browser: Browser, tmp_path: Path) -> None:
    talk = tmp_path / "long.md"
    noted = {10: "[^1]", 2990: "[^1]"}
    turns = (f"**{'ANNE' if n % 2 else 'BEN'}:** This is number {n}{noted.get(n, '')}.\n" for n in range(1, 3001))
    talk.write_text("\n".join([*turns, "[^1]: It was in May."]))
    with Served(tmp_path, "--engine=tone", document=talk) as served:
        page = browser.new_page()
        page.goto(f"{served.page}#turn-2990")
        until(page, "document.querySelectorAll('article').length === 1000")
        assert page.locator("#n1").count() == 0
        page.evaluate("document.querySelector('#t2990 a.noteref').click()")
        until(page, "document.activeElement.id === 'n1' && document.querySelector('#t10') !== null")
        page.close()
        served.finish()
