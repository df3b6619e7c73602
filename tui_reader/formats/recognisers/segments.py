"""Segments of a transcript: what one speaker says in one go, and how single words are put together to them.

Knows no producer, and not how turns are made of segments.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from tui_reader.document.writing_systems import unspaced
from tui_reader.formats.captions.scanner import WordTime
from tui_reader.named_tuple import NamedTuple

_STOP = re.compile(r"[.?!…。？！]$")
_MOST_WORDS = 200
"""Words put together where no stop divides them."""
_PAUSE = 1.5
"""Seconds of silence after which the words of a channel are a new segment."""


class Segment(NamedTuple):
    """Words that one speaker says in one go."""

    text: str
    speaker: str | None = None
    """None where the file does not say who speaks, NOBODY where it says that it is not known."""
    start: float | None = None
    """Seconds."""
    end: float | None = None
    times: tuple[WordTime, ...] = ()
    """When each word was said, in order; empty where the file does not say."""
    heading: str | None = None
    """The heading of the part of the file that it is in."""


class Word(NamedTuple):
    """A word, or a sign after one."""

    text: str
    start: float | None = None
    """Seconds."""
    end: float | None = None
    speaker: str | None = None
    """As in Segment."""
    joined: bool = False
    """Whether no blank stands before it: a sign after a word."""


def blank_between(before: str, after: str) -> str:
    """The blank between two pieces of text: none where one has it already, or where the writing has none."""
    if not before or not after or before[-1].isspace() or after[0].isspace():
        return ""
    return "" if unspaced(before[-1]) and unspaced(after[0]) else " "


def is_sign(text: str) -> bool:
    """Whether a text is only signs that stand close after a word: a full stop, a comma, a closing bracket."""
    return (
        bool(text)
        and all(unicodedata.category(one) in ("Po", "Pe", "Pf") for one in text)
        and bool(text.strip("&@#*%"))
    )


def put_together(words: Iterable[Word]) -> Segment | None:
    """One segment of all the words, said by the speaker of most; None where they hold no text."""
    text, times = "", []
    speakers: Counter[str] = Counter()
    start = end = None
    pieces: list[str] = []
    length, last = 0, ""
    for word in words:
        blank = "" if word.joined else blank_between(last, word.text)
        begins = length + len(blank) + len(word.text) - len(word.text.lstrip())
        pieces += (blank, word.text)
        length += len(blank) + len(word.text)
        last = word.text or last
        if word.start is not None and not word.joined:
            times.append(WordTime(begins, word.start, word.end))
            start = word.start if start is None else start
        end = word.end if word.end is not None else end
        if word.speaker is not None:
            speakers[word.speaker] += 1
    text = "".join(pieces)
    if not text.strip():
        return None
    speaker = speakers.most_common(1)[0][0] if speakers else None
    return Segment(text, speaker, start, end, tuple(times))


def segments_of_words(words: Iterable[Word]) -> Iterator[Segment]:
    """The words up to each full stop and each change of speaker, as segments."""
    run: list[Word] = []
    speaker: str | None = None
    ended = False
    for word in words:
        own = word.speaker if word.speaker is not None and not word.joined else speaker
        if run and not word.joined and (own != speaker or ended or len(run) >= _MOST_WORDS):
            yield from filter(None, (put_together(run),))
            run = []
        run.append(word._replace(speaker=own))
        speaker = own
        ended = bool(_STOP.search(word.text.rstrip()))
    yield from filter(None, (put_together(run),))


def whole_words(pieces: Iterable[Word]) -> Iterator[Word]:
    """The words of pieces with their own blanks: without a blank between, a piece goes on with the one before."""
    whole: Word | None = None
    for piece in pieces:
        same = whole and piece.speaker in (None, whole.speaker)
        if whole and (not piece.text.strip() or (same and not (whole.text[-1:].isspace() or piece.text[0].isspace()))):
            whole = whole._replace(text=whole.text + piece.text, end=whole.end if piece.end is None else piece.end)
            continue
        if whole:
            yield whole
        whole = piece
    if whole:
        yield whole


def by_pauses(segments: Sequence[Segment]) -> list[Segment]:
    """The segments of several channels in order of time, each divided where its speaker is silent."""
    parts = [part for segment in segments for part in _divided(segment)]
    return in_order(parts)


def in_order(segments: Sequence[Segment]) -> list[Segment]:
    """The segments in order of time; one without a time follows the one before it."""
    last, timed = 0.0, []
    for segment in segments:
        last = last if segment.start is None else segment.start
        timed.append((last, segment))
    return [segment for _, segment in sorted(timed, key=lambda one: one[0])]


def _divided(segment: Segment) -> Iterator[Segment]:
    first = begin = 0
    for number in range(1, len(segment.times)):
        before, after = segment.times[number - 1], segment.times[number]
        if after.start - (before.end or before.start) > _PAUSE:
            yield _piece(segment, first, number, begin, after.offset)
            first, begin = number, after.offset
    yield _piece(segment, first, len(segment.times), begin, len(segment.text)) if first else segment


def _piece(segment: Segment, first: int, last: int, begin: int, end: int) -> Segment:
    times = tuple(WordTime(one.offset - begin, one.start, one.end) for one in segment.times[first:last])
    return Segment(segment.text[begin:end], segment.speaker, times[0].start, times[-1].end, times)
