"""The full screen: commands that open a list or another screen. A command's test has its id as its parameter."""

from __future__ import annotations

import pytest
from textual.screen import Screen

from tests.support.app_driver import at_turn_six
from tui_reader.faces.tui.screens.cast_screen import CastScreen
from tui_reader.faces.tui.screens.correct_word import CorrectScreen
from tui_reader.faces.tui.screens.export_screen import ExportScreen
from tui_reader.faces.tui.screens.help import HelpScreen
from tui_reader.faces.tui.screens.library_screen import LibraryScreen
from tui_reader.faces.tui.screens.outline_screen import BookmarksScreen, OutlineScreen
from tui_reader.faces.tui.screens.people_screen import PeopleScreen
from tui_reader.faces.tui.screens.settings_screen import SettingsScreen

SCREENS = [
    ("people", "k", PeopleScreen, "GWB, 2 turns", "enter", 8),
    ("outline", "O", OutlineScreen, "›   Turn 6, Stevenson: That is all", "down enter", 7),
    ("library", "D", LibraryScreen, "› Memorandum of Telephone", "enter", 6),
    ("settings", "u", SettingsScreen, "0.5 to 4. Default: 1.", "escape", 6),
    ("export", "W", ExportScreen, "mp3: sound for every player", "escape", 6),
    ("help", "h", HelpScreen, "Next turn", "escape", 6),
    ("cast", "c", CastScreen, "Stevenson", "escape", 6),
    ("correct", "C", CorrectScreen, "That", "escape", 6),
    ("to_bookmark", "b n '", BookmarksScreen, "turn 6, Stevenson", "enter", 6),
]
"""A command; keys pressed at turn 6, the screen they open, words on it, the keys that leave it, and the turn then."""
TABLES = (SCREENS,)


@pytest.mark.parametrize(
    ("keys", "screen", "words", "leave", "turn"), [row[1:] for row in SCREENS], ids=[row[0] for row in SCREENS]
)
async def test_it_opens_a_screen(keys: str, screen: type[Screen[object]], words: str, leave: str, turn: int) -> None:
    async with at_turn_six() as driver:
        await driver.press(*keys.split())
        assert isinstance(driver.app.screen, screen) and words in driver.text
        await driver.press(*leave.split())
        assert not isinstance(driver.app.screen, screen) and driver.turn == turn


async def test_the_question_mark_opens_the_help_too() -> None:
    async with at_turn_six() as driver:
        await driver.press("question_mark")
        assert isinstance(driver.app.screen, HelpScreen)


async def test_the_word_that_is_corrected_is_marked_until_the_screen_closes() -> None:
    async with at_turn_six() as driver:
        marked = []
        for key in ("C", "escape"):
            await driver.press(key)
            marked.append(driver.painted("reverse"))
    assert marked == [["That"], []]


async def test_a_bookmark_gets_a_note_and_is_removed() -> None:
    async with at_turn_six() as driver:
        await driver.press("b", "'", "n", *"why", "enter")
        assert "Note: why" in driver.text
        await driver.press("x", "escape", "'")
        assert "There are no bookmarks." in driver.foot


async def test_chair() -> None:
    async with at_turn_six() as driver:
        await driver.press("A")
        assert "Rehearse whose part?" in driver.text and driver.at_cursor.strip() == "Stevenson"
        await driver.press("enter")
        assert "Your part: Stevenson." in driver.foot and "That is all it amounted to" not in driver.text


async def test_give_turn() -> None:
    async with at_turn_six() as driver:
        await driver.press("K")
        assert "Turn 6 is whose?" in driver.text and driver.at_cursor.strip() == "Ball"
        await driver.press("enter")
        assert "Turn 6 is Ball's now." in driver.foot
