"""Finds words in one document and its notes.

The text is normalized once, when it is first searched. Everything is done in slices of a few milliseconds, so that a
face answers keys meanwhile. Knows no face and no position.
"""

from __future__ import annotations

import time
from bisect import bisect_left, bisect_right
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing
from heapq import merge
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from tui_reader.document.model import Document, Note, Page, Position
from tui_reader.document.search.query import Query, SearchError
from tui_reader.document.search.search_normalization import Unfolding, folded, is_even
from tui_reader.named_tuple import NamedTuple

if TYPE_CHECKING:
    from tui_reader.document.search.expression_search import ExpressionSearch

CHUNK = 200_000
"""Characters that are normalized and searched at once, which takes 2 to 8 ms."""
SLICE_SECONDS = 0.01
"""How long words are searched before the hits are given."""
MOST_HITS = 500_000
"""More hits than this help nobody; they would take 80 MB."""
_BETWEEN = "\0"
"""Stands between the pages of a chunk; it is in no text."""


class Hit(NamedTuple):
    """A place where the query was found: characters `start` to `end` of a page's text."""

    page: int
    start: int
    end: int
    note: str | None = None
    """The mark of the note in which it was found; `start` and `end` are then the place of that mark."""

    @property
    def position(self) -> Position:
        """Where the hit begins."""
        return Position(self.page, self.start)


class Hits(Sequence[Hit]):
    """The hits in the order of the document."""

    def __init__(self, hits: Iterable[Hit] = ()) -> None:
        self._hits = list(hits)

    def __len__(self) -> int:
        return len(self._hits)

    def __getitem__(self, index: Any) -> Any:
        return self._hits[index]

    @property
    def pages(self) -> list[int]:
        """The indexes of the pages with hits, in order."""
        return list(dict.fromkeys(hit.page for hit in self._hits))

    def on(self, page: int) -> list[Hit]:
        """The hits on one page, in order."""
        return self._hits[bisect_left(self._hits, (page,)) : bisect_left(self._hits, (page + 1,))]

    def after(self, place: Position) -> int | None:
        """The index of the first hit after a position; None without such a hit."""
        index = bisect_right(self._hits, place, key=lambda hit: hit.position)
        return index if index < len(self._hits) else None

    def before(self, place: Position) -> int | None:
        """The index of the last hit before a position; None without such a hit."""
        index = bisect_left(self._hits, place, key=lambda hit: hit.position) - 1
        return index if index >= 0 else None


class _Chunk(NamedTuple):
    """Some pages, normalized for search."""

    pages: Sequence[Page]
    text: str
    starts: list[int]
    """Where each page begins in `text`; and last, where another page would begin."""
    even: bool
    """Whether each character of `text` stands for exactly one character of a page."""
    unfoldings: dict[int, Unfolding | None]
    """In a chunk that is not even, by index of a page with hits: finds what is printed; None if the page is even."""
    notes: list[tuple[Position, Note]]
    """The notes whose first mark is on these pages, with the position of that mark."""


class Search:
    """The search in one document, for any number of queries."""

    def __init__(self, document: Document) -> None:
        """Takes no time: the text is normalized with the first search."""
        self._document = document
        self._chunks: list[_Chunk] = []
        self._noted: set[str] = set()

    def hits(self, query: Query) -> Hits:
        """All hits of a query. Raises SearchError as `slices` does."""
        return Hits(hit for part in self.slices(query) for hit in part)

    def slices(self, query: Query) -> Generator[list[Hit], None, None]:
        """The hits of a query in the order of the document, in slices that each take a few milliseconds.

        Raises SearchError if there are too many hits, or for an expression that is wrong or takes too long. The hits
        before that have been given. An expression goes on in its process until this iterator is closed.
        """
        many = 0
        for found in self._by_expression(query) if query.expression else self._by_words(query):
            many += len(found)
            if many > MOST_HITS:
                raise SearchError(f"{query.typed} is found over {MOST_HITS:,} times; search for something longer.")
            yield found

    def _by_words(self, query: Query) -> Iterator[list[Hit]]:
        for chunk in self._folded():
            yield from _in_slices(merge(_in_pages(chunk, query), _in_notes(chunk, query), key=_place))
        end, others = self._other_notes(query)
        yield [Hit(*end, end.offset, note.mark) for note in others if query.words in folded(note.text or "")]

    def _by_expression(self, query: Query) -> Iterator[list[Hit]]:
        """Hits of a regular expression in the pages as printed; case does not matter."""
        from tui_reader.document.search.expression_search import ExpressionSearch, NotAnExpression

        try:
            with closing(ExpressionSearch(query.expression)) as search:
                for chunk in self._folded():
                    pages = [page for page in chunk.pages if query.is_of(page.speaker)]
                    yield from _found(search, pages, _notes_of(chunk, query))
                end, others = self._other_notes(query)
                yield from _found(search, [], [(end, note) for note in others])
        except NotAnExpression as error:
            raise SearchError(f"{query.expression}: not a regular expression ({error}).") from None
        except TimeoutError:
            raise SearchError(f"{query.typed} takes too long, or too much memory; make it simpler.") from None
        except OSError as error:
            raise SearchError(f"{query.typed} cannot be searched for: {error.strerror}.") from None

    def _folded(self) -> Iterator[_Chunk]:
        """All chunks; those that are new are normalized when they are reached."""
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

    def _other_notes(self, query: Query) -> tuple[Position, list[Note]]:
        """The notes without a mark and the source line, and the end of the document, where their hits are."""
        pages, document = self._document.pages, self._document
        if not pages or query.speakers is not None:
            return Position(0, 0), []
        others = [note for note in (*document.notes, document.source) if note and note.mark not in self._noted]
        return Position(len(pages) - 1, len(pages[-1].text)), others


def _in_slices(hits: Iterable[Hit]) -> Iterator[list[Hit]]:
    """The hits in lists, each of as many as are found in some milliseconds."""
    found: list[Hit] = []
    until = time.monotonic() + SLICE_SECONDS
    for hit in hits:
        found.append(hit)
        if time.monotonic() > until:
            yield found
            found, until = [], time.monotonic() + SLICE_SECONDS
    yield found


def _in_pages(chunk: _Chunk, query: Query) -> Iterator[Hit]:
    """Hits of words in the chunk's pages; without words, the first character of each page of the speakers."""
    text, words, size = chunk.text, query.words, len(query.words)
    if not words:
        yield from (Hit(page.index, 0, 0) for page in chunk.pages if page.speaker in (query.speakers or ()))
        return
    at, index = text.find(words), 0
    while at >= 0:
        index = bisect_right(chunk.starts, at, index) - 1
        page = chunk.pages[index]
        if query.is_of(page.speaker):
            start, length = at - chunk.starts[index], chunk.starts[index + 1] - chunk.starts[index] - 1
            if not chunk.even and page.index not in chunk.unfoldings:
                chunk.unfoldings[page.index] = None if is_even(page.text, length) else Unfolding(page.text)
            unfolding = chunk.unfoldings.get(page.index)
            yield Hit(page.index, *(unfolding.printed(start, start + size) if unfolding else (start, start + size)))
        at = text.find(words, at + size)


def _in_notes(chunk: _Chunk, query: Query) -> list[Hit]:
    """Hits of words in the notes of the chunk's pages, one for each note, at its mark."""
    if not query.words:
        return []
    notes = _notes_of(chunk, query)
    return [Hit(*place, place.offset, note.mark) for place, note in notes if query.words in folded(note.text or "")]


def _notes_of(chunk: _Chunk, query: Query) -> list[tuple[Position, Note]]:
    """The notes of the chunk's pages that are searched, in the order of their marks."""
    first = chunk.pages[0].index if chunk.pages else 0
    noted = [(place, note) for place, note in chunk.notes if query.is_of(chunk.pages[place.page - first].speaker)]
    return sorted(noted, key=lambda pair: pair[0])


def _found(
    search: ExpressionSearch, pages: Sequence[Page], notes: Sequence[tuple[Position, Note]]
) -> Iterator[list[Hit]]:
    """Hits of an expression in pages and notes, in slices; empty ones while it is looked for."""
    steps = search.spans([page.text for page in pages] + [note.text or "" for _, note in notes])
    while True:
        try:
            next(steps)
        except StopIteration as end:
            found = end.value
            break
        yield []
    in_pages = (Hit(page.index, *span) for page, spans in zip(pages, found, strict=False) for span in spans)
    in_notes = (
        Hit(*place, place.offset, note.mark)
        for (place, note), spans in zip(notes, found[len(pages) :], strict=True)
        if spans
    )
    yield from _in_slices(merge(in_pages, in_notes, key=_place))


def _place(hit: Hit) -> tuple[int, int, int]:
    return hit.page, hit.start, hit.end
