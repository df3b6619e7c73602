"""The full screen: commands that move the place. A command's test is named by its id, or has it as its parameter."""

from __future__ import annotations

import pytest

from tests.support.app_driver import at_turn_six, running_app
from tests.support.talks import TALK_WITH_FRONT_MATTER
from tui_reader.faces.tui.screens.ask import AskScreen
from tui_reader.formats import parse

TURNS = [
    ("next_page", "n right enter", 9),
    ("previous_page", "p left", 4),
    ("next_of_speaker", "N", 8),
    ("previous_of_speaker", "P", 4),
    ("previous_part", "right_square_bracket left_square_bracket", 1),
    ("last_turn", "G", 23),
    ("go_back", "g 9 enter <", 6),
    ("go_forward", "g 9 enter < >", 9),
]
"""A command, keys pressed at turn 6, and the turn to which they lead."""
PLACES = [
    ("next_sentence", "s", "It seems to me"),
    ("previous_sentence", "s s S", "It seems to me"),
    ("next_paragraph", "right_curly_bracket", "(Memo written up"),
    ("previous_paragraph", "right_curly_bracket left_curly_bracket", "That is all"),
    ("next_word", "e e", "all it amounted"),
    ("previous_word", "e e E", "is all"),
    ("repeat", "s s r", "That is all"),
]
"""A command, keys pressed at turn 6, and the words from the cursor on."""
TABLES = (TURNS, PLACES)


@pytest.mark.parametrize(("keys", "turn"), [row[1:] for row in TURNS], ids=[row[0] for row in TURNS])
async def test_it_leads_to_a_turn(keys: str, turn: int) -> None:
    async with at_turn_six() as driver:
        await driver.press(*keys.split())
        assert driver.turn == turn


@pytest.mark.parametrize(("keys", "words"), [row[1:] for row in PLACES], ids=[row[0] for row in PLACES])
async def test_it_leads_to_words_of_the_turn(keys: str, words: str) -> None:
    async with at_turn_six() as driver:
        await driver.press(*keys.split())
        assert driver.at_cursor.startswith(words)


async def test_next_page_at_the_end_says_so() -> None:
    async with at_turn_six() as driver:
        await driver.press("n")
        assert "▌ GB   The thing about that" in driver.text
        await driver.press("g", "2", "3", "enter", "n", "n")
        assert driver.foot.split("›")[0].strip(" ‹") == "End of document. 23 turns."


async def test_next_part() -> None:
    async with at_turn_six() as driver:
        await driver.press("right_square_bracket")
        assert "Part 2 of 2" in driver.foot and "Memorandum From the Permanent" in driver.text


async def test_memo() -> None:
    async with at_turn_six() as driver:
        await driver.press("m")
        assert "Part 2 of 2" in driver.foot and "stopped" in driver.foot
        await driver.press("m")
        assert "playing" in driver.foot
        await driver.press("escape", "less_than_sign")
        assert driver.turn == 6


async def test_memo_shows_front_matter_and_says_so_where_there_is_no_memo() -> None:
    document = parse(TALK_WITH_FRONT_MATTER.encode(), "talk.txt")
    async with running_app(document=document) as driver:
        await driver.press("n", "n", "m")
        assert "There is no memo; this is the front matter." in driver.foot and "We met in the kitchen" in driver.text


async def test_go_to() -> None:
    async with at_turn_six() as driver:
        await driver.press("g")
        assert isinstance(driver.app.screen, AskScreen) and "Go to turn, 1 to 23, or 50%" in driver.foot
        await driver.press("1", "9", "backspace", "2")
        assert driver.foot.endswith(": 12_")
        await driver.press("enter")
        assert driver.turn == 12
        await driver.press("g", "9", "9", "enter")
        assert "No turn 99. The last is 23." in driver.foot
        await driver.press("g", "3", "escape")
        assert driver.turn == 12
        await driver.press("g", "5", "0", "%", "enter")
        assert driver.turn == 14
        await driver.press("g", "m", "e", "m", "o", "enter")
        assert driver.turn is None


async def test_where() -> None:
    async with at_turn_six() as driver:
        await driver.press("w")
        assert "Turn 6 of 23, Stevenson." in driver.foot and "percent" in driver.foot
        await driver.press("p")
        assert "percent" not in driver.foot
