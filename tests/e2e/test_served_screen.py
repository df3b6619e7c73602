"""The reader in a browser: `tui-reader serve`, driven by Chromium; the text is read from what the server sends it."""

from __future__ import annotations

import os
import re
import shlex
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.support.corpus import MEMORANDUM
from tui_reader.cli.argument_groups import make_reading_options
from tui_reader.cli.parser import parse

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.e2e

SIZES = {"40x10": (400, 200), "80x24": (800, 480), "200x60": (2000, 1200)}
"""Windows in pixels that hold about so many cells."""


class Served(subprocess.Popen[str]):
    """The program while it serves the memorandum."""

    def __init__(self, folder: Path) -> None:
        places = {f"XDG_{name}_HOME": str(folder / name) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
        super().__init__(
            [sys.executable, "-m", "tui_reader", "serve", str(MEMORANDUM)],
            stdout=subprocess.PIPE, text=True, env={**os.environ, **places}, start_new_session=True,
        )  # fmt: skip
        assert self.stdout is not None
        self.lines = [self.stdout.readline() for _ in range(3)]
        found = re.search(r"(http://127\.0\.0\.1:\d+/)\?token=(\S+)", self.lines[0])
        assert found, self.lines
        self.root, self.token = found.groups()

    @property
    def address(self) -> str:
        return f"{self.root}?token={self.token}"

    def children(self) -> list[int]:
        """The readers of the windows, and the shells that run them."""
        return [int(word) for word in Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text().split()]


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    process = Served(tmp_path)
    yield process
    process.send_signal(signal.SIGINT)
    try:
        process.wait(10)
    finally:
        process.kill()
        assert process.stdout is not None
        process.stdout.close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield browser
        browser.close()


class Window:
    """A page of the browser, what it was sent and what it loaded."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.sent = ""
        self.loaded: list[str] = []
        page.on("websocket", lambda line: line.on("framereceived", self._take))
        page.on("requestfinished", lambda done: self.loaded.append(done.url))
        page.goto(address)

    def _take(self, frame: str | bytes) -> None:
        text = frame if isinstance(frame, str) else frame.decode("utf-8", "replace")
        self.sent += re.sub(r"\x1b\[[0-9;?]*[ -/]*[@-~]", " ", text)

    def shows(self, words: str) -> None:
        for _ in range(100):
            if words in self.sent:
                return
            self.page.wait_for_timeout(100)
        raise AssertionError(f"{words!r} was not shown; the end is {self.sent[-500:]!r}")


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
    window.page.mouse.click(SIZES[name][0] / 2, SIZES[name][1] - 30)  # the browser gives it the keyboard
    window.page.keyboard.press("n")
    window.shows("Ball")
    # textual-serve's page asks for a font from elsewhere; the headers forbid it.
    assert not [url for url in window.loaded if url.startswith("http") and not url.startswith(served.root)]
    assert any("static/" in url for url in window.loaded)


def status(url: str, cookie: str = "") -> int:
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers={"Cookie": cookie})) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        error.close()
        return error.code


def test_without_the_token_nothing_is_given(served: Served) -> None:
    for path in ("", "ws", "static/js/textual.js", "?token=wrong", "?token=é".encode().hex(), "download/x"):
        assert status(served.root + path, "tui-reader=wrong") == 403, path
    assert status(served.address) == 200
    assert served.children() == []


def test_ctrl_c_ends_it_and_its_readers(served: Served, visit: Callable[..., Window]) -> None:
    visit(served.address, SIZES["80x24"]).shows("Stevenson")
    children = served.children()
    assert children
    served.send_signal(signal.SIGINT)
    assert served.wait(10) == 0
    end = time.monotonic() + 5
    while left := [pid for pid in children if Path(f"/proc/{pid}").exists()]:
        assert time.monotonic() < end, left
        time.sleep(0.05)


def test_its_lines_name_the_accessible_ways(served: Served) -> None:
    told = "".join(served.lines)
    assert "for sighted people" in told and "--plain" in told and ".html" in told


def test_a_port_that_is_taken_is_one_line(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        words = [sys.executable, "-m", "tui_reader", "serve", "--no-library", f"--port={port}", str(MEMORANDUM)]
        done = subprocess.run(words, capture_output=True, text=True, timeout=30, check=False)
    assert done.returncode == 1 and done.stderr.count("\n") == 1
    assert f"Cannot serve at 127.0.0.1, port {port}" in done.stderr


def test_every_address_at_once_is_wrong_use() -> None:
    words = [sys.executable, "-m", "tui_reader", "serve", "--no-library", "--host=0.0.0.0", str(MEMORANDUM)]
    done = subprocess.run(words, capture_output=True, text=True, timeout=30, check=False)
    assert done.returncode == 2 and "name the one address" in done.stderr


def test_a_file_is_no_word_of_the_shell(tmp_path: Path) -> None:
    from tui_reader.faces.served import command

    file = tmp_path / "$(touch x); 'two' words.txt"
    arguments = parse(["serve", str(file), "--speed=1.5", "--no-library"])
    words = shlex.split(command(arguments.file, make_reading_options(arguments)))
    assert words[:4] == ["exec", sys.executable, "-I", "-c"]
    assert words[5:] == ["--full", "--no-sound", "--speed=1.5", "--no-library", str(file)]
