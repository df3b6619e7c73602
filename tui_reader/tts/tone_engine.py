"""The engine "tone": a sine for each word and no noise, for tests. The same text always makes the same samples.

Words follow each other without silence; a voice is recognised by its frequency, a word by its length.
"""

from __future__ import annotations

import math
import re
from array import array
from functools import cache
from typing import TYPE_CHECKING

from tui_reader.tts.engine import Abilities, Chunk, Take, WordMark
from tui_reader.tts.samples import WIDTH, fade

if TYPE_CHECKING:
    from tui_reader.casting.voice import Voice

SAMPLE_RATE = 22_050
LETTER = 1500
"""Samples of one letter at speed 1: 68 ms, a brisk reader's."""
LAST = 60
"""Samples of the fade at the end: 3 ms, so that it does not click."""
HEIGHT = 3681
"""Amplitude of the sine: -22 dBFS RMS, as loud as the voices are."""


def frequency(voice: Voice) -> int:
    """The voice's own tone in Hz: 200 at espeak pitch 0, 794 at 99."""
    return 200 + 6 * voice.espeak.pitch


class ToneEngine:
    """An `Engine`."""

    name = "tone"
    sample_rate = SAMPLE_RATE
    abilities = Abilities(word_marks=True, streams=True)

    def synthesise(self, text: str, voice: Voice, speed: float, take: Take) -> None:
        """A chunk for each word: `LETTER` samples for each of its characters, divided by `speed`."""
        second = _second(frequency(voice))
        letters = start = 0
        words = list(re.finditer(r"\S+", text))
        for match in words:
            letters += len(match[0])
            end = round(letters * LETTER / speed)
            pcm = _cut(second, start, end)
            if match is words[-1]:
                pcm = fade(pcm, LAST, up=False)
            if not take(Chunk(pcm, (WordMark(start, match.start()),))):
                return
            start = end

    def close(self) -> None:
        """There is nothing to release."""


@cache
def _sine() -> tuple[int, ...]:
    """One turn of the sine in as many steps as a second has samples."""
    return tuple(round(HEIGHT * math.sin(2 * math.pi * step / SAMPLE_RATE)) for step in range(SAMPLE_RATE))


@cache
def _second(hertz: int) -> bytes:
    """A second of the tone; repeated it has no break, because its frequency is a whole number."""
    sine = _sine()
    return array("h", (sine[step * hertz % SAMPLE_RATE] for step in range(SAMPLE_RATE))).tobytes()


def _cut(second: bytes, start: int, end: int) -> bytes:
    """The samples from `start` to `end` of the endless tone."""
    skipped = start // SAMPLE_RATE * SAMPLE_RATE
    turns = -(-(end - skipped) // SAMPLE_RATE)
    return (second * turns)[(start - skipped) * WIDTH : (end - skipped) * WIDTH]
