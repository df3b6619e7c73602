"""Search, bookmarks, history, what is typed to go somewhere, the outline: on the memorandum, without sound."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.corpus import MEMORANDUM
from tests.support.dialogue_builder import Dialogue
from tests.support.reading_driver import silent_reading
from tui_reader.document.decisions import Decision, Verb
from tui_reader.document.model import Document, Position
from tui_reader.formats import read
from tui_reader.library import Library
from tui_reader.reading import Reading
from tui_reader.reading.excerpts import bookmark_line


@pytest.fixture
def library() -> Library:
    return Library(None)


@pytest.fixture
def reading(library: Library) -> Reading:
    return silent_reading(read(MEMORANDUM), MEMORANDUM, library)


def turn_of(reading: Reading) -> int | None:
    page = reading.place.page
    return page.turn.number if page and page.turn else None


# Search


def test_a_search_tells_how_much_it_found_and_goes_to_the_first(reading: Reading) -> None:
    assert reading.search.find("Castro").startswith("6 turns with Castro. First, turn 6, Stevenson: ")
    assert turn_of(reading) == 6
    hit = reading.search.results and reading.search.results.hits[0]
    assert hit and reading.place.position == hit.position
    assert reading.document.pages[hit.page].text[hit.start : hit.end] == "Castro"


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
        ("", "Type what is to be found"),
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


def test_two_notes_at_one_place_are_two_hits() -> None:
    dialogue = Dialogue().turn("ANNE", "Words{1}{2}.").note("1", "A hidden one.").note("2", "A hidden two.")
    reading = silent_reading(dialogue.document(), Path("talk.txt"), Library(None))
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


def test_a_search_goes_on_bit_by_bit() -> None:
    dialogue = Dialogue()
    for _ in range(5):
        dialogue.turn("ANNE", "word " * 50_000)
    reading = silent_reading(dialogue.document(), Path("talk.txt"), Library(None))
    assert len(list(reading.search.searching("word"))) > 1
    assert reading.search.go_to_first() == reading.search.find("word")


# Bookmarks


def test_a_bookmark_says_its_number_and_place_and_is_kept(reading: Reading, library: Library) -> None:
    reading.jumps.to_turn(9)
    assert reading.bookmarks.add() == "Bookmark 1 at turn 9."
    assert reading.bookmarks.add() == "Bookmark 1 is here already."
    assert reading.bookmarks.add("what kind?") == "Note of bookmark 1 kept."
    assert reading.bookmarks.highlight(8, 0, 10) == "Highlight 2 at turn 9."
    again = silent_reading(read(MEMORANDUM), MEMORANDUM, library)
    assert [(one.number, one.length, one.note) for one in again.bookmarks.all] == [(1, 0, "what kind?"), (2, 10, "")]
    assert bookmark_line(again.document, again.bookmarks.all[0]).startswith("Bookmark 1, turn 9, Ball: ")


def test_bookmarks_are_gone_to_one_after_the_other_and_round(reading: Reading) -> None:
    assert reading.bookmarks.go_to() == "There are no bookmarks."
    for number in (12, 4, 20):
        reading.jumps.to_turn(number)
        reading.bookmarks.add()
    went = [reading.bookmarks.go_to().split(":")[0] for _ in range(3)]
    assert went == ["Bookmark 2, turn 4, Stevenson", "Bookmark 1, turn 12, Stevenson", "Bookmark 3, turn 20, Stevenson"]
    assert turn_of(reading) == 20
    assert reading.bookmarks.go_to(1).startswith("Bookmark 1, turn 12, Stevenson: ")
    assert turn_of(reading) == 12
    assert reading.bookmarks.go_to(7) == "There is no bookmark 7."


def test_a_bookmark_is_removed_by_its_number(reading: Reading) -> None:
    reading.bookmarks.add()
    assert reading.bookmarks.remove(1) == "Bookmark 1 removed."
    assert reading.bookmarks.remove(1) == "There is no bookmark 1."
    assert reading.bookmarks.write_note(1, "late") == "There is no bookmark 1."
    assert reading.bookmarks.all == []


def test_a_bookmark_that_is_not_kept_says_why(reading: Reading, library: Library) -> None:
    pages = library._database.execute("PRAGMA page_count").fetchone()[0]
    library._database.execute(f"PRAGMA max_page_count = {pages}")
    assert reading.bookmarks.add("long" * 20_000) == "Library: what you do now is not saved (database or disk is full)."


# History


def test_one_comes_back_from_each_kind_of_jump(reading: Reading) -> None:
    reading.jumps.to_turn(3)
    reading.bookmarks.add()
    start = Position(10, 4)
    jumps: list[Callable[[], object]] = [
        lambda: reading.jumps.to_turn(2),
        lambda: reading.search.find("Castro"),
        reading.bookmarks.go_to,
        reading.jumps.next_part,
        lambda: reading.jumps.to_typed("50%"),
        lambda: reading.history.jump(reading.outline.row(0).position),
    ]
    for jump in jumps:
        reading.place.go(start)
        jump()
        away = reading.place.position
        assert away != start
        assert reading.history.back() is None
        assert reading.place.position == start
        assert reading.history.forward() is None
        assert reading.place.position == away


def test_steps_are_no_jumps_and_a_new_jump_takes_the_way_forward(reading: Reading) -> None:
    reading.place.next_page()
    assert reading.history.back() == "There is nothing to go back to."
    reading.jumps.to_turn(9)
    reading.place.next_page()
    reading.history.back()
    assert turn_of(reading) == 2
    reading.jumps.to_turn(5)
    assert reading.history.forward() == "There is nothing to go forward to."
    reading.history.back()
    assert turn_of(reading) == 2


def test_one_comes_back_to_the_same_words_after_a_decision(reading: Reading) -> None:
    reading.place.go(Position(8, reading.document.pages[8].text.index("SAM")))
    reading.jumps.to_turn(20)
    reading.labels.decide(Decision(Verb.UNMARK, "GB", ""))
    reading.history.back()
    page = reading.place.page
    assert page and page.text[reading.place.position.offset :].startswith("SAM")


def test_another_document_has_a_history_of_its_own(reading: Reading) -> None:
    reading.jumps.to_turn(9)
    reading.open(Dialogue().turn("ANNE", "Yes.").document(), Path("talk.txt"))
    assert reading.history.back() == "There is nothing to go back to."


# What is typed


@pytest.mark.parametrize(
    ("typed", "page"),
    [
        ("12", 11), ("turn 12", 11), ("Turn 1", 0), ("0%", 0), ("start", 0), ("part 1", 0), (" Memorandum ", 23),
        ("end", 23),
    ],
)  # fmt: skip
def test_what_is_typed_is_understood(reading: Reading, typed: str, page: int) -> None:
    reading.jumps.to_turn(2)
    assert reading.jumps.to_typed(typed) is None
    assert reading.place.position.page == page


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("99", "No turn 99. The last is 23."),
        ("part 9", "No part 9. There are 2 parts."),
        ("101%", "There is no 101 percent; the end is 100."),
        ("x" * 50, "Type a turn (12), a percent (50%), a part (part 2) or a word of its heading."),
        ("", "Type a turn (12), a percent (50%), a part (part 2) or a word of its heading."),
    ],
)
def test_what_is_not_there_is_told(reading: Reading, typed: str, line: str) -> None:
    assert reading.jumps.to_typed(typed) == line
    assert reading.place.position == Position(0, 0)


@pytest.mark.parametrize("percent", [0, 7.5, 25, 50, 80, 100])
def test_a_percent_goes_to_the_start_of_its_sentence(reading: Reading, percent: float) -> None:
    reading.jumps.to_typed(f"{percent}%")
    page = reading.place.page
    assert page
    assert page.text[: reading.place.position.offset].strip()[-1:] in {"", ".", "?", "!", ":", ")", "”", '"', "]"}
    assert abs(reading.place.progress.percent(reading.place.position) - percent) < 3


def test_a_document_without_text_has_nowhere_to_go() -> None:
    reading = silent_reading(Document("empty", "empty", "transcript", ""), Path("empty"), Library(None))
    assert reading.jumps.to_typed("50%") == "The document has no text."
    assert reading.search.find("a") == "Nothing found for a."
    assert reading.bookmarks.add() == "Bookmark 1 at the end."
    assert len(reading.outline) == 0 and reading.outline.parts == []


# Outline


def test_the_outline_has_a_row_for_each_page(reading: Reading) -> None:
    rows = [reading.outline.row(index) for index in range(len(reading.outline))]
    assert [row.position for row in rows] == [Position(page.index, 0) for page in reading.document.pages]
    assert rows[8].name == "Turn 9, Ball" and rows[8].level == 1
    assert reading.document.pages[8].text.startswith(rows[8].words[:20])
    assert rows[23].level == 0 and rows[23].words == ""
    assert reading.outline.parts == [0, 23]
