"""The export on the full screen: form, turns and place are chosen, what it will hold is told, Escape stops it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.app_driver import AppDriver, running_app
from tests.support.recordings import read_vtt, write_tones
from tui_reader.export.output_formats import OUTPUT_FORMATS
from tui_reader.faces.tui.screens.export_screen import ExportScreen
from tui_reader.settings import Settings
from tui_reader.startup.reading_options import ReadingOptions

FORMS = [one.name for one in OUTPUT_FORMATS]


def plain(driver: AppDriver) -> str:
    """The screen in one line."""
    return " ".join(driver.text.split())


async def open_export(driver: AppDriver, folder: Path, form: str = "txt") -> None:
    """Open the export with a form and a folder, the last row chosen."""
    driver.app.controller.options = ReadingOptions(engine="tone")
    await driver.press("W", "enter", "ctrl+u", *form, "enter")
    await driver.press("end", "up", "enter", "ctrl+u", *str(folder), "enter", "end")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


async def test_what_is_chosen_and_what_it_will_hold_are_shown(here: Path) -> None:
    async with running_app() as driver:
        await driver.press("W")
        assert "Form mp3: sound for every player, with chapters First turn 1 Last turn 23 File" in plain(driver)
        assert "23 turns, about 7 minutes, about 3.5 MB." in driver.text
        await driver.press("right")
        assert "Form m4b: an audiobook" in plain(driver)
        await driver.press("down", "right", "right", "down", "left")
        assert "First turn 3 Last turn 22" in plain(driver) and "20 turns, about " in driver.text
        await driver.press("enter", *"2", "enter")
        assert "The last turn, 2, is before the first, 3." in driver.text
        await driver.press("escape")
        assert not isinstance(driver.app.screen, ExportScreen)


async def test_the_recording_or_voices_are_chosen(here: Path) -> None:
    document = read_vtt(here, "1 2 <v Ann>Yes.", "3 4 <v Ben>No.")
    write_tones(here / "talk.wav", 5.0, (1.0, 2.0, 9000), (3.0, 4.0, 9000))
    async with running_app(document=document, path=here / "talk.vtt") as driver:
        driver.reading.recorded.choose(here / "talk.wav")
        await driver.press("W", "down", "down", "down")
        assert "Sound recording talk.wav" in plain(driver)
        await driver.press("enter")
        assert "Sound voices" in plain(driver)
        await driver.press("right")
        assert "Sound recording talk.wav" in plain(driver)


async def test_it_is_written_and_where_is_told(here: Path) -> None:
    async with running_app() as driver:
        await open_export(driver, here)
        await driver.press("enter")
        await driver.wait(lambda: "Wrote" in driver.text)
        assert f"Wrote {here}/stevenson-ball.txt from stevenson-ball.txt, 7.8 kB. Escape goes back." in plain(driver)
        assert (here / "stevenson-ball.txt").read_text().startswith("Memorandum of Telephone Conversation")


async def test_a_file_that_is_there_is_replaced_at_the_second_enter(here: Path) -> None:
    (here / "stevenson-ball.md").write_text("mine")
    async with running_app() as driver:
        await open_export(driver, here, "md")
        await driver.press("enter")
        assert "exists already. Enter again replaces it." in plain(driver)
        assert (here / "stevenson-ball.md").read_text() == "mine"
        await driver.press("enter")
        await driver.wait(lambda: "Wrote" in driver.text)
        assert (here / "stevenson-ball.md").read_text() != "mine"


async def test_what_cannot_be_written_is_told(here: Path) -> None:
    async with running_app() as driver:
        await open_export(driver, here / "none" / "a")
        await driver.press("enter")
        await driver.wait(lambda: "no such folder; make it first." in plain(driver))
        await driver.press("home", "enter", *"mp9", "enter")
        assert "There is no form mp9." in driver.text


async def test_escape_stops_it_and_nothing_is_left(here: Path) -> None:
    async with running_app() as driver:
        await open_export(driver, here, "wav")
        await driver.press("enter")
        await driver.wait(lambda: "Exporting stevenson-ball.txt. Escape stops." in driver.text)
        await driver.press("down", "left", "escape")
        await driver.wait(lambda: "Stopped. Nothing was written." in driver.text)
        assert [*here.iterdir()] == [] and isinstance(driver.app.screen, ExportScreen)
        await driver.press("escape")
        assert not isinstance(driver.app.screen, ExportScreen)


async def test_on_a_calm_screen_rows_and_progress_are_said(here: Path) -> None:
    async with running_app(settings=Settings(calm=True)) as driver:
        await driver.press("W", "down")
        await driver.wait(lambda: "First turn, 1, 2 of 5" in driver.text)


@pytest.mark.parametrize("size", [(80, 24), (40, 10)])
async def test_every_form_can_be_reached(size: tuple[int, int], here: Path) -> None:
    async with running_app(*size) as driver:
        await driver.press("W")
        seen = []
        for _ in FORMS:
            await driver.press("right")
            seen.append(driver.painted("reverse")[0].split()[1].rstrip(":"))
        assert sorted(seen) == sorted(FORMS)


async def test_a_digit_types_the_turn_and_part_of_a_talk_has_a_name_of_its_own(here: Path) -> None:
    async with running_app(200, 60) as driver:
        await driver.press("W", "down", "1", "2", "enter")
        assert "First turn 12" in plain(driver) and "-turns-12-23.mp3" in plain(driver)
        await driver.press("down", "1", "2", "enter")
        assert "-turn-12.mp3" in plain(driver)
        await driver.press("up", "left")
        assert "-turns-11-12.mp3" in plain(driver)
        await driver.press("end", "up", "enter", "ctrl+u", *"mine", "enter", "up", "right")
        assert "mine.mp3" in plain(driver) and "Last turn 13" in plain(driver)
