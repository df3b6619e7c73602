"""Search, bookmarks, history, what is typed to go somewhere, the outline: on the memorandum, without sound."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.corpus import MEMORANDUM
from tests.support.dialogue_builder import Dialogue
from tui_reader.document.decisions import Decision, Verb
from tui_reader.document.model import Document, Position
from tui_reader.formats import read
from tui_reader.library import Library
from tui_reader.reading.excerpts import bookmark_line
from tui_reader.reading.jumps import Jumps


@pytest.fixture
def library() -> Library:
    return Library(None)


@pytest.fixture
def reading(library: Library) -> Jumps:
    return Jumps(read(MEMORANDUM), MEMORANDUM, library)


def turn_of(reading: Jumps) -> int | None:
    page = reading.page
    return page.turn.number if page and page.turn else None


# Search


def test_a_search_tells_how_much_it_found_and_goes_to_the_first(reading: Jumps) -> None:
    assert reading.search("Castro").startswith("6 turns with Castro. First, turn 6, Stevenson: ")
    assert turn_of(reading) == 6
    hit = reading.found and reading.found.hits[0]
    assert hit and reading.position == hit.position
    assert reading.document.pages[hit.page].text[hit.start : hit.end] == "Castro"


def test_a_search_begins_where_one_is_and_goes_round(reading: Jumps) -> None:
    reading.go_to(7)
    assert reading.search("Castro").startswith("6 turns with Castro. Next, turn ")
    assert (turn_of(reading) or 0) > 6
    reading.go_to_typed("end")
    assert " First, turn 6, " in reading.search("Castro")


def test_a_hit_under_the_place_itself_is_the_first_to_be_found(reading: Jumps) -> None:
    reading.search("Castro")
    here = reading.position
    reading.search("Castro")
    assert reading.position == here


def test_hits_are_gone_through_both_ways_and_counted_last(reading: Jumps) -> None:
    reading.search("Castro")
    assert reading.found
    count = len(reading.found.hits)
    assert count == 12 and reading.search("Castro").endswith(" Hit 1 of 12.")
    assert "Hit" not in reading.search("extricate"), "one is not counted"
    reading.go_to(1)
    reading.search("Castro")
    places = [reading.position]
    for number in range(2, count + 1):
        assert reading.next_hit().endswith(f" Hit {number} of {count}.")
        places.append(reading.position)
    assert places == sorted(set(places)) == [hit.position for hit in reading.found.hits]
    assert reading.next_hit() == "No further turn with Castro."
    for place in reversed(places[:-1]):
        reading.previous_hit()
        assert reading.position == place
    assert reading.previous_hit() == "No earlier turn with Castro."


def test_the_next_hit_is_the_one_behind_where_one_has_gone_since(reading: Jumps) -> None:
    reading.search("Castro")
    reading.go_to(8)
    reading.next_hit()
    assert (turn_of(reading) or 0) >= 8


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("Castor", "Nothing found for Castor."),
        ("@Nobody", "Nobody here is called Nobody."),
        ("/(/", "(: no regular expression"),
        ("", "Type what is to be found"),
        ("@Ball", "11 turns of Ball. First, turn 2, Ball: "),
        ("@Ball Castro", "turns of Ball with Castro. First, "),
        ("/castr[oa]/", "6 turns with /castr[oa]/. First, turn 6, "),
        ("the Executive Committee meeting", "note 1: The Executive Committee meeting."),
    ],
)
def test_what_a_search_says(reading: Jumps, typed: str, line: str) -> None:
    assert line in reading.search(typed)


def test_nothing_found_leaves_the_place(reading: Jumps) -> None:
    reading.go_to(5)
    reading.search("Castor")
    assert turn_of(reading) == 5


def test_two_notes_at_one_place_are_two_hits() -> None:
    dialogue = Dialogue().turn("ANNE", "Words{1}{2}.").note("1", "A hidden one.").note("2", "A hidden two.")
    reading = Jumps(dialogue.document(), Path("talk.txt"), Library(None))
    assert reading.search("hidden").endswith("First, turn 1, ANNE, note 1: A hidden one. Hit 1 of 2.")
    assert reading.next_hit() == "Turn 1, ANNE, note 2: A hidden two. Hit 2 of 2."
    assert reading.previous_hit() == "Turn 1, ANNE, note 1: A hidden one. Hit 1 of 2."


def test_before_anything_was_searched_for_there_is_no_hit(reading: Jumps) -> None:
    assert reading.next_hit() == reading.previous_hit() == "Nothing was searched for."


def test_what_was_found_is_forgotten_with_the_document_it_was_found_in(reading: Jumps) -> None:
    reading.search("Castro")
    reading.decide(Decision(Verb.SPLIT, "GB", ""))
    assert reading.found is None
    assert reading.search("@GB").startswith("9 turns of GB. First, turn 7, GB: ")


def test_a_search_goes_on_bit_by_bit() -> None:
    dialogue = Dialogue()
    for _ in range(5):
        dialogue.turn("ANNE", "word " * 50_000)
    reading = Jumps(dialogue.document(), Path("talk.txt"), Library(None))
    assert len(list(reading.searching("word"))) > 1
    assert reading.go_to_found() == reading.search("word")


# Bookmarks


def test_a_bookmark_says_its_number_and_place_and_is_kept(reading: Jumps, library: Library) -> None:
    reading.go_to(9)
    assert reading.bookmark() == "Bookmark 1 at turn 9."
    assert reading.bookmark() == "Bookmark 1 is here already."
    assert reading.bookmark("what kind?") == "Note of bookmark 1 kept."
    assert reading.highlight(8, 0, 10) == "Highlight 2 at turn 9."
    again = Jumps(read(MEMORANDUM), MEMORANDUM, library)
    assert [(one.number, one.length, one.note) for one in again.bookmarks] == [(1, 0, "what kind?"), (2, 10, "")]
    assert bookmark_line(again.document, again.bookmarks[0]).startswith("Bookmark 1, turn 9, Ball: ")


def test_bookmarks_are_gone_to_one_after_the_other_and_round(reading: Jumps) -> None:
    assert reading.to_bookmark() == "There are no bookmarks."
    for number in (12, 4, 20):
        reading.go_to(number)
        reading.bookmark()
    went = [reading.to_bookmark().split(":")[0] for _ in range(3)]
    assert went == ["Bookmark 2, turn 4, Stevenson", "Bookmark 1, turn 12, Stevenson", "Bookmark 3, turn 20, Stevenson"]
    assert turn_of(reading) == 20
    assert reading.to_bookmark(1).startswith("Bookmark 1, turn 12, Stevenson: ")
    assert turn_of(reading) == 12
    assert reading.to_bookmark(7) == "There is no bookmark 7."


def test_a_bookmark_is_removed_by_its_number(reading: Jumps) -> None:
    reading.bookmark()
    assert reading.remove_bookmark(1) == "Bookmark 1 removed."
    assert reading.remove_bookmark(1) == "There is no bookmark 1."
    assert reading.write_note(1, "late") == "There is no bookmark 1."
    assert reading.bookmarks == []


def test_a_bookmark_that_is_not_kept_says_why(reading: Jumps, library: Library) -> None:
    pages = library._database.execute("PRAGMA page_count").fetchone()[0]
    library._database.execute(f"PRAGMA max_page_count = {pages}")
    assert reading.bookmark("long" * 20_000) == "Library: what you do now is not kept (database or disk is full)."


# History


def test_one_comes_back_from_each_kind_of_jump(reading: Jumps) -> None:
    reading.go_to(3)
    reading.bookmark()
    start = Position(10, 4)
    jumps: list[Callable[[], object]] = [
        lambda: reading.go_to(2),
        lambda: reading.search("Castro"),
        reading.to_bookmark,
        reading.next_part,
        lambda: reading.go_to_typed("50%"),
        lambda: reading.jump(reading.outline.row(0).position),
    ]
    for jump in jumps:
        reading.go(start)
        jump()
        away = reading.position
        assert away != start
        assert reading.go_back() is None
        assert reading.position == start
        assert reading.go_forward() is None
        assert reading.position == away


def test_steps_are_no_jumps_and_a_new_jump_takes_the_way_forward(reading: Jumps) -> None:
    reading.next_page()
    assert reading.go_back() == "There is nothing to go back to."
    reading.go_to(9)
    reading.next_page()
    reading.go_back()
    assert turn_of(reading) == 2
    reading.go_to(5)
    assert reading.go_forward() == "There is nothing to go forward to."
    reading.go_back()
    assert turn_of(reading) == 2


def test_one_comes_back_to_the_same_words_after_a_decision(reading: Jumps) -> None:
    reading.go(Position(8, reading.document.pages[8].text.index("SAM")))
    reading.go_to(20)
    reading.decide(Decision(Verb.UNMARK, "GB", ""))
    reading.go_back()
    page = reading.page
    assert page and page.text[reading.position.offset :].startswith("SAM")


def test_another_document_has_a_history_of_its_own(reading: Jumps) -> None:
    reading.go_to(9)
    reading.open(Dialogue().turn("ANNE", "Yes.").document(), Path("talk.txt"))
    assert reading.go_back() == "There is nothing to go back to."


# What is typed


@pytest.mark.parametrize(
    ("typed", "page"),
    [
        ("12", 11), ("turn 12", 11), ("Turn 1", 0), ("0%", 0), ("start", 0), ("part 1", 0), (" Memorandum ", 23),
        ("end", 23),
    ],
)  # fmt: skip
def test_what_is_typed_is_understood(reading: Jumps, typed: str, page: int) -> None:
    reading.go_to(2)
    assert reading.go_to_typed(typed) is None
    assert reading.position.page == page


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
def test_what_is_not_there_is_told(reading: Jumps, typed: str, line: str) -> None:
    assert reading.go_to_typed(typed) == line
    assert reading.position == Position(0, 0)


@pytest.mark.parametrize("percent", [0, 7.5, 25, 50, 80, 100])
def test_a_percent_goes_to_the_start_of_its_sentence(reading: Jumps, percent: float) -> None:
    reading.go_to_typed(f"{percent}%")
    page = reading.page
    assert page
    assert page.text[: reading.position.offset].strip()[-1:] in {"", ".", "?", "!", ":", ")", "”", '"', "]"}
    assert abs(reading._progress.percent(reading.position) - percent) < 3


def test_a_document_without_text_has_nowhere_to_go() -> None:
    reading = Jumps(Document("empty", "empty", "transcript", ""), Path("empty"), Library(None))
    assert reading.go_to_typed("50%") == "The document has no text."
    assert reading.search("a") == "Nothing found for a."
    assert reading.bookmark() == "Bookmark 1 at the end."
    assert len(reading.outline) == 0 and reading.outline.parts == []


# Outline


def test_the_outline_has_a_row_for_each_page(reading: Jumps) -> None:
    rows = [reading.outline.row(index) for index in range(len(reading.outline))]
    assert [row.position for row in rows] == [Position(page.index, 0) for page in reading.document.pages]
    assert rows[8].name == "Turn 9, Ball" and rows[8].level == 1
    assert reading.document.pages[8].text.startswith(rows[8].words[:20])
    assert rows[23].level == 0 and rows[23].words == ""
    assert reading.outline.parts == [0, 23]
