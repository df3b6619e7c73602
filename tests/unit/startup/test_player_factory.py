"""Which engine a player gets, which it falls back on, and what is posted meanwhile."""

from __future__ import annotations

from queue import Empty, SimpleQueue

import pytest

from tests.support.sound import FakeCast, utterance
from tui_reader.errors import EngineError
from tui_reader.narration.utterance import queued
from tui_reader.playback import open_device
from tui_reader.playback.events import Began, Event, Finished, Trouble, WordHeard
from tui_reader.playback.silent_device import SilentDevice
from tui_reader.settings import Settings
from tui_reader.startup.player_factory import make_player
from tui_reader.tts import espeak_engine, open_engine
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
                events.append(inbox.get(timeout=10))
            except Empty:
                raise AssertionError(f"no end came after {events}") from None
    finally:
        player.close()
    return events


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
