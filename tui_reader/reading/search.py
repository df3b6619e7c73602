"""Search in the document that is read: what was found last, and the ways to the hits. Knows no face."""

from __future__ import annotations

import time
from collections.abc import Generator
from math import inf
from typing import TYPE_CHECKING

from tui_reader.reading.history import History
from tui_reader.reading.place import Place

if TYPE_CHECKING:
    from tui_reader.document.search.document_search import Search
    from tui_reader.reading.search_results import SearchResults


class DocumentSearch:
    """Finds words in the document of a place, and jumps to them."""

    results: SearchResults | None = None
    """The last search with all its hits, for a face to mark and count; None if nothing was searched for."""

    def __init__(self, place: Place, history: History) -> None:
        self._place, self._history = place, history
        self._search: Search | None = None
        self._steps: Generator[None, None, None] | None = None

    def document_changed(self) -> None:
        """Forget what was found and indexed in the document before."""
        self.stop()
        self.results = self._search = None

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
            self._search = Search(self._place.document)
        results = SearchResults(self._place.document, self._search, typed)
        yield from results.find()
        self.results = results

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

    def forget(self) -> None:
        """Drop the results, so that nothing is marked as found."""
        self.results = None

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
