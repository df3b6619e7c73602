"""The sound of a run between the maker and the device."""

from __future__ import annotations

from array import array

from tests.support.sound import utterance
from tui_reader.narration.utterance import QueuedUtterance, queued
from tui_reader.playback.track import Track, TrackCursor, TrackPosition, TrackStretch
from tui_reader.tts.render import Sound


def sound(frames: int) -> Sound:
    return Sound(array("h", [5] * 2 * frames).tobytes(), ())


def loud(pcm: bytes) -> int:
    """How many frames are not silent."""
    return sum(map(bool, array("h", pcm)[::2]))


def test_reading_waits_for_its_head_start_and_is_then_not_torn() -> None:
    stretch = TrackStretch(utterance("one two"))
    cursor = TrackCursor(TrackPosition(stretch, 0), head_start=150)
    stretch.take(sound(100))
    assert not cursor.ready and loud(cursor.read(60, 0)) == 0
    stretch.take(sound(100))
    assert cursor.ready and loud(cursor.read(60, 60)) == 60
    assert loud(cursor.read(140, 120)) == 140
    assert cursor.starved == 0


def test_a_short_utterance_needs_no_head_start_when_it_is_whole() -> None:
    stretch = TrackStretch(utterance("Yes."))
    cursor = TrackCursor(TrackPosition(stretch, 0), head_start=150)
    stretch.take(sound(20))
    assert not cursor.ready
    stretch.done = True
    assert loud(cursor.read(60, 0)) == 20


def test_what_was_not_made_in_time_is_counted() -> None:
    stretch = TrackStretch(utterance("one"))
    cursor = TrackCursor(TrackPosition(stretch, 0))
    stretch.take(sound(30))
    assert loud(cursor.read(50, 0)) == 30
    assert cursor.starved == 20


def test_a_frame_of_the_device_is_found_again_in_the_sound() -> None:
    first, second = TrackStretch(utterance("one")), TrackStretch(utterance("two", 1))
    first.take(sound(30))
    second.take(sound(30))
    first.next, first.done = second, True
    cursor = TrackCursor(TrackPosition(first, 0))
    cursor.read(40, 1000)
    assert cursor.heard(999) is None
    assert cursor.heard(1010) == TrackPosition(first, 10)
    assert cursor.heard(1035) == TrackPosition(second, 5)
    assert cursor.heard(5000) == TrackPosition(second, 10)


def test_a_track_wants_the_next_utterance_however_long_the_first_is() -> None:
    track = Track(1, QueuedUtterance(utterance("one")), queued([utterance("two", 1), utterance("three", 2)]))
    first = track.next_stretch()
    assert first
    first.take(sound(10_000))
    assert track.wants_more(100)
    second = track.next_stretch()
    assert second and second.utterance.printed == "two"
    assert not track.wants_more(100)


def test_a_recording_that_would_go_on_fades_where_the_run_is_ended() -> None:
    track = Track(1, QueuedUtterance(utterance("one")), queued([utterance("two")]), edge=10)
    first = track.next_stretch()
    assert first
    first.take(sound(100))
    first.done = True
    track.next_stretch()
    track.end()
    heights = array("h", bytes(first.pcm))[::2]
    assert (heights[89], heights[99]) == (5, 0)


def test_stretches_without_sound_are_passed_over() -> None:
    track = Track(1, QueuedUtterance(utterance("one")), queued([utterance("two", 1), utterance("three", 2)]), 150)
    first = track.next_stretch()
    assert first
    first.done = True
    assert not track.cursor.ready
    second = track.next_stretch()
    assert second
    second.take(sound(100))
    assert not track.cursor.ready
    second.take(sound(100))
    assert track.cursor.ready and loud(track.cursor.read(500, 0)) == 200
    second.done = True
    third = track.next_stretch()
    assert third and track.next_stretch() is None
    end = TrackPosition(second, 200)
    assert not track.is_over(end)
    third.done = True
    assert track.is_over(end)
    assert not track.is_over(TrackPosition(second, 199))


def test_reading_goes_on_from_a_stretch_without_sound_that_was_the_last_made() -> None:
    track = Track(1, QueuedUtterance(utterance("one")), queued([utterance("two", 1), utterance("three", 2)]))
    first, second = track.next_stretch(), track.next_stretch()
    assert first and second
    first.take(sound(30))
    first.done = second.done = True
    assert loud(track.cursor.read(50, 0)) == 30
    third = track.next_stretch()
    assert third
    third.take(sound(30))
    assert loud(track.cursor.read(50, 50)) == 30
