"""The player with an engine known to the sample and a device driven by hand."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

import pytest

from tests.support.sound import FakeCast, HandDevice, PlainEngine, until, utterance
from tui_reader.casting.voice import Voice
from tui_reader.errors import DeviceError, EngineError
from tui_reader.narration.pause import Pause
from tui_reader.narration.utterance import QueuedUtterance, queued
from tui_reader.playback.device import Device
from tui_reader.playback.events import Began, Event, Finished, PlayerState, Trouble, Unplugged, WordHeard
from tui_reader.playback.player import AHEAD, Player
from tui_reader.playback.silent_device import SilentDevice
from tui_reader.tts.engine import Engine, Take
from tui_reader.tts.render import SpeechStyle


class PlayerStage:
    """A player with its engine, device and what it posted."""

    def __init__(self, engine: PlainEngine | None = None, latency: int = 0, spare: PlainEngine | None = None) -> None:
        self.engine = engine or PlainEngine()
        self.device = HandDevice(latency)
        self.events: list[Event] = []
        engines = [lambda: self.engine] + ([lambda: spare] if spare else [])
        self.player = Player(
            engines,
            lambda rate: (self.device, None),
            FakeCast(),
            SpeechStyle(1.0, stereo=False, pauses={Pause.CHANGE: 50, Pause.ANSWER: 20}),
            self.events.append,
        )
        assert self.player.wait_ready()

    def play(self, *texts: str, start: int = 0) -> int:
        serial = self.player.play(queued([utterance(text, n) for n, text in enumerate(texts)], start))
        until(lambda: self.device.running)
        track = self.player._track
        until(lambda: not track or not track.wants_more(AHEAD * 1000))
        return serial

    def said(self, kind: type[Event]) -> list[Event]:
        return [event for event in self.events if isinstance(event, kind)]


@pytest.fixture
def stage() -> Iterator[PlayerStage]:
    stage = PlayerStage()
    yield stage
    stage.player.close()


def runs(loud: str) -> list[tuple[str, int]]:
    return [(sign, len(list(group))) for sign, group in groupby(loud)]


def test_between_two_utterances_is_the_chosen_pause_and_nothing_else(stage: PlayerStage) -> None:
    stage.play("one two", "three")
    for _ in range(25):
        stage.device.turn(20)
    assert runs(stage.device.loud)[:3] == [("#", 200), (".", 39), ("#", 100)]  # of 50, after 7 characters
    assert stage.player.starved == 0


def test_silence_that_the_engine_puts_around_its_words_is_cut_off() -> None:
    stage = PlayerStage(PlainEngine(lead=300, tail=500))
    stage.play("one", "two")
    stage.device.turn(400)
    stage.player.close()
    (first, sound), (pause, silent), (again, more), *_ = runs(stage.device.loud)
    # The edges that are kept are silent themselves here: 4 frames on each side.
    assert (first, pause, again) == (".", "#", ".")
    assert (sound, silent, more) == (4, 100, 4 + 38 + 4)


def test_headphones_that_go_pause_it_and_are_told_once(stage: PlayerStage) -> None:
    stage.play("one two three")
    stage.device.turn(50)
    stage.device.unplugged = "The headphones are no longer in use."
    until(lambda: stage.said(Unplugged))
    assert stage.player.state is PlayerState.PAUSED
    assert stage.said(Unplugged) == [Unplugged("The headphones are no longer in use. Reading has stopped.")]
    stage.player.resume()
    until(lambda: stage.device.running)
    stage.device.turn(50)
    assert stage.player.playing and len(stage.said(Unplugged)) == 1


def test_pausing_and_going_on_loses_and_repeats_nothing() -> None:
    stage = PlayerStage(latency=30)
    stage.play("one two three")
    for _ in range(8):
        stage.device.turn(20)
    stage.player.pause()
    assert stage.player.state is PlayerState.PAUSED
    for _ in range(10):
        stage.device.turn(20)
    until(lambda: not stage.device.running)
    stage.player.resume()
    until(lambda: stage.device.running)
    assert stage.player.playing
    for _ in range(20):
        stage.device.turn(20)
    stage.player.close()
    (_, first), (pause, _), (_, rest), *_ = runs(stage.device.loud)
    # 4 frames fade away, and come again out of silence, of which the first is nothing.
    assert (first, pause, rest) == (160 + 4, ".", 300 - 160 - 1)


def test_each_word_is_told_once_and_in_order(stage: PlayerStage) -> None:
    stage.play("one two three")
    for _ in range(30):
        stage.device.turn(10)
        until(lambda: len(stage.said(WordHeard)) >= min(3, 1 + (stage.device.delivered - 1) // 100))
    words = [event.utterance.printed[event.start : event.end] for event in stage.said(WordHeard)]  # type: ignore[union-attr]
    assert words == ["one", "two", "three"]


def test_the_end_is_told_and_the_device_stopped(stage: PlayerStage) -> None:
    serial = stage.play("one")
    stage.device.turn(100)
    stage.device.turn(60)
    until(lambda: stage.said(Finished))
    assert stage.said(Finished) == [Finished(serial)]
    assert stage.player.state is PlayerState.STOPPED
    for _ in range(5):
        stage.device.turn(20)
    until(lambda: not stage.device.running)


def test_another_play_drops_what_played_before(stage: PlayerStage) -> None:
    stage.play("one two three four")
    stage.device.turn(50)
    serial = stage.play("five")
    stage.device.turn(200)
    until(lambda: stage.said(Finished))
    assert runs(stage.device.loud) == [("#", 150), (".", 100)]  # the old sound fades under the new
    assert [event.serial for event in stage.said(Finished)] == [serial]  # type: ignore[union-attr]


def test_playing_from_inside_a_sentence_begins_at_that_word(stage: PlayerStage) -> None:
    stage.play("one two three", start=4)
    stage.device.turn(60)
    until(lambda: stage.said(WordHeard))
    first = stage.said(WordHeard)[0]
    assert isinstance(first, WordHeard)
    assert first.utterance.printed[first.start : first.end] == "two"
    assert stage.engine.asked[0][0] == "two three"


def test_the_next_utterance_is_made_before_the_last_ends_and_no_whole_book(stage: PlayerStage) -> None:
    stage.play(*["word"] * 5000)
    made = len(stage.engine.asked)
    assert 2 <= made <= AHEAD * 1000 / 100
    stage.device.turn(4000)
    until(lambda: len(stage.engine.asked) > made)


def test_a_long_utterance_does_not_keep_the_next_from_being_made(stage: PlayerStage) -> None:
    stage.play("word " * 200, "next")
    assert len(stage.engine.asked) == 2


def test_muted_keeps_the_pace_and_the_words(stage: PlayerStage) -> None:
    stage.player.muted = True
    stage.play("one two")
    stage.device.turn(150)
    until(lambda: stage.said(WordHeard))
    assert set(stage.device.loud) == {"."}


def test_an_engine_that_fails_hands_over_to_the_next_at_the_same_utterance() -> None:
    spare = PlainEngine()
    stage = PlayerStage(PlainEngine(fails=True), spare=spare)
    stage.play("one", "two")
    stage.device.turn(300)
    until(lambda: stage.said(Finished))
    stage.player.close()
    assert [text for text, _ in spare.asked] == ["one", "two"]
    assert [str(event.line) for event in stage.said(Trouble)] == [  # type: ignore[union-attr]
        "The plain engine was told to fail. Going on with plain."
    ]
    assert stage.engine.closed


def test_an_engine_that_dies_in_a_sentence_is_followed_by_the_next_at_its_last_word() -> None:
    class Dying(PlainEngine):
        def synthesise(self, text: str, voice: Voice, speed: float, take: Take) -> None:
            super().synthesise(" ".join(text.split()[:2]), voice, speed, take)
            raise EngineError("The engine died.")

    spare = PlainEngine()
    stage = PlayerStage(Dying(), spare=spare)
    stage.play("one two three four")
    for _ in range(30):
        stage.device.turn(20)
    until(lambda: stage.said(Finished))
    stage.player.close()
    assert [text for text, _ in spare.asked] == ["two three four"]
    assert sum(count for sign, count in runs(stage.device.loud) if sign == "#") == 200 - 1 + 300  # faded at the seam
    words = [event.utterance.printed[event.start : event.end] for event in stage.said(WordHeard)]  # type: ignore[union-attr]
    assert words[-1] == "four"


def test_without_any_engine_a_line_says_so_and_nothing_hangs() -> None:
    stage = PlayerStage(PlainEngine(fails=True))
    stage.player.play(queued([utterance("one")]))
    until(lambda: stage.said(Trouble))
    until(lambda: stage.player.state is PlayerState.STOPPED)
    stage.player.close()
    assert "Reading aloud has ended." in stage.said(Trouble)[0].line  # type: ignore[union-attr]


def test_an_error_of_the_program_is_told_and_nothing_hangs() -> None:
    class Broken(PlainEngine):
        def synthesise(self, text: str, voice: Voice, speed: float, take: Take) -> None:
            raise IndexError("array index out of range")

    stage = PlayerStage(Broken())
    stage.player.play(queued([utterance("one")]))
    until(lambda: stage.said(Trouble))
    until(lambda: stage.player.state is PlayerState.STOPPED)
    stage.player.close()
    assert "IndexError('array index out of range')" in stage.said(Trouble)[0].line  # type: ignore[union-attr]


def test_an_engine_that_cannot_be_opened_is_passed_over() -> None:
    def broken() -> Engine:
        raise EngineError("No such engine here.")

    events: list[Event] = []
    spare, device = PlainEngine(), HandDevice()
    player = Player([broken, lambda: spare], lambda rate: (device, None), FakeCast(), SpeechStyle(), events.append)
    assert player.wait_ready()
    assert player.engine_name == "plain"
    assert events == [Trouble("No such engine here.")]
    player.close()
    assert device.closed and spare.closed


def test_a_device_that_does_not_start_gives_way_to_silence_at_the_pace_of_speech() -> None:
    class Deaf(HandDevice):
        def start(self, pull: object) -> None:
            raise DeviceError("The device is gone.")

    events: list[Event] = []
    player = Player([PlainEngine], lambda rate: (Deaf(), None), FakeCast(), SpeechStyle(), events.append)
    assert player.wait_ready()
    player.play(queued([utterance("one")]))
    until(lambda: any(isinstance(event, Finished) for event in events))
    player.close()
    assert isinstance(events[0], Trouble) and events[0].line.startswith("The device is gone.")
    assert player.device_name == "none"


def test_without_a_device_the_silent_one_reads_on_and_a_line_says_so() -> None:
    def no_device(rate: int) -> tuple[Device, str | None]:
        return SilentDevice(rate), "No sound device."

    events: list[Event] = []
    player = Player([PlainEngine], no_device, FakeCast(), SpeechStyle(), events.append)
    player.play(queued([utterance("one two")]))
    until(lambda: any(isinstance(event, Finished) for event in events))
    player.close()
    kinds = [type(event) for event in events]
    assert kinds[0] is Trouble and Began in kinds and WordHeard in kinds and kinds[-1] is Finished


def test_nothing_to_play_is_finished_at_once(stage: PlayerStage) -> None:
    nothing: Iterator[QueuedUtterance] = iter(())
    serial = stage.player.play(nothing)
    assert stage.said(Finished) == [Finished(serial)]
    assert stage.player.state is PlayerState.STOPPED


def test_pausing_before_anything_is_heard_goes_on_from_the_start(stage: PlayerStage) -> None:
    stage.player.play(queued([utterance("one")]))
    stage.player.pause()
    stage.player.resume()
    until(lambda: stage.device.running)
    stage.device.turn(150)
    assert runs(stage.device.loud) == [("#", 100), (".", 50)]


def test_pressing_play_and_pause_a_hundred_times_leaves_no_thread_hanging(stage: PlayerStage) -> None:
    for turn in range(100):
        stage.player.play(queued([utterance("one two three")]))
        (stage.player.pause, stage.player.stop, stage.player.resume)[turn % 3]()
    stage.player.close()
    assert not any(thread.is_alive() for thread in stage.player._threads)
