"""After a long pause reading goes on with a sentence that was heard already."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.dialogue_builder import Dialogue
from tests.support.reading_driver import ReadingDriver
from tui_reader.document.model import Position
from tui_reader.library import Library
from tui_reader.narration.narration import Narration
from tui_reader.playback.events import Unplugged
from tui_reader.reading.rewind import LONG, Rewind
from tui_reader.settings import Settings

SENTENCES = [
    "That is all it amounted to.",
    "It seems to me highly desirable to liquidate",
    "If this continues this way indefinitely, we are going to start to lose ground here;",
]
"""How the first sentences of turn 6 begin."""
BEFORE = "Yes."
"""The turn before it."""


class Clock:
    """The seconds since 1970 that the reading is told."""

    def __init__(self) -> None:
        self.time = 1_000_000.0

    def __call__(self) -> float:
        return self.time


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr("time.time", clock)
    return clock


@pytest.fixture
def driver(clock: Clock) -> Iterator[ReadingDriver]:
    with Library(None) as library:
        driver = ReadingDriver(library)
        driver.reading.playback._rewind._now = clock
        yield driver
        driver.reading.close()


def pause_in(driver: ReadingDriver, sentence: str, turn: int = 6) -> None:
    """Read aloud from a sentence of a turn, and pause within its second word."""
    page = driver.reading.document.pages[turn - 1]
    driver.reading.place.go(Position(turn - 1, page.text.index(sentence)))
    driver.reading.playback.play_or_pause()
    driver.hear(150)
    driver.reading.playback.play_or_pause()


def goes_on_with(driver: ReadingDriver) -> str:
    """The sentence with which reading goes on."""
    driver.reading.playback.play_or_pause()
    saying = driver.reading.playback.saying
    assert saying and driver.reading.playback.playing
    return saying.printed


@pytest.mark.parametrize(
    ("minutes", "sentence"), [(0, 2), (2.9, 2), (3, 1), (60, 1), (LONG / 60, 0), (100_000, 0), (-5, 2)]
)
def test_the_longer_the_pause_the_further_it_goes_back(
    driver: ReadingDriver, clock: Clock, minutes: float, sentence: int
) -> None:
    pause_in(driver, SENTENCES[2])
    clock.time += 60 * minutes
    assert goes_on_with(driver).startswith(SENTENCES[sentence])
    assert driver.reading.place.position.page == 5


def test_at_the_start_of_a_turn_it_goes_back_to_the_speaker_before(driver: ReadingDriver, clock: Clock) -> None:
    pause_in(driver, SENTENCES[0])
    clock.time += 200
    assert goes_on_with(driver) == BEFORE
    assert driver.reading.place.position == (4, 0)


def test_it_goes_back_once(driver: ReadingDriver, clock: Clock) -> None:
    pause_in(driver, SENTENCES[2])
    clock.time += 200
    assert goes_on_with(driver).startswith(SENTENCES[1])
    driver.reading.playback.play_or_pause()
    assert goes_on_with(driver).startswith(SENTENCES[1])


def test_a_place_that_was_chosen_in_the_pause_is_read_from_there(driver: ReadingDriver, clock: Clock) -> None:
    pause_in(driver, SENTENCES[2])
    driver.reading.jumps.to_turn(2)
    clock.time += 200
    assert goes_on_with(driver) == "I think the meeting has been called off."


def test_another_voice_or_speed_chosen_in_the_pause_changes_nothing_of_it(driver: ReadingDriver, clock: Clock) -> None:
    pause_in(driver, SENTENCES[2])
    driver.reading.player.faster()
    clock.time += 200
    assert goes_on_with(driver).startswith(SENTENCES[1])


def test_stopped_and_not_paused_is_a_pause_too(driver: ReadingDriver, clock: Clock) -> None:
    pause_in(driver, SENTENCES[2])
    clock.time += 100
    driver.reading.playback.stop()
    clock.time += 100
    assert goes_on_with(driver).startswith(SENTENCES[1])


def test_it_does_not_go_back_into_the_title(driver: ReadingDriver, clock: Clock) -> None:
    pause_in(driver, "I wonder", 1)
    clock.time += 2 * LONG
    assert goes_on_with(driver).startswith("I wonder")


def test_a_part_that_was_asked_for_does_not_go_back_into_the_talk(clock: Clock) -> None:
    document = Dialogue().turn("A", "Yes.").part(paragraph="Printed in London. In May.").document()
    talk, back = document.parts
    narration = Narration(document._replace(parts=(talk, back._replace(on_demand=True))))
    rewind = Rewind(lambda: 3, clock)
    rewind.silent()
    clock.time += 200
    assert rewind.start(narration, narration.at(Position(1, 0))) is None
    again = rewind.start(narration, narration.at(Position(1, 20)))
    assert again and again.printed == "Printed in London."


def test_never_is_a_choice(driver: ReadingDriver, clock: Clock) -> None:
    driver.reading.take_settings(Settings(rewind=0))
    pause_in(driver, SENTENCES[2])
    clock.time += 2 * LONG
    assert goes_on_with(driver).startswith(SENTENCES[2])


def test_headphones_that_went_are_a_pause(driver: ReadingDriver, clock: Clock) -> None:
    page = driver.reading.document.pages[5]
    driver.reading.place.go(Position(5, page.text.index(SENTENCES[2])))
    driver.reading.playback.play_or_pause()
    driver.hear(150)
    driver.device.unplugged = "The headphones are no longer in use."
    driver.wait_until_told(Unplugged)
    assert driver.reading.playback.paused and not driver.reading.playback.playing
    clock.time += 200
    assert goes_on_with(driver).startswith(SENTENCES[1])


@pytest.mark.parametrize(("seconds", "sentence"), [(60, 2), (200, 1), (LONG, 0)])
def test_opened_again_it_goes_back_too(tmp_path: Path, clock: Clock, seconds: float, sentence: int) -> None:
    with Library(tmp_path / "library.sqlite") as library:
        driver = ReadingDriver(library)
        driver.reading.playback._rewind._now = clock
        pause_in(driver, SENTENCES[2])
        driver.reading.close()
    clock.time += seconds
    with Library(tmp_path / "library.sqlite") as library:
        driver = ReadingDriver(library)
        driver.reading.playback._rewind._now = clock
        assert goes_on_with(driver).startswith(SENTENCES[sentence])
        driver.reading.close()
