"""Search in the document that is read: what is found, the ways to the hits, and what is said of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.dialogue_builder import Dialogue
from tests.support.reading_driver import silent_reading, turn_of
from tui_reader.document.decisions import Decision, Verb
from tui_reader.library import Library
from tui_reader.reading import Reading


def test_a_search_tells_how_much_it_found_and_goes_to_the_first(reading: Reading) -> None:
    assert reading.search.find("Castro").startswith("6 turns with Castro. First, turn 6, Stevenson: ")
    assert turn_of(reading) == 6
    hit = reading.search.results and reading.search.results.hits[0]
    assert hit and reading.place.position == hit.position
    assert reading.document.pages[hit.page].text[hit.start : hit.end] == "Castro"


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("Castro", "12 hits in 6 turns with Castro."), ("extricate", "1 turn with extricate."),
        ("@Ball", "11 turns of Ball."), ("zebra", "Nothing found for zebra."),
    ],
)  # fmt: skip
def test_hits_are_counted_where_a_turn_has_several(reading: Reading, typed: str, line: str) -> None:
    reading.search.find(typed)
    assert reading.search.results and reading.search.results.summary_of_hits() == line


def test_a_search_begins_where_one_is_and_goes_round(reading: Reading) -> None:
    reading.jumps.to_turn(7)
    assert reading.search.find("Castro").startswith("6 turns with Castro. Next, turn ")
    assert (turn_of(reading) or 0) > 6
    reading.jumps.to_typed("end")
    assert " First, turn 6, " in reading.search.find("Castro")


def test_a_hit_under_the_place_itself_is_the_first_to_be_found(reading: Reading) -> None:
    reading.search.find("Castro")
    here = reading.place.position
    reading.search.find("Castro")
    assert reading.place.position == here


def test_hits_are_gone_through_both_ways_and_counted_last(reading: Reading) -> None:
    reading.search.find("Castro")
    assert reading.search.results
    count = len(reading.search.results.hits)
    assert count == 12 and reading.search.find("Castro").endswith(" Hit 1 of 12.")
    assert "Hit" not in reading.search.find("extricate"), "one is not counted"
    reading.jumps.to_turn(1)
    reading.search.find("Castro")
    places = [reading.place.position]
    for number in range(2, count + 1):
        assert reading.search.next_hit().endswith(f" Hit {number} of {count}.")
        places.append(reading.place.position)
    assert places == sorted(set(places)) == [hit.position for hit in reading.search.results.hits]
    assert reading.search.next_hit() == "No further turn with Castro."
    for place in reversed(places[:-1]):
        reading.search.previous_hit()
        assert reading.place.position == place
    assert reading.search.previous_hit() == "No earlier turn with Castro."


def test_the_next_hit_is_the_one_behind_where_one_has_gone_since(reading: Reading) -> None:
    reading.search.find("Castro")
    reading.jumps.to_turn(8)
    reading.search.next_hit()
    assert (turn_of(reading) or 0) >= 8


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("Castor", "Nothing found for Castor."),
        ("@Nobody", "Nobody here is called Nobody."),
        ("/(/", "(: not a regular expression"),
        ("", "Type what to find"),
        ("@Ball", "11 turns of Ball. First, turn 2, Ball: "),
        ("@Ball Castro", "turns of Ball with Castro. First, "),
        ("/castr[oa]/", "6 turns with /castr[oa]/. First, turn 6, "),
        ("the Executive Committee meeting", "note 1: The Executive Committee meeting."),
    ],
)
def test_what_a_search_says(reading: Reading, typed: str, line: str) -> None:
    assert line in reading.search.find(typed)


def test_nothing_found_leaves_the_place(reading: Reading) -> None:
    reading.jumps.to_turn(5)
    reading.search.find("Castor")
    assert turn_of(reading) == 5


def test_two_notes_at_one_place_are_two_hits(library: Library) -> None:
    dialogue = Dialogue().turn("ANNE", "Words{1}{2}.").note("1", "A hidden one.").note("2", "A hidden two.")
    reading = silent_reading(dialogue.document(), Path("talk.txt"), library)
    assert reading.search.find("hidden").endswith("First, turn 1, ANNE, note 1: A hidden one. Hit 1 of 2.")
    assert reading.search.next_hit() == "Turn 1, ANNE, note 2: A hidden two. Hit 2 of 2."
    assert reading.search.previous_hit() == "Turn 1, ANNE, note 1: A hidden one. Hit 1 of 2."


def test_before_anything_was_searched_for_there_is_no_hit(reading: Reading) -> None:
    assert reading.search.next_hit() == reading.search.previous_hit() == "Nothing was searched for."


def test_what_was_found_is_forgotten_with_the_document_it_was_found_in(reading: Reading) -> None:
    reading.search.find("Castro")
    reading.labels.decide(Decision(Verb.SPLIT, "GB", ""))
    assert reading.search.results is None
    assert reading.search.find("@GB").startswith("9 turns of GB. First, turn 7, GB: ")


def test_a_search_goes_on_bit_by_bit(library: Library) -> None:
    dialogue = Dialogue()
    for _ in range(5):
        dialogue.turn("ANNE", "word " * 50_000)
    reading = silent_reading(dialogue.document(), Path("talk.txt"), library)
    reading.search.start("word")
    for _ in range(3):
        reading.search.go_on(0)
        assert reading.search.busy and reading.search.next_hit() == "Still searching."
    reading.search.go_on()
    assert not reading.search.busy and reading.search.go_to_first() == reading.search.find("word")


@pytest.mark.parametrize("typed", ["word", "/wor[dt]/"])
def test_a_search_that_is_stopped_leaves_the_place_and_what_was_found_before(typed: str, reading: Reading) -> None:
    reading.search.find("Castro")
    results, place = reading.search.results, reading.place.position
    reading.search.start(typed)
    reading.search.go_on(0)
    reading.search.stop()
    assert not reading.search.busy and reading.search.results is results and reading.place.position == place
