"""Search in the document that is read: what was found last, and the ways to the hits. Knows no face."""

from __future__ import annotations

from collections.abc import Iterator
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

    def document_changed(self) -> None:
        """Forget what was found and indexed in the document before."""
        self.results = self._search = None

    def find(self, typed: str) -> str:
        """Search, go to the first hit from here on (or the first of all), and return how much was found.

        `Castro`, `@Ball quarantine`, `/miss?iles?/`; notes are searched too.
        """
        from tui_reader.document.search.query import SearchError

        try:
            for _ in self.searching(typed):
                pass
        except SearchError as error:
            return str(error)
        return self.go_to_first()

    def searching(self, typed: str) -> Iterator[int]:
        """Search in steps of a few milliseconds; yields the number of hits so far.

        `results` changes when the search is over; then `go_to_first` goes there. Raises SearchError.
        """
        from tui_reader.document.search.document_search import Search
        from tui_reader.reading.search_results import SearchResults

        if self._search is None:
            self._search = Search(self._place.document)
        results = SearchResults(self._place.document, self._search, typed)
        yield from results.find()
        self.results = results

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
