"""Search in the document that is read: what was found last, and the ways to the hits. Knows no face."""

from __future__ import annotations

import time
from collections.abc import Generator
from math import inf
from typing import TYPE_CHECKING

from tui_reader.errors import ReaderError
from tui_reader.reading.history import History
from tui_reader.reading.place import Place

if TYPE_CHECKING:
    from tui_reader.document.model import Position
    from tui_reader.document.search.document_search import Search
    from tui_reader.library import Library
    from tui_reader.library.index_hit import IndexHit
    from tui_reader.library.index_search import Across
    from tui_reader.reading.search_results import SearchResults


class DocumentSearch:
    """Finds words in the document of a place, and jumps to them."""

    results: SearchResults | None = None
    """The last search with all its hits, for a face to mark and count; None if nothing was searched for."""

    across: Across | None = None
    """The search that goes on in the other documents of the library, where it was begun in all of them."""

    def __init__(self, place: Place, history: History, library: Library) -> None:
        self._place, self._history, self._library = place, history, library
        self._search: Search | None = None
        self._steps: Generator[None, None, None] | None = None

    def document_changed(self) -> None:
        """Forget what was found and indexed in the document before."""
        self.stop()
        self.results = self._search = self.across = None

    def find(self, typed: str) -> str:
        """Search, go to the first hit from here on (or the first of all), and return how much was found.

        `Castro`, `@Ball quarantine`, `/miss?iles?/`; notes are searched too.
        """
        from tui_reader.document.search.query import SearchError

        self.start(typed)
        try:
            self.go_on()
        except SearchError as error:
            return str(error)
        return self.go_to_first()

    # A search that takes long

    @property
    def busy(self) -> bool:
        """Whether a search goes on."""
        return self._steps is not None

    def start(self, typed: str) -> None:
        """Begin to search; `go_on` does it. A search that goes on is stopped."""
        self.stop()
        self._steps = self._searching(typed)

    def go_on(self, seconds: float = inf) -> None:
        """Search for so long, or until it is over.

        `results` changes when it is over; then `go_to_first` goes there. Raises SearchError.
        """
        until = time.monotonic() + seconds
        steps, self._steps = self._steps, None
        for _ in steps or ():
            if time.monotonic() >= until:
                self._steps = steps
                return

    def stop(self) -> None:
        """Stop searching; the results of the search before stay."""
        if self._steps:
            self._steps.close()
            self._steps = None

    def _searching(self, typed: str) -> Generator[None, None, None]:
        from tui_reader.document.search.document_search import Search
        from tui_reader.reading.search_results import SearchResults

        if self._search is None:
            self._search = Search(self._place.whole)
        results = SearchResults(self._place.document, self._search, typed)
        yield from results.find()
        self.results, self.across = results, None

    # The hits

    def go_to_first(self) -> str:
        """Go to the first hit from here on, or the first of all, and return how much was found."""
        if self.results is None:
            return "Nothing was searched for."
        index = self.results.first(self._place.position)
        if index is None:
            return self.results.summary()
        line = f"{'Next' if index else 'First'}, {self.results.line_counted(index)}"
        self._jump(self.results, index)
        return f"{self.results.summary()} {line}"

    def next_hit(self) -> str:
        """Go to the next hit."""
        return self._go(self.results.following(self._place.position) if self.results else None, "further")

    def previous_hit(self) -> str:
        """Go to the previous hit."""
        return self._go(self.results.preceding(self._place.position) if self.results else None, "earlier")

    @property
    def at_hit(self) -> Position | None:
        """The hit that was gone to last, while only the voice has moved on since, on its page; or None."""
        place, results = self._place, self.results
        if results is None or results.index is None:
            return None
        hit = results.hits[results.index].position
        return hit if hit == place.gone_to and hit.page == place.position.page else None

    def forget(self) -> None:
        """Drop the results, so that nothing is marked as found."""
        self.results = self.across = None

    # Other documents

    def further(self) -> tuple[IndexHit, Across] | None:
        """After the last hit, the next place in the library that has what was searched for, and the search itself.

        None where this document has a further hit, and where nothing else is found.
        """
        if self.busy or (self.results and self.results.following(self._place.position) is not None):
            return None
        across = self.across or (self.results and _across(self.results))
        if not across:
            return None
        page = None if self.results else self._place.position.page
        try:
            place = self._library.index.following(across, self._place.document.key, page)
        except ReaderError:  # no index
            return None
        return (place, across) if place else None

    def go_on_with(self, across: Across) -> None:
        """Go on with a search of the library in this document, at the place that was found: its hits are marked."""
        from tui_reader.document.search.query import SearchError

        terms, self.across = across.query.terms, across
        if len(terms) != 1:  # one document is searched for words in a row only
            return
        self.start(terms[0].words.rstrip("*"))
        try:
            self.go_on()
        except SearchError:
            return
        self.across = across
        if self.results:
            here = self._place.position
            self.results.index = next((at for at, hit in enumerate(self.results.hits) if hit.position == here), None)
            self.results = self.results if len(self.results.hits) else None

    def _go(self, index: int | None, direction: str) -> str:
        if self.busy:
            return "Still searching."
        if self.results is None:
            return "Nothing was searched for."
        if index is None:
            return f"No {direction} turn {self.results.sought}."
        from tui_reader.reading.excerpts import capitalized

        self._jump(self.results, index)
        return capitalized(self.results.line_counted(index))

    def _jump(self, results: SearchResults, index: int) -> None:
        results.index = index
        self._history.jump(results.hits[index].position)


def _across(results: SearchResults) -> Across | None:
    """A search of one document as it goes on in others; None for a regular expression."""
    from tui_reader.document.search.query import name_and_rest
    from tui_reader.library.index_query import IndexQuery, Term
    from tui_reader.library.index_search import Across

    if results.query.expression:
        return None
    speakers: tuple[str, ...] = ()
    words = results.typed
    if words.startswith("@"):
        name, words = name_and_rest(words[1:])
        speakers = (name,)
    terms = (Term(words, quoted=False),) if any(map(str.isalnum, words)) else ()
    return Across(IndexQuery(terms, speakers, ()), begins=True) if terms or speakers else None
