"""Word marks for sound without marks of its own: words are taken to be as long as they are written."""

from __future__ import annotations

import re

from tui_reader.tts.engine import WordMark

DIGIT = 3
"""Letters that a digit counts for, since it is said as a word: "1962" is as long as "nineteen six"."""


def spread(text: str, first: int, last: int) -> tuple[WordMark, ...]:
    """A mark for each word of `text`, spread over the samples from `first` up to `last`, where the speech is."""
    words = [(match.start(), _length(match[0])) for match in re.finditer(r"\S+", text)]
    total = sum(length for _, length in words)
    marks, before = [], 0
    for offset, length in words:
        marks.append(WordMark(first + before * (last - first) // total, offset))
        before += length
    return tuple(marks)


def _length(word: str) -> int:
    """How long a word is said, in letters; the one more is the gap after it."""
    return 1 + sum(DIGIT if character.isdigit() else 1 for character in word)
