"""A document with a recording as it is read aloud: heard, paused, switched to voices and back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.documents import read_text
from tests.support.recording_driver import RecordingDriver
from tests.support.recordings import read_vtt
from tests.support.sound import until
from tui_reader.desktop.player_view import view_of
from tui_reader.desktop.requests import adjust
from tui_reader.document.model import Position
from tui_reader.library import Library
from tui_reader.playback.asked import Asked, Wish
from tui_reader.playback.recording.time_correction import SyncPoint

CUES = (
    "1 4 <v Ann>One <00:00:02.000>two <00:00:03.000>three.",
    "4.5 6 <v Ben>Four <00:00:05.000>five.",
    "7 8 <v Ann>Six.",
)
VOICE = 5000
"""Samples above this are a voice's."""


@pytest.fixture
def driver(library: Library, tmp_path: Path) -> RecordingDriver:
    return RecordingDriver(library, read_vtt(tmp_path, *CUES))


def test_words_are_marked_as_they_are_heard_in_the_recording(driver: RecordingDriver) -> None:
    driver.reading.playback.play_or_pause()
    driver.hear(1100)
    assert driver.marked == "two"
    driver.hear(2500)
    assert driver.marked == "Four"
    assert driver.heard[20:3600] == list(range(991, 4571))


def test_it_goes_on_at_the_very_sample_after_a_pause(driver: RecordingDriver) -> None:
    driver.reading.playback.play_or_pause()
    driver.hear(1100)
    driver.reading.playback.play_or_pause()
    driver.device.turn(200)
    driver.reading.playback.play_or_pause()
    until(lambda: driver.device.running)
    driver.device.turn(500)
    assert driver.heard[-400:] == list(range(2171, 2571))


def test_the_key_switches_to_voices_at_the_same_word_and_back(driver: RecordingDriver) -> None:
    driver.reading.playback.play_or_pause()
    driver.hear(1100)
    assert driver.reading.recorded.switch() == "Voices read, without the recording."
    driver.hear(150)
    assert driver.marked == "three."
    assert driver.heard[-1] > VOICE
    assert driver.engine.asked[0][0] == "two three."
    assert driver.reading.recorded.switch() == "The recording is heard."
    driver.hear(100)
    assert driver.heard[-1] == 3001 + 99
    assert driver.marked == "three."


def test_the_choice_of_voices_is_kept(driver: RecordingDriver, library: Library) -> None:
    driver.reading.recorded.switch()
    again = RecordingDriver(library, driver.reading.document)
    again.reading.playback.play_or_pause()
    again.hear(150)
    assert again.heard[-1] > VOICE


def test_a_jump_begins_at_the_word(driver: RecordingDriver) -> None:
    driver.reading.playback.play_or_pause()
    driver.hear(100)
    driver.reading.playback.seek(Position(1, 5))
    driver.hear(100)
    assert driver.marked == "five."
    assert driver.heard[-1] == 5100


def test_a_voice_reads_on_where_the_recording_is_gone(library: Library, tmp_path: Path) -> None:
    driver = RecordingDriver(library, read_vtt(tmp_path, *CUES), fails_at=4.2)
    driver.reading.playback.play_or_pause()
    driver.play_out(lambda: not driver.reading.playback.playing)
    assert driver.lines == ["talk.wav is gone. The voices read on."]
    assert [asked for asked, _ in driver.engine.asked] == ["One two three.", "Four five.", "Six."]


def test_the_place_in_the_recording_is_told(driver: RecordingDriver) -> None:
    reading = driver.reading
    reading.place.next_page()
    here = "Turn 2 of 3, Ben. 50 percent, less than a minute left."
    assert reading.whereabouts.tell() == f"{here} 0:04 in the recording."
    reading.player.start()
    reading.whereabouts.forget()
    assert reading.whereabouts.tell() == f"{here} 0:04 of 0:30 in the recording."
    assert reading.whereabouts.seconds_left() == 8 - 4.5
    reading.recorded.switch()
    assert reading.whereabouts.seconds_left() != 8 - 4.5


def test_kept_times_are_taken(library: Library, tmp_path: Path) -> None:
    document = read_vtt(tmp_path, *CUES)
    library.recordings.keep_points(document.key, [SyncPoint(0.0, 10.0)])
    driver = RecordingDriver(library, document)
    driver.reading.playback.play_or_pause()
    driver.hear(100)
    assert driver.heard[-1] == 11_000 - 30 + 100


def test_a_document_without_times_is_read_by_voices(library: Library, tmp_path: Path) -> None:
    document = read_text(tmp_path, "ANNE: Yes.\n\nBEN: No.\n\nANNE: Yes.\n\nBEN: No.\n", "talk.txt")
    recorded = RecordingDriver(library, document).reading.recorded
    assert recorded.recording is None
    assert recorded.told == ""
    recorded.choose(Path("talk.wav"))
    assert recorded.recording is None
    assert recorded.told.endswith("has no times, so the voices read it: talk.wav cannot be followed.")


def test_a_recording_that_is_left_out_is_not_heard(driver: RecordingDriver) -> None:
    driver.reading.recorded.leave_out()
    assert driver.reading.recorded.recording is None
    assert driver.reading.whereabouts.tell() == "Turn 1 of 3, Ann. 0 percent, less than a minute left."


def test_the_sentence_is_marked_where_only_captions_have_times(library: Library, tmp_path: Path) -> None:
    driver = RecordingDriver(library, read_vtt(tmp_path, "1 4 <v Ann>One two three. Four.", "4.5 6 <v Ben>Five."))
    driver.reading.playback.play_or_pause()
    driver.hear(1500)
    assert driver.marked == "One two three."
    assert driver.reading.place.position == Position(0, 8)


def test_a_voice_is_heard_when_it_is_tried(driver: RecordingDriver) -> None:
    ann = driver.reading.document.turns[0].speaker
    driver.reading.snippets.audition(ann)
    until(lambda: driver.engine.asked and driver.device.running)
    driver.wait_until_made()
    driver.device.turn(250)
    assert driver.heard[200] > VOICE
    driver.reading.playback.play_or_pause()
    driver.wait_until_made()
    driver.device.turn(250)
    assert driver.heard[-100:] == list(range(1121, 1221))


def test_one_speaker_is_read_by_a_voice_and_the_other_is_heard_as_recorded(driver: RecordingDriver) -> None:
    recorded, ben = driver.reading.recorded, driver.reading.document.turns[1].speaker
    assert recorded.is_heard_of(ben)
    assert recorded.switch_person(ben) == "Ben: voice."
    driver.reading.playback.play_or_pause()
    driver.hear(1100)
    assert driver.marked == "two"
    driver.hear(3000)
    assert max(driver.heard[3080:]) > VOICE
    assert [asked for asked, _ in driver.engine.asked] == ["Four five."]
    assert recorded.switch_person(ben) == "Ben: recording."


def test_a_voice_that_is_chosen_is_heard(driver: RecordingDriver, library: Library) -> None:
    ben = driver.reading.document.turns[1].speaker
    driver.reading.voices.assign(ben, "henry")
    assert not driver.reading.recorded.is_heard_of(ben)
    assert library.recordings.voiced(driver.reading.document.key) == {ben}


def test_there_is_no_recording_of_the_narrator(driver: RecordingDriver) -> None:
    assert driver.reading.recorded.switch_person("narrator") == "There is no recording of the narrator."
    driver.reading.recorded.switch()
    ben = driver.reading.document.turns[1].speaker
    assert driver.reading.recorded.switch_person(ben) == "Voices read everybody; the recording is switched on first."


def test_the_desktop_goes_by_the_seconds_of_the_recording(driver: RecordingDriver) -> None:
    view = view_of(driver.reading)
    assert (view.length, view.position) == (3.0, 0.0)
    adjust(driver.reading, Asked(Wish.SEEK, 1.2))
    assert driver.reading.place.position == Position(0, 4)
    assert view_of(driver.reading).position == 1.0
    adjust(driver.reading, Asked(Wish.POSITION, 2.5))
    assert driver.reading.place.position == Position(0, 8)
    adjust(driver.reading, Asked(Wish.SEEK, 30.0))
    assert driver.reading.place.position == Position(1, 0)
    driver.reading.recorded.switch()
    assert view_of(driver.reading).length != 1.5
