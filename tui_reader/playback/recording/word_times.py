"""When each word of a page is heard in a document's recording, by the times that its file gives.

Words that have no time of their own are spread over the caption they are in, by their length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from tui_reader.document.model import Document, Kind, Passage, SpokenAt
from tui_reader.document.passage_times import timed_stretches
from tui_reader.named_tuple import NamedTuple
from tui_reader.tts.word_marks import letters

FASTEST = 40
"""Letters a second: turns that would have to be said faster to be within a caption are not in it."""
SLOWEST = 4
"""Letters a second: words are not taken to last longer where the file does not say when they end."""
USUAL = 12
"""Letters a second, of the last words of a file that does not say when they end."""
_TIMED_BY_TURN = frozenset(("chat", "json", "tei"))
"""Formats whose times, where they say when they end, are those of one turn; a caption may be that of several."""
_UNTIMED = frozenset((Kind.HEADING, Kind.DATELINE, Kind.SIGNATURE))
"""What is not said in the caption before it."""


class TimedWord(NamedTuple):
    """A printed word and when it is heard."""

    start: int
    """Characters of the page's text."""
    end: int
    begin: float
    """Seconds, by the times of the file."""
    until: float
    time: int
    """The index of the time that it is known by."""
    is_own: bool
    """Whether the time is the word's own; otherwise it is estimated."""


class _Stretch(NamedTuple):
    """Words of a page that begin at one time of the file."""

    page: int
    time: int
    offset: int
    """Characters of the page's text before its words."""
    text: str


class WordTimes:
    """The words of a document with their times, page by page."""

    def __init__(self, document: Document) -> None:
        self._document, self._times = document, document.times
        self.page = lru_cache(maxsize=16)(self._page)
        """The words of the page with that index that have a time, in order."""
        self._stretches = lru_cache(maxsize=16)(self._cut)
        self._caption: tuple[int, dict[int, list[TimedWord]]] = -1, {}

    def _page(self, index: int) -> tuple[TimedWord, ...]:
        found: list[TimedWord] = []
        captions: set[int] = set()
        for stretch in self._stretches(index):
            if self._times[stretch.time].is_word:
                found += self._spread([stretch], *self._word_span(stretch.time), is_own=True)[index]
            elif stretch.time not in captions:
                captions.add(stretch.time)
                if self._caption[0] != stretch.time:
                    self._caption = stretch.time, self._spread_caption(stretch.time, index)
                found += self._caption[1].get(index, ())
        return tuple(sorted(found))

    def _cut(self, index: int) -> list[_Stretch]:
        """The words of a page by their times; what is before the first time is left out."""
        if not 0 <= index < len(self._document.pages):
            return []
        return [
            _Stretch(index, time, offset + start, passage.text[start:end])
            for offset, passage in self._document.pages[index].passages_at()
            for time, start, end in timed_stretches(passage, self._times)
            if time >= 0 and not self._is_beside(passage, time) and passage.text[start:end].strip()
        ]

    def _is_beside(self, passage: Passage, time: int) -> bool:
        """Whether the words of the time end before it: it is a heading or the like, or the time is that of a word."""
        own = self._times[time]
        return own.place < passage.spans[0].start and (own.is_word or passage.kind in _UNTIMED)

    def _spread_caption(self, time: int, page: int) -> dict[int, list[TimedWord]]:
        """The words of a caption that have no times of their own, by page; `page` is one that it is on."""
        stretches = [one for index in self._pages_of(time, page) for one in self._stretches(index) if one.time == time]
        start = self._times[time].start
        if self._times[time].end is not None and self._document.format in _TIMED_BY_TURN:
            speaker = self._document.pages[stretches[0].page].speaker
            stretches = [one for one in stretches if self._document.pages[one.page].speaker == speaker]
        length = sum(letters(word) for one in stretches for word in one.text.split())
        end = self._end(time, length)
        kept: list[_Stretch] = []
        so_far = 0
        for one in stretches:
            so_far += sum(map(letters, one.text.split()))
            if kept and one.page != kept[0].page and so_far > FASTEST * (end - start):
                break
            kept.append(one)
        return self._spread(kept, start, end, is_own=False)

    def _pages_of(self, time: int, page: int) -> Iterator[int]:
        """The pages that have words of a caption, from `page` to both sides."""
        first = last = page
        while first > 0 and (before := self._stretches(first - 1)) and before[-1].time == time:
            first -= 1
        while (after := self._stretches(last + 1)) and after[0].time == time:
            last += 1
        return iter(range(first, last + 1))

    def _spread(
        self, stretches: Sequence[_Stretch], start: float, end: float, is_own: bool
    ) -> dict[int, list[TimedWord]]:
        """Words spread from `start` to `end` (seconds) by their length; the first of a time of its own is not moved."""
        words = [(one, match) for one in stretches for match in re.finditer(r"\S+", one.text)]
        whole, before = sum(letters(match[0]) for _, match in words), 0
        found: dict[int, list[TimedWord]] = {one.page: [] for one in stretches}
        for number, (one, match) in enumerate(words):
            begin = start + (end - start) * before / whole
            before += letters(match[0])
            until = start + (end - start) * before / whole
            first, last = one.offset + match.start(), one.offset + match.end()
            found[one.page].append(TimedWord(first, last, begin, until, one.time, is_own and number == 0))
        return found

    # When a time ends

    def _end(self, time: int, length: int) -> float:
        """When words of `length` letters end that begin at a time, in seconds."""
        own = self._times[time]
        following = self._times[time + 1] if time + 1 < len(self._times) else None
        if following and following.is_word and not own.is_word and following.start > own.start:
            return following.start
        if own.end is not None and own.end > own.start:
            return own.end
        later = self._caption_after(time)
        if later and later.start > own.start:
            return min(later.start, own.start + length / SLOWEST + 1)
        return own.start + length / USUAL + 1

    def _word_span(self, time: int) -> tuple[float, float]:
        """From when to when the words of a word's time are heard."""
        own = self._times[time]
        if own.end is not None and own.end >= own.start:
            return own.start, own.end
        following = self._times[time + 1] if time + 1 < len(self._times) else None
        if following and following.is_word:
            return own.start, max(own.start, following.start)
        caption = next((one for one in map(self._times.__getitem__, range(time, -1, -1)) if not one.is_word), None)
        if caption and caption.end is not None and caption.end > own.start:
            return own.start, caption.end
        place = self._document.text[own.place : following.place if following else None]
        return own.start, self._end(time, letters(place.strip()))

    def _caption_after(self, time: int) -> SpokenAt | None:
        later = map(self._times.__getitem__, range(time + 1, len(self._times)))
        return next((one for one in later if not one.is_word), None)
