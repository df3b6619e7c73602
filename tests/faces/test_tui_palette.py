"""The palette: commands with their keys, settings, themes, documents, speakers and exports, by whole words first."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.command import CommandPalette

from tests.support.app_driver import running_app
from tui_reader.faces.tui.palette_entry import Entry, found
from tui_reader.faces.tui.screens.export_screen import ExportScreen
from tui_reader.faces.tui.screens.setting_choices import SettingChoicesScreen
from tui_reader.faces.tui.screens.settings_screen import SettingsScreen
from tui_reader.formats import read
from tui_reader.library import Library
from tui_reader.settings import load_settings


def entry(name: str, help: str = "", keys: str = "") -> Entry:
    """An entry that does nothing."""
    return Entry(name, help, lambda: None, keys)


def test_whole_words_come_before_beginnings_parts_and_helps() -> None:
    entries = [
        entry("Go on", help="Read a note."), entry("Denoted"), entry("Notes of this page"), entry("A note", keys="f"),
    ]  # fmt: skip
    assert [one.name for one in found(entries, "note")] == ["A note", "Notes of this page", "Denoted", "Go on"]
    assert found(entries, "f")[0].name == "A note" and found(entries, "zzz") == [] == found(entries, " ")


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("next turn", "Next turn (n, Right, Enter)"), ("library", "Library (D)"), ("theme", "Change theme"),
        ("volume", "Setting: Volume"), ("margins", "Setting: Margins"), ("nord", "Theme: nord"),
        ("mp3", "Export as mp3"), ("stevenson", "Next turn of Adlai E. Stevenson"), ("W", "Export (W)"),
    ],
)  # fmt: skip
async def test_what_is_wanted_comes_first(query: str, first: str) -> None:
    async with running_app() as driver:
        assert found(driver.app.controller.palette(), query)[0].shown == first


async def test_what_is_chosen_is_done() -> None:
    async with running_app() as driver:

        async def take(*words: str) -> None:
            await driver.press("ctrl+p", *" ".join(words))
            await driver.wait(lambda: isinstance(driver.app.screen, CommandPalette))
            await driver.pilot.pause(0.3)
            await driver.press("enter")
            await driver.wait(lambda: not isinstance(driver.app.screen, CommandPalette))
            await driver.pilot.pause()

        await take("next turn of george")
        assert driver.turn == 2
        await take("margins")
        assert isinstance(driver.app.screen, SettingsScreen) and "Margins" in driver.painted("reverse")[0]
        await driver.press("escape")
        await take("export as opus")
        assert isinstance(driver.app.screen, ExportScreen) and "opus: small sound" in driver.text
        await driver.press("escape")
        await take("change theme")
        assert isinstance(driver.app.screen, SettingChoicesScreen)
        await driver.press("escape")
        await take("theme nord")
        assert driver.app.theme == "nord" == load_settings()[0].theme


async def test_a_title_is_no_markup_and_opens_its_document(tmp_path: Path) -> None:
    path = tmp_path / "[b]bold[@click=app.quit]talk.txt"
    path.write_text("ANNE: Good morning.\n\nBEN: Yes.\n")
    library = Library(None)
    library.keep_document(read(path), path)
    async with running_app(library=library) as driver:
        await driver.press("ctrl+p", *"bold")
        await driver.pilot.pause(0.5)
        assert "Open [b]bold[@click=app.quit]talk.txt" in driver.text
        await driver.press("enter")
        await driver.wait(lambda: driver.reading.document.name == path.name)
        assert "Good morning." in driver.text
