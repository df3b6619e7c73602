"""The full screen on a volume: its documents to choose from, one after the other in the same app."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faces.test_tui_page import same_as_golden
from tests.support.app_driver import running_app
from tui_reader.document.collection import CollectionError
from tui_reader.document.model import Document
from tui_reader.errors import DocumentError
from tui_reader.formats import parse
from tui_reader.startup.collection_shelf import Shelf

NOTHING = Document("A volume", "", "", "")


def volume(documents: int) -> Shelf:
    """A volume of so many conversations; each is of two turns."""
    body = "".join(
        f'<div type="document" xml:id="d{n}"><head>{n}. Conversation on the {"Mine" if n % 10 else "Harbour"}, with '
        "Mr. Abel and Mr. Dee, and on what else was left to be said of it, "
        f'<date when="1949-03-{n % 28 + 1:02}">March</date></head>'
        f"<sp><speaker>Abel</speaker><p>This is number {n}.</p></sp>"
        "<sp><speaker>Dee</speaker><p>So it is.</p></sp></div>"
        for n in range(1, documents + 1)
    )
    title = "<teiHeader><fileDesc><titleStmt><title>Mines, Volume I</title></titleStmt></fileDesc></teiHeader>"
    text = f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{title}<text><body>{body}</body></text></TEI>'
    with pytest.raises(CollectionError) as raised:
        parse(text.encode(), "mines.xml")
    return Shelf(Path("mines.xml"), raised.value.collection, raised.value.read)


SHELF = volume(340)


@pytest.mark.parametrize(("columns", "lines"), [(200, 60), (100, 30), (80, 24), (40, 10)])
async def test_it_opens_with_the_list_and_finds_what_is_typed(columns: int, lines: int) -> None:
    async with running_app(columns, lines, NOTHING, find_shelf=lambda path: SHELF) as driver:
        same_as_golden(f"chooser-{columns}x{lines}", driver)
        await driver.press(*"harbour", "down")
        same_as_golden(f"chooser-found-{columns}x{lines}", driver)
        assert driver.at_cursor.lstrip().startswith("20 ")
        assert max(map(len, driver.lines)) <= columns


async def test_enter_opens_the_document_and_d_comes_back_to_the_list() -> None:
    async with running_app(80, 24, NOTHING, find_shelf=lambda path: SHELF) as driver:
        await driver.press("1", "2", "enter")
        assert "This is number 12." in driver.text and driver.turn == 1
        assert driver.reading.place.path == Path("mines.xml#d12")
        await driver.press("n", "d")
        assert driver.at_cursor.lstrip().startswith("12  d12")
        await driver.press("down", "enter")
        assert "This is number 13." in driver.text and driver.turn == 1
        assert driver.library.recent()[0].path.name == "mines.xml#d13"
        await driver.press("d", "up", "enter", "space")
        assert driver.turn == 2 and driver.reading.playback.playing
        await driver.press("d", "end", "enter")
        assert "This is number 340." in driver.text and not driver.reading.playback.playing


async def test_escape_goes_back_to_the_document_or_leaves_where_none_was_read() -> None:
    async with running_app(80, 24, NOTHING, find_shelf=lambda path: SHELF) as driver:
        await driver.press("3", "enter", "d", "escape")
        assert "This is number 3." in driver.text
    async with running_app(80, 24, NOTHING, find_shelf=lambda path: SHELF) as driver:
        await driver.press("escape")
        assert driver.app._exit and driver.app.return_code == 0
        assert driver.library.recent() == []


async def test_letters_are_words_to_look_for_and_backspace_takes_them_back() -> None:
    async with running_app(80, 24, NOTHING, find_shelf=lambda path: SHELF) as driver:
        await driver.press("q", "n")
        assert "No document with qn." in driver.text and "0 of 340" in driver.foot
        await driver.press("enter", "backspace", "backspace", "pagedown")
        assert "340 of 340" in driver.foot
        await driver.press("home")
        assert driver.at_cursor.lstrip().startswith("1  d1")


async def test_a_click_opens_a_document() -> None:
    async with running_app(80, 24, NOTHING, find_shelf=lambda path: SHELF) as driver:
        await driver.pilot.click(offset=(10, 4))
        await driver.pilot.pause()
        assert "This is number 3." in driver.text


async def test_a_document_that_cannot_be_read_is_told_in_a_line() -> None:
    def broken(id: str) -> Document:
        raise DocumentError("mines.xml: this one cannot be read")

    async with running_app(80, 24, find_shelf=lambda path: SHELF._replace(read=broken)) as driver:
        await driver.press("d", "enter")
        assert "this one cannot be read" in driver.foot and driver.turn == 1
