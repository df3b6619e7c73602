"""Turns that are put right while reading: each key says what is so now, at the same words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.reading_driver import silent_reading
from tui_reader.document.decisions import Decision, Verb
from tui_reader.document.model import Document, Position
from tui_reader.formats import parse
from tui_reader.library import Library
from tui_reader.reading import Reading
from tui_reader.reading.speakers import likely_speakers, person_called

TALK = "ANN: Hello. Who is it?\n\nBEN: Ben.\n\nCAL: And I.\n\nANN: Come in.\n\nBEN: Thanks.\n"


@pytest.fixture
def talk(library: Library) -> Reading:
    return silent_reading(parse(TALK.encode(), "talk.txt"), Path("talk.txt"), library)


def spoken(reading: Reading) -> list[str]:
    return [f"{turn.speaker}: {turn.text}" for turn in reading.document.turns]


def test_a_turn_is_split_at_the_word_given_and_joined_and_all_is_taken_back(talk: Reading) -> None:
    before = talk.document
    talk.place.go(Position(0, 7))
    assert talk.labels.split_turn() == "Turn 2 begins here now."
    assert talk.place.position == Position(1, 0)
    assert talk.labels.give_turn("BEN") == "Turn 2 is BEN's now."
    assert talk.labels.give_turn("ben") == "Turn 2 is BEN's already."
    talk.jumps.to_turn(3)
    assert talk.labels.join_turn() == "This belongs to turn 2 now."
    assert talk.place.position.page == 1 and talk.place.position.offset > 0
    assert spoken(talk)[:2] == ["ANN: Hello.", "BEN: Who is it?\nBen."]
    told = [talk.labels.undo() for _ in range(4)]
    assert told == [
        "Taken back: A turn was joined with the one before by you.",
        "Taken back: A turn was given to BEN by you.",
        "Taken back: A turn was split by you.",
        "There is nothing to take back.",
    ]
    assert talk.document == before


def test_a_turn_is_given_to_somebody_new(talk: Reading) -> None:
    assert talk.labels.give_turn("Mrs. Lee") == "Turn 1 is Mrs. Lee's now."
    assert spoken(talk)[0] == "Mrs. Lee: Hello. Who is it?"
    assert talk.labels.give_turn("ANN") == "Turn 1 is ANN's now."
    assert [person.id for person in talk.document.people] == ["ANN", "BEN", "CAL"]


def test_where_it_cannot_be_a_line_says_why(talk: Reading, library: Library) -> None:
    assert talk.labels.split_turn() == "Go to the word where the new turn begins first."
    assert talk.labels.join_turn() == "There is no turn before this one in its part."
    empty = silent_reading(Document("no.txt", "key", "transcript", ""), Path("no.txt"), library)
    told = {empty.labels.split_turn(), empty.labels.join_turn(), empty.labels.give_turn("ANN")}
    assert told == {"There is no turn here."}


def test_who_speaks_beside_a_turn_is_offered_first(talk: Reading) -> None:
    page = talk.document.pages[3]
    assert [person.id for person in likely_speakers(talk.document, page)] == ["CAL", "BEN"]


def test_a_name_is_known_in_any_case_of_letters(talk: Reading) -> None:
    assert [person_called(talk.document, name) for name in ("BEN", "ben", "Zoe")] == ["BEN", "BEN", "Zoe"]


def test_a_part_stays_with_who_was_merged_and_comes_back(talk: Reading, library: Library) -> None:
    talk.rehearsal.take(["BEN"])
    talk.labels.decide(Decision(Verb.MERGE, "BEN", "CAL"))
    assert talk.labels.part_told == " Your part: CAL."
    assert [turn.strip() for turn in spoken(talk)] == [
        "ANN: Hello. Who is it?", "CAL: …", "CAL: …", "ANN: Come in.", "CAL: …",
    ]  # fmt: skip
    again = silent_reading(talk.place.as_read, Path("talk.txt"), library)
    assert again.told_at_opening == ["Your part: CAL."]
    assert talk.labels.undo() == "Taken back: BEN was merged with CAL by you. Your part: BEN."
    assert talk.place.hiding.speakers == {"BEN"}


def test_a_part_that_is_lost_is_told(talk: Reading, library: Library) -> None:
    lost = "Your part BEN is lost: nobody speaks under that name any more."
    talk.rehearsal.take(["BEN"])
    talk.labels.decide(Decision(Verb.UNMARK, "BEN"))
    assert talk.labels.part_told == f" {lost}"
    assert silent_reading(talk.place.as_read, Path("talk.txt"), library).told_at_opening == [lost]
    assert talk.labels.undo().endswith("Your part: BEN.")
    assert not talk.place.part_lost


def test_it_is_told_when_a_turn_leaves_the_part(talk: Reading) -> None:
    talk.rehearsal.take(["BEN"])
    talk.jumps.to_turn(2)
    shown = "It is no longer in your part: its words are shown."
    assert talk.labels.join_turn() == f"This belongs to turn 1 now. {shown}"
    assert talk.labels.undo() == "Taken back: A turn was joined with the one before by you."
    talk.jumps.to_turn(2)
    assert talk.labels.give_turn("CAL") == f"Turn 2 is CAL's now. {shown}"
