"""The full screen: commands that search, select, copy, show more or less. Each test is named by its command's id."""

from __future__ import annotations

from tests.support.app_driver import at_turn_six, running_app
from tui_reader.settings import Settings


async def test_search() -> None:
    async with at_turn_six() as driver:
        await driver.press("/", *"castro", "enter")
        assert "Castro" in driver.painted("reverse") and driver.foot.strip("‹› ") == (
            "12 hits in 6 turns with castro   . next   , previous   Escape ends search"
        )
        await driver.press("w")
        assert driver.reading.search.results
        await driver.press("escape")
        assert driver.reading.search.results is None and "Castro" not in driver.painted("reverse")


async def test_search_names_the_keys_of_the_person() -> None:
    async with running_app(settings=Settings(keymap="vi", keys={"back": "Q"})) as driver:
        await driver.press("/", *"castro", "enter")
        assert driver.foot.strip("‹› ") == "12 hits in 6 turns with castro   n next   N previous   Q ends search"


async def test_next_hit() -> None:
    async with at_turn_six() as driver:
        await driver.press("/", *"castro", "enter", ".")
        assert driver.turn == 6 and "hit 2 of" in driver.foot and "Castro" in driver.painted("reverse")
        await driver.press("escape", ".")
        assert "Nothing was searched for." in driver.foot


async def test_previous_hit() -> None:
    async with at_turn_six() as driver:
        await driver.press("/", *"castro", "enter", ".", ",")
        assert driver.turn == 6 and "hit 1 of" in driver.foot
        await driver.press("escape")


async def test_select() -> None:
    async with at_turn_six() as driver:
        await driver.press("V", "e", "e")
        assert driver.painted("reverse") == ["That is all"]
        await driver.press("V")
        assert "Nothing is selected." in driver.foot and driver.painted("reverse") == []


async def test_copy() -> None:
    async with at_turn_six() as driver:
        await driver.press("V", "e", "x")
        assert "Sent the selection, 2 words, to the terminal, which does not say if it took them." in driver.foot
        assert driver.app.clipboard == "That is" and driver.painted("reverse") == []
        await driver.press("n", "x")
        assert driver.app.clipboard.startswith("GB: The thing about that is it leaves Castro")


async def test_copy_reference() -> None:
    async with at_turn_six() as driver:
        await driver.press("V", "e", "X")
        words, _, reference = driver.app.clipboard.partition("\n\n")
        assert words == "That is" and reference.startswith(
            "Turn 6, Adlai E. Stevenson. Memorandum of Telephone Conversation"
        )


async def test_highlight() -> None:
    async with at_turn_six() as driver:
        await driver.press("H")
        assert "Highlight 1 at turn 6." in driver.foot and "That is all it amounted to." in driver.painted("bold")
        driver.reading.bookmarks.remove(1)
        await driver.press("V", "e", "H")
        assert "at turn 6." in driver.foot and "That is" in driver.painted("bold")
        await driver.press("'", "home")
        assert "Highlight" in driver.text
        await driver.press("x", "escape")
        assert "That is" not in driver.painted("bold")


async def test_notes() -> None:
    async with at_turn_six() as driver:
        await driver.press("f")
        assert "(3) Printed as an attachment." in driver.text
        await driver.press("f")
        assert "Printed as an attachment." not in driver.text
        await driver.press("n", "f")
        assert "No notes here." in driver.foot


async def test_aside() -> None:
    async with at_turn_six() as driver:
        await driver.press("a")
        assert not driver.reading.playback.playing and driver.turn == 6


async def test_layout() -> None:
    async with at_turn_six() as driver:
        assert "▌ AES  That is all it amounted to." in driver.text
        await driver.press("l")
        assert "One sentence a page." in driver.foot and "That is all it amounted to." in driver.text
        assert "It seems to me" not in driver.text
        await driver.press("l")
        assert "One turn a page." in driver.foot and "AES  That is all" not in driver.text
        await driver.press("l")
        assert "The turn with the talk around it." in driver.foot and "▌ AES  That is all" in driver.text


async def test_follow() -> None:
    async with at_turn_six() as driver:
        await driver.press("end")
        assert "R goes back" in driver.foot and "That is all it amounted to" not in driver.text
        await driver.press("R")
        assert "goes back" not in driver.foot and "▌ AES  That is all it amounted to" in driver.text
        await driver.press("l")
