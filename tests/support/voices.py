"""The voices that come with the reader, read once for all tests: reading their files takes a tenth of a second."""

from __future__ import annotations

from functools import cache

from tui_reader.casting import bundled_voices
from tui_reader.casting.voice_set import VoiceSet


@cache
def shared_voices() -> VoiceSet:
    """All of them; nobody can change them."""
    return bundled_voices()
