"""What the rooms of speech know of each other: a protocol or a value, and nothing behind it."""

from __future__ import annotations

import pytest

from tests.unit.test_imports import SOURCES, imports, room


@pytest.mark.parametrize(
    ("knower", "known", "modules"),
    [
        ("tts", "narration", {"parentheses", "pause", "utterance"}),
        ("tts", "casting", {"voice", "first_names", "person_words", "word_evidence"}),
        ("playback", "narration", {"utterance"}),
        ("playback", "casting", {"voice"}),
        ("playback", "tts", {"earcon_sounds", "engine", "render", "samples", "word_marks"}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_room_of_speech_knows_little_of_another(knower: str, known: str, modules: set[str]) -> None:
    start = f"tui_reader.{known}."
    found = {
        name.removeprefix(start)
        for path in SOURCES
        if room(path) == knower
        for name in imports(path)
        if f"{name}.".startswith(start)
    }
    assert found <= modules
