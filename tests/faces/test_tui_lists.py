"""Keys in the lists over the text: those that turn the page move there too, where they mean nothing else."""

from __future__ import annotations

import pytest

from tests.support.app_driver import running_app
from tui_reader.library import LibraryError
from tui_reader.settings import Settings


@pytest.mark.parametrize("keymap", ["vi", "less"])
@pytest.mark.parametrize("screen", ["O", "u", "'"])
async def test_j_and_k_move_in_a_list_where_they_turn_the_page(keymap: str, screen: str) -> None:
    async with running_app(settings=Settings(keymap=keymap)) as driver:
        driver.reading.bookmarks.add()
        await driver.press("j")
        driver.reading.bookmarks.add()
        await driver.press(screen, "home")
        first = driver.at_cursor
        await driver.press("j")
        second = driver.at_cursor
        assert second != first
        await driver.press("k")
        assert driver.at_cursor == first
        await driver.press("down")
        assert driver.at_cursor == second
        await driver.press("escape")
        assert driver.turn == 2


async def test_a_key_that_means_something_else_on_a_screen_keeps_it() -> None:
    async with running_app() as driver:
        driver.reading.bookmarks.add()
        await driver.press("'", "n", *"Look.", "enter")  # n turns the page, and writes a note here
        assert "Note: Look." in driver.text
        await driver.press("escape", "O", "n")
        assert driver.at_cursor.lstrip().startswith("Turn 2")
        await driver.press("p")
        assert driver.at_cursor.lstrip("› ").startswith("Turn 1")


async def test_own_keys_that_turn_the_page_move_too_and_others_do_not() -> None:
    async with running_app(settings=Settings(keys={"next_page": "_", "previous_page": "~"})) as driver:
        await driver.press("O", "_", "_", "n")
        assert driver.at_cursor.lstrip().startswith("Turn 3")
        await driver.press("~")
        assert driver.at_cursor.lstrip().startswith("Turn 2")


async def test_j_and_k_scroll_the_help_and_choose_in_cast_and_people() -> None:
    async with running_app(80, 24, settings=Settings(keymap="vi")) as driver:
        await driver.press("h")
        assert driver.lines[0].lstrip().startswith("Help")
        await driver.press("j", "j")
        assert not driver.lines[0].lstrip().startswith("Help")
        await driver.press("k", "k")
        assert driver.lines[0].lstrip().startswith("Help")
        await driver.press("escape", "c")
        first = driver.at_cursor
        await driver.press("j")
        assert driver.at_cursor != first
        await driver.press("k")
        assert driver.at_cursor == first
        await driver.press("escape", "at", "j", "k", "escape")
        assert driver.turn == 1


@pytest.mark.parametrize("keymap", ["default", "vi", "less"])
async def test_in_the_cast_no_key_that_turns_the_page_changes_a_voice(keymap: str) -> None:
    async with running_app(100, 24, settings=Settings(keymap=keymap)) as driver:
        cast = driver.reading.voices.cast
        before = {person.id: cast.voice(person.id) for person in driver.reading.document.people}
        await driver.press("c")
        for command in driver.app.controller.keys.commands:
            if command.id in ("next_page", "previous_page"):
                await driver.press(*command.keys)
        await driver.press("pagedown", "pageup")
        cast = driver.reading.voices.cast
        assert {id: cast.voice(id) for id in before} == before


async def test_a_voice_that_cannot_be_saved_is_told_and_stays_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise LibraryError("library.db: what you do now is not saved (the disk is full).")

    async with running_app(100, 24) as driver:
        monkeypatch.setattr(driver.library, "keep_voice", refuse)
        await driver.press("c")
        row = driver.at_cursor
        await driver.press("c")
        assert "what you do now is not saved (the disk is full)" in driver.text
        assert driver.at_cursor == row
