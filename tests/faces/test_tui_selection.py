"""Selecting by mouse and by keys, and what is copied: the words, who says them, and where they stand."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.events import MouseDown, MouseMove, MouseUp

from tests.support.app_driver import MEMORANDUM, AppDriver, running_app
from tests.support.dialogue_builder import Dialogue
from tui_reader.document.model import Position
from tui_reader.reading.selection import Selection, between, words_of
from tui_reader.settings import Settings

TALK = Dialogue().turn("A", "One two three.").turn("B", "Four five six.").turn("A", "Seven.").document()


async def drag(driver: AppDriver, start: tuple[int, int], end: tuple[int, int]) -> None:
    """Drag the mouse from a cell to another."""
    view = driver.app.view
    for kind, (x, y) in ((MouseDown, start), (MouseMove, end), (MouseUp, end)):
        driver.app.screen._forward_event(
            kind(view, x, y, 0, 0, 1, False, False, False, screen_x=x, screen_y=y)
        )  # fmt: skip
        await driver.pilot.pause()


def test_a_stretch_is_of_whole_words_in_whichever_order() -> None:
    one, other = Position(0, 5), Position(1, 1)
    assert between(TALK, one, other) == between(TALK, other, one) == Selection(Position(0, 4), Position(1, 4))
    assert words_of(TALK, between(TALK, one, other)) == "A: two three.\n\nB: Four"
    assert words_of(TALK, between(TALK, one, one)) == "two"
    assert words_of(TALK, between(TALK, Position(0, 0), Position(2, 2))).count("\n\n") == 2
    assert between(TALK, one, other).on(TALK.pages[2]) is None


async def test_the_mouse_selects_over_turns_and_reads_from_nowhere() -> None:
    async with running_app(80, 24, document=TALK, settings=Settings(layout="scroll")) as driver:
        first, last = (next(y for y, line in enumerate(driver.lines) if word in line) for word in ("two", "five"))
        await drag(driver, (driver.lines[first].index("two"), first), (driver.lines[last].index("five"), last))
        assert driver.painted("reverse") == ["two three.", "Four five"] and not driver.reading.playback.playing
        await driver.press("x")
        assert driver.app.clipboard == "A: two three.\n\nB: Four five" and driver.painted("reverse") == []


async def test_the_text_scrolls_where_the_mouse_is_dragged_to_the_foot() -> None:
    async with running_app(settings=Settings(layout="scroll")) as driver:
        scroll = driver.app.view.viewport.scroll
        before = scroll.top
        await drag(driver, (40, 10), (40, 28))
        assert scroll.top != before


async def test_keys_select_over_turns_and_escape_leaves() -> None:
    async with running_app(document=TALK, settings=Settings(layout="scroll")) as driver:
        await driver.press("e", "V", "n", "e")
        assert driver.painted("reverse") == ["two three.", "Four five"] and "selected: x copies" in driver.foot
        await driver.press("escape")
        assert driver.painted("reverse") == [] and driver.app.controller.state.anchor is None


async def test_keys_that_come_faster_than_they_are_answered_select_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui_reader.faces.tui.app.BEHIND", -1)
    async with running_app(document=TALK) as driver:
        await driver.burst("V", "e", "x")
        assert driver.app.clipboard == "One two"


async def test_sentences_and_turns_are_selected_whole_and_nothing_of_the_next() -> None:
    async with running_app() as driver:
        await driver.press("g", "6", "enter", "V", "s")
        assert "".join(driver.painted("reverse")) == "That is all it amounted to."
        await driver.press("escape", "r", "V", "n", "x")
        assert driver.app.clipboard == MEMORANDUM.turns[5].text


async def test_in_another_document_nothing_is_selected() -> None:
    async with running_app() as driver:
        await driver.press("g", "2", "0", "enter", "V", "e")
        driver.reading.take_document(TALK)
        await driver.press("n")
        assert driver.app.controller.state.anchor is None and driver.painted("reverse") == []


async def test_a_highlight_over_two_turns_is_two_and_stays() -> None:
    async with running_app(document=TALK) as driver:
        await driver.press("V", "n", "e", "H")
        assert [(one.place, one.length) for one in driver.reading.bookmarks.all] == [
            (Position(0, 0), 14), (Position(1, 0), 9),
        ]  # fmt: skip
        assert "Four five" in driver.painted("bold")


async def test_text_is_given_to_the_clipboard_of_the_system_through_a_pipe(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "kept"
    program = tmp_path / "xclip"
    program.write_text(f"#!/bin/sh\ncat > {kept}.part && mv {kept}.part {kept}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setenv("DISPLAY", ":9")
    for name in ("WAYLAND_DISPLAY", "SSH_CONNECTION"):
        monkeypatch.delenv(name, raising=False)
    async with running_app() as driver:
        await driver.press("n", "x")
        assert "Copied turn 2, 9 words, to the clipboard." in driver.foot
        assert kept.read_text() == f"GWB: {MEMORANDUM.turns[1].text}"


async def test_a_selection_does_not_grow_with_the_voice() -> None:
    async with running_app() as driver:
        await driver.press("g", "6", "enter", "V", "e")
        assert driver.painted("reverse") == ["That is"]
        await driver.press("space")
        await driver.hear(3000)
        assert driver.reading.place.position.offset > 8
        assert driver.app.controller.state.selection == Selection(Position(5, 0), Position(5, 7))
        await driver.press("V", "V")
        assert not driver.reading.playback.playing
