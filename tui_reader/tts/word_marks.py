"""Word marks for sound that has no marks, by the rule that a word takes as long to say as it is written long."""

from __future__ import annotations

import re

from tui_reader.tts.engine import WordMark
from tui_reader.tts.samples import SILENT, WIDTH, leading_silence, trailing_silence

DIGIT = 3
"""Letters that a digit counts for, since it is said as a word: "1962" is as long as "nineteen six"."""


def speech_bounds(pcm: bytes) -> tuple[int, int]:
    """The samples of 16-bit mono sound between which the speech is; both are the same in silence."""
    last = len(pcm) // WIDTH - trailing_silence(pcm, SILENT)
    return min(leading_silence(pcm, SILENT), last), last


def spread_over_speech(text: str, pcm: bytes) -> tuple[WordMark, ...]:
    """A mark for each word of `text`, spread over the samples of `pcm` that are speech."""
    return spread(text, *speech_bounds(pcm))


def spread(text: str, first: int, last: int) -> tuple[WordMark, ...]:
    """A mark for each word of `text`, spread over the samples from `first` up to `last`, where the speech is."""
    words = [(match.start(), letters(match[0])) for match in re.finditer(r"\S+", text)]
    total = sum(length for _, length in words)
    marks, before = [], 0
    for offset, length in words:
        marks.append(WordMark(first + before * (last - first) // total, offset))
        before += length
    return tuple(marks)


def letters(word: str) -> int:
    """How long a word takes to say, in letters; the one more is the gap after it."""
    return 1 + sum(DIGIT if character.isdigit() else 1 for character in word)
