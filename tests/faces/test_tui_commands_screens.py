"""The full screen: commands that open a list or another screen, or leave. A command's test is named by its id."""

from __future__ import annotations

import pytest

from tests.support.app_driver import at_turn_six, running_app
from tui_reader.faces.tui.screens.help import HelpScreen
from tui_reader.faces.tui.screens.library_screen import LibraryScreen
from tui_reader.faces.tui.screens.outline_screen import OutlineScreen
from tui_reader.faces.tui.screens.people_screen import PeopleScreen
from tui_reader.faces.tui.screens.settings_screen import SettingsScreen


async def test_people() -> None:
    async with at_turn_six() as driver:
        await driver.press("k")
        assert isinstance(driver.app.screen, PeopleScreen) and "GWB, 2 turns" in driver.text
        await driver.press("enter")
        assert driver.turn == 8


async def test_documents() -> None:
    async with at_turn_six() as driver:
        await driver.press("d")
        assert "This file holds one document." in driver.foot


async def test_outline() -> None:
    async with at_turn_six() as driver:
        await driver.press("O")
        assert isinstance(driver.app.screen, OutlineScreen) and "›   Turn 6, Stevenson: That is all" in driver.text
        await driver.press("down", "enter")
        assert driver.turn == 7


async def test_library() -> None:
    async with at_turn_six() as driver:
        await driver.press("D")
        assert isinstance(driver.app.screen, LibraryScreen) and "› Memorandum of Telephone" in driver.text
        await driver.press("enter")
        assert driver.turn == 6


async def test_layout() -> None:
    async with at_turn_six() as driver:
        await driver.press("l")
        assert "The whole dialogue." in driver.foot and "› AES  That is all it amounted to." in driver.text
        await driver.press("l")
        assert "One sentence a page." in driver.foot and "That is all it amounted to." in driver.text
        assert "It seems to me" not in driver.text
        await driver.press("l")
        assert "One turn a page." in driver.foot and "AES  That is all" not in driver.text


async def test_settings() -> None:
    async with at_turn_six() as driver:
        await driver.press("u")
        assert (
            isinstance(driver.app.screen, SettingsScreen) and "auto, full or plain. The default is auto." in driver.text
        )
        await driver.press("escape")


async def test_help() -> None:
    async with at_turn_six() as driver:
        await driver.press("question_mark")
        assert isinstance(driver.app.screen, HelpScreen)
        await driver.press("escape", "h")
        assert isinstance(driver.app.screen, HelpScreen)


async def test_back() -> None:
    async with at_turn_six() as driver:
        await driver.press("f", "escape")
        assert "Printed as an attachment." not in driver.text
        await driver.press("space", "escape")
        assert "stopped" in driver.foot and not driver.reading.playing


async def test_face() -> None:
    async with at_turn_six() as driver:
        with pytest.MonkeyPatch.context() as patched:
            patched.setenv("TEXTUAL_DRIVER", "a browser")
            await driver.press("T")
        assert "A browser has the full screen only." in driver.foot and not driver.app._exit


async def test_quit() -> None:
    async with at_turn_six() as driver:
        await driver.press("s", "q")
        assert driver.app._exit and not driver.reading.playing
        assert driver.library.place(driver.reading.document.key) == driver.reading.position


async def test_the_face_is_left_silent_for_the_plain_one_at_the_same_place() -> None:
    async with running_app() as driver:
        await driver.press("n", "s", "l", "M", "v", "space", "T")
        assert not driver.reading.playing
        await driver.wait(lambda: driver.app._exit)
        handed = driver.app.handed
        assert handed and (handed.layout, handed.mark, handed.sound) == ("scroll", "sentence", False)
        assert driver.library.place(driver.reading.document.key) == driver.reading.position


@pytest.mark.parametrize("key", ["ctrl+c", "ctrl+q"])
async def test_quit_by_control_keys_keeps_the_place(key: str) -> None:
    async with running_app() as driver:
        await driver.press("n", "space", "h", key)
        assert driver.app._exit and driver.app.return_code == 0 and not driver.reading.playing
        place = driver.library.place(driver.reading.document.key)
        assert place and place.page == 1
