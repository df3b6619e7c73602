"""What is heard as captions of two lines at most, each with its time and speaker. Knows no file format."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui_reader.export.recording import Recording
from tui_reader.script.utterance import Utterance
from tui_reader.speech.timeline import Timed

WIDTH = 42
"""Characters of a line, as broadcasters have it; only a longer word is longer."""
_PHRASE_END = re.compile(r"[.,;:?!…—–][\"'”’)\]]*$")
_SHORTEST = 0.001
"""Seconds: the finest that caption formats tell."""


class Caption(NamedTuple):
    """Words that are shown together. A sentence is one caption, or several where it is long."""

    start: float
    """Seconds from the start of the whole."""
    end: float
    speaker: str
    """Name; data, as the lines are."""
    lines: tuple[str, ...]
    """One or two."""


def captions(recording: Recording) -> Iterator[Caption]:
    """All that is heard, in order; times never go back."""
    for timed in recording.timeline.entries:
        found = list(re.finditer(r"\S+", timed.utterance.wording))
        words = [word[0] for word in found]
        begin, at = 0, recording.seconds(timed.start)
        while begin < len(words):
            end = begin + _fitting(words[begin:])
            until = recording.seconds(timed.end)
            if end < len(words):
                until = recording.seconds(timed.start + _frame(timed, found[end].start()))
            until = max(until, at + _SHORTEST)
            yield Caption(at, until, recording.name(timed), _lines(words[begin:end]))
            begin, at = end, until


def _fitting(words: Sequence[str]) -> int:
    """How many of the words make a caption: all, or as many as end a phrase, or as many as there is room for."""
    room = 1
    while room < len(words) and _breaks(words[: room + 1]):
        room += 1
    if room == len(words):
        return room
    ends = (count for count in range(room, room // 2, -1) if _PHRASE_END.search(words[count - 1]))
    return next(ends, room)


def _lines(words: Sequence[str]) -> tuple[str, ...]:
    """The words in a line, or in two broken at a phrase's end or else near the middle."""
    whole = " ".join(words)
    if len(whole) <= WIDTH or len(words) == 1:
        return (whole,)
    best = max(_breaks(words), key=lambda at: (bool(_PHRASE_END.search(words[at - 1])), -_uneven(words, at)))
    return " ".join(words[:best]), " ".join(words[best:])


def _breaks(words: Sequence[str]) -> list[int]:
    """Where words can be broken so that both lines have room; the second may be empty."""
    return [
        at
        for at in range(1, len(words) + 1)
        if len(" ".join(words[:at])) <= WIDTH and len(" ".join(words[at:])) <= WIDTH
    ]


def _uneven(words: Sequence[str], at: int) -> int:
    return abs(len(" ".join(words[:at])) - len(" ".join(words[at:])))


def _frame(timed: Timed, offset: int) -> int:
    """When the word at a character of the wording is heard, in frames from the sentence's start.

    By the engine's words; of a sentence without any, by its share of the characters.
    """
    utterance = timed.utterance
    starts: list[int] = []
    frames: list[int] = []
    for word in timed.words:
        if not starts or word.start > starts[-1]:
            starts.append(word.start)
            frames.append(word.frame)
    if not starts:
        return (timed.end - timed.start) * offset // len(utterance.wording)
    return frames[max(0, bisect_right(starts, _printed(utterance, offset)) - 1)]


def _printed(utterance: Utterance, offset: int) -> int:
    """The character of `printed` that stands at a character of `wording`."""
    for piece in utterance.pieces:
        if piece.said:
            length = len(piece.said) if piece.added else piece.end - piece.start
            if offset < length:
                return piece.start if piece.added else piece.start + offset
            offset -= length
    return len(utterance.printed)
