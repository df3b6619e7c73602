"""Bookmarks and highlights: saved at once, gone to one after the other."""

from __future__ import annotations

from pathlib import Path

from tests.support.corpus import MEMORANDUM
from tests.support.reading_driver import ReadingDriver, silent_reading, turn_of
from tui_reader.document.model import Position
from tui_reader.formats import read
from tui_reader.library import Library
from tui_reader.library.all_bookmarks import all_bookmarks
from tui_reader.reading import Reading
from tui_reader.reading.excerpts import bookmark_line, brief_bookmark
from tui_reader.reading.reading_commands import READING_COMMANDS


def test_a_bookmark_says_its_number_and_place_and_is_kept(reading: Reading, library: Library) -> None:
    reading.jumps.to_turn(9)
    assert reading.bookmarks.add() == "Bookmark 1 at turn 9. Not saved: there is no library."
    assert reading.bookmarks.add() == "Bookmark 1 is here already."
    assert reading.bookmarks.add("what kind?") == "Note of bookmark 1 written."
    assert reading.bookmarks.highlight(8, 0, 10) == "Highlight 2 at turn 9."
    again = silent_reading(read(MEMORANDUM), MEMORANDUM, library)
    assert [(one.number, one.length, one.note) for one in again.bookmarks.all] == [(1, 0, "what kind?"), (2, 10, "")]
    assert bookmark_line(again.document, again.bookmarks.all[0]).startswith("Bookmark 1, turn 9, Ball: ")


def test_the_first_mark_after_the_library_is_lost_says_that_it_is_not_saved(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with Library(path) as library:
        reading = silent_reading(read(MEMORANDUM), MEMORANDUM, library)
        assert reading.bookmarks.add() == "Bookmark 1 at turn 1."
        path.unlink()
        path.mkdir()
        reading.jumps.to_turn(9)
        assert reading.bookmarks.add() == "Bookmark 1 at turn 9. Not saved: there is no library."


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
    assert reading.bookmarks.add("long" * 20_000) == "Library: what you do now is not saved (the disk is full)."


def test_while_it_reads_on_from_a_hit_the_hit_is_marked_and_then_the_voice(library: Library) -> None:
    driver = ReadingDriver(library)
    reading = driver.reading
    try:
        reading.playback.play_or_pause()
        driver.hear(100)
        reading.search.find("Havana")
        hit = reading.place.position
        driver.hear(2000)
        assert reading.place.position != hit and reading.place.position.page == hit.page
        READING_COMMANDS["bookmark"](reading)
        assert reading.bookmarks.all[0].place == hit
        READING_COMMANDS["bookmark"](reading)
        assert [one.place for one in reading.bookmarks.all] == [reading.place.position, hit]
        reading.playback.next_sentence()
        assert reading.search.at_hit is None
    finally:
        reading.close()


def test_two_bookmarks_of_a_sentence_differ_in_few_cells(reading: Reading, library: Library) -> None:
    sentence = "It seems to me highly desirable to liquidate"
    start = reading.document.pages[5].text.index(sentence)
    for word in ("It seems", "highly"):
        reading.place.go(Position(5, start + sentence.index(word)))
        reading.bookmarks.add()
    reading.bookmarks.highlight(5, start, start + 8)
    first, highlight, second = [brief_bookmark(reading.document, one) for one in reading.bookmarks.all]
    assert first.startswith("1 turn 6: It seems to me") and second.startswith("2 turn 6: ... highly desirable")
    assert highlight == "3 highlight, turn 6: It seems"
    library.index.add(reading.document)
    assert [one.brief for one in all_bookmarks(library)] == [first, highlight, second]
