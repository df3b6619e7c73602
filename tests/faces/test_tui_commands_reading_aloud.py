"""The full screen: commands that play, and change what is heard and how. A command's test is named by its id."""

from __future__ import annotations

from tests.support.app_driver import at_turn_six
from tui_reader.faces.tui.screens.cast_screen import CastScreen
from tui_reader.faces.tui.screens.correct_word import CorrectScreen


async def test_play_or_pause() -> None:
    async with at_turn_six() as driver:
        await driver.press("space")
        assert "playing, 1.0" in driver.foot and "space pause" in driver.foot
        await driver.press("space")
        assert "paused" in driver.foot and "space play" in driver.foot


async def test_notes_aloud() -> None:
    async with at_turn_six() as driver:
        await driver.press("F", "F")
        assert "Notes are read after their sentence." in driver.foot
        await driver.press("F", "F", "F")
        assert "Notes are not read aloud." in driver.foot


async def test_step() -> None:
    async with at_turn_six() as driver:
        await driver.press("t")
        assert "Stop after each sentence." in driver.foot
        await driver.press("t", "t", "t")
        assert "No stop by itself." in driver.foot


async def test_one_side() -> None:
    async with at_turn_six() as driver:
        await driver.press("o")
        assert "Only Stevenson is heard." in driver.foot
        await driver.press("o")
        assert "Everybody is heard." in driver.foot


async def test_sleep() -> None:
    async with at_turn_six() as driver:
        await driver.press("z")
        assert "Sleep in 15 minutes." in driver.foot
        await driver.press(*"zzzzz")
        assert "Sleep off." in driver.foot


async def test_faster() -> None:
    async with at_turn_six() as driver:
        await driver.press("plus", "equals_sign")
        assert "Speed 1.2." in driver.foot


async def test_slower() -> None:
    async with at_turn_six() as driver:
        await driver.press("minus")
        assert "Speed 0.9." in driver.foot


async def test_louder() -> None:
    async with at_turn_six() as driver:
        driver.reading.aloud.volume = 0.5
        await driver.press(")")
        assert "Volume 60 percent." in driver.foot


async def test_softer() -> None:
    async with at_turn_six() as driver:
        await driver.press("(")
        assert "Volume 90 percent." in driver.foot


async def test_sound() -> None:
    async with at_turn_six() as driver:
        await driver.press("v")
        assert "Sound off." in driver.foot
        await driver.press("space")
        assert "playing, no sound, 1.0" in driver.foot
        await driver.press("v")
        assert "Sound on." in driver.foot


async def test_cast() -> None:
    async with at_turn_six() as driver:
        await driver.press("c")
        assert isinstance(driver.app.screen, CastScreen)
        await driver.press("escape")
        assert "That is all it amounted to." in driver.text


async def test_correct() -> None:
    async with at_turn_six() as driver:
        await driver.press("C")
        assert isinstance(driver.app.screen, CorrectScreen) and driver.painted("reverse") == ["That"]
        await driver.press("escape")
        assert driver.painted("reverse") == []


async def test_follow() -> None:
    async with at_turn_six() as driver:
        await driver.press("l", "r", "end")
        assert "R back to it" in driver.foot and "That is all it amounted to" not in driver.text
        await driver.press("R")
        assert "back to it" not in driver.foot and "› AES  That is all it amounted to" in driver.text
        await driver.press("l")


async def test_mark() -> None:
    async with at_turn_six() as driver:
        for what in ("The sentence is", "Word and sentence are", "Nothing is", "The word is"):
            await driver.press("M")
            assert f"{what} marked." in driver.foot
