"""Verse in plain text: told by its lines, which stay and are said as one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.documents import read_text
from tui_reader.document.model import Document, Kind
from tui_reader.narration.narration import Narration

SONG = "The tide goes out, the tide comes in,\nAnd nobody counts the days;\nWe light the lamp when nights begin."
HEAD = "A Talk\n\n"


def kinds(document: Document) -> list[tuple[str, list[tuple[Kind, str]]]]:
    return [(turn.label.text, [(one.kind, one.text) for one in turn.passages]) for turn in document.turns]


@pytest.mark.parametrize("between", [" ", "\n"])
def test_lines_that_begin_with_capitals_within_sentences_are_verse(tmp_path: Path, between: str) -> None:
    document = read_text(tmp_path, f"{HEAD}ANNE:{between}{SONG}\n\nBEN: Well said.\n\nANNE: Yes.\n", "talk.txt")
    assert kinds(document)[0] == ("ANNE", [(Kind.VERSE, SONG)])
    assert kinds(document)[1] == ("BEN", [(Kind.SPEECH, "Well said.")])
    said = [utterance.printed for utterance in Narration(document)]
    assert " ".join(SONG.split()) in [" ".join(one.split()) for one in said]


def test_two_lines_are_verse_beside_other_verse_alone(tmp_path: Path) -> None:
    two = "Sit down awhile,\nAnd let us once again assail your ears."
    talk = HEAD + "ANNE: {}\n\nBEN: {}\n\nANNE: Yes.\n"
    alone, beside = (read_text(tmp_path, talk.format(one, two), "talk.txt") for one in ("Tell us.", SONG))
    assert kinds(alone)[1][1] == [(Kind.SPEECH, line) for line in two.split("\n")]
    assert kinds(beside)[1][1] == [(Kind.VERSE, two)]


@pytest.mark.parametrize(
    "lines",
    [
        "Milk from the shop\nEggs from the farm nearby\nBread from the old mill",
        "Dear Mr. Smith,\nI write to you about the pier.\nYours truly,\nJohn Smith.",
        "We met at noon.\nThe boat was late again.\nNobody had counted the days.",
        "We met at noon, as\nwe always do, and the\nboat was late again.",
        "The Department of State,\nWashington,\nMay 3.",
    ],
)
def test_lists_letters_and_sentences_in_lines_are_none(tmp_path: Path, lines: str) -> None:
    document = read_text(tmp_path, f"{HEAD}ANNE: {lines}\n\nBEN: Well said.\n\nANNE: Yes.\n", "talk.txt")
    assert Kind.VERSE not in {kind for _, passages in kinds(document) for kind, _ in passages}


def test_a_direction_divides_verse_and_notes_keep_their_places(tmp_path: Path) -> None:
    text = SONG.replace("days;", "days(1);").replace("We light", "[She sings.]\nWe light")
    rest = "\nAnd look along the bays,\nWhere other lamps begin."
    notes = "\n\n(1) Of the year."
    document = read_text(tmp_path, f"{HEAD}ANNE: {SONG}\n\nBEN: {text}{rest}\n\nANNE: Yes.{notes}\n", "talk.txt")
    assert [kind for kind, _ in kinds(document)[1][1]] == [Kind.VERSE, Kind.ASIDE, Kind.VERSE]
    first = document.turns[1].passages[0]
    assert [(mark.note, first.text[: mark.offset]) for mark in first.marks] == [("1", first.text[:-1])]
