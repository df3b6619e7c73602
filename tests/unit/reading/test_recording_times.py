"""Times that are off are put in step with the recording by what is heard at a place, or by seconds that are typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.reading_driver import silent_reading
from tests.support.recording_driver import RecordingDriver
from tests.support.recordings import read_vtt
from tui_reader.document.model import Position
from tui_reader.library import Library
from tui_reader.playback.recording.time_correction import SyncPoint, TimeCorrection
from tui_reader.reading.recording_times import told

CUES = (
    "1 4 <v Ann>One <00:00:02.000>two <00:00:03.000>three.",
    "4.5 6 <v Ben>Four <00:00:05.000>five.",
    "7 8 <v Ann>Six.",
)


@pytest.fixture
def driver(library: Library, tmp_path: Path) -> RecordingDriver:
    return RecordingDriver(library, read_vtt(tmp_path, *CUES))


def points(driver: RecordingDriver) -> tuple[SyncPoint, ...]:
    return driver.library.recordings.points(driver.reading.document.key)


def begin_of_second_turn(driver: RecordingDriver) -> float | None:
    recording = driver.reading.recorded.recording
    return recording.alignment.seconds_at(Position(1, 0)) if recording else None


def test_the_sentence_that_is_gone_to_is_put_where_the_mark_was_set(driver: RecordingDriver) -> None:
    driver.reading.playback.play_or_pause()
    driver.hear(1100)  # "two", at 2 s
    line = driver.reading.recording_times.in_step()
    assert line == "Marked 0:02 in the recording. Go to the sentence that began there and press I again."
    assert not driver.reading.playback.playing
    driver.reading.place.next_page()
    line = driver.reading.recording_times.in_step()
    told_once = "Words are heard 2.5 s earlier than in the file."
    assert line == f"{told_once} If they drift, do the same at a place far from this one."
    assert begin_of_second_turn(driver) == pytest.approx(2.0, abs=0.3)
    (point,) = points(driver)
    assert point.time == 4.5


def test_it_plays_on_from_the_moment_that_was_marked(driver: RecordingDriver) -> None:
    driver.reading.playback.play_or_pause()
    driver.hear(1100)
    driver.reading.recording_times.in_step()
    driver.reading.place.next_page()
    driver.reading.recording_times.in_step()
    driver.reading.playback.play_or_pause()
    driver.hear(300)
    assert driver.marked == "Four"
    assert 2000 <= driver.heard[-1] <= 2600


def test_asked_twice_without_a_move_the_sentence_that_is_heard_begins_there(driver: RecordingDriver) -> None:
    driver.reading.playback.play_or_pause()
    driver.hear(1100)
    driver.reading.recording_times.in_step()
    assert driver.reading.recording_times.in_step().startswith("Words are heard 1.")
    (point,) = points(driver)
    assert point.time == 1.0
    assert point.heard == pytest.approx(2.0, abs=0.3)
    assert driver.reading.place.position == Position(0, 0)


def test_playing_on_forgets_the_mark(driver: RecordingDriver) -> None:
    driver.reading.playback.play_or_pause()
    driver.hear(1100)
    driver.reading.recording_times.in_step()
    driver.reading.playback.play_or_pause()
    driver.hear(1100)
    assert driver.reading.recording_times.in_step().startswith("Marked 0:03")
    assert points(driver) == ()


def test_without_anything_heard_there_is_nothing_to_mark(driver: RecordingDriver) -> None:
    told_first = "The recording is not heard now. Play it, and press * when a sentence begins."
    assert driver.reading.recording_times.in_step("*") == told_first
    driver.reading.recorded.switch()
    driver.reading.playback.play_or_pause()
    driver.hear(100)
    assert driver.reading.recording_times.in_step("*") == told_first


def test_a_document_without_a_recording_says_so(library: Library, tmp_path: Path) -> None:
    reading = silent_reading(read_vtt(tmp_path, *CUES), tmp_path / "talk.vtt", library)
    line = "This document has no recording. tui-reader FILE --audio SOUND names one."
    assert reading.recording_times.in_step() == reading.recording_times.shift("1") == line


def test_times_are_shifted_by_typed_seconds(driver: RecordingDriver) -> None:
    times = driver.reading.recording_times
    assert times.shift("1.5") == "Words are heard 1.5 s later than in the file."
    assert begin_of_second_turn(driver) == 6.0
    assert times.shift("-0,5 s") == "Words are heard 1.0 s later than in the file."
    assert times.shift("\N{MINUS SIGN}2") == "Words are heard 1.0 s earlier than in the file."
    assert begin_of_second_turn(driver) == 3.5
    assert times.shift("back") == "Words are heard 1.0 s later than in the file."
    assert times.shift("0") == "The times are those of the file."
    assert points(driver) == ()
    assert times.shift("Back") == "Words are heard 1.0 s later than in the file."
    for _ in range(2):
        last = times.shift("back")
    assert last == "The times are those of the file."
    assert times.shift("back") == "There is no change of the times to take back; 0 takes those of the file."


@pytest.mark.parametrize("typed", ["", "x", "nan", "inf", "1e9", "-86401", "1 2"])
def test_what_is_no_number_of_seconds_changes_nothing(driver: RecordingDriver, typed: str) -> None:
    line = driver.reading.recording_times.shift(typed)
    assert line == "Type seconds, such as 1.5 or -0.3; back takes the last change back, 0 all of them."
    assert points(driver) == ()


def test_the_times_are_kept_for_the_document(driver: RecordingDriver) -> None:
    driver.reading.recording_times.shift("1.5")
    again = RecordingDriver(driver.library, driver.reading.document)
    assert begin_of_second_turn(again) == 6.0


@pytest.mark.parametrize(
    ("correction", "line"),
    [
        (TimeCorrection(), "The times are those of the file."),
        (TimeCorrection(-0.3, 1.0), "Words are heard 0.3 s earlier than in the file."),
        (TimeCorrection(2.0, 1.00001), "Words are heard 2.0 s later than in the file, without drift."),
        (
            TimeCorrection(2.0, 1.001),
            "Words are heard 2.0 s later than in the file at its beginning, and with each hour 3.6 s later: the times "
            "are for 24 frames a second, the recording runs at 23.976.",
        ),
        (
            TimeCorrection(0.0, 23.976 / 25),
            "Words are heard as in the file at its beginning, and with each hour 147.5 s earlier: the times are for "
            "23.976 frames a second, the recording runs at 25.",
        ),
        (
            TimeCorrection(-2.0, 1.02),
            "Words are heard 2.0 s earlier than in the file at its beginning, and with each hour 72.0 s later.",
        ),
    ],
)
def test_a_correction_is_told_in_words(correction: TimeCorrection, line: str) -> None:
    assert told(correction) == line
