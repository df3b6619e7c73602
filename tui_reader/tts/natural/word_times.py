"""When each word begins, by how long a model says that each phoneme is.

A model counts the blank before a word as a sound, and what is heard comes earlier than it counts. How much earlier was
measured on 200 words, against an alignment of their sound by pocketsphinx (5 to 95 of 100 words: -30 to 30 ms).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from tui_reader.tts.natural.models import FRAME, RATE
from tui_reader.tts.natural.pronunciation import Phoneme

AFTER_WORD = round(0.04 * RATE)
"""Samples before the blank between two words at which the second is heard."""
AFTER_PAUSE = round(0.065 * RATE)
"""The same where there is a sign of punctuation before the blank."""
WITHOUT_BLANK = round(0.08 * RATE)
"""Samples before its first phoneme at which a word is heard where there is no blank before it."""


def word_begins(phonemes: Sequence[Phoneme], durations: Sequence[int]) -> dict[int, int]:
    """The sample at RATE at which each word is heard, by the character at which it is written.

    `durations` are the frames of the silence before, of each of the phonemes, and of the silence after.
    """
    begins = list(accumulate(durations))
    found: dict[int, int] = {}
    for number, phoneme in enumerate(phonemes):
        if phoneme.is_sound and phoneme.word not in found:
            blank = number
            while blank and phonemes[blank - 1].sign == " ":
                blank -= 1
            if blank == number:
                early = WITHOUT_BLANK
            else:
                early = AFTER_WORD if blank and phonemes[blank - 1].is_sound else AFTER_PAUSE
            found[phoneme.word] = begins[blank] * FRAME - early
    return found
