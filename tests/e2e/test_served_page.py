"""The page that reads aloud, of `tui-reader serve`, in Chromium: it plays, marks, obeys, keeps the place, and is safe.

Needs Debian's chromium, and playwright and axe-playwright-python from PyPI (the extra `e2e`).
"""

from __future__ import annotations

import json
import socket
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest

from tests.support.served_program import Served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.e2e

Visit = Callable[..., Any]
LATE = 0.060
"""Seconds that a mark may be late, 19 times of 20."""
CLOCK = "document.getElementById('sound').currentTime"
WATCH = """
() => new Promise((done) => {
  const sound = document.getElementById("sound"), seen = [];
  let before = "";
  const look = () => {
    const [range] = CSS.highlights.get("word");
    const sentence = document.querySelector(".s.heard");
    if (range && sentence) {
      const start = document.createRange();
      start.setStart(sentence, 0);
      start.setEnd(range.startContainer, range.startOffset);
      const word = [sentence.id, String(range), sound.currentTime];
      if (word.slice(0, 2).join() !== before) seen.push(word);
      before = word.slice(0, 2).join();
    }
    if (seen.length >= 30) done(seen); else requestAnimationFrame(look);
  };
  look();
  setTimeout(() => done(seen), 15000);
})
"""
"""Gives the words that are marked, each with its sentence and the sound's clock when it was first seen so."""


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with Served(tmp_path_factory.mktemp("served")) as process:
        yield process
        process.finish()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def visit(browser: Browser, served: Served) -> Iterator[Visit]:
    """Opens the page at a turn, in a browser of its own, ready to play; options are those of a browser's context.

    Whatever a page complains of, and whatever it asks another server for, fails the test.
    """
    contexts: list[Any] = []
    complaints: list[str] = []

    def open_page(turn: int = 1, page: str = "document", **options: Any) -> Page:
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        contexts.append(context)
        context.on("weberror", lambda error: complaints.append(str(error.error)))
        context.on("console", lambda message: complaints.append(message.text))
        context.on("request", lambda asked: complaints.append(asked.url) if is_far(asked.url, served) else None)
        opened = context.new_page()
        opened.goto(f"{served.root}{page}?token={served.token}#turn-{turn}")
        return opened

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


def is_far(address: str, served: Served) -> bool:
    return not address.startswith((served.root, "data:", "blob:" + served.root))


def until(page: Page, condition: str) -> None:
    """Wait until something is true; Playwright's own waiting needs a looser policy than the page has."""
    end = time.monotonic() + 20
    while not page.evaluate(condition):
        assert time.monotonic() < end, condition
        page.wait_for_timeout(30)


def ready(page: Page) -> Page:
    """The page when it shows its place."""
    until(page, "document.getElementById('where').textContent !== ''")
    return page


def where(page: Page) -> str:
    return str(page.text_content("#where"))


def at(page: Page, words: str) -> None:
    """Wait until the page shows a place."""
    until(page, f"document.getElementById('where').textContent.startsWith({words!r})")


def plays(page: Page) -> bool:
    return not page.evaluate("document.getElementById('sound').paused")


def asked(served: Served, task: str, token: str = "", **query: str) -> Any:
    """What the reader answers to a task."""
    query_string = "&".join(f"{name}={value}" for name, value in query.items())
    request = urllib.request.Request(
        f"{served.root}data/{task}?{query_string}", headers={"Authorization": f"Bearer {token or served.token}"}
    )
    with urllib.request.urlopen(request, timeout=60) as answer:
        body = answer.read()
    return json.loads(body) if answer.headers["Content-Type"].startswith("application/json") else body


class TestPlaying:
    def test_space_plays_and_pauses_and_the_words_are_marked_with_the_sound(self, visit: Visit, served: Served) -> None:
        page = ready(visit(turn=14))
        page.keyboard.press("Space")
        until(page, f"{CLOCK} > 0.1")
        seen = page.evaluate(WATCH)
        page.keyboard.press("Space")
        assert not plays(page) and len(seen) >= 30
        version = asked(served, "open")["version"]
        late, pieces = list[float](), dict[str, Any]()
        for sentence, word, clock in seen[1:]:
            if sentence not in pieces:
                times = asked(served, "times", version=version, at=sentence)
                pieces |= {id: (start, words) for id, start, words in times["sentences"]}
            text = str(page.text_content(f"#{sentence}"))
            begun = [time for time, first, last in pieces[sentence][1] if time <= clock + 0.001]
            assert begun and word in text
            late.append(clock - begun[-1])
        assert sorted(late)[int(0.95 * len(late))] <= LATE, sorted(late)

    def test_it_goes_on_from_turn_to_turn(self, visit: Visit) -> None:
        page = ready(visit(turn=9))
        page.keyboard.press("Space")
        until(page, f"{CLOCK} > 0.1")
        page.evaluate("document.getElementById('sound').currentTime = document.getElementById('sound').duration - 0.5")
        at(page, "Turn 10 of 23")
        until(page, f"{CLOCK} > 0.3 && {CLOCK} < 3")
        assert plays(page) and page.get_attribute("#t10", "aria-current") == "true"

    def test_a_sentence_that_is_clicked_is_played(self, visit: Visit) -> None:
        page = ready(visit(turn=6))
        page.locator("#t6 .s").nth(2).click()
        until(page, f"{CLOCK} > 0.3")
        assert plays(page) and page.locator(".s.heard").get_attribute("id") == page.locator("#t6 .s").nth(
            2
        ).get_attribute("id")

    def test_keys_and_buttons_are_those_of_the_exported_page_and_the_reader(self, visit: Visit) -> None:
        page = ready(visit(turn=1))
        for key, place in (("n", 2), ("n", 3), ("p", 2), ("N", 5), ("P", 2), ("s", 3), ("S", 2)):
            page.keyboard.press(key)
            at(page, f"Turn {place} of 23")
        page.get_by_role("button", name="Next turn").click()
        at(page, "Turn 3 of 23")
        assert page.text_content("[role=status]") == "Turn 3 of 23, Stevenson"
        page.keyboard.press("+")
        page.get_by_role("button", name="Faster").click()
        assert page.text_content("#speed") == "1.2×"
        page.get_by_role("button", name="Single keys").click()
        page.keyboard.press("n")
        page.wait_for_timeout(200)
        assert where(page).startswith("Turn 3 of 23")

    def test_a_place_that_is_typed_is_gone_to_with_the_focus(self, visit: Visit) -> None:
        page = ready(visit(turn=1))
        page.keyboard.press("g")
        page.keyboard.type("20")
        page.keyboard.press("Enter")
        at(page, "Turn 20 of 23")
        assert page.evaluate("document.activeElement.id") == "t20-who"
        page.keyboard.press("g")
        page.keyboard.press("Control+a")
        page.keyboard.type("99")
        page.keyboard.press("Enter")
        until(page, "document.getElementById('told').textContent === 'No turn 99. The last is 23.'")

    def test_where_the_engine_fails_a_line_says_so_and_it_goes_on(self, browser: Browser, tmp_path: Path) -> None:
        talk = tmp_path / "talk.vtt"
        talk.write_text(
            "WEBVTT\n\n00:01.000 --> 00:03.000\n<v Ann>One two.\n\n00:03.000 --> 00:04.000\n<v Ben>Three.\n"
        )
        (tmp_path / "talk.wav").write_bytes(b"RIFF no sound")
        with Served(tmp_path, document=talk) as served:
            page = browser.new_page()
            page.goto(served.page)
            ready(page).keyboard.press("Space")
            until(page, f"{CLOCK} > 0.3")
            assert "talk.wav" in str(page.text_content("#told")) and page.locator("#told").is_visible()
            assert "Going on with espeak" in str(page.text_content("#told"))
            page.close()
            served.finish()


class TestPlace:
    def test_a_page_that_was_left_opens_there_in_the_terminal_and_the_other_way_round(
        self, visit: Visit, served: Served
    ) -> None:
        page = ready(visit(turn=8))
        page.keyboard.press("n")
        at(page, "Turn 9 of 23")
        page.close()
        other = visit(page="")
        other.evaluate("location.hash = ''")
        until(other, "document.querySelector('.xterm-screen') !== null")
        assert asked(served, "open")["here"]["name"] == "Turn 9 of 23, Ball"

    def test_of_two_windows_the_last_wins_and_the_end_of_one_does_not_stop_the_other(
        self, visit: Visit, served: Served
    ) -> None:
        first, second = ready(visit(turn=5)), ready(visit(turn=15))
        second.keyboard.press("Space")
        until(second, f"{CLOCK} > 0.3")
        first.keyboard.press("n")
        at(first, "Turn 6 of 23")
        assert asked(served, "open")["here"]["name"].startswith("Turn 6")
        first.close()
        before = second.evaluate(CLOCK)
        until(second, f"{CLOCK} > {before + 0.5}")
        second.keyboard.press("n")
        at(second, "Turn 16 of 23")
        assert plays(second) and asked(served, "open")["here"]["name"].startswith("Turn 16")


class TestScreenReaders:
    @pytest.mark.parametrize("page_name", ["document", "library"])
    @pytest.mark.parametrize(("width", "colours"), [(1280, "light"), (320, "dark")])
    def test_axe_finds_nothing_and_nothing_is_cut(self, visit: Visit, page_name: str, width: int, colours: str) -> None:
        from axe_playwright_python.base import AXE_SCRIPT

        page = visit(2, page_name, color_scheme=colours, viewport={"width": width, "height": 640}, bypass_csp=True)
        until(page, "document.querySelectorAll('main a, main article').length > 0")
        if page_name == "document":
            ready(page).keyboard.press("n")
            at(page, "Turn 3 of 23")
        page.evaluate(AXE_SCRIPT)
        found = page.evaluate("axe.run()")
        assert [(one["id"], [node["html"][:200] for node in one["nodes"]]) for one in found["violations"]] == []
        assert len(found["passes"]) > 15
        assert page.evaluate("document.documentElement.scrollWidth") <= width

    def test_turns_are_headings_and_nothing_is_announced_while_the_voices_speak(self, visit: Visit) -> None:
        page = ready(visit(turn=1))
        for role in ("banner", "main"):
            assert page.get_by_role(role).count() == 1
        assert page.get_by_role("region", name="Player").count() == 1
        assert page.get_by_role("heading", name="Stevenson AES").count() == 12
        page.keyboard.press("Space")
        until(page, f"{CLOCK} > 0.3")
        page.keyboard.press("n")
        at(page, "Turn 2 of 23")
        page.keyboard.press("+")
        assert page.text_content("[role=status]") == ""

    def test_the_word_is_marked_in_forced_colours(self, visit: Visit) -> None:
        page = ready(visit(turn=3, forced_colors="active"))
        page.keyboard.press("Space")
        until(page, "CSS.highlights.get('word').size > 0")
        style = "getComputedStyle(document.querySelector('.s.heard'), '::highlight(word)').backgroundColor"
        assert page.evaluate(style) != page.evaluate("getComputedStyle(document.body).backgroundColor")


class TestSafety:
    def test_the_token_is_in_no_address_and_no_page_without_it_shows_anything(
        self, visit: Visit, served: Served, browser: Browser
    ) -> None:
        page = visit(turn=3)
        addresses: list[str] = []
        page.on("request", lambda asked: addresses.append(asked.url + str(asked.headers.get("referer"))))
        ready(page)
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

    def test_a_link_in_a_new_tab_has_the_token_from_its_neighbour(self, visit: Visit, served: Served) -> None:
        page = ready(visit(turn=3))
        tab = page.context.new_page()
        tab.goto(f"{served.root}library")
        until(tab, "document.querySelectorAll('#rows a').length > 0")

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
    with socket.create_connection(("127.0.0.1", served.port), timeout=30) as connection:
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
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        until(page, "document.querySelector('article').id > 't2050'")
        assert page.locator("article").count() <= 1000
        page.keyboard.press("g")
        page.keyboard.type("4990")
        page.keyboard.press("Enter")
        at(page, "Turn 4990 of 5000")
        until(page, "document.querySelector('#t4990 .s').classList.contains('heard')")
        assert page.locator("#t5000").count() == 1
        page.close()
        served.finish()
