"""The people on the full screen: who speaks and why, and what is put right there is kept at once."""

from __future__ import annotations

import pytest

from tests.faces.test_tui_page import same_as_golden
from tests.support.app_driver import MEMORANDUM, AppDriver, running_app
from tui_reader.document.decisions import Decision, Verb
from tui_reader.document.model import Document
from tui_reader.faces.tui.screens.ask import AskScreen
from tui_reader.faces.tui.screens.people_screen import PeopleScreen
from tui_reader.formats import parse
from tui_reader.library import LibraryError

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


def decisions(driver: AppDriver) -> list[tuple[Verb, str, str]]:
    return [tuple(decision) for decision in driver.library.label_decisions.of(driver.reading.document.key)]  # type: ignore[misc]


@pytest.mark.parametrize("size", ["40x10", "80x24", "100x30", "200x60"])
async def test_the_people_look_as_they_should(size: str) -> None:
    columns, lines = map(int, size.split("x"))
    async with running_app(columns, lines) as driver:
        await driver.press("n", "k")
        same_as_golden(f"people-{size}", driver)
        assert driver.at_cursor.startswith("George W. Ball, GWB, 11 turns")
        await driver.press("down", "down")
        same_as_golden(f"people-label-{size}", driver)
        assert driver.at_cursor.strip() == "GB, 9 turns"


async def test_all_evidence_is_seen_on_a_small_screen() -> None:
    async with running_app(40, 10) as driver:
        await driver.press("n", "k", "space")
        assert "here only Ball fits GWB and GB." in driver.text
        await driver.press("space")
        assert "both in one stretch." in driver.text
        await driver.press("space")
        assert "George W. Ball, GWB" in driver.text


async def test_enter_goes_to_the_next_turn_of_a_person_or_with_a_label() -> None:
    async with running_app() as driver:
        await driver.press("k", "down", "down", "down", "enter")
        assert driver.turn == 7 and "GB" in driver.text
        await driver.press("k", "down", "enter")
        assert isinstance(driver.app.screen, PeopleScreen) and "No further turn of GWB." in driver.text
        await driver.press("escape")
        assert driver.turn == 7


async def test_what_is_decided_is_kept_and_shown_at_the_same_words() -> None:
    async with running_app(document=DOCUMENT) as driver:
        await driver.press("g", "5", "enter", "k")
        assert driver.at_cursor.startswith("ECHO, 2 turns")
        await driver.press("x")
        assert "ECHO is not a label now." in driver.text
        assert decisions(driver) == [(Verb.UNMARK, "ECHO", "")]
        await driver.press("escape")
        assert "Turn 4 of 6" in driver.foot and "ECHO: I see none." in driver.text
        assert driver.at_cursor.startswith("I see none.")
        await driver.press("k", "u", "escape")
        assert decisions(driver) == [] and "Turn 5 of 8" in driver.foot
        assert driver.at_cursor.startswith("I see none.")


async def test_a_person_is_merged_with_another_and_a_label_split_off_again() -> None:
    async with running_app(document=DOCUMENT) as driver:
        await driver.press("k", "down", "down", "m")
        assert "Merge ROBERST into:" in driver.text
        await driver.press("up", "enter")
        assert "ROBERST is ROBERTS now." in driver.text and "ROBERTS, 3 turns" in driver.text
        assert decisions(driver) == [(Verb.MERGE, "ROBERST", "ROBERTS")]
        await driver.press("down", "down", "s")
        assert "ROBERST is a separate person now." in driver.text
        assert [turn.speaker for turn in driver.reading.document.turns[1:3]] == ["ROBERTS", "ROBERST"]


async def test_merging_can_be_left_and_nobody_is_merged_with_himself() -> None:
    async with running_app(document=DOCUMENT) as driver:
        await driver.press("k", "m", "escape")
        assert "Nothing was merged." in driver.text and isinstance(driver.app.screen, PeopleScreen)
        await driver.press("m", "enter")
        assert "ANN is ANN already." in driver.text and decisions(driver) == []


async def test_a_name_and_a_role_are_typed() -> None:
    async with running_app(document=DOCUMENT) as driver:
        await driver.press("k", "n")
        assert isinstance(driver.app.screen, AskScreen) and "Name of ANN: " in driver.foot
        await driver.press(*["backspace"] * 3, *"Ann B", "space", "C", "x", "backspace", "enter")
        assert "Ann B C, ANN, 3 turns" in driver.text
        await driver.press("r", *"Chair", "enter")
        assert "Chair." in driver.text
        await driver.press("r", "escape", "escape")
        assert "▌ ANN" in driver.text
        assert decisions(driver) == [(Verb.NAME, "ANN", "Ann B C"), (Verb.ROLE, "ANN", "Chair")]


async def test_a_suggestion_is_taken_with_enter() -> None:
    assert DOCUMENT.suggestions
    async with running_app(document=DOCUMENT) as driver:
        await driver.press("k", *["down"] * 9)
        assert (
            driver.at_cursor.startswith("Possibly the same person: ")
            and DOCUMENT.suggestions[0].because[:30] in driver.text
        )
        await driver.press("enter")
        assert len(driver.reading.document.people) == 3 and "Possibly" not in driver.text


async def test_all_is_forgotten_when_asked_for_twice() -> None:
    async with running_app(document=DOCUMENT) as driver:
        driver.reading.labels.decide(Decision(Verb.UNMARK, "ECHO"), Decision(Verb.NAME, "ANN", "Ann Cee"))
        await driver.press("k", "f", "down")
        assert len(decisions(driver)) == 2
        await driver.press("f")
        assert "f again" in driver.text
        await driver.press("f")
        assert "2 decisions taken back." in driver.text and decisions(driver) == []
        await driver.press("u")
        assert "There is nothing to take back." in driver.text


async def test_reading_aloud_goes_on_at_the_same_words() -> None:
    async with running_app(document=DOCUMENT) as driver:
        await driver.press("g", "5", "enter", "space")
        driver.reading.labels.decide(Decision(Verb.UNMARK, "ECHO"))
        assert driver.reading.playback.playing and driver.turn == 4
        assert driver.reading.playback.saying and driver.reading.playback.saying.printed.endswith("I see none.")
        driver.reading.labels.take_back()
        assert driver.reading.playback.playing and driver.turn == 5


async def test_a_text_without_speakers_says_so() -> None:
    async with running_app(document=Document("nothing.txt", "key", "transcript", "")) as driver:
        await driver.press("k", "m", "x", "s", "n", "down", "enter")
        assert "Nobody speaks here" in driver.text


async def test_the_memorandum_is_as_it_was_after_all_is_taken_back() -> None:
    async with running_app() as driver:
        await driver.press("k", "down", "down", "s", "u", "escape")
        assert driver.reading.document == MEMORANDUM


async def test_home_and_end_choose_the_first_and_the_last() -> None:
    async with running_app(80, 24) as driver:
        await driver.press("k", "end")
        assert driver.at_cursor.strip() == "GB, 9 turns"
        await driver.press("home")
        assert driver.at_cursor.startswith("Adlai E. Stevenson")


async def test_a_decision_that_cannot_be_saved_is_told_and_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise LibraryError("library.db: what you do now is not saved (the disk is full).")

    async with running_app(80, 24) as driver:
        monkeypatch.setattr(driver.library.label_decisions, "add", refuse)
        monkeypatch.setattr(driver.library.label_decisions, "take_back", refuse)
        monkeypatch.setattr(driver.library.label_decisions, "forget", refuse)
        await driver.press("k", "down", "down", "s")
        assert "what you do now is not saved (the disk is full)" in " ".join(driver.text.split())
        await driver.press("u")
        assert "what you do now is not saved (the disk is full)" in " ".join(driver.text.split())
        await driver.press("f", "f")
        assert "what you do now is not saved (the disk is full)" in " ".join(driver.text.split())
        assert decisions(driver) == []
