"""The people on the full screen: who speaks and why, and what is put right there is kept at once."""

from __future__ import annotations

import pytest

from tests.faces.test_tui_page import same_as_golden
from tests.support.stage import MEMORANDUM, Stage, on_stage, play
from tui_reader.document.decisions import Decision, Verb
from tui_reader.document.model import Document
from tui_reader.faces.tui.screens.ask import AskScreen
from tui_reader.faces.tui.screens.people_screen import PeopleScreen
from tui_reader.formats import parse

TALK = """A Talk

ANN: Good morning, all of you who came.

ROBERTS: Yes. It is.

ROBERST: Quite so.

ANN: We walk.

ECHO: I see none.

ROBERTS: Nor I, and I have looked.

ECHO: Still none.

ANN: Home, then.
"""
DOCUMENT = parse(TALK.encode(), "talk.txt")


def decisions(stage: Stage) -> list[tuple[Verb, str, str]]:
    return [tuple(decision) for decision in stage.library.decisions(stage.reading.document.key)]  # type: ignore[misc]


@pytest.mark.parametrize("size", ["40x10", "80x24", "100x30", "200x60"])
def test_the_people_look_as_they_should(size: str) -> None:
    async def act() -> None:
        columns, lines = map(int, size.split("x"))
        async with on_stage(columns, lines) as stage:
            await stage.press("n", "k")
            same_as_golden(f"people-{size}", stage)
            assert stage.at_cursor.startswith("George W. Ball, GWB, 11 turns")
            await stage.press("down", "down")
            same_as_golden(f"people-label-{size}", stage)
            assert stage.at_cursor.strip() == "GB, 9 turns"

    play(act)


def test_all_evidence_is_seen_on_a_small_screen() -> None:
    async def act() -> None:
        async with on_stage(40, 10) as stage:
            await stage.press("n", "k", "space")
            assert "here only Ball fits GWB and GB." in stage.text
            await stage.press("space")
            assert "both in one stretch." in stage.text
            await stage.press("space")
            assert "George W. Ball, GWB" in stage.text

    play(act)


def test_enter_goes_to_the_next_turn_of_a_person_or_with_a_label() -> None:
    async def act() -> None:
        async with on_stage() as stage:
            await stage.press("k", "down", "down", "down", "enter")
            assert stage.turn == 7 and "GB" in stage.text
            await stage.press("k", "down", "enter")
            assert isinstance(stage.app.screen, PeopleScreen) and "No further turn of GWB." in stage.text
            await stage.press("escape")
            assert stage.turn == 7

    play(act)


def test_what_is_decided_is_kept_and_shown_at_the_same_words() -> None:
    async def act() -> None:
        async with on_stage(document=DOCUMENT) as stage:
            await stage.press("g", "5", "enter", "k")
            assert stage.at_cursor.startswith("ECHO, 2 turns")
            await stage.press("x")
            assert "ECHO is no label now." in stage.text
            assert decisions(stage) == [(Verb.UNMARK, "ECHO", "")]
            await stage.press("escape")
            assert "Turn 4 of 6" in stage.foot and "ECHO: I see none." in stage.text
            assert stage.at_cursor.startswith("I see none.")
            await stage.press("k", "u", "escape")
            assert decisions(stage) == [] and "Turn 5 of 8" in stage.foot
            assert stage.at_cursor.startswith("I see none.")

    play(act)


def test_a_person_is_merged_with_another_and_a_label_split_off_again() -> None:
    async def act() -> None:
        async with on_stage(document=DOCUMENT) as stage:
            await stage.press("k", "down", "down", "m")
            assert "ROBERST is who?" in stage.text
            await stage.press("up", "enter")
            assert "ROBERST is ROBERTS now." in stage.text and "ROBERTS, 3 turns" in stage.text
            assert decisions(stage) == [(Verb.MERGE, "ROBERST", "ROBERTS")]
            await stage.press("down", "down", "s")
            assert "ROBERST is a person of its own now." in stage.text
            assert [turn.speaker for turn in stage.reading.document.turns[1:3]] == ["ROBERTS", "ROBERST"]

    play(act)


def test_merging_can_be_left_and_nobody_is_merged_with_himself() -> None:
    async def act() -> None:
        async with on_stage(document=DOCUMENT) as stage:
            await stage.press("k", "m", "escape")
            assert "Nothing was merged." in stage.text and isinstance(stage.app.screen, PeopleScreen)
            await stage.press("m", "enter")
            assert "ANN is ANN already." in stage.text and decisions(stage) == []

    play(act)


def test_a_name_and_a_role_are_typed() -> None:
    async def act() -> None:
        async with on_stage(document=DOCUMENT) as stage:
            await stage.press("k", "n")
            assert isinstance(stage.app.screen, AskScreen) and "Name of ANN: " in stage.foot
            await stage.press(*["backspace"] * 3, *"Ann B", "space", "C", "x", "backspace", "enter")
            assert "Ann B C, ANN, 3 turns" in stage.text
            await stage.press("r", *"Chair", "enter")
            assert "Chair." in stage.text
            await stage.press("r", "escape", "escape")
            assert "Ann B C   ANN" in stage.text
            assert decisions(stage) == [(Verb.NAME, "ANN", "Ann B C"), (Verb.ROLE, "ANN", "Chair")]

    play(act)


def test_a_suggestion_is_taken_with_enter() -> None:
    assert DOCUMENT.suggestions

    async def act() -> None:
        async with on_stage(document=DOCUMENT) as stage:
            await stage.press("k", *["down"] * 9)
            assert stage.at_cursor.startswith("Perhaps one: ") and DOCUMENT.suggestions[0].because[:30] in stage.text
            await stage.press("enter")
            assert len(stage.reading.document.people) == 3 and "Perhaps one" not in stage.text

    play(act)


def test_all_is_forgotten_when_asked_for_twice() -> None:
    async def act() -> None:
        async with on_stage(document=DOCUMENT) as stage:
            stage.reading.decide(Decision(Verb.UNMARK, "ECHO"), Decision(Verb.NAME, "ANN", "Ann Cee"))
            await stage.press("k", "f", "down")
            assert len(decisions(stage)) == 2
            await stage.press("f")
            assert "f again" in stage.text
            await stage.press("f")
            assert "2 decisions taken back." in stage.text and decisions(stage) == []
            await stage.press("u")
            assert "Nothing was decided." in stage.text

    play(act)


def test_reading_aloud_goes_on_at_the_same_words() -> None:
    async def act() -> None:
        async with on_stage(document=DOCUMENT) as stage:
            await stage.press("g", "5", "enter", "space")
            stage.reading.decide(Decision(Verb.UNMARK, "ECHO"))
            assert stage.reading.playing and stage.turn == 4
            assert stage.reading.saying and stage.reading.saying.printed.endswith("I see none.")
            stage.reading.take_back()
            assert stage.reading.playing and stage.turn == 5

    play(act)


def test_a_text_without_speakers_says_so() -> None:
    async def act() -> None:
        async with on_stage(document=Document("nothing.txt", "key", "transcript", "")) as stage:
            await stage.press("k", "m", "x", "s", "n", "down", "enter")
            assert "Nobody speaks here" in stage.text

    play(act)


def test_the_memorandum_is_as_it_was_after_all_is_taken_back() -> None:
    async def act() -> None:
        async with on_stage() as stage:
            await stage.press("k", "down", "down", "s", "u", "escape")
            assert stage.reading.document == MEMORANDUM

    play(act)


def test_home_and_end_choose_the_first_and_the_last() -> None:
    async def act() -> None:
        async with on_stage(80, 24) as stage:
            await stage.press("k", "end")
            assert stage.at_cursor.strip() == "GB, 9 turns"
            await stage.press("home")
            assert stage.at_cursor.startswith("Adlai E. Stevenson")

    play(act)
