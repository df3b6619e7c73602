"""Giving somebody the next voice: each in turn, and none that cannot read the document."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tui_reader.casting import load_voices
from tui_reader.reading import Reading


@pytest.mark.parametrize("step", [1, -1])
def test_a_voice_of_another_language_is_left_out(reading: Reading, monkeypatch: pytest.MonkeyPatch, step: int) -> None:
    voices = dict(load_voices(Path("none")))
    voices = {"de": replace(voices["aes"], id="de", language="de-DE", people=()), **voices}
    monkeypatch.setattr(reading.voices, "available", voices)
    person = reading.document.people[0].id
    given = []
    for _ in voices:
        reading.voices.assign_next(person, step)
        given.append(reading.voices.cast.voice(person).id)
    others = {reading.voices.cast.voice(one.id).id for one in reading.document.people[1:]} | {"narrator"}
    assert set(given) == voices.keys() - others - {"de"}
