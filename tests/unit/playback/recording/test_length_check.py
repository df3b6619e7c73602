"""A transcript that ends much before or after its recording is told; one that fits is not."""

from __future__ import annotations

import pytest

from tui_reader.document.model import Document, SpokenAt
from tui_reader.playback.recording.alignment import Alignment
from tui_reader.playback.recording.length_check import length_warning
from tui_reader.playback.recording.time_correction import TimeCorrection

LATER = "is it the same talk? If it begins later in it, shift the times."


def told(first: float, last: float, seconds: float, correction: TimeCorrection | None = None) -> str:
    times = (
        SpokenAt(0, first, first + 2, False),
        SpokenAt(9, last - 3, last, False),
        SpokenAt(12, last - 3, None, True),
    )
    return length_warning(Alignment(Document("talk.vtt", "", "vtt", "", times=times), correction), seconds)


@pytest.mark.parametrize(
    ("last", "seconds"),
    [
        (100.0, 100.0),
        (100.0, 159.0),  # a minute of music
        (3000.0, 3300.0),  # a tenth
        (104.5, 100.0),  # a caption that is shown a little longer
        (40.0, 41.0),
    ],
)
def test_times_that_fit_are_not_told(last: float, seconds: float) -> None:
    assert told(0.5, last, seconds) == ""


@pytest.mark.parametrize(
    ("last", "seconds", "line"),
    [
        (2880.0, 3600.0, f"The recording is 12 minutes longer than the transcript: {LATER}"),
        (100.0, 161.0, f"The recording is 1 minute longer than the transcript: {LATER}"),
        (3600.0, 2880.0, "The transcript ends 12 minutes after the recording: is it the same talk?"),
        (2920.0, 2880.0, "The transcript ends 40 s after the recording."),
        (
            6256.0,
            6000.0,
            "The transcript ends 4 minutes after the recording, as if its times were for 24 frames a second and the "
            "recording for 25: put it in step at two places.",
        ),
    ],
)
def test_times_that_do_not_fit_are_told(last: float, seconds: float, line: str) -> None:
    assert told(0.5, last, seconds) == line


def test_times_of_a_tape_that_begins_at_ten_hours_are_told() -> None:
    line = "All times of the transcript, from 10:00:02, are after the end of the recording, 48 minutes: shift them."
    assert told(36_002.0, 38_800.0, 2880.0) == line


def test_times_before_the_start_of_the_recording_are_told() -> None:
    line = "All times of the transcript are before the start of the recording, the last by 8 minutes: shift them."
    assert told(0.5, 20.0, 32.0, TimeCorrection(-500.0)) == line
    assert told(0.5, 20.0, 32.0, TimeCorrection(-10.0)) == ""


def test_corrected_times_are_compared() -> None:
    assert told(36_002.0, 38_800.0, 2880.0, TimeCorrection(-36_000.0, 1.0)) == ""
    assert told(0.5, 6256.0, 6000.0, TimeCorrection(0.0, 24 / 25.025)) == ""
    assert told(0.5, 100.0, 100.0, TimeCorrection(30.0, 1.0)) == "The transcript ends 30 s after the recording."


def test_without_times_or_length_there_is_nothing_to_tell() -> None:
    assert length_warning(Alignment(Document("talk.vtt", "", "vtt", "")), 100.0) == ""
    assert told(0.0, 100.0, 0.0) == ""
