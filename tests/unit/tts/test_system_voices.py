"""Choosing among a system's voices."""

from __future__ import annotations

import pytest

from tui_reader.casting.voice import SystemSettings
from tui_reader.tts.system_voices import SystemVoice, choose

WINDOWS = (
    SystemVoice("HKEY\\TTS_MS_DE-DE_HEDDA", "Microsoft Hedda Desktop - German", "Female", ["de-DE"]),
    SystemVoice("HKEY\\TTS_MS_EN-US_DAVID", "Microsoft David Desktop - English (United States)", "Male", ["en-US"]),
    SystemVoice("HKEY\\TTS_MS_EN-US_ZIRA", "Microsoft Zira Desktop - English (United States)", "Female", ["en-US"]),
    SystemVoice("HKEY\\TTS_MS_EN-GB_HAZEL", "Microsoft Hazel Desktop - English (Great Britain)", "Female", ["en-GB"]),
)
MACOS = (
    SystemVoice("com.apple.voice.Anna", "Anna", "VoiceGenderFemale", ["de_DE"]),
    SystemVoice("com.apple.voice.Alexandra", "Alexandra", "VoiceGenderFemale", ["en_US"]),
    SystemVoice("com.apple.voice.Alex", "Alex", "VoiceGenderMale", ["en_US"]),
    SystemVoice("com.apple.voice.Daniel", "Daniel", "VoiceGenderMale", ["en_GB"]),
)


def chosen(voices: tuple[SystemVoice, ...], gender: str, language: str, *names: str) -> str:
    voice = choose(voices, SystemSettings(gender, language, names))
    return voice.id.rpartition("_")[2].rpartition(".")[2] if voice else ""


def test_the_first_name_that_the_system_has_wins() -> None:
    assert chosen(WINDOWS, "male", "en-US", "Guy", "zira", "David") == "ZIRA"
    assert chosen(MACOS, "male", "en-US", "Alex") == "Alex"


@pytest.mark.parametrize(
    ("voices", "gender", "language", "name"),
    [
        (WINDOWS, "female", "en-GB", "HAZEL"),
        (WINDOWS, "male", "en-GB", "HAZEL"),
        (WINDOWS, "male", "en-AU", "DAVID"),
        (MACOS, "male", "en", "Alex"),
        (MACOS, "female", "de", "Anna"),
    ],
)
def test_without_such_a_name_language_counts_more_than_gender(
    voices: tuple[SystemVoice, ...], gender: str, language: str, name: str
) -> None:
    assert chosen(voices, gender, language) == name


def test_a_woman_is_not_taken_for_a_man() -> None:
    assert chosen(MACOS, "male", "en-US") == "Alex"


def test_a_system_without_voices_gives_none() -> None:
    assert chosen((), "male", "en") == ""
