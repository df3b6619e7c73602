"""The full screen: commands that go back or leave. A command's test is named by its id."""

from __future__ import annotations

import pytest

from tests.support.app_driver import at_turn_six, running_app


async def test_back() -> None:
    async with at_turn_six() as driver:
        await driver.press("f", "escape")
        assert "Printed as an attachment." not in driver.text
        await driver.press("space", "escape")
        assert "stopped" in driver.foot and not driver.reading.playback.playing


async def test_face() -> None:
    async with at_turn_six() as driver:
        with pytest.MonkeyPatch.context() as patched:
            patched.setenv("TEXTUAL_DRIVER", "a browser")
            await driver.press("T")
        assert "A browser has the full screen only." in driver.foot and not driver.app._exit


async def test_quit() -> None:
    async with at_turn_six() as driver:
        await driver.press("s", "q")
        assert driver.app._exit and not driver.reading.playback.playing
        assert driver.library.place(driver.reading.document.key) == driver.reading.place.position


async def test_the_face_is_left_silent_for_the_plain_one_at_the_same_place() -> None:
    async with running_app() as driver:
        await driver.press("n", "s", "l", "l", "l", "M", "v", "space", "T")
        assert not driver.reading.playback.playing
        await driver.wait(lambda: driver.app._exit)
        handed = driver.app.handed
        assert handed and (handed.layout, handed.mark, handed.sound) == ("scroll", "sentence", False)
        assert driver.library.place(driver.reading.document.key) == driver.reading.place.position


@pytest.mark.parametrize("key", ["ctrl+c", "ctrl+q"])
async def test_quit_by_control_keys_keeps_the_place(key: str) -> None:
    async with running_app() as driver:
        await driver.press("n", "space", "h", key)
        assert driver.app._exit and driver.app.return_code == 0 and not driver.reading.playback.playing
        place = driver.library.place(driver.reading.document.key)
        assert place and place.page == 1
