"""Single turns that a person puts right: given to another, split, joined; every word stays in its place."""

from __future__ import annotations

import pytest

from tui_reader.document.accounting import gaps
from tui_reader.document.decisions import Decision, Verb, apply
from tui_reader.document.model import Document, Position
from tui_reader.document.turn_corrections import first_place, split_place
from tui_reader.formats import parse

TALK = """A Talk

ANN: Good morning.(1) Is it far? Not at all.

BEN: I think that

BEN: it is late.

ANN: We walk.

He waves.

Notes

1 The first of May.
"""
DOCUMENT = parse(TALK.encode(), "talk.txt")


def turns(document: Document) -> list[tuple[int, str, str, str]]:
    return [(turn.number, turn.speaker, turn.label.text, turn.text) for turn in document.turns]


def place(number: int, document: Document = DOCUMENT) -> str:
    return str(first_place(document.turns[number - 1]))


def place_of(words: str) -> str:
    return str(TALK.index(words))


def corrected(*decisions: Decision, document: Document = DOCUMENT) -> Document:
    """The document with the decisions, of which no character is lost."""
    after = apply(document, decisions)
    assert gaps(after) == gaps(document) and not after.warnings
    return after


def test_a_turn_is_given_to_another_person_under_that_persons_label() -> None:
    after = corrected(Decision(Verb.GIVE_TURN, place(2), "ANN"))
    assert turns(after)[1] == (2, "ANN", "ANN", "I think that")
    assert [turn.speaker for turn in after.turns] == ["ANN", "ANN", "BEN", "ANN"]


def test_somebody_new_is_a_person_from_the_turn_given_and_who_has_no_turn_left_is_none() -> None:
    after = corrected(*(Decision(Verb.GIVE_TURN, place(number), "Mrs. Lee") for number in (2, 3)))
    assert [person.id for person in after.people] == ["ANN", "Mrs. Lee"]


def test_what_is_decided_of_a_label_afterwards_is_so_of_the_turn_given() -> None:
    given = Decision(Verb.GIVE_TURN, place(2), "ANN")
    assert {turn.speaker for turn in corrected(given, Decision(Verb.MERGE, "ANN", "BEN")).turns} == {"BEN"}
    unmarked = corrected(given, Decision(Verb.UNMARK, "BEN"))
    assert turns(unmarked)[1] == (2, "ANN", "ANN", "I think that\nBEN: it is late.")


def test_a_split_leaves_marks_and_spans_on_their_side_of_the_cut() -> None:
    before, after, *_ = corrected(Decision(Verb.SPLIT_TURN, place_of("Is it far"))).turns
    assert (before.text, after.text) == ("Good morning.", "Is it far? Not at all.")
    assert [mark.note for mark in before.passages[0].marks] == ["1"] and not after.passages[0].marks
    later = corrected(Decision(Verb.SPLIT_TURN, place_of("Not at all"))).turns
    assert [mark.offset for mark in later[0].passages[0].marks] == [
        mark.offset for mark in DOCUMENT.turns[0].passages[0].marks
    ]
    for turn in (before, after, *later):
        for passage in turn.passages:
            assert sum(end - start for start, end in passage.spans) == len(passage.text)


def test_the_new_turn_is_of_the_person_named_and_may_begin_at_a_paragraph() -> None:
    after = corrected(Decision(Verb.SPLIT_TURN, place_of("He waves"), "BEN"))
    assert turns(after)[3:] == [(4, "ANN", "ANN", "We walk."), (5, "BEN", "BEN", "He waves.")]


def test_a_label_that_was_taken_for_speech_becomes_the_new_turns_label() -> None:
    document = parse(TALK.replace("He waves", "He waves. Cal: I wave").encode(), "talk.txt")
    at = str(document.text.index("Cal:"))
    new = corrected(Decision(Verb.SPLIT_TURN, at, "Cal"), document=document).turns[-1]
    assert (new.speaker, new.text) == ("Cal", "I wave.")
    assert document.text[slice(*new.label.span)].strip() == "Cal:"


def test_joined_turns_are_one_and_a_sentence_that_goes_on_is_one_passage() -> None:
    after = corrected(Decision(Verb.JOIN_TURN, place(3)))
    assert turns(after)[1] == (2, "BEN", "BEN", "I think that it is late.")
    assert len(after.turns[1].passages) == 1
    assert [rest.text for rest in after.residue if "joined" in rest.why] == ["BEN:"]
    both = corrected(Decision(Verb.JOIN_TURN, place(4)), Decision(Verb.JOIN_TURN, place(2)))
    assert turns(both)[0][3] == "Good morning. Is it far? Not at all.\nI think that"


def test_a_split_and_a_join_at_the_same_place_undo_each_other() -> None:
    at = place_of("Is it far")
    again = corrected(Decision(Verb.SPLIT_TURN, at), Decision(Verb.JOIN_TURN, at))
    assert [turn[1:] for turn in turns(again)] == [
        (speaker, label, text.replace("morning. Is", "morning.\nIs")) for _, speaker, label, text in turns(DOCUMENT)
    ]


def test_what_is_so_already_stays_and_is_not_listed_twice() -> None:
    decisions = [
        Decision(Verb.SPLIT_TURN, place_of("Is it far"), "BEN"),
        Decision(Verb.JOIN_TURN, place(3)),
        Decision(Verb.GIVE_TURN, place(4), "BEN"),
    ]
    once = corrected(*decisions)
    assert once.corrections == tuple(decisions)
    twice = corrected(*decisions[:2], document=once)
    assert turns(twice) == turns(once) and twice.corrections == once.corrections


def test_a_mark_behind_a_label_in_speech_stays_with_its_words() -> None:
    text = TALK.replace("(1)", "").replace("far? Not", "far? Cal:(1) Not")
    document = parse(text.encode(), "talk.txt")
    at = str(document.text.index("Cal:"))
    new = corrected(Decision(Verb.SPLIT_TURN, at, "Cal"), document=document).turns[1]
    assert new.text == "Not at all." and [mark.offset for mark in new.passages[0].marks] == [0]


def test_somebody_called_narrator_is_not_the_narrator() -> None:
    assert corrected(Decision(Verb.GIVE_TURN, place(2), "narrator")).turns[1].speaker == "Narrator"


def test_a_turn_is_given_to_nobody_without_a_name() -> None:
    assert apply(DOCUMENT, [Decision(Verb.GIVE_TURN, place(2))]) == DOCUMENT


@pytest.mark.parametrize("at", ["0", "999999", "-1", "x", "9" * 5000])
def test_a_decision_about_no_turn_is_a_warning(at: str) -> None:
    after = apply(DOCUMENT, [Decision(Verb.GIVE_TURN, at, "BEN")])
    assert after.warnings == ("talk.txt: a decision is about a turn that is not in the document",)


def test_a_turn_is_split_before_the_next_word_and_both_halves_have_words() -> None:
    text = DOCUMENT.turns[0].text
    assert split_place(DOCUMENT, Position(0, text.index(" Is"))) == int(place_of("Is it far"))
    assert split_place(DOCUMENT, Position(0, 0)) is None
    assert split_place(DOCUMENT, Position(0, len(text))) is None


def test_turns_of_a_long_document_stay_in_columns() -> None:
    lines = "\n\n".join(f"{'ANN' if n % 2 else 'BEN'}: Word {n}. More." for n in range(3000))
    document = parse(lines.encode(), "long.txt")
    at = str(document.text.index("More.", 30_000))
    after = apply(document, [Decision(Verb.SPLIT_TURN, at, "CAL")])
    assert len(after.turns) == 3001 and type(after.parts[0].turns) is type(document.parts[0].turns)
    assert next(turn for turn in after.turns if turn.speaker == "CAL").text == "More."
