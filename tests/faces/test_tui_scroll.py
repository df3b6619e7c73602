"""The whole dialogue on the full screen: the current turn among the others, following the voice and coming back."""

from __future__ import annotations

import pytest

from tests.faces.test_tui_page import same_as_golden
from tests.support.app_driver import MEMORANDUM, running_app
from tui_reader.narration.narration_options import Announce
from tui_reader.settings import Settings

SCROLL = Settings(layout="scroll")


@pytest.mark.parametrize("size", ["40x10", "80x24", "100x30", "200x60"])
async def test_the_dialogue_looks_as_it_should(size: str) -> None:
    columns, lines = map(int, size.split("x"))
    async with running_app(columns, lines, settings=SCROLL) as driver:
        same_as_golden(f"dialogue-first-{size}", driver)
        await driver.press("g", "6", "enter", "f")
        same_as_golden(f"dialogue-turn-{size}", driver)
        await driver.press("f", "right_square_bracket")
        same_as_golden(f"dialogue-memo-{size}", driver)


async def test_the_current_turn_has_a_sign_and_no_turn_is_dimmed() -> None:
    async with running_app(settings=SCROLL) as driver:
        await driver.press("n")
        assert driver.painted("dim") == []
        assert "▌ GWB" in driver.text and "▌ AES" not in driver.text
        assert driver.at_cursor.startswith("I think the meeting")


async def test_the_dialogue_moves_with_the_voice_until_one_scrolls_away_and_comes_back() -> None:
    async with running_app(60, 16, settings=SCROLL) as driver:
        await driver.press("g", "1", "3", "enter", "space")
        top = driver.lines[2]
        for _ in range(5):
            await driver.hear(3010)
        assert driver.painted("reverse") and driver.lines[2] != top
        await driver.press("home")
        first = driver.lines
        for _ in range(3):
            await driver.hear(1500)
        assert driver.lines[:-1] == first[:-1] and not driver.painted("reverse")
        assert "R goes back" in driver.foot
        await driver.press("R")
        await driver.hear(50)
        assert driver.painted("reverse")


async def test_a_click_on_a_word_of_another_turn_reads_from_there() -> None:
    async with running_app(settings=SCROLL) as driver:
        y = next(y for y, line in enumerate(driver.lines) if "meeting has" in line)
        await driver.pilot.click(offset=(driver.lines[y].index("has") + 1, y))
        await driver.hear(50)
        assert driver.painted("reverse") == ["has"] and driver.turn == 2


@pytest.mark.parametrize(
    "mark, reversed, underlined",
    [
        ("word", ["I"], []),
        ("sentence", [], ["I think the meeting has been called off."]),
        ("both", ["I"], ["I", " think the meeting has been called off."]),
        ("none", [], []),
    ],
)
async def test_word_and_sentence_are_marked_as_it_is_set(mark: str, reversed: list[str], underlined: list[str]) -> None:
    async with running_app(settings=Settings(mark=mark)) as driver:
        await driver.press("g", "2", "enter", "space")
        await driver.hear(50)
        assert driver.painted("reverse") == reversed and driver.painted("underline") == underlined


async def test_a_resize_keeps_the_current_turn_in_sight() -> None:
    async with running_app(80, 24, settings=SCROLL) as driver:
        await driver.press("g", "1", "3", "enter")
        for size in ((40, 10), (200, 60), (30, 8), (80, 24)):
            await driver.pilot.resize_terminal(*size)
            await driver.pilot.pause()
            assert driver.at_cursor.startswith(MEMORANDUM.turns[12].text[:12])


async def test_the_label_is_underlined_while_the_name_is_said() -> None:
    async with running_app(settings=SCROLL._replace(announce=Announce.ALWAYS)) as driver:
        await driver.press("g", "2", "enter", "S", "space")
        while "GWB" not in driver.painted("underline"):
            assert driver.turn in (1, 2)
            await driver.hear(50)
