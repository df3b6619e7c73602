"""Words found in one document, in its notes too.

The text is folded once, when it is first searched, and all is done in slices of a few milliseconds, so that a face
stays alive. Knows no face and no place.
"""

from __future__ import annotations

import time
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from heapq import merge
from itertools import accumulate
from typing import Any, NamedTuple

from tui_reader.document.model import Document, Note, Page, Position
from tui_reader.document.search.query import Query, SearchError
from tui_reader.document.search.search_normalization import Unfolding, folded, is_even

CHUNK = 200_000
"""Characters that are folded and searched at once: 2 to 8 ms."""
BIT = 0.01
"""Seconds of looking for words before keys are looked at."""
PAGE_SECONDS = 0.25
"""How long a regular expression may take for one page."""
SECONDS = 5.0
"""How long it may take for all."""
_BETWEEN = "\0"
"""Stands between the pages of a chunk; no text has it."""


class Hit(NamedTuple):
    """A place where it was found: characters `start` to `end` of the page's text."""

    page: int
    start: int
    end: int
    note: str | None = None
    """The mark of the note in whose words it is: then `start` and `end` are where that mark stands."""

    @property
    def position(self) -> Position:
        """Where it begins."""
        return Position(self.page, self.start)


class Hits(Sequence[Hit]):
    """What was found, in the order of the document."""

    def __init__(self, hits: Iterable[Hit] = ()) -> None:
        self._hits = list(hits)

    def __len__(self) -> int:
        return len(self._hits)

    def __getitem__(self, index: Any) -> Any:
        return self._hits[index]

    @property
    def pages(self) -> list[int]:
        """The pages on which something was found."""
        return list(dict.fromkeys(hit.page for hit in self._hits))

    def on(self, page: int) -> list[Hit]:
        """The hits of one page."""
        return self._hits[bisect_left(self._hits, (page,)) : bisect_left(self._hits, (page + 1,))]

    def after(self, place: Position) -> int | None:
        """The index of the first hit behind a place; None where there is none."""
        index = bisect_right(self._hits, place, key=lambda hit: hit.position)
        return index if index < len(self._hits) else None

    def before(self, place: Position) -> int | None:
        """The index of the last hit before a place; None where there is none."""
        index = bisect_left(self._hits, place, key=lambda hit: hit.position) - 1
        return index if index >= 0 else None


class _Chunk(NamedTuple):
    """Some pages, folded."""

    pages: Sequence[Page]
    text: str
    starts: list[int]
    """Where each page begins in `text`, and where one more would."""
    even: bool
    """Whether a character of the text is one of the page, everywhere."""
    unfoldings: dict[int, Unfolding | None]
    """Of the pages on which something was found in a chunk that is not even; None for one that is."""
    notes: list[tuple[Position, Note]]
    """The notes that are referred to here, each where its mark stands first."""


class Search:
    """One document, to be searched again and again."""

    def __init__(self, document: Document) -> None:
        """Nothing is folded yet."""
        self._document = document
        self._chunks: list[_Chunk] = []
        self._noted: set[str] = set()

    def hits(self, query: Query) -> Hits:
        """All that is found. Raises SearchError as `slices` does."""
        return Hits(hit for part in self.slices(query) for hit in part)

    def slices(self, query: Query) -> Iterator[list[Hit]]:
        """What is found, bit by bit in the order of the document; each bit takes a few milliseconds.

        Raises SearchError for an expression that takes too long; what was found before it was given.
        """
        until = time.monotonic() + SECONDS
        for chunk in self._folded():
            if query.expression:
                yield from _by_expression(chunk, query, until)
            else:
                notes = _sorted_in([*_in_notes(chunk, query)])
                yield from _bit_by_bit(merge(_in_pages(chunk, query), notes, key=lambda hit: hit[:3]))
        yield list(self._in_other_notes(query))

    def _folded(self) -> Iterator[_Chunk]:
        """The chunks, those that are not folded yet as they are."""
        yield from self._chunks
        pages = self._document.pages
        at = sum(len(chunk.pages) for chunk in self._chunks)
        while at < len(pages):
            end, characters = at, 0
            while end < len(pages) and characters < CHUNK:
                characters += sum(len(passage.text) for passage in pages[end].passages)
                end += 1
            self._chunks.append(self._fold(pages[at:end]))
            yield self._chunks[-1]
            at = end

    def _fold(self, pages: Sequence[Page]) -> _Chunk:
        printed = _BETWEEN.join([page.text for page in pages])
        text = folded(printed)
        starts = list(accumulate((len(page) + 1 for page in text.split(_BETWEEN)), initial=0))
        notes: list[tuple[Position, Note]] = []
        for page in pages:
            if any(passage.marks for passage in page.passages):
                notes += self._notes_of(page)
        return _Chunk(pages, text, starts, is_even(printed, len(text)), {}, notes)

    def _notes_of(self, page: Page) -> Iterator[tuple[Position, Note]]:
        for offset, passage in page.passages_at():
            for mark in passage.marks:
                note = self._document.note(mark.note)
                if note and note.mark not in self._noted:
                    self._noted.add(note.mark)
                    yield Position(page.index, offset + mark.offset), note

    def _in_other_notes(self, query: Query) -> Iterator[Hit]:
        """In the notes that no mark refers to, and the line of the source: at the end of the document."""
        pages, document = self._document.pages, self._document
        others = [note for note in (*document.notes, document.source) if note and note.mark not in self._noted]
        if pages and query.speakers is None:
            end = Position(len(pages) - 1, len(pages[-1].text))
            yield from (Hit(*end, end.offset, note.mark) for note in others if _is_in(note.text or "", query))


def _bit_by_bit(hits: Iterable[Hit]) -> Iterator[list[Hit]]:
    """The hits, as many at once as are found in some milliseconds."""
    found: list[Hit] = []
    until = time.monotonic() + BIT
    for hit in hits:
        found.append(hit)
        if time.monotonic() > until:
            yield found
            found, until = [], time.monotonic() + BIT
    yield found


def _in_pages(chunk: _Chunk, query: Query) -> Iterator[Hit]:
    text, words, size = chunk.text, query.words, len(query.words)
    if not words:
        yield from (Hit(page.index, 0, 0) for page in chunk.pages if page.speaker in (query.speakers or ()))
        return
    at, index = text.find(words), 0
    while at >= 0:
        index = bisect_right(chunk.starts, at, index) - 1
        page = chunk.pages[index]
        if query.speakers is None or page.speaker in query.speakers:
            start, length = at - chunk.starts[index], chunk.starts[index + 1] - chunk.starts[index] - 1
            if not chunk.even and page.index not in chunk.unfoldings:
                chunk.unfoldings[page.index] = None if is_even(page.text, length) else Unfolding(page.text)
            unfolding = chunk.unfoldings.get(page.index)
            yield Hit(page.index, *(unfolding.printed(start, start + size) if unfolding else (start, start + size)))
        at = text.find(words, at + size)


def _in_notes(chunk: _Chunk, query: Query) -> Iterator[Hit]:
    """In the notes of the chunk's pages; one hit a note, at its mark."""
    if not query.words and not query.expression:
        return
    first = chunk.pages[0].index if chunk.pages else 0
    for place, note in chunk.notes:
        speaker = chunk.pages[place.page - first].speaker
        if (query.speakers is None or speaker in query.speakers) and _is_in(note.text or "", query):
            yield Hit(*place, place.offset, note.mark)


def _is_in(text: str, query: Query) -> bool:
    if query.expression:
        try:
            matches = query.expression.finditer(text, timeout=PAGE_SECONDS, concurrent=True)
            return any(match.end() > match.start() for match in matches)
        except TimeoutError:
            raise _too_long(query) from None
    return query.words in folded(text)


def _by_expression(chunk: _Chunk, query: Query, until: float) -> Iterator[list[Hit]]:
    """The expression is looked for in each page as it is printed, case aside."""
    assert query.expression
    found: list[Hit] = []
    began = time.monotonic()
    for page in chunk.pages:
        if query.speakers is not None and page.speaker not in query.speakers:
            continue
        try:
            matches = query.expression.finditer(page.text, timeout=PAGE_SECONDS, concurrent=True)
            found += [Hit(page.index, *match.span()) for match in matches if match.end() > match.start()]
        except TimeoutError:
            raise _too_long(query) from None
        now = time.monotonic()
        if now > until:
            raise _too_long(query)
        if now - began > 0.02:
            yield found
            found, began = [], now
    notes = list(_in_notes(chunk, query))
    yield _sorted_in([*found, *notes]) if notes else found


def _too_long(query: Query) -> SearchError:
    return SearchError(f"{query.typed} takes too long to be searched for. Write it in a simpler way.")


def _sorted_in(hits: list[Hit]) -> list[Hit]:
    return sorted(hits, key=lambda hit: hit[:3])
