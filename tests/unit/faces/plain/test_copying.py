"""Selecting and copying in plain text mode: how far a selection reaches, and when it ends."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.reading_driver import silent_reading
from tui_reader.document.model import Position
from tui_reader.faces.plain.copying import Copying
from tui_reader.formats import parse
from tui_reader.library import Library
from tui_reader.paths import data_folder
from tui_reader.reading import Reading
from tui_reader.terminal.keymap import keymap

TALK = parse(b"MARY: First one. Second one.\n\nJOHN: I say so. Do you?\n\nMARY: I do.\n", "talk.txt")
OTHER = parse(b"ANNE: Quite other words. And more.\n\nBEN: Yes, more of them.\n\nANNE: Good.\n", "other.txt")


@pytest.fixture
def reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Reading]:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    with Library(None) as library:
        yield silent_reading(TALK, tmp_path / "talk.txt", library)


def test_a_selection_ends_when_its_turn_is_split(reading: Reading) -> None:
    copying = Copying(reading, keymap())
    reading.playback.next_sentence()
    copying.select()
    reading.labels.split_turn()
    assert copying.copy().startswith("Copied turn 2, 3 words, to ")
    assert (data_folder() / "notes.txt").read_text() == "MARY: Second one.\n\n"


def test_a_selection_ends_with_its_document(reading: Reading, tmp_path: Path) -> None:
    copying = Copying(reading, keymap())
    copying.select()
    reading.open(OTHER, tmp_path / "other.txt")
    reading.place.next_page()
    copying.copy()
    assert (data_folder() / "notes.txt").read_text() == "BEN: Yes, more of them.\n\n"
    copying.select()
    reading.open(TALK, tmp_path / "talk.txt")
    assert copying.select().startswith("Selecting from here.")


def test_a_file_that_cannot_be_written_is_told_and_the_selection_stays(reading: Reading) -> None:
    copying = Copying(reading, keymap())
    copying.select()
    reading.place.next_page()
    notes = data_folder() / "notes.txt"
    notes.mkdir(parents=True)
    assert copying.copy() == f"There is no clipboard, and {notes} cannot be written: Is a directory."
    notes.rmdir()
    assert copying.copy().startswith("Copied the selection, 4 words, to ")


def test_a_selection_does_not_grow_with_the_voice(reading: Reading) -> None:
    copying = Copying(reading, keymap())
    copying.select()
    reading.place.next_page()
    reading.place.set(Position(2, 0))  # as the voice does
    assert copying.copy().startswith("Copied the selection, 4 words, to ")
