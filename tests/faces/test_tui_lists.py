"""Keys in the lists over the text: those that turn the page move there too, where they mean nothing else."""

from __future__ import annotations

import pytest

from tests.support.stage import on_stage, play
from tui_reader.settings import Settings


@pytest.mark.parametrize("keymap", ["vi", "less"])
@pytest.mark.parametrize("screen", ["O", "u", "'"])
def test_j_and_k_move_in_a_list_where_they_turn_the_page(keymap: str, screen: str) -> None:
    async def act() -> None:
        async with on_stage(settings=Settings(keymap=keymap)) as stage:
            stage.reading.bookmark()
            await stage.press("j")
            stage.reading.bookmark()
            await stage.press(screen, "home")
            first = stage.at_cursor
            await stage.press("j")
            second = stage.at_cursor
            assert second != first
            await stage.press("k")
            assert stage.at_cursor == first
            await stage.press("down")
            assert stage.at_cursor == second
            await stage.press("escape")
            assert stage.turn == 2

    play(act)


def test_a_key_that_means_something_else_on_a_screen_keeps_it() -> None:
    async def act() -> None:
        async with on_stage() as stage:
            stage.reading.bookmark()
            await stage.press("'", "n", *"Look.", "enter")  # n turns the page, and writes a note here
            assert "Note: Look." in stage.text
            await stage.press("escape", "O", "n")
            assert stage.at_cursor.lstrip().startswith("Turn 2")
            await stage.press("p")
            assert stage.at_cursor.lstrip("› ").startswith("Turn 1")

    play(act)


def test_own_keys_that_turn_the_page_move_too_and_others_do_not() -> None:
    async def act() -> None:
        async with on_stage(settings=Settings(keys={"next_page": "A", "previous_page": "B"})) as stage:
            await stage.press("O", "A", "A", "n")
            assert stage.at_cursor.lstrip().startswith("Turn 3")
            await stage.press("B")
            assert stage.at_cursor.lstrip().startswith("Turn 2")

    play(act)


def test_j_and_k_scroll_the_help_and_choose_in_cast_and_people() -> None:
    async def act() -> None:
        async with on_stage(80, 24, settings=Settings(keymap="vi")) as stage:
            await stage.press("h")
            assert stage.lines[0].lstrip().startswith("Help")
            await stage.press("j", "j")
            assert not stage.lines[0].lstrip().startswith("Help")
            await stage.press("k", "k")
            assert stage.lines[0].lstrip().startswith("Help")
            await stage.press("escape", "c")
            first = stage.at_cursor
            await stage.press("j")
            assert stage.at_cursor != first
            await stage.press("k")
            assert stage.at_cursor == first
            await stage.press("escape", "at", "j", "k", "escape")
            assert stage.turn == 1

    play(act)
