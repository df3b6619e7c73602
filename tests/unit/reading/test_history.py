"""The way back from jumps, and forward again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.support.dialogue_builder import Dialogue
from tests.support.reading_driver import turn_of
from tui_reader.document.decisions import Decision, Verb
from tui_reader.document.model import Position
from tui_reader.reading import Reading


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
