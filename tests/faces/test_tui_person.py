"""A person in all documents on the full screen, from the list of speakers and from the library."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.app_driver import AppDriver, running_app
from tests.support.archive import write_archive
from tui_reader.formats import read
from tui_reader.library import Library


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = tmp_path / "archive"
    folder.mkdir()
    write_archive(folder)
    return folder


@pytest.fixture
def library(tmp_path: Path, archive: Path) -> Iterator[Library]:
    with Library(tmp_path / "library.db") as library:
        list(library.folders.add(archive))
        yield library


def on_call(library: Library, archive: Path, columns: int = 100, lines: int = 24):  # type: ignore[no-untyped-def]
    path = archive / "call.txt"
    return running_app(columns, lines, document=read(path), library=library, path=path)


async def until_open(driver: AppDriver, title: str) -> None:
    for _ in range(100):
        if driver.reading.document.heading == title:
            return
        await asyncio.sleep(0.05)
    raise AssertionError(driver.text)


async def test_from_the_library_a_name_leads_to_a_person_and_to_their_documents(
    library: Library, archive: Path
) -> None:
    async with on_call(library, archive) as driver:
        await driver.press("D", "p", *"Kennedy", "enter")
        assert "3 people." in driver.text
        assert driver.at_cursor.startswith("John F. Kennedy, President of the United States: 10 turns in 4 documents")
        await driver.press("enter")
        assert driver.at_cursor.strip() == "1961-02-03, Memorandum of Conversation: 2 turns"
        assert "a all they said" in driver.text
        await driver.press("down", "enter")
        assert driver.reading.document.date and driver.reading.document.date.iso == "1962-11-09"
        assert driver.app.screen.id == "_default"  # the library is left too


async def test_from_the_speakers_the_person_is_shown_and_escape_leads_back(library: Library, archive: Path) -> None:
    async with on_call(library, archive) as driver:
        await driver.press("k", "down", "e")
        assert "George W. Ball, Under Secretary of State: 12 turns in 5 documents" in driver.text
        await driver.press("escape")
        assert "George Ball" in driver.at_cursor
        await driver.press("escape")
        assert driver.reading.document.name == "call.txt"


async def test_it_opens_at_the_first_turn_of_the_person(library: Library, archive: Path) -> None:
    async with on_call(library, archive) as driver:
        await driver.press("D", "p", *"Robert", "enter", "enter")
        page = driver.reading.place.page
        assert page and page.turn and page.turn.number == 5 and page.turn.text == "I agree."


async def test_with_whom_they_talk(library: Library, archive: Path) -> None:
    async with on_call(library, archive) as driver:
        await driver.press("D", "p", *"John Kennedy", "enter", "w")
        assert driver.at_cursor.strip() == "George W. Ball, 13 exchanges in 4 documents"
        await driver.press("enter")
        assert "George W. Ball, Under Secretary of State: " in driver.text


async def test_one_decision_is_made_and_taken_back(library: Library, archive: Path) -> None:
    async with on_call(library, archive) as driver:
        await driver.press("D", "p", *"Jack", "enter", "s", *"Kennedy", "enter")
        assert "Who is the same as Jack Kennedy? 3 people." in driver.text
        await driver.press("enter")
        assert "Jack Kennedy and John F. Kennedy are one person." in driver.text
        assert len(library.everywhere.decisions.all()) == 1
        await driver.press("u")
        assert "Taken back: Jack Kennedy and John F. Kennedy are one person." in driver.text
        assert library.everywhere.decisions.all() == []
        await driver.press("u")
        assert "Nothing was decided about John F. Kennedy." in driver.text


async def test_all_they_said_is_opened_to_be_read_aloud(library: Library, archive: Path) -> None:
    async with on_call(library, archive) as driver:
        await driver.press("D", "p", *"Robert", "enter", "a")
        await until_open(driver, "All that Robert F. Kennedy said")
        assert [turn.text for turn in driver.reading.document.turns] == ["I agree.", "I agree.", "Well.", "Well."]


def told(driver: AppDriver) -> bool:
    """Whether it says that the file is missing; a long path divides the words over lines."""
    return "v5.xml:nosuchfile" in "".join(driver.text.split())


async def test_what_cannot_be_opened_is_told(library: Library, archive: Path) -> None:
    for name in ("v5.xml", "v6.xml"):
        (archive / name).unlink()
    async with on_call(library, archive) as driver:
        await driver.press("D", "p", *"Robert", "enter", "enter")
        assert told(driver)
        await driver.press("a")
        for _ in range(100):
            if told(driver) and "percent" not in driver.text:
                break
            await asyncio.sleep(0.05)
        assert told(driver) and driver.reading.document.name == "call.txt"


async def test_nobody_of_a_name_and_nobody_who_speaks(library: Library, archive: Path) -> None:
    async with on_call(library, archive) as driver:
        await driver.press("D", "p", *"Nobody", "enter")
        assert "Nobody called Nobody is in the library." in driver.text
        await driver.press("p", *"Gaulle", "enter", "a")
        assert "Charles de Gaulle says nothing in the documents of the library." in driver.text
        await driver.press("w")
        assert "Charles de Gaulle talks with nobody." in driver.text


@pytest.mark.parametrize(("columns", "lines"), [(40, 10), (80, 24), (200, 60)])
async def test_it_fits_each_screen(columns: int, lines: int, library: Library, archive: Path) -> None:
    async with on_call(library, archive, columns, lines) as driver:
        await driver.press("D", "p", *"John Kennedy", "enter")
        assert driver.at_cursor.startswith("1961-02-03, Memorandum")
