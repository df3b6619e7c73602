"""The engine "quiet": silence as long as speech would be, with word marks.

It is the last to fall back on: reading goes on where no other engine can be opened. It needs nothing and never fails.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui_reader.tts.engine import Abilities, Chunk, Take, WordMark

if TYPE_CHECKING:
    from tui_reader.casting.voice import Voice

CHARACTERS_A_SECOND = 16.0
"""The pace of the other voices at speed 1, which `reading.progress` uses too."""

_WORDS = re.compile(r"\S+")


class SilentEngine:
    """An `Engine` that makes no sound."""

    name = "quiet"
    sample_rate = 22050
    abilities = Abilities(word_marks=True, streams=True, audible=False)

    def synthesise(self, text: str, voice: Voice, speed: float, take: Take) -> None:
        """A chunk of silence for each word and the blanks after it, as long as its characters take to say."""
        sample = 0
        for word in _WORDS.finditer(text):
            begin = sample
            sample = round(word.end() / CHARACTERS_A_SECOND / speed * self.sample_rate)
            if not take(Chunk(bytes(2 * (sample - begin)), (WordMark(begin, word.start()),))):
                return

    def close(self) -> None:
        """There is nothing to release."""
