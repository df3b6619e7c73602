"""Playing by an engine that speaks by itself: what is posted for its reports, where it pauses, goes on and fails."""

from __future__ import annotations

import sys
import time

import pytest

from tests.support.live_stage import LiveStage, turn
from tests.support.sound import until, utterance
from tui_reader.narration.utterance import Delivery, Utterance, queued
from tui_reader.playback.events import Began, Finished, Lost, Silenced, WordHeard

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="sockets of files are not for Windows")


def test_words_and_utterances_are_told_as_they_are_reached(stage: LiveStage) -> None:
    one, two = turn("Good morning.", 0), turn("Yes.", 0, number=1)
    serial = stage.play(one, two)
    stage.server.begin(1)
    stage.server.mark(1, 5)
    stage.server.mark(1, 14)
    stage.server.end(1)
    found = [stage.events.get(timeout=60) for _ in range(5)]
    assert found == [
        Began(serial, one), WordHeard(serial, one, 5, 13), Began(serial, two), WordHeard(serial, two, 0, 4),
        Finished(serial),
    ]  # fmt: skip


def test_a_server_that_tells_no_words_tells_all_utterances_by_the_end(stage: LiveStage) -> None:
    one, two = turn("Good morning.", 0), turn("Yes.", 0, number=1)
    serial = stage.play(one, two)
    stage.server.begin(1)
    stage.server.end(1)
    told = [stage.events.get(timeout=60) for _ in range(3)]
    assert told == [Began(serial, one), Began(serial, two), Finished(serial)]


def test_the_page_turns_at_the_end_and_not_when_something_else_cuts_it_off(stage: LiveStage) -> None:
    one, two = turn("Good morning.", 0), turn("Yes.", 1)
    serial = stage.play(one, two)
    stage.server.begin(1)
    stage.server.mark(1, 5)
    stage.server.silence(1)
    assert stage.posted(Silenced) == Silenced(serial)
    assert stage.player.paused and not stage.player.playing
    assert stage.player.heard() == (one, 5, 13)
    assert len(stage.server.messages) == 1
    stage.player.resume()
    assert stage.asked(2) == '<speak><mark name="0"/>morning.</speak>'
    stage.server.begin(2)
    stage.server.end(2)
    assert ">Yes." in stage.asked(3)


def play_up_to(stage: LiveStage, mark: int, *utterances: Utterance) -> None:
    """Play these until the word at a mark of the first message is heard."""
    stage.play(*utterances)
    stage.server.begin(1)
    stage.server.mark(1, mark)
    assert stage.posted(WordHeard)


def test_it_goes_on_at_the_word_where_it_was_paused(stage: LiveStage) -> None:
    one, two = turn("Good morning to all.", 0), turn("Yes.", 1)
    play_up_to(stage, 13, one, two)
    stage.player.pause()
    until(lambda: stage.server.cancels)
    assert stage.player.heard() == (one, 13, 15)
    stage.player.pause()
    stage.player.resume()
    assert stage.asked(2) == '<speak><mark name="0"/>to <mark name="3"/>all.</speak>'
    stage.player.pause()
    stage.player.resume()
    assert stage.asked(3) == stage.asked(2)
    stage.server.begin(3)
    stage.server.end(3)
    assert ">Yes." in stage.asked(4)


def test_to_stop_is_to_cancel_and_what_is_told_late_is_dropped(stage: LiveStage) -> None:
    stage.play(turn("One.", 0), turn("Two.", 1))
    stage.player.stop()
    until(lambda: stage.server.cancels)
    serial = stage.play(turn("Three.", 2))
    stage.server.begin(1)
    stage.server.end(1)
    stage.server.begin(2)
    event = stage.posted(Began, Finished)
    assert event == Began(serial, turn("Three.", 2))
    assert len(stage.server.messages) == 2


def test_another_run_cuts_off_the_one_before(stage: LiveStage) -> None:
    stage.play(turn("One.", 0))
    stage.play(turn("Two.", 1))
    assert len(stage.server.cancels) == 1


def test_a_turn_left_to_the_person_is_silence_that_can_be_paused(stage: LiveStage) -> None:
    own = utterance("Yes?", 0)._replace(delivery=Delivery.LEFT)
    serial = stage.player.play(queued([own, utterance("Now I speak.", 1)]))
    assert stage.posted(Began) == Began(serial, own)
    stage.player.pause()
    time.sleep(0.4)  # longer than it takes
    assert stage.server.messages == []
    stage.player.resume()
    assert "I <mark" in stage.asked(1)


def test_a_whisper_is_quieter(stage: LiveStage) -> None:
    stage.play(utterance("I think", -1)._replace(delivery=Delivery.WHISPERED))
    assert stage.set(1)["VOLUME"] == "-75"


def test_the_last_utterance_is_the_one_being_heard_when_it_is_to_end(stage: LiveStage) -> None:
    one, two = turn("Good morning.", 0), turn("Yes.", 0, number=1)
    stage.play(one, two)
    stage.server.begin(1)
    stage.server.mark(1, 5)
    assert stage.posted(WordHeard)
    stage.player.end()
    stage.server.mark(1, 14)
    assert isinstance(stage.posted(Began, Finished), Finished)
    assert stage.server.cancels


def test_a_server_that_dies_is_one_line_and_what_is_left_begins_at_the_word(stage: LiveStage) -> None:
    one, two = turn("Good morning.", 0), turn("Yes.", 1)
    play_up_to(stage, 5, one, two)
    stage.server.close()
    event = stage.posted(Lost)
    assert isinstance(event, Lost) and "\n" not in event.line and "speech-dispatcher" in event.line
    left = event.left()
    assert left is not None and [(part.utterance, part.start) for part in left] == [(one, 5), (two, 0)]


def test_what_is_played_after_the_server_died_is_still_to_be_said(stage: LiveStage) -> None:
    stage.server.close()
    event = stage.posted(Lost)
    assert isinstance(event, Lost) and event.left() is None
    stage.player.play(queued([turn("One.", 0)]))
    left = event.left()
    assert left is not None and [part.utterance.printed for part in left] == ["One."]


def test_an_engine_that_says_nothing_is_given_up(stage: LiveStage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui_reader.playback.live_player.SILENCE", 0.05)
    stage.play(turn("One.", 0))
    given_up(stage)


def given_up(stage: LiveStage) -> None:
    event = stage.posted(Lost)
    assert isinstance(event, Lost) and event.line.startswith("speech-dispatcher does not respond. ")


def test_what_a_screen_reader_says_first_is_waited_for(stage: LiveStage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui_reader.playback.live_player.SILENCE", 0.0)
    monkeypatch.setattr(stage.player, "_others_speak", lambda: "Orca is running")
    serial = stage.play(turn("One.", 0), turn("Two.", 1))
    time.sleep(0.05)
    stage.server.begin(1)
    assert stage.posted(Began, Lost) == Began(serial, turn("One.", 0))
    stage.server.end(1)
    given_up(stage)


def test_an_engine_that_hangs_within_a_word_is_given_up(stage: LiveStage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui_reader.playback.live_player.SILENCE", 0.1)
    stage.play(turn("One two. " + "Then all of the others came. " * 100, 0))
    stage.server.begin(1)
    stage.server.mark(1, 4)
    assert stage.posted(WordHeard)
    given_up(stage)


def test_an_engine_that_reports_no_words_has_the_time_of_all_of_them(
    stage: LiveStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui_reader.playback.live_player.SLACK", 0.1)
    words = "A line of words. "
    serial = stage.play(turn(words, 0))
    stage.server.begin(1)
    assert stage.posted(Began)
    time.sleep(0.3)
    stage.server.end(1)
    assert stage.posted(Finished, Lost) == Finished(serial)
