"""Settings, palette, voices and exports of the full screen in a real terminal."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.e2e.test_reading_room import escape, press, shows
from tests.support.terminal import Terminal

pytestmark = pytest.mark.e2e

Reader = Callable[..., Terminal]
Home = dict[str, str]


@pytest.fixture
def terminal(reader: Reader, home: Home) -> Terminal:
    """The memorandum on a screen of 80 by 24."""
    terminal = reader(["--full", "--no-sound", "--engine", "tone"], home, 80, 24)
    terminal.wait_for("I wonder if you would care")
    return terminal


def test_a_document_is_exported_and_where_is_told(terminal: Terminal, tmp_path: Path) -> None:
    press(terminal, "W")
    shows(terminal, "23 turns, about 7 minutes, about")
    press(
        terminal, "Enter", "C-u", *"md", "Enter", "End", "Up", "Enter", "C-u", *str(tmp_path), "Enter", "End", "Enter"
    )
    shows(terminal, "from stevenson-ball.txt, 7.")
    assert "# Memorandum" in (tmp_path / "stevenson-ball.md").read_text()


def test_an_export_is_stopped_and_leaves_nothing(reader: Reader, home: Home, tmp_path: Path) -> None:
    talk = tmp_path / "talk.txt"
    talk.write_text("ANNE: Yes, it is so, as I have said.\n\nBEN: No, I cannot see why.\n\n" * 2000)  # takes seconds
    terminal = reader(["--full", "--no-sound", "--engine", "tone", str(talk)], home, 80, 24)
    terminal.wait_for("Turn 1 of 4000")
    press(
        terminal, "W", "Enter", "C-u", *"wav", "Enter", "End", "Up", "Enter", "C-u", *str(tmp_path / "a.wav"), "Enter"
    )
    press(terminal, "End", "Enter")
    escape(terminal, "Exporting talk.txt. Escape stops.")
    shows(terminal, "Stopped. Nothing was written.")
    assert [*tmp_path.glob("*a.wav*")] == []


def test_a_setting_is_found_tried_and_taken_back(terminal: Terminal) -> None:
    press(terminal, "u", "/", *"layout", "Enter")
    shows(terminal, "In the file: layout.")
    press(terminal, "Enter")
    shows(terminal, "Up and Down try a value, Enter keeps it, Escape takes back.")
    press(terminal, "Down", "Down")
    escape(terminal, "Up and Down try a value")
    escape(terminal, "2 of ")
    escape(terminal, "Settings.")
    shows(terminal, "Turn 1 of 23")
    press(terminal, "u")
    assert "Turn, talk or sentence" in shows(terminal, "auto")


def test_the_palette_finds_a_setting_and_an_export(terminal: Terminal) -> None:
    press(terminal, "C-p", *"export as epub")
    shows(terminal, "Export as epub")
    press(terminal, "Enter")
    escape(terminal, "epub: an EPUB book to read along")
    press(terminal, "C-p", *"margins")
    shows(terminal, "Setting: Margins")
    press(terminal, "Enter")
    shows(terminal, "In the file: margins.")


def test_a_voice_is_chosen_from_the_list(terminal: Terminal) -> None:
    press(terminal, "c", "Down", "Enter")
    shows(terminal, "The voice of Ball.")
    press(terminal, "/", *"scottish woman", "Enter", "Enter")
    shows(terminal, "Ball has the voice Moira.")
