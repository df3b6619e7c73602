"""The line that draws the whole talk: speakers by height and colour, where one is, marks; a click goes there."""

from __future__ import annotations

from tests.support.app_driver import AppDriver, running_app
from tests.support.dialogue_builder import Dialogue
from tui_reader.document.model import Document
from tui_reader.settings import Settings


def talk() -> Document:
    """A short turn, one of nine times its length, and a short one."""
    made = Dialogue().titled("A talk").turn("A", "word " * 20 + "castro.")
    return made.turn("B", "Much is said. " * 64).turn("C", "word " * 20 + "Castro.").document()


def shape(driver: AppDriver) -> str:
    """The line as it stands on the screen."""
    return driver.lines[-2].strip()


async def test_each_turn_is_a_stretch_as_long_as_its_words() -> None:
    async with running_app(100, 30, document=talk()) as driver:
        await driver.press("n", "s", "s")
        line = shape(driver)
        assert line[0] == "▂" and line[-1] == "▄" and line.count("▲") == 1
        assert 0.75 < line.count("▆") / len(line) < 0.85
        colours = {
            str(segment.style.color.name)
            for segment in driver.rows[-2]
            if segment.style and segment.style.color and segment.text.strip("▲ ")
        }
        assert {"cyan", "magenta", "green"} <= colours


async def test_it_shows_where_the_reader_is_bookmarks_hits_and_parts() -> None:
    async with running_app() as driver:
        await driver.press("g", "9", "enter", "b", "n", "n", "n")
        line = shape(driver)
        assert line.index("◆") < line.index("▲") < line.index("│") and "•" not in line
        await driver.press("slash", *"castro", "enter")
        assert "•" in shape(driver)
        await driver.press("escape")
        assert "•" not in shape(driver)


async def test_a_click_goes_to_the_sentence_there() -> None:
    async with running_app(document=talk()) as driver:
        y = len(driver.lines) - 2
        left, line = len(driver.lines[y]) - len(driver.lines[y].lstrip()), shape(driver)
        await driver.pilot.click(offset=(left + len(line) // 2, y))
        place = driver.reading.place.position
        assert driver.turn == 2 and 300 < place.offset < 600 and not driver.reading.playback.playing
        assert driver.at_cursor.startswith("Much is said.") and shape(driver)[len(line) // 2 - 1 :].find("▲") in (0, 1)
        await driver.pilot.click(offset=(left + len(line) - 1, y))
        assert driver.turn == 3
        await driver.pilot.click(offset=(left - 1, y))
        assert driver.turn == 3
        await driver.press("less_than_sign")
        assert driver.turn == 2


async def test_it_is_not_there_on_a_calm_screen_in_a_small_window_and_where_it_is_off() -> None:
    for size, settings in (((100, 30), Settings(calm=True)), ((100, 30), Settings(shape=False)), ((80, 19), None)):
        async with running_app(*size, settings=settings) as driver:
            await driver.pilot.pause(0.6)
            assert not set("▂▆▲") & set(driver.text)
            if not (settings and settings.calm):
                await driver.press("u", "escape")
                assert not set("▂▆▲") & set(driver.text)


async def test_without_utf8_it_is_drawn_with_ascii() -> None:
    async with running_app(utf8=False) as driver:
        line = shape(driver)
        assert line.isascii() and line[0] == "^" and {"_", "=", "|", "."} <= set(line)


async def test_the_outline_has_it_too_with_the_chosen_row_on_it() -> None:
    async with running_app(80, 24) as driver:
        await driver.press("O", "end")
        line = driver.lines[-1].strip()
        assert "▲" in line and line.index("▲") >= line.index("·") - 1
        await driver.press("home")
        assert driver.lines[-1].strip()[0] == "▲"
        await driver.pilot.click(offset=(len(driver.lines[-1]) // 3, 23))
        assert driver.painted("reverse")[0].strip().startswith("Turn 13")
        await driver.press("enter")
        assert driver.turn == 13
    async with running_app(80, 24, settings=Settings(shape=False)) as driver:
        await driver.press("O")
        assert "▲" not in driver.text
