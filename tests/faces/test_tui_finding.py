"""Searching on the full screen, and the lists that lead away: all that is found is marked, and nothing freezes."""

from __future__ import annotations

import pytest

from tests.faces.test_tui_page import same_as_golden
from tests.support.app_driver import MEMORANDUM, AppDriver, running_app
from tests.support.dialogue_builder import Dialogue
from tui_reader.faces.tui import incremental_search
from tui_reader.settings import Settings

LONG = Dialogue()
for number in range(3000):
    LONG = LONG.turn("AB"[number % 2], f"Number {number} is said.")
LONG_TALK = LONG.document()


def yellow(driver: AppDriver) -> list[str]:
    """The words that are painted as found."""
    return [
        segment.text
        for row in driver.rows
        for segment in row
        if segment.style and segment.style.bgcolor and segment.style.bgcolor.name == "yellow"
    ]


@pytest.mark.parametrize("size", ["40x10", "80x24", "100x30", "200x60"])
async def test_the_lists_look_as_they_should(size: str) -> None:
    columns, lines = map(int, size.split("x"))
    async with running_app(columns, lines) as driver:
        await driver.press("g", "6", "enter", "O")
        same_as_golden(f"outline-{size}", driver)
        await driver.press("escape", "b", "n", "s", "b", "'")
        same_as_golden(f"bookmarks-{size}", driver)
        await driver.press("escape", "l", "/", *"castro", "enter")
        await driver.pilot.pause(0.1)  # the line at the foot has become longer
        await driver.press(".")
        await driver.pilot.pause(0.1)  # and shorter
        same_as_golden(f"found-{size}", driver)


async def test_all_that_was_found_is_marked_in_the_dialogue_and_the_one_gone_to_is_reversed() -> None:
    async with running_app(100, 40, settings=Settings(layout="scroll")) as driver:
        await driver.press("/", *"castro", "enter")
        assert driver.painted("reverse") == ["Castro"] and set(yellow(driver)) == {"Castro"}
        seen = len(yellow(driver))
        await driver.press(".")
        assert driver.painted("reverse") == ["Castro"] and len(yellow(driver)) == seen
        await driver.press("escape")
        assert yellow(driver) == [] and driver.painted("reverse") == []


async def test_by_speaker_and_by_expression() -> None:
    async with running_app() as driver:
        await driver.press("/", *"@Ball castro", "enter")
        assert driver.turn == 7
        await driver.press("escape", "/", *"/(/", "enter")
        assert "not a regular expression" in driver.foot
        await driver.press("/", *"@Nobody x", "enter")
        assert "Nobody here is called Nobody." in driver.foot
        await driver.press("/", *"castor", "enter")
        assert "Nothing found for castor." in driver.foot


async def test_where_it_was_found_in_a_note_the_note_is_opened() -> None:
    async with running_app() as driver:
        await driver.press("/", *"printed as an attachment", "enter")
        assert driver.turn == 6 and "(3) Printed as an attachment." in driver.text


async def test_a_long_search_goes_on_between_the_keys_and_is_stopped_by_escape(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(incremental_search, "AT_ONCE", 0.0)
    monkeypatch.setattr(incremental_search, "BETWEEN_KEYS", 0.0)
    monkeypatch.setattr(incremental_search, "PATIENCE", 0.0)
    async with running_app(document=LONG_TALK) as driver:
        await driver.press("/", *"number 2999", "enter")
        await driver.wait(lambda: driver.turn == 3000)
        assert not driver.app.controller.search.busy and driver.reading.search.results
        assert "  1 turn with number 2999 " in driver.foot
        await driver.press("escape")
        driver.app.controller.update(lambda state: driver.app.controller.search.start(state, "number 1"))
        assert driver.app.controller.search.busy
        driver.app.controller.update(driver.app.controller.actions.back)
        assert not driver.app.controller.search.busy and driver.reading.search.results is None
        await driver.pilot.pause()
        assert "Search stopped." in driver.foot


async def test_the_outline_makes_only_the_rows_that_are_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    async with running_app(document=LONG_TALK) as driver:
        made: list[int] = []
        row = driver.reading.outline.row
        monkeypatch.setattr(driver.reading.outline, "row", lambda index: made.append(index) or row(index))
        await driver.press("O", "end", "pageup", "up", "home")
        assert len(set(made)) < 200 and driver.painted("reverse")[0].startswith("› ")
        await driver.press("end", "enter")
        assert driver.turn == 3000


async def test_parts_are_gone_through_in_the_outline() -> None:
    async with running_app() as driver:
        await driver.press("O", "]")
        assert any("Memorandum From" in words for words in driver.painted("reverse"))
        await driver.press("[")
        assert "Turn 1, Stevenson" in driver.painted("reverse")[0]
        y = next(y for y, line in enumerate(driver.lines) if "Turn 5, Ball" in line)
        await driver.pilot.click(offset=(10, y))
        await driver.pilot.click(offset=(10, y))
        assert driver.turn == 5 == MEMORANDUM.turns[4].number
