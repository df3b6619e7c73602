"""The full screen while a large document is read: how far it is, how it is stopped, and what comes after it."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from tests.support.app_driver import MEMORANDUM, running_app
from tui_reader.document.model import Document
from tui_reader.errors import DocumentError, ReaderError
from tui_reader.faces.tui.documents.document_loading import PACE, DocumentLoading, Work
from tui_reader.faces.tui.documents.document_switching import DocumentSwitching, First
from tui_reader.settings import Settings
from tui_reader.startup.find_document import ReadSource
from tui_reader.startup.input_source import InputSource

NOTHING = Document("talk.txt", "", "", "")
TO_READ = InputSource(Path("talk.txt"))


class Reader:
    """Reads the memorandum when it is told to."""

    def __init__(self) -> None:
        self.go, self.stopped, self.share = threading.Event(), False, 0.42
        self.error: ReaderError | None = None

    def document(self) -> Document:
        """Wait for the word."""
        assert self.go.wait(60)
        if self.error:
            raise self.error
        return MEMORANDUM

    def stop(self) -> None:
        """Read no further."""
        self.stopped = True
        self.go.set()

    @property
    def work(self) -> Work:
        """What the screen is given."""
        return Work("Reading talk.txt, 18 MB.", self.document, lambda: self.share, self.stop)


def first(reader: Reader) -> First:
    """Begins as the program does that was given a large file."""

    def begin(switching: DocumentSwitching) -> None:
        def taken(wait: ReadSource) -> list[str]:
            switching._reading.open(wait(TO_READ), Path("talk.txt"))
            return []

        switching.read_first(TO_READ, reader.work, taken)

    return begin


@pytest.mark.parametrize(("columns", "lines"), [(100, 30), (80, 24), (40, 10)])
async def test_title_and_bar_are_shown_and_then_the_first_page(columns: int, lines: int) -> None:
    reader = Reader()
    async with running_app(columns, lines, NOTHING, first=first(reader)) as driver:
        await driver.pilot.pause()
        seen = " ".join(driver.text.split())
        assert seen.startswith("talk.txt ") and "████████░░░░░░░░░░░░ 42% Escape stops." in seen
        reader.go.set()
        await driver.wait(lambda: driver.turn == 1)
        assert "I wonder if you would care" in driver.text and "Escape" not in driver.text


async def test_a_calm_screen_says_it_once_and_without_a_bar() -> None:
    opening = DocumentLoading(lambda: None, lambda *_: None, lambda: False, "", "")
    opening._work = Reader().work
    assert opening.line == "Reading talk.txt, 18 MB. Escape stops."
    reader = Reader()
    async with running_app(80, 24, NOTHING, settings=Settings(calm=True), first=first(reader)) as driver:
        await driver.wait(lambda: not driver.app.view.hidden and driver.foot.strip())
        assert driver.foot.strip() == "Reading talk.txt, 18 MB. Escape stops."
        reader.go.set()


@pytest.mark.parametrize("key", ["escape", "q", "ctrl+c"])
async def test_it_can_be_stopped(key: str) -> None:
    reader = Reader()
    async with running_app(80, 24, NOTHING, first=first(reader)) as driver:
        await driver.press(key)
        assert reader.stopped
        assert str(driver.app.error) == "talk.txt: reading it was stopped." and driver.app.return_code == 1


async def test_keys_typed_meanwhile_are_done_afterwards() -> None:
    reader = Reader()
    async with running_app(80, 24, NOTHING, first=first(reader)) as driver:
        await driver.press("n", "n")
        reader.go.set()
        await driver.wait(lambda: driver.turn == 3)


async def test_what_is_wrong_with_the_file_ends_the_program_with_a_line() -> None:
    reader = Reader()
    reader.error = DocumentError("talk.txt: nothing to read; the file is empty")
    async with running_app(80, 24, NOTHING, first=first(reader)) as driver:
        reader.go.set()
        await driver.wait(lambda: driver.app.error)
        assert driver.app.error is reader.error and driver.app.return_code == 1


async def test_where_another_document_is_open_one_goes_on_with_it_and_escape_stops_the_new_one() -> None:
    async with running_app(80, 24) as driver:
        reader = Reader()
        taken: list[Document] = []
        driver.app.controller.loading.start(reader.work, lambda result: taken.append(result()))
        await driver.press("n")
        assert driver.turn == 2 and "42%" in driver.foot
        await driver.press("escape")
        assert reader.stopped and "42%" not in driver.foot and driver.app.error is None
        assert taken == [] and driver.turn == 2


async def test_it_waits_until_what_is_open_over_the_text_is_left() -> None:
    async with running_app(80, 24) as driver:
        reader, taken = Reader(), list[Document]()
        driver.app.controller.loading.start(reader.work, lambda result: taken.append(result()))
        await driver.press("k")
        reader.go.set()
        await driver.pilot.pause(2 * PACE)
        assert taken == [] and driver.app.controller.loading.busy
        await driver.press("escape")
        await driver.wait(lambda: taken == [MEMORANDUM])


async def test_notes_that_are_always_shown_are_shown_of_the_next_document_too(tmp_path: Path) -> None:
    async with running_app(80, 24, settings=Settings(show_notes=True)) as driver:
        path = tmp_path / "talk.txt"
        path.write_text("AES: The meeting(1) is off.\n\nGB: Yes.\n\nAES: So it is.\n\n1 Of the committee.\n")
        assert driver.app.controller.switching.take_up(path) is None
        assert driver.app.controller.state.notes_open


async def test_the_face_is_not_changed_while_another_document_is_read() -> None:
    async with running_app(80, 24) as driver:
        reader = Reader()
        driver.app.controller.loading.start(reader.work, lambda result: None)
        await driver.press("T")
        assert driver.app.handed is None and "Another document is being read" in driver.text and not reader.stopped
        await driver.press("escape")
        assert reader.stopped
