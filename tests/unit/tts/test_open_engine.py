"""Engines by name: which there are, which is the default, and what is imported."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tui_reader.errors import EngineError, UsageError
from tui_reader.tts.open_engine import ENGINES, LIVE, default_engine, open_engine, open_live_engine


@pytest.mark.parametrize("name", sorted(ENGINES.keys() - {*LIVE, "piper", "natural"}))  # these have tests of their own
def test_an_engine_is_opened_by_its_name(name: str) -> None:
    engine = open_engine(name)
    assert engine.name == name
    assert engine.sample_rate == 22050
    engine.close()


def test_an_unknown_engine_is_a_line_that_lists_those_there_are() -> None:
    with pytest.raises(
        UsageError, match=r"There is no engine 'flite'; there are espeak, pyttsx3, speech-disp.* quiet\."
    ):
        open_engine("flite")


@pytest.mark.parametrize(
    ("platform", "name"), [("linux", "espeak"), ("freebsd14", "espeak"), ("win32", "pyttsx3"), ("darwin", "pyttsx3")]
)
def test_each_system_has_its_default(monkeypatch: pytest.MonkeyPatch, platform: str, name: str) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert default_engine() == name


def test_human_voices_are_the_default_of_every_system_where_they_are_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui_reader.tts.open_engine.natural_is_installed", lambda: True)
    for platform in ("linux", "win32", "darwin"):
        monkeypatch.setattr(sys, "platform", platform)
        assert default_engine() == "natural"
        assert default_engine(live=True) == ("speech-dispatcher" if platform == "linux" else "natural")


def test_naming_the_engines_loads_none_of_them() -> None:
    program = "import tui_reader.tts.open_engine, sys; print([m for m in sys.modules if m in ('ctypes', 'subprocess')])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@pytest.mark.parametrize(("platform", "engine"), [("linux", "screenreader"), ("win32", "speech-dispatcher")])
def test_a_live_engine_is_for_some_systems(monkeypatch: pytest.MonkeyPatch, platform: str, engine: str) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    with pytest.raises(EngineError, match="Linux"):
        open_live_engine(engine, lambda report: None)
