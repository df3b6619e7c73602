"""Lists and questions on a calm screen: the chosen row alone, from the first cell on, with the cursor at its start."""

from __future__ import annotations

import pytest

from tests.faces.test_tui_chooser import NOTHING, SHELF
from tests.support.app_driver import AppDriver, running_app
from tui_reader.faces.tui.screens.spoken_lines import SpokenLines
from tui_reader.faces.tui.text.text_view import TextView
from tui_reader.settings import Settings, load_settings

CALM = Settings(calm=True)


async def shown(driver: AppDriver) -> str:
    """All that is on the screen when it has been written, which begins at the cursor."""
    lines = driver.app.screen.query_one(SpokenLines)
    await driver.wait(lambda: not lines._timer)
    assert driver.app.cursor_position == (0, 0)
    return " ".join(driver.text.split())


async def test_a_setting_is_its_row_and_a_changed_one_is_written_again() -> None:
    async with running_app(80, 24, settings=CALM) as driver:
        await driver.press("u")
        first = await shown(driver)
        assert first.startswith("Settings. Left and Right change") and "back. Reading. Speed, 1, 1 of " in first
        await driver.press("n")
        many = first.rpartition(" ")[2]
        assert (await shown(driver)).endswith(f", 2 of {many}")
        await driver.press("up")
        assert await shown(driver) == f"Reading. Speed, 1, 1 of {many}"
        await driver.press("plus")
        assert "Speed" not in driver.text  # wiped, so that Orca says all of what follows
        assert await shown(driver) == f"Reading. Speed, 1.1, 1 of {many}"
        assert load_settings()[0].speed == 1.1
        await driver.press("enter", *"9", "enter")
        assert (await shown(driver)).startswith("Speed must be") and "Speed, 1.1, 1 of" in driver.text
        await driver.press("n")
        assert await shown(driver) == f"Go back a sentence after a pause of, 3 minutes, 2 of {many}"


async def test_the_cast_is_a_person_with_a_voice() -> None:
    async with running_app(80, 24, settings=CALM) as driver:
        await driver.press("c")
        assert "c takes the next, Escape goes back. Stevenson, " in await shown(driver)
        await driver.press("n")
        row = await shown(driver)
        assert row.startswith("Ball, ") and ", 2 of 3. " in row
        await driver.press("c")
        changed = await shown(driver)
        assert changed != row and "Ball, " in changed and ", 2 of 3. " in changed
        await driver.press("n")
        assert (await shown(driver)).startswith("Narrator, ")


ROWS = [
    ("O", "Outline. Enter goes there", "Turn 2, Ball: I think the meeting has been called off, 2 of 24"),
    ("apostrophe", "Bookmarks. Enter goes there", "Bookmark 2, turn 2"),
    ("k", "Enter next turn, m merge", "George W. Ball, GWB, "),
    ("K", "Turn 2 is whose? Up and Down choose", "Stevenson, 1 of 1"),
    ("A", "Rehearse whose part? Up and Down choose, Enter takes it, Escape. Stevenson, 1 of 2", "Ball, 2 of 2"),
    ("ctrl+p", "Commands. Enter runs one, / filters, Escape goes back. Play or pause", "Next turn (n, Right"),
]
"""Keys that open lists, how the first row is said, and the next."""


@pytest.mark.parametrize(("key", "first", "second"), ROWS)
async def test_every_list_is_said_row_by_row(key: str, first: str, second: str) -> None:
    async with running_app(80, 24, settings=CALM) as driver:
        driver.reading.bookmarks.add()
        if key in ("apostrophe", "K"):
            await driver.press("n")
            driver.reading.bookmarks.add()
        await driver.press(key, *(["home"] if key == "apostrophe" else []))
        assert key == "apostrophe" or (await shown(driver)).startswith(first)
        await driver.press("down")
        assert (await shown(driver)).startswith(second)
        await driver.press("escape")
        assert isinstance(driver.app.focused, TextView)


async def test_a_volume_is_chosen_from_row_by_row() -> None:
    async with running_app(80, 24, NOTHING, find_shelf=lambda path: SHELF, settings=CALM) as driver:
        first = await shown(driver)
        assert first.startswith(
            "Mines, Volume I. Type to find, Up and Down choose, Enter opens. Conversation on the Mine"
        )
        assert first.endswith("1949-03-02, 1 of 340")
        await driver.press("down")
        assert (await shown(driver)).endswith("1949-03-03, 2 of 340")
        await driver.press(*"harbour")
        assert (await shown(driver)).startswith("harbour. 34 found. Conversation on the Harbour")


async def test_a_command_is_found_by_words_and_run() -> None:
    async with running_app(80, 24, settings=CALM) as driver:
        await driver.press("ctrl+p", "slash", *"zzz", "enter")
        assert (await shown(driver)).startswith("Nothing found for zzz. Play or pause")
        await driver.press("slash", *"where am", "enter")
        assert "Where am I (w), 1 of " in await shown(driver)
        await driver.press("enter")
        await driver.wait(lambda: "Turn 1 of 23, Stevenson." in driver.foot)


async def test_the_page_comes_back_when_a_list_is_left() -> None:
    async with running_app(80, 24, settings=CALM) as driver:
        await driver.wait(lambda: not driver.app.view.hidden)
        await driver.press("u")
        await shown(driver)
        await driver.press("escape")
        assert "I wonder if you" not in driver.text  # not yet: it would be painted, and said, twice
        await driver.wait(lambda: not driver.app.view.hidden)
        assert "I wonder if you" in driver.text and "Turn 1 of 23" in driver.foot


async def test_a_question_stands_alone_and_the_cursor_is_behind_what_is_typed() -> None:
    async with running_app(80, 24, settings=CALM) as driver:
        await driver.press("g", "6")
        await driver.wait(lambda: "Go to" in driver.text)
        assert driver.text.strip() == "Go to turn, 1 to 23, or 50%, part 2, a heading: 6"
        assert driver.app.cursor_position == (len(driver.foot), 23)
        await driver.press("enter")
        await driver.wait(lambda: driver.turn == 6 and not driver.app.view.hidden)
        await driver.wait(lambda: driver.at_cursor.startswith("That is all"))


@pytest.mark.parametrize("key", ["w", "b"])
async def test_a_message_is_at_the_cursor_until_the_next_key(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui_reader.faces.tui.status.WIPED", 0.6)
    async with running_app(80, 24, settings=CALM) as driver:
        await driver.wait(lambda: not driver.app.view.hidden)
        await driver.press(key)
        message = driver.app.controller.state.messages[0]
        assert driver.foot == ""  # wiped
        await driver.wait(lambda: driver.foot)
        assert driver.at_cursor.rstrip() == message and driver.app.cursor_position == (0, 23)
        await driver.press("n")
        await driver.wait(lambda: driver.at_cursor.startswith("I think the meeting"))
