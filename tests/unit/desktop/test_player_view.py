"""What the desktop is shown of a reading."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.corpus import MEMORANDUM
from tests.support.reading_driver import silent_reading
from tui_reader.desktop.player_view import LONGEST, NO_TRACK, PlayerView, view_of
from tui_reader.document.model import Document, Position
from tui_reader.formats import read
from tui_reader.library import Library
from tui_reader.reading import Reading
from tui_reader.reading.reading_progress import CHARACTERS_A_SECOND


def test_a_turn_has_who_speaks_which_document_and_how_far_it_is(reading: Reading) -> None:
    reading.jumps.to_turn(9)
    page = reading.place.page
    assert page
    reading.place.position = Position(page.index, 42)
    view = view_of(reading)
    assert (view.speaker, view.number, view.track) == ("George W. Ball", 9, "/tui_reader/page/9")
    assert view.title.startswith("Memorandum of Telephone Conversation Between")
    assert view.position == 42 / CHARACTERS_A_SECOND
    assert view.length == len(page.text) / CHARACTERS_A_SECOND
    assert (view.status, view.rate, view.volume) == ("Stopped", 1.0, 1.0)
    assert view.has_previous and view.has_next


def test_the_first_and_the_last_page_have_one_neighbour(reading: Reading) -> None:
    assert not view_of(reading).has_previous
    reading.place.position = Position(len(reading.document.pages) - 1, 0)
    assert not view_of(reading).has_next


def test_a_memo_is_nobody_s_turn(reading: Reading) -> None:
    memo = next(page for page in reading.document.pages if page.turn is None)
    reading.place.position = Position(memo.index, 0)
    assert view_of(reading).number == 0


def test_a_document_without_text_is_no_track() -> None:
    with Library(None) as library:
        view = view_of(silent_reading(Document("empty", "", "", ""), Path("empty"), library))
    assert (view.track, view.title, view.length) == (NO_TRACK, "", 0.0)


def test_titles_and_names_are_one_clean_line_of_some_length() -> None:
    with Library(None) as library:
        long = read(MEMORANDUM)._replace(name="A talk \x1b[2J\u202e\n" + "of many words " * 1000, title=None)
        view = view_of(silent_reading(long, Path("talk.txt"), library))
    assert 100 < len(view.title) <= LONGEST and view.title.isprintable()


@pytest.mark.parametrize(
    ("status", "rate", "position"),
    [("Playing", 1.0, 5.0), ("Playing", 2.0, 7.0), ("Playing", 4.0, 10.0), ("Paused", 1, 3)],
)
def test_the_position_goes_on_with_the_speed_up_to_the_end(status: str, rate: float, position: float) -> None:
    assert PlayerView(status, rate, 1.0, length=10.0, position=3.0).position_after(2.0) == position


def test_reading_on_in_print_is_playing_and_can_be_paused(reading: Reading) -> None:
    assert view_of(reading, reading_on=True).status == "Playing"
    assert view_of(reading, held=True).status == "Paused"
