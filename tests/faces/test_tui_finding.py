"""Searching on the full screen, and the lists that lead away: all that is found is marked, and nothing freezes."""

from __future__ import annotations

import pytest

from tests.faces.test_tui_page import same_as_golden
from tests.support.dialogues import Dialogue
from tests.support.stage import MEMORANDUM, Stage, on_stage, play
from tui_reader.faces.tui import incremental_search
from tui_reader.settings import Settings

LONG = Dialogue()
for number in range(3000):
    LONG = LONG.turn("AB"[number % 2], f"Number {number} is said.")
LONG_TALK = LONG.document()


def yellow(stage: Stage) -> list[str]:
    """The words that are painted as found."""
    return [
        segment.text
        for row in stage.rows
        for segment in row
        if segment.style and segment.style.bgcolor and segment.style.bgcolor.name == "yellow"
    ]


@pytest.mark.parametrize("size", ["40x10", "80x24", "200x60"])
def test_the_lists_look_as_they_should(size: str) -> None:
    async def act() -> None:
        columns, lines = map(int, size.split("x"))
        async with on_stage(columns, lines) as stage:
            await stage.press("g", "6", "enter", "O")
            same_as_golden(f"outline-{size}", stage)
            await stage.press("escape", "b", "n", "s", "b", "'")
            same_as_golden(f"bookmarks-{size}", stage)
            await stage.press("escape", "l", "/", *"castro", "enter")
            await stage.pilot.pause(0.1)  # the line at the foot has become longer
            await stage.press(".")
            await stage.pilot.pause(0.1)  # and shorter
            same_as_golden(f"found-{size}", stage)

    play(act)


def test_all_that_was_found_is_marked_in_the_dialogue_and_the_one_gone_to_is_reversed() -> None:
    async def act() -> None:
        async with on_stage(100, 40, settings=Settings(layout="scroll")) as stage:
            await stage.press("/", *"castro", "enter")
            assert stage.painted("reverse") == ["Castro"] and set(yellow(stage)) == {"Castro"}
            seen = len(yellow(stage))
            await stage.press(".")
            assert stage.painted("reverse") == ["Castro"] and len(yellow(stage)) == seen
            await stage.press("escape")
            assert yellow(stage) == [] and stage.painted("reverse") == []

    play(act)


def test_by_speaker_and_by_expression() -> None:
    async def act() -> None:
        async with on_stage() as stage:
            await stage.press("/", *"@Ball castro", "enter")
            assert stage.turn == 7
            await stage.press("escape", "/", *"/(/", "enter")
            assert "no regular expression" in stage.foot
            await stage.press("/", *"@Nobody x", "enter")
            assert "Nobody here is called Nobody." in stage.foot
            await stage.press("/", *"castor", "enter")
            assert "Nothing found for castor." in stage.foot

    play(act)


def test_where_it_was_found_in_a_note_the_note_is_opened() -> None:
    async def act() -> None:
        async with on_stage() as stage:
            await stage.press("/", *"printed as an attachment", "enter")
            assert stage.turn == 6 and "(3) Printed as an attachment." in stage.text

    play(act)


def test_a_long_search_goes_on_between_the_keys_and_is_stopped_by_escape(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(incremental_search, "AT_ONCE", 0.0)
    monkeypatch.setattr(incremental_search, "PATIENCE", 0.0)

    async def act() -> None:
        async with on_stage(document=LONG_TALK) as stage:
            await stage.press("/", *"number 2999", "enter")
            await stage.wait(lambda: stage.turn == 3000)
            assert not stage.app.search.busy and stage.reading.found
            await stage.press("escape", "/")
            stage.app.update(lambda state: stage.app.search.start(state, "number 1"))
            assert stage.app.search.busy
            stage.app.update(stage.app.actions.back)
            assert not stage.app.search.busy and stage.reading.found is None

    play(act)


def test_the_outline_makes_only_the_rows_that_are_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    async def act() -> None:
        async with on_stage(document=LONG_TALK) as stage:
            made: list[int] = []
            row = stage.reading.outline.row
            monkeypatch.setattr(stage.reading.outline, "row", lambda index: made.append(index) or row(index))  # type: ignore[func-returns-value]
            await stage.press("O", "end", "pageup", "up", "home")
            assert len(set(made)) < 200 and stage.painted("reverse")[0].startswith("› ")
            await stage.press("end", "enter")
            assert stage.turn == 3000

    play(act)


def test_parts_are_gone_through_in_the_outline() -> None:
    async def act() -> None:
        async with on_stage() as stage:
            await stage.press("O", "]")
            assert any("Memorandum From" in words for words in stage.painted("reverse"))
            await stage.press("[")
            assert "Turn 1, Stevenson" in stage.painted("reverse")[0]
            y = next(y for y, line in enumerate(stage.lines) if "Turn 5, Ball" in line)
            await stage.pilot.click(offset=(10, y))
            await stage.pilot.click(offset=(10, y))
            assert stage.turn == 5 == MEMORANDUM.turns[4].number

    play(act)
