"""What is in doubt of a document, the worst first, each with what corrects it and what confirms it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui_reader.cli.inspect_report import page, to_json
from tui_reader.document.decisions import Decision, Verb, apply
from tui_reader.formats import parse
from tui_reader.formats.doubts import MOST, doubts

TALK = """A Talk

MR. ADAMS: Good morning. MS. BELL: Hello to you.

MS. BELL: I think that

MR. ADAMS: it is late.

MS. BELL: We walk.

Cal Jones: I come too.

MR. ADAMS: Home.

MS. BELL: One.

MR. ADAMS: Home again.

MS. BELL: Two.

DR. DEE'S view: nothing came of it.

MR. ADAMS: Home once more.

MS. BELL: Three.

MR. ADAMS: Good.

MS. BELL: Well.
"""
DOCUMENT = parse(TALK.encode(), "talk.txt")


def test_each_doubt_has_its_line_and_what_corrects_it_the_worst_first() -> None:
    assert [(doubt.line, doubt.taken_for, doubt.because, doubt.option) for doubt in doubts(DOCUMENT)] == [
        (3, "speech", "MS. BELL is a speaker elsewhere", "--split-turn 1@14='MS. BELL'"),
        (11, "speaker", "used once, printed unlike the other names", "--unmark 'Cal Jones'"),
        (7, "speech", "a sentence of the turn before goes on", "--join-turn 3"),
    ]


@pytest.mark.parametrize("number", range(3))
def test_correcting_a_doubt_and_confirming_it_settle_it_alone(number: int) -> None:
    found = doubts(DOCUMENT)
    doubt = found.pop(number)
    for decision in (doubt.correction, Decision(Verb.KEEP, doubt.about)):
        assert [one.about for one in doubts(apply(DOCUMENT, [decision]))] == [one.about for one in found]


def test_a_label_within_a_speech_becomes_a_turn_of_its_speaker() -> None:
    first, second, *_ = apply(DOCUMENT, [doubts(DOCUMENT)[0].correction]).turns
    assert (first.speaker, first.text, second.speaker, second.text) == (
        "MR. ADAMS", "Good morning.", "MS. BELL", "Hello to you.",
    )  # fmt: skip


def test_a_person_whom_somebody_named_is_not_in_doubt(tmp_path: Path) -> None:
    named = apply(DOCUMENT, [Decision(Verb.NAME, "Cal Jones", "Calvin Jones")])
    assert not [doubt for doubt in doubts(named) if doubt.taken_for == "speaker"]


def test_a_paragraph_that_begins_like_a_label_is_in_doubt() -> None:
    text = "ANN. Here we are, all of us.\n\nBEN. Yes.\n\n" * 9 + "DR. LEE: And I.\n\nTrue: it is late.\n"
    assert [doubt.option for doubt in doubts(parse(text.encode(), "talk.txt"))] == ["--split-turn 18@5='DR. LEE'"]


def test_what_is_read_well_is_not_in_doubt_nor_is_a_text_without_turns() -> None:
    plain = "".join(f"ANN: Word {n}. And then?\n\nBEN: Yes.\n\n" for n in range(20))
    assert doubts(parse(plain.encode(), "plain.txt")) == []
    assert doubts(parse(b"Once upon a time there was a king.\n", "tale.txt")) == []


def test_no_more_than_fifty_are_listed() -> None:
    plain = "ANN: Here. And there.\n\nBEN: Yes.\n\n" * 5
    text = "".join(f"{plain}ANN: I think\n\nBEN: it is {n} miles.\n\n" for n in range(80))
    assert len(doubts(parse(text.encode(), "talk.txt"))) == MOST


def test_inspect_lists_them_for_people_and_programs() -> None:
    assert to_json(DOCUMENT)["doubts"][0] == {
        "line": 3, "text": "MS. BELL: Hello to you.", "taken_for": "speech",
        "because": "MS. BELL is a speaker elsewhere", "turn": 1, "option": "--split-turn 1@14='MS. BELL'",
    }  # fmt: skip
    told = page(DOCUMENT)
    assert 'Line 11, taken for a speaker: "Cal Jones: I come too.": used once, printed unlike the other names.' in told
    assert "people --unmark 'Cal Jones' corrects it, --keep 'Cal Jones' confirms it." in told


def test_what_the_person_corrected_is_not_in_doubt() -> None:
    turn = DOCUMENT.turns[6]
    start = turn.passages[0].spans[0].start
    given = apply(DOCUMENT, [Decision(Verb.GIVE_TURN, str(start), "a new person")])
    assert given.turns[6].speaker == "a new person" and "a new person" not in {doubt.about for doubt in doubts(given)}
    place = DOCUMENT.text.index("think that")
    split = apply(DOCUMENT, [Decision(Verb.SPLIT_TURN, str(place), "Cal Jones")])
    assert place not in {doubt.place for doubt in doubts(split)}
