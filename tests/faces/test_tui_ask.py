"""The line that asks for words, and keys that come faster than the screen answers."""

from __future__ import annotations

import pytest
from textual.events import Key

from tests.support.app_driver import CHARACTERS, AppDriver, running_app


def at_once(driver: AppDriver, *keys: str) -> None:
    """Keys that come one behind the other, as from a program or a slow line."""
    for key in keys:
        name = {"/": "slash", ".": "full_stop"}.get(key, key)
        driver.app.post_message(Key(name, CHARACTERS.get(key, key if len(key) == 1 else None)))


async def test_of_keys_typed_ahead_none_is_lost_and_none_is_overtaken() -> None:
    async with running_app() as driver:
        at_once(driver, "g", "1", "2", "enter", "n", "/", *"castro", "enter", ".", "b")
        while not driver.reading.bookmarks.all:
            await driver.pilot.pause()
        found = driver.reading.search.results
        assert found and found.typed == "castro" and found.index == 5
        assert driver.reading.bookmarks.all[0].place == found.hits[5].position


async def test_the_words_sought_before_stand_there_and_the_first_letter_takes_their_place() -> None:
    async with running_app() as driver:
        await driver.press("/", *"castro", "enter", "/")
        assert driver.painted("reverse")[-1] == "castro" and driver.foot.strip() == "/castro_"
        await driver.press("s")
        assert driver.foot.split()[0] == "/s_"
        await driver.press("escape", "/", "end", "x")
        assert driver.foot.split()[0] == "/castrox_"
        await driver.press("escape", "/", "backspace")
        assert driver.foot.split()[0] == "/castr_"
        await driver.press("escape", "/", "enter")
        assert driver.reading.search.results and driver.reading.search.results.typed == "castro"


@pytest.mark.parametrize("columns", [40, 60, 80])
@pytest.mark.parametrize(("key", "question"), [("C", "Tab plays it"), ("g", "Go to turn, 1 to 23")])
async def test_a_long_question_is_seen_whole_on_a_narrow_screen(columns: int, key: str, question: str) -> None:
    async with running_app(columns, 10) as driver:
        await driver.press("n", key)
        before = " ".join(driver.text.split())
        assert question in before and before.endswith(": _")
        await driver.press(*"quarantine for ever and a day and some more words", "backspace")
        now = " ".join(driver.text.split())
        assert question in now and now.endswith("more word_")
        assert driver.app.cursor_position.y == 9 and driver.at_cursor == "_"


async def test_a_question_keeps_its_words_when_the_window_becomes_narrow() -> None:
    async with running_app(120, 24) as driver:
        await driver.press("C", *"oaf")
        await driver.pilot.resize_terminal(40, 10)
        await driver.pilot.pause()
        words = " ".join(driver.text.split())
        assert "Tab plays it" in words and words.endswith("oaf_") and driver.at_cursor == "_"
