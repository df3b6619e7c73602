"""The voice picker on the full screen: it speaks as one moves, Enter gives the voice, Escape leaves all as it was."""

from __future__ import annotations

import pytest

from tests.support.app_driver import running_app
from tui_reader.faces.tui.screens.cast_screen import CastScreen
from tui_reader.faces.tui.screens.voice_screen import VoiceScreen
from tui_reader.reading.voice_assignment import ON_TRIAL
from tui_reader.settings import Settings


async def test_moving_plays_each_voice_and_enter_gives_it() -> None:
    async with running_app() as driver:
        voices = driver.reading.voices
        await driver.press("c", "enter")
        assert isinstance(driver.app.screen, VoiceScreen) and driver.painted("reverse")[0].startswith("Adlai")
        assert not driver.device.running
        await driver.press("down", "down")
        await driver.wait(lambda: driver.device.running)
        assert voices.cast.voice(ON_TRIAL).id == "clara" and voices.cast.voice("AES").id == "aes"
        await driver.press("down")
        assert voices.cast.voice(ON_TRIAL).id == "henry"
        await driver.press("enter")
        assert isinstance(driver.app.screen, CastScreen) and voices.cast.voice("AES").id == "henry"
        assert "Stevenson has the voice Henry." in driver.text and not driver.reading.playback.playing


async def test_escape_leaves_the_voice() -> None:
    async with running_app() as driver:
        await driver.press("c", "down", "enter", "down", "escape")
        assert driver.reading.voices.cast.voice("GWB").id == "gwb" and isinstance(driver.app.screen, CastScreen)
        assert "Ball has the voice George." in driver.text


async def test_voices_are_found_by_words() -> None:
    async with running_app() as driver:
        await driver.press("c", "enter", "slash", *"scottish woman", "enter")
        assert driver.painted("reverse")[0].startswith("Moira") and "Henry" not in driver.text
        await driver.press("slash", *"martian", "enter")
        assert "No voice is martian." in driver.text


async def test_a_screen_reader_is_not_talked_over_unless_h_is_pressed() -> None:
    async with running_app(80, 24, settings=Settings(calm=True)) as driver:
        await driver.press("c", "enter", "down")
        await driver.wait(lambda: "George, man, American, Ball's voice, 2 of" in driver.text)
        assert not driver.device.running
        await driver.press("h")
        await driver.wait(lambda: driver.device.running)


@pytest.mark.parametrize("size", [(40, 10), (80, 24)])
async def test_a_row_says_what_the_voice_is_and_how_it_fits(size: tuple[int, int]) -> None:
    async with running_app(*size) as driver:
        await driver.press("c", "enter", "down")
        row = driver.painted("reverse")[0]
        assert "George" in row and "man" in row and "Ball's voice" in row
