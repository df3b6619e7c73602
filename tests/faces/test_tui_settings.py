"""The settings on the full screen: changed at once, and kept in the file; what braille and low vision need."""

from __future__ import annotations

import pytest

from tests.support.app_driver import AppDriver, running_app
from tui_reader.faces.tui.screens.settings_screen import SettingsScreen
from tui_reader.narration.narration_options import NoteReading
from tui_reader.narration.pause import Pause
from tui_reader.settings import Settings, load_settings, settings_path
from tui_reader.settings.setting_words import GROUPS, in_groups, title_of
from tui_reader.settings.settings_table import settings_table

TABLE = in_groups(settings_table())


async def choose(driver: AppDriver, name: str) -> None:
    """Open the settings and choose one."""
    await driver.press("u", "home", *["down"] * [setting.name for setting in TABLE].index(name))


@pytest.mark.parametrize("size", [(40, 10), (80, 24), (200, 60)])
async def test_each_setting_stands_there_with_its_words_value_sentence_and_default(size: tuple[int, int]) -> None:
    async with running_app(*size) as driver:
        await choose(driver, "layout")
        row = " ".join(driver.painted("reverse")[0].split())
        assert "Turn, talk or sentence"[:21] in row and row.endswith(" auto")
        if size != (40, 10):  # which has room for the sentence alone
            words = " ".join(driver.text.split())
            assert "Auto, page, scroll or sentence. Default: auto. In the file: layout." in words
        await driver.press("home")
        groups = []
        for setting in TABLE:
            row = driver.painted("reverse")[0]
            groups += [group for group in GROUPS if row.startswith(group)]
            assert title_of(setting)[:11] in row and setting.about[:30] in " ".join(driver.text.split())
            await driver.press("down")
        assert size[0] < 60 or [*dict.fromkeys(groups)] == [*GROUPS]


async def test_a_setting_is_changed_at_once_and_kept() -> None:
    async with running_app() as driver:
        await choose(driver, "layout")
        await driver.press("right", "right")
        assert "Turn, talk or sentence: scroll. Saved." in driver.text and load_settings()[0].layout == "scroll"
        await driver.press("escape")
        assert "▌ AES  I wonder" in driver.text
        await choose(driver, "width")
        await driver.press("left", "left")
        assert load_settings()[0].width == 68
        await driver.press("enter", *["backspace"] * 3, *"40", "enter", "escape")
        assert load_settings()[0].width == 40 and "meeting(1) a suggestion" not in driver.text
        await choose(driver, "spacing")
        await driver.press("right", "escape", "l", "l", "g", "6", "enter")
        rows = [line.strip() for line in driver.lines]
        at = rows.index("That is all it amounted to. It seems to")
        assert rows[at + 1] == "" and rows[at + 2] == "me highly desirable to liquidate--this"
        assert driver.at_cursor.startswith("That is all")
        await choose(driver, "width")
        await driver.press("d")
        assert load_settings()[0].width == 72


async def test_choices_are_tried_as_one_moves_and_escape_takes_them_back() -> None:
    async with running_app() as driver:
        before = driver.app.theme
        await choose(driver, "theme")
        await driver.press("enter")
        assert "Theme. Up and Down try a value, Enter keeps it, Escape takes back." in driver.text
        await driver.press("down")
        assert driver.app.theme != before and not settings_path().exists()
        await driver.press("escape")
        assert driver.app.theme == before and isinstance(driver.app.screen, SettingsScreen)
        assert not settings_path().exists()
        await driver.press("enter", "down", "down", "enter")
        assert driver.app.theme == load_settings()[0].theme != before
        await driver.press("escape")
        await choose(driver, "layout")
        await driver.press("enter", "down", "down")
        assert driver.app.controller.state.layout == "scroll"
        await driver.press("escape")
        assert driver.app.controller.state.layout == "auto"
        await driver.press("escape")
        await choose(driver, "stereo")
        await driver.press("enter")
        assert load_settings()[0].stereo is False


async def test_settings_are_found_by_words_and_the_place_is_kept() -> None:
    async with running_app() as driver:
        await driver.press("u", "slash", *"pause speaker", "enter")
        assert f"3 of {len(TABLE)} settings." in driver.text
        assert "Pause before the same speaker" in driver.painted("reverse")[0]
        await driver.press("down", "right")
        assert load_settings()[0].pauses[Pause.CHANGE] == 750
        await driver.press("slash", *"zzz", "enter")
        assert "No setting has zzz." in driver.text
        await driver.press("escape")
        assert "settings." not in driver.lines[0] and "another speaker" in driver.painted("reverse")[0]
        await driver.press("escape")
        assert not isinstance(driver.app.screen, SettingsScreen)
        await driver.press("u")
        assert "Pause before another speaker" in driver.painted("reverse")[0]


async def test_what_is_heard_changes_too() -> None:
    async with running_app() as driver:
        await choose(driver, "speed")
        await driver.press("right", "right", "escape")
        await choose(driver, "volume")
        await driver.press("left")
        assert driver.reading.player.speed == 1.2 and driver.reading.player.volume == 0.9
        await driver.press("escape")
        await choose(driver, "notes")
        await driver.press("left")
        assert driver.reading.spoken.options.notes is NoteReading.END and load_settings()[0].notes is NoteReading.END
        await driver.press("escape")
        await choose(driver, "pauses.change")
        await driver.press("right")
        assert (
            driver.app.controller.state.settings.pauses[Pause.CHANGE] == 750 == load_settings()[0].pauses[Pause.CHANGE]
        )
        await driver.press("escape")
        await choose(driver, "stereo")
        await driver.press("right")
        assert load_settings()[0].stereo is False and driver.reading.player.speed == 1.2


async def test_what_cannot_be_is_told_and_nothing_is_kept() -> None:
    async with running_app() as driver:
        await choose(driver, "width")
        await driver.press("enter", *"x", "enter")
        assert "Width of the text must be 20 to 200 columns." in driver.text
        assert not settings_path().exists()
        settings_path().mkdir(parents=True)
        await driver.press("right")
        assert "could not be saved" in " ".join(driver.text.split())


async def test_the_theme_is_gone_through() -> None:
    async with running_app() as driver:
        before = driver.app.theme
        await choose(driver, "theme")
        await driver.press("right")
        assert driver.app.theme != before and load_settings()[0].theme == driver.app.theme
        await driver.press("left")
        assert driver.app.theme == before and load_settings()[0].theme == "auto"


async def test_a_calm_screen_has_no_signs_and_no_hints() -> None:
    async with running_app(settings=Settings(calm=True, layout="scroll")) as driver:
        await driver.wait(lambda: driver.app.view.hidden is False)
        await driver.press("n")
        assert "I think the meeting" in driver.text and "Turn 2 of 23" in driver.foot
        assert not set("‹›<>") & set(driver.text) and "play" not in driver.foot
        await driver.wait(lambda: driver.at_cursor.startswith("I think the meeting"))


async def test_the_cursor_rides_on_the_spoken_word_and_returns_to_the_turn() -> None:
    for layout in ("page", "scroll"):
        async with running_app(settings=Settings(layout=layout)) as driver:
            for key in "nnnpsew":
                await driver.press(key)
                page = driver.reading.place.page
                assert page
                words = page.text[driver.reading.place.position.offset :]
                assert driver.at_cursor.startswith(words.split()[0])
            await driver.press("space")
            await driver.hear(250)
            assert driver.at_cursor.startswith(driver.painted("reverse")[0])


async def test_a_digit_types_the_value_of_a_number() -> None:
    async with running_app() as driver:
        await driver.press("u", "slash", *"rewind", "enter")
        await driver.press("slash", *"speed", "enter", "1", ".", "5", "enter")
        assert driver.app.controller.state.settings.speed == 1.5
