"""A large window: the turn at a steady place in the talk around it, its name in sight, notes or speakers beside it."""

from __future__ import annotations

import pytest

from tests.support.app_driver import AppDriver, running_app
from tests.support.dialogue_builder import Dialogue
from tui_reader.document.model import Document
from tui_reader.faces.tui.text.frame import layout_for
from tui_reader.settings import Settings

LONG = " ".join(f"Word{number} and so on." for number in range(400))


def talk(turns: int = 60) -> Document:
    """Short turns of two people, and a long one in the middle."""
    made = Dialogue().titled("A talk")
    for number in range(turns):
        made = made.turn("AB"[number % 2], LONG if number == turns // 2 else f"Turn number {number + 1}.")
    return made.document()


def row_of_bar(driver: AppDriver) -> int:
    """The first row with the bar."""
    return next(row for row, line in enumerate(driver.lines) if "▌" in line)


@pytest.mark.parametrize(
    ("layout", "size", "calm", "shown"),
    [
        ("auto", (100, 30), False, "scroll"), ("auto", (200, 60), False, "scroll"), ("auto", (99, 30), False, "page"),
        ("auto", (100, 29), False, "page"), ("auto", (200, 60), True, "page"), ("page", (200, 60), False, "page"),
        ("scroll", (40, 10), False, "scroll"), ("sentence", (200, 60), False, "sentence"),
    ],
)  # fmt: skip
def test_the_talk_is_shown_in_large_windows_that_are_not_calm(
    layout: str, size: tuple[int, int], calm: bool, shown: str
) -> None:
    assert layout_for(layout, *size, calm) == shown


@pytest.mark.parametrize("size", [(100, 30), (140, 45), (200, 60)])
async def test_every_turn_begins_at_the_same_row_with_the_talk_before_and_after_it(size: tuple[int, int]) -> None:
    async with running_app(*size, document=talk()) as driver:
        driver.reading.jumps.to_turn(15)
        await driver.press("r")
        row = row_of_bar(driver)
        for number in range(16, 20):
            await driver.press("n")
            assert driver.turn == number and row_of_bar(driver) == row
            for near in (number - 2, number - 1, number, number + 1, number + 2):
                assert f"Turn number {near}." in driver.text
        await driver.press("p", "p")
        assert driver.turn == 17 and row_of_bar(driver) == row


async def test_at_the_start_and_the_end_the_window_is_full() -> None:
    async with running_app(100, 30, document=talk()) as driver:
        assert "Turn number 1." in driver.text and "Turn number 10." in driver.text
        driver.reading.jumps.to_turn(60)
        await driver.press("r")
        assert "Turn number 60." in driver.text and "Turn number 51." in driver.text


async def test_the_bar_is_beside_each_line_of_the_turn_and_its_name_is_bold() -> None:
    async with running_app(100, 30, document=talk()) as driver:
        await driver.press("n")
        assert [line.split() for line in driver.lines if "▌" in line] == [["▌", "B", "Turn", "number", "2."]]
        assert "B" in driver.painted("bold") and "A" not in driver.painted("bold") and driver.painted("dim") == []
        driver.reading.jumps.to_turn(31)
        await driver.press("r")
        assert sum("▌" in line for line in driver.lines) > 15


async def test_the_name_stays_in_sight_in_a_long_speech() -> None:
    async with running_app(100, 30, document=talk()) as driver:
        driver.reading.jumps.to_turn(31)
        await driver.press("r")
        top = next(row for row, line in enumerate(driver.lines) if line.strip()) + 2
        for _ in range(3):
            await driver.press("pagedown")
            line = driver.lines[top]
            assert line.split()[:2] == ["▌", "A"] and "Word" in line


async def test_a_long_name_is_wrapped_in_its_column() -> None:
    made = Dialogue().turn("THE CHAIRMAN OF THE COMMITTEE", "Come in, please.").turn("MR SMITH", "Thank you.")
    async with running_app(100, 30, document=made.document()) as driver:
        rows = [line.strip(" ▌") for line in driver.lines]
        at = next(row for row, line in enumerate(rows) if "Come in" in line)
        assert rows[at].startswith("THE") and rows[at + 1].startswith("CHAIRMAN") and "Thank you." in driver.text


async def test_resizing_goes_over_between_the_turn_alone_and_the_talk() -> None:
    async with running_app(80, 24, document=talk()) as driver:
        driver.reading.jumps.to_turn(15)
        await driver.press("r")
        assert "Turn number 14." not in driver.text and "Turn number 15." in driver.text
        for size, around in (((100, 30), True), (((80, 24)), False), ((200, 60), True), ((40, 10), False)):
            await driver.pilot.resize_terminal(*size)
            await driver.pilot.pause()
            assert ("Turn number 14." in driver.text) == around and "Turn number 15." in driver.text


async def test_a_calm_screen_has_the_turn_alone_and_no_signs() -> None:
    async with running_app(100, 30, document=talk(), settings=Settings(calm=True)) as driver:
        await driver.pilot.pause(0.6)
        assert "Turn number 1." in driver.text and "Turn number 2." not in driver.text
        assert driver.text.isascii()


async def test_from_120_columns_on_notes_or_speakers_or_the_outline_stand_beside_it() -> None:
    made = Dialogue().titled("T").turn("AA", "One{1}.").turn("BB", "Two{2}.").note("1", "First.").note("2", "Second.")
    document = made.named("AA", "Anne Archer").document()
    async with running_app(119, 30, document=document) as driver:
        assert "First." not in driver.text
        await driver.pilot.resize_terminal(120, 30)
        await driver.pilot.pause()
        for mark, note in (("One(1)", "(1) First."), ("Two(2)", "(2) Second.")):
            assert any(mark in line and note in line for line in driver.lines)
    async with running_app(120, 30, document=document, settings=Settings(beside="speakers")) as driver:
        assert any("AA  Anne Archer" in line for line in driver.lines) and "First." not in driver.text
        await driver.press("f")
        assert "(1) First." in driver.text
    async with running_app(120, 30, document=document, settings=Settings(beside="nothing")) as driver:
        assert "First." not in driver.text and "Anne Archer" not in driver.text


async def test_the_key_of_notes_says_that_they_are_beside_and_closes_nothing() -> None:
    async with running_app(120, 30) as driver:
        await driver.press("f")
        assert "The notes stand beside the text." in driver.foot and "(1) The Executive" in driver.text
    async with running_app(100, 30) as driver:
        await driver.press("f")
        assert "(1) The Executive" in driver.text
        await driver.press("f")
        assert "(1) The Executive" not in driver.text


async def test_a_click_in_the_outline_beside_the_talk_goes_there() -> None:
    async with running_app(140, 30, document=talk(), settings=Settings(beside="outline")) as driver:
        row = next(row for row, line in enumerate(driver.lines) if "A: Turn number 3." in line)
        await driver.pilot.click(offset=(driver.lines[row].index("A: Turn number 3.") + 1, row))
        assert driver.turn == 3 and not driver.reading.playback.playing
        await driver.press("less_than_sign")
        assert driver.turn == 1
