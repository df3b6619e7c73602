"""The keys that people try first do what is obvious; a key that does nothing says so once."""

from __future__ import annotations

import pytest

from tests.support.app_driver import AppDriver, running_app
from tui_reader.settings import Settings


async def test_on_a_short_page_the_keys_that_scroll_turn_it() -> None:
    async with running_app(100, 30) as driver:
        for key, turn in (("pagedown", 2), ("down", 3), ("up", 2), ("pageup", 1), ("end", 23), ("home", 1), ("G", 23)):
            await driver.press(key)
            assert driver.turn == turn, key


async def test_a_long_page_is_scrolled_first() -> None:
    async with running_app(60, 14) as driver:
        await driver.press("g", "6", "enter")
        top = driver.text
        await driver.press("pagedown")
        assert driver.turn == 6 and driver.text != top
        for _ in range(9):
            await driver.press("pagedown")
        assert driver.turn > 6
        await driver.press("g", "6", "enter", "end")
        assert driver.turn == 6
        await driver.press("down")
        assert driver.turn == 7


async def test_at_the_end_of_the_whole_dialogue_nothing_is_left() -> None:
    async with running_app(settings=Settings(layout="scroll")) as driver:
        await driver.press("end", "end")
        assert "End of document." in driver.foot and driver.turn == 1


async def test_tab_opens_and_closes_the_notes() -> None:
    async with running_app() as driver:
        await driver.press("tab")
        assert driver.app.controller.state.notes_open
        await driver.press("tab")
        assert not driver.app.controller.state.notes_open


@pytest.mark.parametrize("list_key", ["O", "u", "'", "h"])
async def test_in_a_list_j_and_k_tab_and_capital_g_move(list_key: str) -> None:
    async with running_app() as driver:
        await driver.press("b", "n", "b", "n", "b", list_key)
        await driver.press("G")
        last = driver.rows
        await driver.press("k")
        assert driver.rows != last
        await driver.press("j")
        assert driver.rows == last
        await driver.press("shift+tab")
        assert driver.rows != last
        await driver.press("tab")
        assert driver.rows == last


async def test_j_turns_the_page_in_the_keymaps_vi_and_less_alone() -> None:
    for keymap, turn in (("default", 1), ("vi", 2), ("less", 2)):
        async with running_app(settings=Settings(keymap=keymap)) as driver:
            await driver.press("j")
            assert driver.turn == turn


async def test_a_key_that_does_nothing_says_so_once_and_a_message_goes_at_the_next_key() -> None:
    async with running_app() as driver:
        for key, named in (("tilde", "~"), ("f6", "F6"), ("ctrl+x", "Ctrl+X")):
            await driver.press(key)
            assert f"The key {named} does nothing here. h lists the keys." in driver.foot
            await driver.press(key)
            assert "does nothing" not in driver.foot
        await driver.press("x")
        assert "Sent" in driver.foot
        await driver.press("f7", "up")
        assert "does nothing" not in driver.foot and "Sent" not in driver.foot


async def test_a_memo_is_left_by_escape() -> None:
    async with running_app() as driver:
        await driver.press("g", "4", "enter", "m")
        assert driver.reading.place.at_memo
        await driver.press("escape")
        assert driver.turn == 4 and "Left the memorandum." in driver.foot
        await driver.press("escape")
        assert driver.turn == 4


async def test_what_is_found_is_shown_while_it_is_typed() -> None:
    async with running_app() as driver:
        await typed(driver, "/", *"castro")
        assert driver.painted("reverse") == ["Castro"] and "12 hits in 6 turns with castro." in driver.foot
        assert driver.turn == 6
        await typed(driver, *"xyz")
        assert "Nothing found for castroxyz." in driver.foot and driver.turn == 1
        await typed(driver, "backspace", "backspace", "backspace")
        assert driver.turn == 6
        await typed(driver, "escape")
        assert driver.turn == 1 and driver.reading.search.results is None
        await typed(driver, "/", *"/(", "escape", "/", *"playing ball", "enter")
        assert driver.turn == 12
        await driver.press("<")
        assert driver.turn == 1


async def test_what_was_found_before_stays_where_typing_is_left() -> None:
    async with running_app() as driver:
        await typed(driver, "/", *"castro", "enter", "/", *"moscow", "escape")
        assert driver.reading.search.results and driver.reading.search.results.typed == "castro"


async def typed(driver: AppDriver, *keys: str) -> None:
    """Press keys, and wait until what they come to is painted."""
    await driver.press(*keys)
    for _ in range(4):
        await driver.pilot.pause()
