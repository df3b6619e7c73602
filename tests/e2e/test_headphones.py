"""Headphones that go while it reads aloud: it is paused, with two sinks of a real PulseAudio server."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.sound import FakeCast, utterance
from tests.support.sound_server import SoundServer
from tui_reader.casting.voice import Voice
from tui_reader.narration.utterance import queued
from tui_reader.playback.events import Event, Unplugged
from tui_reader.playback.open_device import open_device
from tui_reader.playback.player import Player
from tui_reader.tts.render import SpeechStyle
from tui_reader.tts.tone_engine import ToneEngine

pytestmark = [pytest.mark.e2e, pytest.mark.alone]


class Stage:
    """A player on a server of its own, and what it has told."""

    def __init__(self, folder: Path) -> None:
        self.server = SoundServer(folder)
        os.environ |= self.server.environment
        self.events: list[Event] = []
        self.player = Player([ToneEngine], open_device, FakeCast(Voice("a", "A")), SpeechStyle(), self.events.append)

    def sink(self, name: str, about: str = "") -> str:
        """Another sink; returns the number of its module."""
        given = f"sink_properties={about or f'device.description={name}'}"
        return self.pactl("load-module", "module-null-sink", f"sink_name={name}", given).strip()

    def pactl(self, *words: str) -> str:
        done = subprocess.run(["pactl", *words], check=True, capture_output=True, text=True, timeout=60)
        return done.stdout

    def move(self, sink: str) -> None:
        """Move the sound to a sink."""
        stream = self.pactl("list", "short", "sink-inputs").split()[0]
        self.pactl("move-sink-input", stream, sink)

    def read(self, sink: str) -> None:
        """Begin to read aloud on a sink."""
        self.pactl("set-default-sink", sink)
        self.player.wait_ready()
        self.player.play(queued([utterance("one two three " * 20)] * 30))
        self.wait(lambda: bool(self.events))
        time.sleep(0.3)

    def wait(self, ready: object) -> float:
        """Wait until it is so; returns the seconds that it took."""
        begun = time.monotonic()
        while not ready() and time.monotonic() < begun + 5:  # type: ignore[operator]
            time.sleep(0.005)
        return time.monotonic() - begun

    @property
    def told(self) -> list[str]:
        return [event.line for event in self.events if isinstance(event, Unplugged)]


@pytest.fixture
def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    monkeypatch.setenv("PULSE_SERVER", "")
    stage = Stage(tmp_path)
    yield stage
    stage.player.close()
    stage.server.close()


@pytest.mark.parametrize("words", [("Box", "device.form_factor=headset"), ("Headphones",), ("Earbuds",)])
def test_sound_that_is_moved_away_from_headphones_is_paused(stage: Stage, words: tuple[str, ...]) -> None:
    stage.sink(*words)
    stage.read(words[0])
    assert stage.player.playing
    stage.move("null")
    seconds = stage.wait(lambda: stage.player.paused)
    assert stage.player.paused and seconds < 0.5
    stage.wait(lambda: stage.told)
    assert stage.told == ["The headphones are no longer in use. Reading has stopped."]
    stage.player.resume()
    time.sleep(0.5)
    assert stage.player.playing and len(stage.told) == 1


def test_a_device_that_is_unplugged_pauses_whatever_it_is(stage: Stage) -> None:
    module = stage.sink("Box")
    stage.read("Box")
    stage.pactl("unload-module", module)
    seconds = stage.wait(lambda: stage.player.paused)
    assert stage.player.paused and seconds < 0.5
    stage.wait(lambda: stage.told)
    assert stage.told == ["The sound device Box has gone. Reading has stopped."]


def test_sound_that_is_moved_otherwise_goes_on(stage: Stage) -> None:
    stage.sink("Headphones")
    stage.read("null")
    stage.move("Headphones")
    time.sleep(0.3)
    stage.pactl("set-sink-volume", "Headphones", "50%")
    stage.sink("Headset")
    stage.move("Headset")
    time.sleep(0.3)
    assert stage.player.playing and not stage.told


def test_watching_costs_nothing_and_ends_with_the_device(stage: Stage) -> None:
    stage.read("null")
    assert any(thread.name == "headphones" for thread in threading.enumerate())
    stage.player.pause()
    time.sleep(0.5)
    before = time.process_time()
    time.sleep(1)
    assert time.process_time() - before < 0.05
    stage.player.close()
    stage.wait(lambda: all(thread.name != "headphones" for thread in threading.enumerate()))
    assert all(thread.name != "headphones" for thread in threading.enumerate())


def test_a_server_that_goes_takes_nothing_with_it(stage: Stage) -> None:
    stage.read("null")
    stage.server.kill()
    stage.wait(lambda: all(thread.name != "headphones" for thread in threading.enumerate()))
    assert stage.player.playing and not stage.told
