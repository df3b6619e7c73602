"""Which engine a player gets, which it falls back on, and what is posted meanwhile."""

from __future__ import annotations

import os
import threading
import wave
from functools import partial
from pathlib import Path
from queue import Empty, SimpleQueue

import pytest

from tests.support.recordings import read_vtt
from tests.support.sound import FakeCast, until, utterance
from tui_reader.errors import EngineError
from tui_reader.narration.utterance import queued
from tui_reader.playback import open_device
from tui_reader.playback.events import Began, Event, Finished, Trouble, WordHeard
from tui_reader.playback.player import Player
from tui_reader.playback.recording.recording import Recording
from tui_reader.playback.silent_device import SilentDevice
from tui_reader.playback.wav_header import ENDLESS, HEADER_BYTES, wav_header
from tui_reader.settings import Settings
from tui_reader.startup.player_factory import PlayerFactory, make_player
from tui_reader.startup.reading_options import SoundStream
from tui_reader.tts import espeak_engine, open_engine
from tui_reader.tts.engine import SAMPLE_RATE
from tui_reader.tts.natural.natural_engine import NaturalEngine
from tui_reader.tts.open_engine import ENGINES, LIVE
from tui_reader.tts.piper_engine import PiperEngine
from tui_reader.tts.render import SpeechStyle


def events_of(settings: Settings, words: str) -> list[Event]:
    """What a player of a session posts while it says some words without a device."""
    inbox: SimpleQueue[Event] = SimpleQueue()
    player = make_player(settings, False, FakeCast(), SpeechStyle(speed=4.0), inbox.put)
    events: list[Event] = []
    try:
        player.play(queued([utterance(words)]))
        while not events or not isinstance(events[-1], Finished):
            try:
                events.append(inbox.get(timeout=60))
            except Empty:
                raise AssertionError(f"no end came after {events}") from None
    finally:
        player.close()
    return events


def short_recording(folder: Path) -> Recording:
    """A recording of half a second at 8000 Hz, and its transcript."""
    document = read_vtt(folder, "0 0.2 <v Ann>Yes.", "0.2 0.3 <v Ben>No.")
    with wave.open(str(folder / "talk.wav"), "wb") as sound:
        sound.setparams((1, 2, 8000, 0, "NONE", ""))
        sound.writeframes(bytes(8000))
    return Recording(folder / "talk.wav", document)


def test_where_no_engine_can_be_opened_it_reads_on_quietly(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise EngineError("espeak-ng is not there.")

    monkeypatch.setattr(espeak_engine, "EspeakEngine", fail)
    events = events_of(Settings(engine="espeak"), "Good morning to you.")
    assert events[0] == Trouble("espeak-ng is not there.")
    assert [type(event) for event in events[1:]] == [Began, *[WordHeard] * 4, Finished]


def test_an_engine_that_is_set_comes_before_espeak(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str | None] = []
    really = open_engine.open_engine

    def note(name: str | None = None) -> object:
        asked.append(name)
        return really(name)

    monkeypatch.setattr(open_engine, "open_engine", note)
    events_of(Settings(engine="quiet"), "Yes.")
    assert asked == ["quiet"]


def test_without_sound_no_device_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> SilentDevice:
        raise AssertionError("a device was opened")

    monkeypatch.setattr(open_device, "open_device", refuse)
    assert not any(isinstance(event, Trouble) for event in events_of(Settings(engine="quiet"), "Yes."))


def test_a_stream_begins_before_there_are_voices_and_an_engine() -> None:
    seen, descriptor = os.pipe()
    factory = PlayerFactory(Settings(engine="tone"), True, lambda event: None, SoundStream(descriptor, "wav"))
    factory.begin_stream()
    player = None
    try:
        assert os.read(seen, 2 * HEADER_BYTES) == wav_header(SAMPLE_RATE, ENDLESS)
        player = factory(FakeCast(), SpeechStyle(speed=4.0))
        player.play(queued([utterance("Yes.")]))
        assert os.read(seen, HEADER_BYTES) != wav_header(SAMPLE_RATE, ENDLESS)
    finally:
        if player:
            player.close()
        os.close(seen)
        os.close(descriptor)


def test_a_stream_that_no_player_took_over_ends_with_the_session() -> None:
    seen, descriptor = os.pipe()
    factory = PlayerFactory(Settings(engine="tone"), True, lambda event: None, SoundStream(descriptor, "wav"))
    factory.begin_stream()
    begun = [thread for thread in threading.enumerate() if thread.name == "stream"]
    factory.close()
    factory.close()
    os.close(seen)
    os.close(descriptor)
    assert begun and not any(thread.is_alive() for thread in begun)


def test_the_stream_of_a_recording_begins_with_its_sample_rate(tmp_path: Path) -> None:
    seen, descriptor = os.pipe()
    factory = PlayerFactory(Settings(engine="tone"), True, lambda event: None, SoundStream(descriptor, "wav"))
    factory.recording = partial(short_recording, tmp_path)
    factory.begin_stream()
    player = factory(FakeCast(), SpeechStyle())
    try:
        assert os.read(seen, 2 * HEADER_BYTES) == wav_header(8000, ENDLESS)
    finally:
        player.close()
        os.close(seen)
        os.close(descriptor)


@pytest.mark.parametrize("name", [name for name in ENGINES if name not in (*LIVE, "piper", "natural")])
def test_every_engine_has_the_rate_of_the_header(name: str) -> None:
    engine = open_engine.open_engine(name)
    engine.close()
    assert engine.sample_rate == SAMPLE_RATE == NaturalEngine.sample_rate == PiperEngine.sample_rate


def test_a_recording_is_played_by_the_program_where_a_live_engine_is_set(tmp_path: Path) -> None:
    lines: list[Event] = []
    factory = PlayerFactory(Settings(engine=LIVE[0]), True, lines.append)
    factory.recording = partial(short_recording, tmp_path)
    player = factory(FakeCast(), SpeechStyle())
    try:
        assert isinstance(player, Player)
        until(lambda: Trouble("With the recording talk.wav, 0 s.") in lines)
    finally:
        player.close()
