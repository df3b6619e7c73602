"""The full screen: what a media key or the desktop's player controls ask is done and shown, also under a list."""

from __future__ import annotations

import pytest

from tests.support.app_driver import at_turn_six
from tui_reader.playback.asked import Asked, Wish


@pytest.mark.parametrize(("wish", "turn"), [(Wish.NEXT, 7), (Wish.PREVIOUS, 5)])
async def test_another_turn_is_shown(wish: Wish, turn: int) -> None:
    async with at_turn_six() as driver:
        driver.app.take(Asked(wish))
        await driver.press()
        assert driver.turn == turn and f"Turn {turn} of 23" in driver.foot


async def test_it_plays_pauses_and_stops() -> None:
    async with at_turn_six() as driver:
        for wish, shown in (
            (Wish.PLAY, "playing"),
            (Wish.PLAY, "playing"),
            (Wish.PAUSE, "stopped"),
            (Wish.STOP, "stopped"),
        ):
            driver.app.take(Asked(wish))
            await driver.press()
            assert shown in driver.foot, wish


async def test_a_list_that_is_open_stays_open() -> None:
    async with at_turn_six() as driver:
        await driver.press("u")
        driver.app.take(Asked(Wish.NEXT))
        await driver.press()
        assert driver.turn == 7 and len(driver.app.screen_stack) == 2
