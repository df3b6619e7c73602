"""Selecting by mouse and by keys, and what is copied: the words, who says them, and where they stand."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.events import MouseDown, MouseMove, MouseUp

from tests.support.dialogues import Dialogue
from tests.support.stage import MEMORANDUM, Stage, on_stage, play
from tui_reader.document.model import Position
from tui_reader.faces.tui.text.selection import Selection, between, words_of
from tui_reader.settings import Settings
from tui_reader.terminal import clipboard

TALK = Dialogue().turn("A", "One two three.").turn("B", "Four five six.").turn("A", "Seven.").document()


async def drag(stage: Stage, start: tuple[int, int], end: tuple[int, int]) -> None:
    """Drag the mouse from a cell to another."""
    view = stage.app.view
    for kind, (x, y) in ((MouseDown, start), (MouseMove, end), (MouseUp, end)):
        stage.app.screen._forward_event(
            kind(view, x, y, 0, 0, 1, False, False, False, screen_x=x, screen_y=y)
        )  # fmt: skip
        await stage.pilot.pause()


def test_a_stretch_is_of_whole_words_in_whichever_order() -> None:
    one, other = Position(0, 5), Position(1, 1)
    assert between(TALK, one, other) == between(TALK, other, one) == Selection(Position(0, 4), Position(1, 4))
    assert words_of(TALK, between(TALK, one, other)) == "A: two three.\n\nB: Four"
    assert words_of(TALK, between(TALK, one, one)) == "two"
    assert words_of(TALK, between(TALK, Position(0, 0), Position(2, 2))).count("\n\n") == 2
    assert between(TALK, one, other).on(TALK.pages[2]) is None


def test_the_mouse_selects_over_turns_and_reads_from_nowhere() -> None:
    async def act() -> None:
        async with on_stage(80, 24, document=TALK, settings=Settings(layout="scroll")) as stage:
            first, last = (next(y for y, line in enumerate(stage.lines) if word in line) for word in ("two", "five"))
            await drag(stage, (stage.lines[first].index("two"), first), (stage.lines[last].index("five"), last))
            assert stage.painted("reverse") == ["two three.", "Four five"] and not stage.reading.playing
            await stage.press("x")
            assert stage.app.clipboard == "A: two three.\n\nB: Four five" and stage.painted("reverse") == []

    play(act)


def test_keys_select_over_turns_and_escape_leaves() -> None:
    async def act() -> None:
        async with on_stage(document=TALK, settings=Settings(layout="scroll")) as stage:
            await stage.press("e", "V", "n", "e")
            assert stage.painted("reverse") == ["two three.", "Four five"] and "selected: x copies" in stage.foot
            await stage.press("escape")
            assert stage.painted("reverse") == [] and stage.app.state.anchor is None

    play(act)


def test_sentences_and_turns_are_selected_whole_and_nothing_of_the_next() -> None:
    async def act() -> None:
        async with on_stage() as stage:
            await stage.press("g", "6", "enter", "V", "s")
            assert "".join(stage.painted("reverse")) == "That is all it amounted to."
            await stage.press("escape", "r", "V", "n", "x")
            assert stage.app.clipboard == MEMORANDUM.turns[5].text

    play(act)


def test_in_another_document_nothing_is_selected() -> None:
    async def act() -> None:
        async with on_stage() as stage:
            await stage.press("g", "2", "0", "enter", "V", "e")
            stage.reading.take_document(TALK)
            await stage.press("n")
            assert stage.app.state.anchor is None and stage.painted("reverse") == []

    play(act)


def test_a_highlight_over_two_turns_is_two_and_stays() -> None:
    async def act() -> None:
        async with on_stage(document=TALK) as stage:
            await stage.press("V", "n", "e", "H")
            assert [(one.place, one.length) for one in stage.reading.bookmarks] == [
                (Position(0, 0), 14), (Position(1, 0), 9),
            ]  # fmt: skip
            assert "Four five" in stage.painted("bold")

    play(act)


def test_text_is_given_to_the_clipboard_of_the_system_through_a_pipe(
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
    monkeypatch.setattr(clipboard.sys, "platform", "linux")

    async def act() -> None:
        async with on_stage() as stage:
            await stage.press("n", "x")
            await stage.wait(kept.exists)
            assert kept.read_text() == f"GWB: {MEMORANDUM.turns[1].text}"

    play(act)
    monkeypatch.setenv("SSH_CONNECTION", "far away")
    assert clipboard.program() is None
    monkeypatch.delenv("SSH_CONNECTION")
    monkeypatch.delenv("DISPLAY")
    assert clipboard.program() is None
