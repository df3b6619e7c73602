"""The settings on the full screen: changed at once, and kept in the file; what braille and low vision need."""

from __future__ import annotations

import pytest

from tests.support.app_driver import AppDriver, running_app
from tui_reader.narration.narration_options import NoteReading
from tui_reader.narration.utterance import Pause
from tui_reader.settings import Settings, load_settings, settings_path
from tui_reader.settings.settings_table import settings_table


async def choose(driver: AppDriver, name: str) -> None:
    """Open the settings and choose one."""
    await driver.press("u", *["down"] * [setting.name for setting in settings_table()].index(name))


@pytest.mark.parametrize("size", [(40, 10), (80, 24), (200, 60)])
async def test_each_setting_stands_there_with_its_value_sentence_and_default(size: tuple[int, int]) -> None:
    async with running_app(*size) as driver:
        await choose(driver, "layout")
        assert " ".join(driver.painted("reverse")[0].split()) == "layout auto"
        if size != (40, 10):  # which has room for the sentence alone
            assert "auto, page, scroll or sentence. The default is auto." in driver.text
        await driver.press("home", *["down"] * 3)
        for setting in settings_table()[3:]:
            assert driver.painted("reverse")[0].startswith(setting.name)
            assert setting.about[:30] in " ".join(driver.text.split())
            await driver.press("down")


async def test_a_setting_is_changed_at_once_and_kept() -> None:
    async with running_app() as driver:
        await choose(driver, "layout")
        await driver.press("right", "right")
        assert "layout is scroll now." in driver.text and load_settings()[0].layout == "scroll"
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


async def test_what_is_heard_changes_too() -> None:
    async with running_app() as driver:
        await choose(driver, "speed")
        await driver.press("right", "right")
        await driver.press("down", "left")
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
        assert "width must be a whole number from 20 to 200." in driver.text
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
