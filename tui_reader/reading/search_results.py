"""The hits of one search in a document, and the lines that describe them. Knows no face and has no place of its own."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import closing

from tui_reader.document.model import Document, Position
from tui_reader.document.search.document_search import Hit, Hits, Search
from tui_reader.document.search.query import Query, query_of
from tui_reader.reading.excerpts import place_and_speaker, sentence_at
from tui_reader.terminal.counts import count


class SearchResults:
    """One query and its hits."""

    def __init__(self, document: Document, search: Search, typed: str) -> None:
        """`find` does the search. Raises SearchError if `typed` cannot be searched for."""
        self._document, self._search = document, search
        self.query: Query = query_of(typed, document)
        self.typed = typed.strip()
        self.hits = Hits()
        """The hits in the order of the document; empty until the search is over."""
        self.index: int | None = None
        """The index of the hit that was visited last."""

    def find(self) -> Generator[None, None, None]:
        """Search in steps of a few milliseconds. Raises SearchError."""
        hits: list[Hit] = []
        with closing(self._search.slices(self.query)) as slices:
            for some in slices:
                hits += some
                yield
        self.hits = Hits(hits)

    def first(self, here: Position) -> int | None:
        """The index of the first hit from a place on, or else of the first of all; None if nothing was found."""
        following = self.hits.after(here._replace(offset=here.offset - 1))
        return following if following is not None or not len(self.hits) else 0

    def following(self, here: Position) -> int | None:
        """The index of the hit after the current one, or after the place; None if there is no further hit."""
        if self._is_at(here):
            assert self.index is not None
            return self.index + 1 if self.index + 1 < len(self.hits) else None
        return self.hits.after(here)

    def preceding(self, here: Position) -> int | None:
        """The index of the hit before the current one, or before the place; None if there is no earlier hit."""
        if self._is_at(here):
            return self.index - 1 if self.index else None
        return self.hits.before(here)

    def _is_at(self, here: Position) -> bool:
        return self.index is not None and self.hits[self.index].position == here

    # In words

    @property
    def sought(self) -> str:
        """What was searched for, in words: "with Castro", "of Ball", "of Ball with Castro"."""
        names = [self._document.short_name(id) for id in sorted(self.query.speakers or ())]
        of, words = f"of {' and '.join(names)}" if names else "", self.query.typed
        return f"{of} with {words}".strip() if words else of

    def summary(self) -> str:
        """How much was found: "6 turns with Castro."."""
        counted = self._pages_counted()
        return f"{counted} {self.sought}." if counted else f"Nothing found for {self.typed}."

    def summary_of_hits(self) -> str:
        """The same with the number of hits, where a turn has several: "12 hits in 6 turns with Castro."."""
        several = len(self.hits) > len(self.hits.pages)
        return f"{count(len(self.hits), 'hit')} in {self.summary()}" if several else self.summary()

    def _pages_counted(self) -> str:
        """The number of turns and parts with hits, in words; empty if nothing was found."""
        pages = [self._document.pages[page] for page in self.hits.pages]
        turns = sum(page.turn is not None for page in pages)
        counts = ((turns, "turn"), (len(pages) - turns, "part"))
        return " and ".join(count(number, thing) for number, thing in counts if number)

    def line(self, index: int) -> str:
        """A hit: where, who speaks, the sentence: "turn 6, Stevenson: Castro would ..."."""
        hit = self.hits[index]
        page = self._document.pages[hit.page]
        where = place_and_speaker(self._document, hit.position)
        note = self._note(hit)
        if note is not None:
            return f"{where}, {note}"
        return f"{where}: {' '.join(sentence_at(page, hit.start).split())}"

    def _note(self, hit: Hit) -> str | None:
        if hit.note is None:
            return None
        source = self._document.source
        note = self._document.note(hit.note) or (source if source and source.mark == hit.note else None)
        named = f"note {hit.note}" if note is not source else hit.note.lower()
        return f"{named}: {' '.join((note.text or '').split())}" if note else named

    def line_counted(self, index: int) -> str:
        """The same with its number if there are more hits: "turn 6, Stevenson: Castro would ... Hit 2 of 9.".

        The summary counts turns, and a turn may have several hits.
        """
        number = f" Hit {index + 1} of {len(self.hits)}." if len(self.hits) > 1 else ""
        return f"{self.line(index)}{number}"
