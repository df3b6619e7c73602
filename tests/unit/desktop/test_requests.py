"""What a media key does to a reading."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.reading_driver import ReadingDriver, turn_of
from tui_reader.desktop.requests import adjust, command_for
from tui_reader.document.model import Position
from tui_reader.library import Library
from tui_reader.playback.asked import Asked, Wish
from tui_reader.reading import Reading
from tui_reader.reading.reading_progress import CHARACTERS_A_SECOND


@pytest.mark.parametrize(
    ("wish", "silent", "playing"),
    [
        (Wish.PLAY, "play_or_pause", None),
        (Wish.PAUSE, None, "play_or_pause"),
        (Wish.PLAY_PAUSE, "play_or_pause", "play_or_pause"),
        (Wish.NEXT, "next_page", "next_page"),
        (Wish.PREVIOUS, "previous_page", "previous_page"),
        (Wish.STOP, None, None),
        (Wish.SEEK, None, None),
    ],
)
def test_a_wish_is_a_command_where_it_is_not_so_already(wish: Wish, silent: str | None, playing: str | None) -> None:
    assert command_for(Asked(wish), False) == silent
    assert command_for(Asked(wish), True) == playing


def test_seeking_goes_to_the_beginning_of_a_word(reading: Reading) -> None:
    reading.jumps.to_turn(6)
    page = reading.place.page
    assert page
    assert adjust(reading, Asked(Wish.POSITION, 50 / CHARACTERS_A_SECOND)) is None
    place = reading.place.position
    assert place.page == page.index and 40 < place.offset <= 50 and page.text[place.offset - 1] == " "
    adjust(reading, Asked(Wish.SEEK, -1000))
    assert reading.place.position == Position(page.index, 0)


def test_seeking_beyond_a_turn_is_the_next_one_and_beyond_the_last_is_told(reading: Reading) -> None:
    reading.jumps.to_turn(6)
    assert adjust(reading, Asked(Wish.SEEK, 1000)) is None
    assert turn_of(reading) == 7
    reading.place.position = Position(len(reading.document.pages) - 1, 0)
    assert adjust(reading, Asked(Wish.SEEK, 1e15)) == "End of document. 23 turns."


def test_speed_and_volume_stay_within_what_there_is(reading: Reading) -> None:
    assert adjust(reading, Asked(Wish.RATE, 99.0)) == "Speed 4."
    assert adjust(reading, Asked(Wish.RATE, 0.001)) == "Speed 0.5."
    assert adjust(reading, Asked(Wish.VOLUME, 7.0)) == "Volume 100 percent."
    assert adjust(reading, Asked(Wish.VOLUME, -1.0)) == "Volume 0 percent."


@pytest.fixture
def driver() -> Iterator[ReadingDriver]:
    with Library(None) as library:
        driver = ReadingDriver(library)
        yield driver
        driver.reading.close()


def test_what_is_read_aloud_goes_on_at_the_word_and_not_at_its_sentence(driver: ReadingDriver) -> None:
    driver.reading.jumps.to_turn(2)
    driver.reading.playback.play_or_pause()
    driver.wait_for_words("I think the meeting has been called off.")
    adjust(driver.reading, Asked(Wish.POSITION, 20 / CHARACTERS_A_SECOND))
    driver.wait_for_words("has been called off.")
    assert driver.reading.playback.playing
    adjust(driver.reading, Asked(Wish.STOP))
    assert not driver.reading.playback.playing and not driver.reading.player.paused
