"""Where the utterances of a document are in its recording. Knows no sound."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from functools import cached_property, lru_cache

from tui_reader.document.model import Document, Position
from tui_reader.document.passage_times import last_time
from tui_reader.named_tuple import NamedTuple
from tui_reader.narration.utterance import Utterance
from tui_reader.playback.recording.time_correction import TimeCorrection
from tui_reader.playback.recording.word_times import TimedWord, WordTimes

LONGEST = 120.0
"""Seconds: an utterance lasts no longer, whatever the times of its caption are."""


class RecordedWord(NamedTuple):
    """A word of an utterance, and when it is heard in the recording."""

    start: int
    """Characters of `Utterance.printed`."""
    end: int
    begin: float
    """Seconds from the recording's start."""
    until: float


class RecordedSpan(NamedTuple):
    """The part of the recording in which an utterance is said."""

    begin: float
    """Seconds from the recording's start."""
    until: float
    words: tuple[RecordedWord, ...]
    has_word_times: bool
    """Whether the file says when its words were said; otherwise the times of words are estimated."""
    first: int
    """The index of the document's time at which it begins."""
    last: int
    """The index of the time at which its last word begins."""


class Alignment:
    """A document's times as those of its recording."""

    def __init__(self, document: Document, correction: TimeCorrection | None = None) -> None:
        self.document, self.correction = document, correction or TimeCorrection()
        self._words = WordTimes(document)
        self.span = lru_cache(maxsize=64)(self._span)
        """The part of the recording in which an utterance is said; None where the file has no time for it."""

    def seconds_at(self, position: Position) -> float | None:
        """When the word at a place is heard, in seconds of the recording; None where no word of the page has a time."""
        words = self._words.page(position.page)
        if not words:
            return None
        at = bisect_right(words, position.offset, key=lambda word: word.start)
        return self.correction.seconds(words[max(0, at - 1)].begin)

    def page_times(self, page: int) -> tuple[float, float] | None:
        """From when to when the words of a page are heard, in seconds of the recording; None where none has a time."""
        words = self._words.page(page)
        if not words:
            return None
        return self.correction.seconds(words[0].begin), self.correction.seconds(max(word.until for word in words))

    def offset_at(self, page: int, seconds: float) -> int:
        """The character of a page's text at which the word begins that is heard then; 0 before the first."""
        begun = (word.start for word in self._words.page(page) if self.correction.seconds(word.begin) <= seconds)
        return max(begun, default=0)

    @cached_property
    def last(self) -> float:
        """When the last words of the document are over, in seconds of the recording."""
        return self.correction.seconds(last_time(self.document.times))

    def room(self, span: RecordedSpan) -> tuple[float, float]:
        """Seconds before and after a span in which, by the file's times, nobody says anything else."""
        times, seconds = self.document.times, self.correction.seconds
        before = after = math.inf
        if span.first > 0:
            end = times[span.first - 1].end
            before = 0.0 if end is None else max(0.0, span.begin - seconds(end))
        if span.last + 1 < len(times):
            after = max(0.0, seconds(times[span.last + 1].start) - span.until)
        return before, after

    def joins(self, earlier: RecordedSpan, later: RecordedSpan) -> bool:
        """Whether the recording goes on from one span to the other.

        So it does where they are printed one after the other, and their captions follow each other in time too: those
        of a file may be in another order, as speaker by speaker.
        """
        if later.first not in (earlier.last, earlier.last + 1):
            return False
        following, begins = self._begins[later.first], self._sorted_begins
        no_other_between = bisect_right(begins, self._begins[earlier.last]) >= bisect_left(begins, following)
        return self._begins[earlier.first] <= following and no_other_between

    def is_earliest(self, span: RecordedSpan) -> bool:
        """Whether no caption begins before that of a span."""
        return self._begins[span.first] <= self._sorted_begins[0]

    def is_latest(self, span: RecordedSpan) -> bool:
        """Whether no caption begins after that of a span."""
        return self._begins[span.last] >= self._sorted_begins[-1]

    @cached_property
    def _begins(self) -> tuple[float, ...]:
        """For each time of the file when its caption begins, by the file; a word without a caption is one itself."""
        begins: list[float] = []
        caption: float | None = None
        for time in self.document.times:
            if not time.is_word:
                caption = time.start
            begins.append(time.start if caption is None else caption)
        return tuple(begins)

    @cached_property
    def _sorted_begins(self) -> list[float]:
        return sorted(set(self._begins))

    def _span(self, utterance: Utterance) -> RecordedSpan | None:
        if utterance.offset is None or utterance.beside:
            return None
        start = utterance.offset
        words = self._between(utterance.page, start, start + len(utterance.printed))
        if not words:
            return None
        seconds = self.correction.seconds
        recorded = tuple(
            RecordedWord(
                max(0, word.start - start),
                min(len(utterance.printed), word.end - start),
                seconds(word.begin),
                seconds(word.until),
            )
            for word in words
        )
        begin = recorded[0].begin
        until = min(begin + LONGEST, max(word.until for word in recorded))
        own = any(word.is_own for word in words)
        return RecordedSpan(begin, until, recorded, own, self._first(words[0].time), words[-1].time)

    def _first(self, time: int) -> int:
        """The index of the time at which the words of a time begin: that of the caption for the first of its words."""
        times, text = self.document.times, self.document.text
        if time > 0 and times[time].is_word and not times[time - 1].is_word:
            before = text[times[time - 1].place : times[time].place]
            return time if any(map(str.isalnum, before)) else time - 1
        return time

    def _between(self, page: int, start: int, end: int) -> tuple[TimedWord, ...]:
        """The words of a page that have a time, from character `start` up to `end`."""
        words = self._words.page(page)
        first = bisect_left(words, start, key=lambda word: word.end - 1)
        last = bisect_left(words, end, key=lambda word: word.start)
        return words[first:last]
