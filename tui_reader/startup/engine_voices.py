"""The voices that can be dealt with an engine: those of files, and the ones that the engine itself has."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui_reader.casting import VoiceSet


def engine_voices(engine: str | None) -> VoiceSet:
    """The voices for an engine by name; None is the default one. Raises ReaderError for a voice file that is broken."""
    from tui_reader.casting import load_voices

    voices = load_voices()
    if engine != "piper":
        return voices
    from tui_reader.tts.piper_voices import with_piper_voices

    return with_piper_voices(voices)
