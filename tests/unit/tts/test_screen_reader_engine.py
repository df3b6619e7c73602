"""Speech by a screen reader through prismatoid: whatever of it is missing, and what is asked of it."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from queue import SimpleQueue
from types import SimpleNamespace
from typing import Any

import pytest

from tui_reader.casting.voice import EspeakSettings, Voice
from tui_reader.errors import EngineError
from tui_reader.tts.engine import SpeechProgress, SpeechReport
from tui_reader.tts.open_engine import open_live_engine
from tui_reader.tts.screen_reader_engine import ScreenReaderEngine

ANNE = Voice("anne", "Anne", espeak=EspeakSettings("en-us+f2", pitch=70))
BEN = Voice("ben", "Ben", espeak=EspeakSettings("en-gb+m3", pitch=30))
FEATURES = (
    "supports_is_speaking", "supports_stop", "supports_set_pitch", "supports_set_voice", "supports_count_voices",
    "supports_get_voice_language",
)  # fmt: skip


class PrismError(Exception):
    """As prismatoid has it."""


class Backend:
    """A screen reader that can do what `features` names."""

    def __init__(self, *features: str) -> None:
        self.features = SimpleNamespace(**{name: name in features for name in FEATURES})
        self.said: list[tuple[str, int | None, float | None]] = []
        self.stops = 0
        self.voice: int | None = None
        self.pitch: float | None = None
        self.voices = ("de-DE", "en-US", "en-GB")
        self.fails = False
        self.speaking = False

    voices_count = 3

    def get_voice_language(self, number: int) -> str:
        return self.voices[number]

    def speak(self, text: str, interrupt: bool) -> None:
        assert not interrupt
        if self.fails:
            raise PrismError("gone")
        self.said.append((text, self.voice, self.pitch))

    def stop(self) -> None:
        self.stops += 1


class PrismStage:
    """An engine on a backend, and what it tells."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, backend: Backend) -> None:
        context = SimpleNamespace(create_best=lambda: backend)
        module: Any = SimpleNamespace(Context=lambda: context, PrismError=PrismError)
        monkeypatch.setitem(sys.modules, "prism", module)
        self.told: SimpleQueue[SpeechReport] = SimpleQueue()
        self.engine = ScreenReaderEngine(self.told.put)

    def next(self) -> SpeechReport:
        return self.told.get(timeout=60)


@pytest.fixture
def all_of_it(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[PrismStage, Backend]]:
    backend = Backend(*FEATURES)
    stage = PrismStage(monkeypatch, backend)
    yield stage, backend
    stage.engine.close()


def test_without_prismatoid_one_line_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "prism", None)
    monkeypatch.setattr(sys, "platform", "win32")
    with pytest.raises(EngineError, match=r"prismatoid is not installed: pip install 'tui-reader\[screenreader\]'\."):
        open_live_engine("screenreader", lambda told: None)


def test_a_library_that_cannot_be_loaded_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(name: str) -> None:
        raise OSError("libglib is missing")

    monkeypatch.setattr(importlib, "import_module", fail)
    with pytest.raises(EngineError, match=r"prismatoid cannot be loaded .libglib is missing"):
        ScreenReaderEngine(lambda told: None)


@pytest.mark.parametrize("error", [ValueError("Invalid or unsupported backend"), PrismError("no"), RuntimeError("no")])
def test_no_screen_reader_is_one_line(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def fail() -> None:
        raise error

    module: Any = SimpleNamespace(Context=lambda: SimpleNamespace(create_best=fail), PrismError=PrismError)
    monkeypatch.setitem(sys.modules, "prism", module)
    with pytest.raises(EngineError, match="No screen reader answers"):
        ScreenReaderEngine(lambda told: None)


def test_each_speaker_has_a_voice_of_the_language(all_of_it: tuple[PrismStage, Backend]) -> None:
    stage, backend = all_of_it
    for voice in (ANNE, BEN, ANNE):
        stage.engine.say("Yes.", [0], voice, 1.0, 1.0)
    assert backend.said == [("Yes.", 1, 0.7), ("Yes.", 2, 0.3), ("Yes.", 1, 0.7)]


def test_it_has_ended_when_it_says_so(all_of_it: tuple[PrismStage, Backend], monkeypatch: pytest.MonkeyPatch) -> None:
    stage, backend = all_of_it
    backend.speaking = True
    number = stage.engine.say("Yes.", [0], ANNE, 1.0, 1.0)
    assert stage.next() == SpeechReport(SpeechProgress.BEGUN, number)
    backend.speaking = False
    assert stage.next() == SpeechReport(SpeechProgress.ENDED, number)


def test_one_that_cannot_say_so_has_ended_after_the_time_of_the_words(monkeypatch: pytest.MonkeyPatch) -> None:
    backend = Backend("supports_stop")
    stage = PrismStage(monkeypatch, backend)
    number = stage.engine.say("Yes.", [0], ANNE, 4.0, 1.0)
    assert [stage.next().progress for _ in range(2)] == [SpeechProgress.BEGUN, SpeechProgress.ENDED]
    assert backend.said == [("Yes.", None, None)] and number == 1
    stage.engine.close()


def test_its_own_pace_is_awaited_whatever_the_speed(all_of_it: tuple[PrismStage, Backend]) -> None:
    engine = all_of_it[0].engine
    assert engine.pace(4) == engine.pace(1)


def test_to_cancel_is_to_stop_and_nothing_has_ended(all_of_it: tuple[PrismStage, Backend]) -> None:
    stage, backend = all_of_it
    backend.speaking = True
    number = stage.engine.say("A long story.", [0], ANNE, 1.0, 1.0)
    stage.engine.cancel()
    assert [stage.next(), stage.next()] == [
        SpeechReport(SpeechProgress.BEGUN, number),
        SpeechReport(SpeechProgress.SILENCED, number),
    ]
    assert backend.stops == 1


def test_one_that_fails_is_one_line(all_of_it: tuple[PrismStage, Backend]) -> None:
    stage, backend = all_of_it
    backend.fails = True
    with pytest.raises(EngineError, match=r"The screen reader does not speak \(gone\)\."):
        stage.engine.say("Yes.", [0], ANNE, 1.0, 1.0)


def test_without_sound_it_says_nothing_and_goes_on(all_of_it: tuple[PrismStage, Backend]) -> None:
    stage, backend = all_of_it
    stage.engine.say("Yes.", [0], ANNE, 4.0, 0.0)
    assert [stage.next().progress for _ in range(2)] == [SpeechProgress.BEGUN, SpeechProgress.ENDED]
    assert backend.said == []
