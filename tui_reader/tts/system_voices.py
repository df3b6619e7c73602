"""Choosing among the voices of Windows or macOS as a Voice prefers. Knows no engine."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tui_reader.casting.voice import SystemSettings


@dataclass(frozen=True, slots=True)
class SystemVoice:
    """A voice of the system, as its driver describes it."""

    id: str
    name: str
    gender: str
    """"Male", "VoiceGenderFemale": what the driver calls it; may be empty."""
    languages: tuple[str, ...] | list[str]
    """"en-US", "en_GB"."""


def choose(voices: Sequence[SystemVoice], wanted: SystemSettings) -> SystemVoice | None:
    """The voice that fits best: by the first name that is found, else by language and gender, in the system's order.

    Language counts more than gender: a text read in a wrong language cannot be understood. None for no voices.
    """
    for name in wanted.names:
        for voice in voices:
            if re.search(rf"\b{re.escape(name)}\b", voice.name, re.IGNORECASE):
                return voice

    def fitness(voice: SystemVoice) -> tuple[int, bool]:
        return _language(voice, wanted.language), _gender(voice, wanted.gender)

    return max(voices, key=fitness, default=None)


def _language(voice: SystemVoice, wanted: str) -> int:
    """2 for the wanted language, 1 for another country's form of it, 0 for another language."""
    spoken = [language.replace("_", "-").casefold() for language in voice.languages]
    wanted = wanted.casefold()
    if any(language.startswith(wanted) for language in spoken):
        return 2
    return int(any(language.split("-")[0] == wanted.split("-")[0] for language in spoken))


def _gender(voice: SystemVoice, wanted: str) -> bool:
    """Whether the voice has that gender. "female" ends in "male", so the whole word is compared."""
    return voice.gender.casefold().removeprefix("voicegender") == wanted.casefold()
