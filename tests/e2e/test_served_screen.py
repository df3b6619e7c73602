"""The reader in a browser: `tui-reader serve`, driven by Chromium; the text is read from what the server sends it."""

from __future__ import annotations

import os
import re
import signal
import socket
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.support.served_program import Served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.e2e

SIZES = {"40x10": (400, 200), "80x24": (800, 480), "200x60": (2000, 1200)}
"""Windows in pixels that hold about so many cells."""


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    with Served(tmp_path, "--windows=2") as process:
        yield process
        process.finish()


class Window:
    """A page of the browser, what it was sent, what it loaded and what its console says of errors."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.sent = ""
        self.loaded: list[str] = []
        self.errors: list[str] = []
        page.on("websocket", lambda line: line.on("framereceived", self._take))
        page.on("requestfinished", lambda done: self.loaded.append(done.url))
        page.on("console", lambda line: self.errors.append(line.text) if line.type == "error" else None)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("requestfailed", lambda lost: self.errors.append(lost.url))
        page.goto(address)

    def _take(self, frame: str | bytes) -> None:
        text = frame if isinstance(frame, str) else frame.decode("utf-8", "replace")
        self.sent += re.sub(r"\x1b\[[0-9;?]*[ -/]*[@-~]", " ", text)

    def shows(self, words: str) -> None:
        self.until(lambda: words in self.sent, words)

    def until(self, condition: Callable[[], object], what: str) -> None:
        """Wait until something has become true, while the page goes on; `what` names it."""
        end = time.monotonic() + 60
        while not condition():
            assert time.monotonic() < end, f"{what!r} did not come; the end of what was shown is {self.sent[-500:]!r}"
            self.page.wait_for_timeout(50)


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[[str, tuple[int, int]], Window]]:
    pages: list[Page] = []

    def open_window(address: str, size: tuple[int, int]) -> Window:
        pages.append(browser.new_page(viewport={"width": size[0], "height": size[1]}))
        return Window(pages[-1], address)

    yield open_window
    for page in pages:
        page.close()


@pytest.mark.parametrize("name", SIZES)
def test_the_reader_is_shown_and_turns_its_pages(served: Served, visit: Callable[..., Window], name: str) -> None:
    window = visit(served.address, SIZES[name])
    window.shows("Stevenson")
    window.page.wait_for_timeout(500)
    if folder := os.environ.get("TUI_READER_PICTURES"):
        window.page.screenshot(path=f"{folder}/served-{name}.png")
    window.sent = ""
    window.page.keyboard.press("n")
    window.shows("Ball")
    assert not [url for url in window.loaded if url.startswith("http") and not url.startswith(served.root)]
    assert served.root + "textual.js" in window.loaded
    assert window.errors == []


def test_the_token_leaves_the_address_and_the_page_can_be_loaded_again(
    served: Served, visit: Callable[..., Window]
) -> None:
    window = visit(served.address, SIZES["80x24"])
    window.shows("Stevenson")
    assert window.page.url == served.root + "reader"
    window.sent = ""
    window.page.reload()
    window.shows("Stevenson")
    assert window.page.context.cookies() == [] and window.errors == []


def test_the_screen_is_drawn_anew_when_the_window_changes_its_size(
    served: Served, visit: Callable[..., Window]
) -> None:
    window = visit(served.address, SIZES["40x10"])
    window.shows("Stevenson")
    window.sent = ""
    window.page.set_viewport_size({"width": 1200, "height": 900})
    window.shows("n next   h help")  # forty columns have no room for it


def test_a_second_window_has_a_reader_of_its_own_and_one_too_many_is_told_why(
    served: Served, visit: Callable[..., Window]
) -> None:
    first, second = (visit(served.address, SIZES["80x24"]) for _ in range(2))
    first.shows("Stevenson")
    second.shows("Stevenson")
    assert len(served.children()) == 2
    third = visit(served.address, SIZES["80x24"])
    third.page.wait_for_selector("#reason:has-text('2 windows are open already; close one first')")
    first.page.keyboard.press("q")
    first.page.wait_for_selector("#reason:has-text('The reader has ended.')")
    third.page.click("text=Open again")
    third.shows("Stevenson")
    assert len(served.children()) == 2
    assert first.errors == third.errors == []


def test_the_page_without_the_token_says_what_to_open(served: Served, visit: Callable[..., Window]) -> None:
    window = visit(served.root + "reader", SIZES["80x24"])
    window.page.wait_for_selector("#reason:has-text('Open the whole address that the program printed')")
    assert served.children() == [] and window.errors == []


@pytest.mark.parametrize("link", ["{}&turn=12", "{}#turn-12"])
def test_a_link_opens_at_a_turn_and_keeps_it_in_the_address(
    served: Served, visit: Callable[..., Window], link: str
) -> None:
    window = visit(link.format(served.address), SIZES["80x24"])
    window.shows("Turn 12 of 23")
    assert window.page.url == served.root + "reader#turn-12"
    window.sent = ""
    window.page.goto(served.root + "?turn=3")  # the tab has the token
    window.shows("Turn 3 of 23")
    window.sent = ""
    window.page.evaluate("location.hash = '#turn-7'")
    window.shows("Turn 7 of 23")
    window.page.keyboard.press("n")
    window.shows("Turn 8 of 23")
    window.page.keyboard.press("q")
    window.page.click("text=Open again")  # goes on where it was left
    window.page.wait_for_url(served.root + "reader")
    assert window.errors == []


def test_a_turn_that_there_is_not_is_told_and_odd_ones_are_left_out(
    served: Served, visit: Callable[..., Window]
) -> None:
    window = visit(served.address + "&turn=99", SIZES["80x24"])
    window.page.wait_for_selector("#reason:has-text('99')")
    window = visit(served.address + "#turn-1;x", SIZES["80x24"])
    window.shows("Turn 1 of 23")
    assert window.page.url == served.root + "reader"


KEYS = {
    "Escape": "\\u001b", "Tab": "\\t", "Shift+Tab": "\\u001b[Z", "Control+p": "\\u0010", "Control+f": "\\u0006",
    "Control+u": "\\u0015", "Control+r": "\\u0012", "Control+o": "\\u000f", "Control+s": "\\u0013",
    "F1": "\\u001bOP", "F3": "\\u001bOR", "F5": "\\u001b[15~", "F6": "\\u001b[17~", "F7": "\\u001b[18~",
    "F10": "\\u001b[21~", "F11": "\\u001b[23~", "F12": "\\u001b[24~", "PageDown": "\\u001b[6~", "Home": "\\u001b[H",
    "Alt+ArrowLeft": "\\u001b[1;",
}  # fmt: skip
"""Keys that a browser would use itself, and how what the reader is sent of them begins."""


@pytest.mark.parametrize("focused", [True, False])
def test_every_key_reaches_the_reader_also_after_a_click_beside_it(
    served: Served, visit: Callable[..., Window], focused: bool
) -> None:
    window = visit("about:blank", (1013, 617))
    sent: list[str] = []

    def is_sent(words: str) -> bool:
        return any(words in frame for frame in sent)

    window.page.on("websocket", lambda line: line.on("framesent", lambda frame: sent.append(str(frame))))
    window.page.goto(served.address)
    window.shows("Turn 1 of 23")
    for key, begins in KEYS.items():
        if not focused:
            window.page.evaluate("document.activeElement.blur()")
        sent.clear()
        window.page.keyboard.press(key)
        window.until(partial(is_sent, f'["stdin","{begins}'), key)
    assert window.page.url == served.root + "reader"
    if not focused:
        window.page.evaluate("document.activeElement.blur()")
    sent.clear()
    window.page.keyboard.press("n")
    window.until(partial(is_sent, '["stdin","n"]'), "n")


def test_the_terminal_is_in_the_middle_of_the_window(served: Served, visit: Callable[..., Window]) -> None:
    window = visit(served.address, (1013, 617))
    window.shows("Turn 1 of 23")
    box = window.page.locator(".xterm-screen").bounding_box()
    assert box
    left, right = box["x"], 1013 - box["x"] - box["width"]
    top, bottom = box["y"], 617 - box["y"] - box["height"]
    assert abs(left - right) <= 1 and abs(top - bottom) <= 1 and min(left, top) >= 0


OTHER_PAGE = """<!DOCTYPE html><title>other</title><script>
const root = "ROOT";
const tell = (promise) => promise.then((gained) => gained, (error) => "refused");
const socket = (protocols) => new Promise((gain, refuse) => {
  const one = new WebSocket(root.replace("http", "ws") + "ws", protocols);
  one.onmessage = () => gain("a message");
  one.onopen = () => gain("a session");
  one.onclose = refuse;
});
const script = () => new Promise((gain, refuse) => {
  const one = document.createElement("script");
  one.src = root + "page.js"; one.onload = () => gain("a script"); one.onerror = refuse;
  document.head.append(one);
});
const fetched = (mode) => fetch(root + "reader", { mode, credentials: "include" })
  .then(async (answer) => (await answer.text()) || Promise.reject());
const opened = () => new Promise((gain, refuse) => {
  const other = window.open(root + "reader");
  setTimeout(() => { try { gain(other.document.body.innerText); } catch (error) { refuse(); } }, 1500);
});
window.tries = () => Promise.all([
  tell(fetched("cors")), tell(fetched("no-cors")), tell(socket([])), tell(socket(["tui-reader", "guess"])),
  tell(script()), tell(opened()),
]);
</script><iframe id="frame" src="ROOTreader"></iframe>"""


def test_a_page_on_another_port_gets_no_message_no_session_and_no_frame(served: Served, browser: Browser) -> None:
    asked: list[str | None] = []

    class OtherServer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.headers["Cookie"])
            self.send_response(200)
            self.end_headers()
            self.wfile.write(OTHER_PAGE.replace("ROOT", served.root).encode())

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), OtherServer)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    context = browser.new_context()
    try:
        window = Window(context.new_page(), served.address)
        window.shows("Stevenson")
        before = served.children()
        other = context.new_page()
        other.goto(f"http://127.0.0.1:{server.server_port}/")
        assert other.evaluate("tries()") == ["refused"] * 6
        frame = other.query_selector("#frame")
        assert frame
        framed = frame.content_frame()
        assert framed and not framed.url.startswith(served.root)
        assert served.children() == before
        assert set(asked) == {None}
    finally:
        context.close()
        server.shutdown()
        server.server_close()


def status(url: str, cookie: str = "") -> int:
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers={"Cookie": cookie})) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        error.close()
        return error.code


def test_without_the_token_nothing_of_the_document_is_given(served: Served) -> None:
    for path in ("", "?token=wrong", "?token=é".encode().hex()):
        assert status(served.root + path, f"tui-reader={served.token}") in (403, 404), path
    assert status(served.root + "ws") == 426
    assert status(served.address) == 200
    assert served.children() == []


@pytest.mark.parametrize("request_line", [b"nonsense\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"\x16\x03\x01\x02\x00\x01"])
def test_a_broken_request_is_answered_without_a_word_on_the_terminal(served: Served, request_line: bytes) -> None:
    with socket.create_connection(("127.0.0.1", served.port), timeout=60) as connection:
        connection.sendall(request_line)
        assert b" 400 " in connection.recv(65536)
    # The fixture looks at standard error.


@pytest.mark.parametrize(
    ("number", "status"), [(signal.SIGINT, 0), (signal.SIGTERM, 0), (signal.SIGHUP, 0), (signal.SIGKILL, -9)]
)
def test_a_signal_ends_it_and_its_readers(
    served: Served, visit: Callable[..., Window], number: int, status: int
) -> None:
    visit(served.address, SIZES["80x24"]).shows("Stevenson")
    assert served.end(number) == (status, [])


def test_a_closed_window_ends_its_reader(served: Served, visit: Callable[..., Window]) -> None:
    window = visit(served.address, SIZES["80x24"])
    window.shows("Stevenson")
    [child] = served.children()
    window.page.close()
    end = time.monotonic() + 60
    while Path(f"/proc/{child}").exists():
        assert time.monotonic() < end
        time.sleep(0.05)


def test_its_lines_name_the_page_for_everybody_and_the_way_from_elsewhere(served: Served) -> None:
    screen, page, elsewhere = served.lines
    assert "for sighted people" in screen
    assert "also for screen readers and phones" in page and f"{served.root}document?token={served.token}\n" in page
    assert f"ssh -L {served.port}:127.0.0.1:{served.port} HOST" in elsewhere
