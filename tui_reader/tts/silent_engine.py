"""The engine "quiet": silence as long as speech would be, with its words.

The last to fall back on, so that reading goes on where no other engine can be opened. Needs nothing and never fails.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui_reader.tts.engine import Abilities, Chunk, Take, WordMark

if TYPE_CHECKING:
    from tui_reader.casting.voice import Voice

CHARACTERS_A_SECOND = 18.6
"""The pace of the other voices at speed 1, as `tui_reader.progress` reckons with it."""

_WORDS = re.compile(r"\S+")


class SilentEngine:
    """Engine of `tts.engine` that makes no sound."""

    name = "quiet"
    sample_rate = 22050
    abilities = Abilities(word_marks=True, streams=True, audible=False)

    def synthesise(self, text: str, voice: Voice, speed: float, take: Take) -> None:
        """A chunk of silence for each word and the blanks behind it, as long as its characters take to say."""
        sample = 0
        for word in _WORDS.finditer(text):
            begin = sample
            sample = round(word.end() / CHARACTERS_A_SECOND / speed * self.sample_rate)
            if not take(Chunk(bytes(2 * (sample - begin)), (WordMark(begin, word.start()),))):
                return

    def close(self) -> None:
        """Nothing to let go of."""
