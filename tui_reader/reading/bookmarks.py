"""The bookmarks and highlights of the document that is read. Each change is saved in the library at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui_reader.document.model import Position
from tui_reader.library import LibraryError
from tui_reader.reading.history import History
from tui_reader.reading.observers import Observers
from tui_reader.reading.place import Place

if TYPE_CHECKING:
    from tui_reader.library import Library
    from tui_reader.library.all_bookmarks import MarkedPlace
    from tui_reader.library.bookmark_store import Bookmark
    from tui_reader.reading.selection import Selection


class Bookmarks:
    """The bookmarks of one document. Each method returns a line that says what was done or why not."""

    def __init__(self, place: Place, history: History, library: Library) -> None:
        self._place, self._history, self._library = place, history, library
        self._all: list[Bookmark] | None = None
        self._is_told = False
        """Whether it was said that there is no library, as of the first mark or note."""
        self.added = Observers()
        """Told when the place itself was marked, not of a highlight."""

    def document_changed(self) -> None:
        """Read the bookmarks again when they are needed."""
        self._all = None

    @property
    def all(self) -> list[Bookmark]:
        """The bookmarks and highlights in the order of the document; those whose words are lost come last."""
        if self._all is None:
            self._all = self._library.bookmarks.of(self._place.whole)
        return self._all

    @property
    def found(self) -> list[Bookmark]:
        """Those that have a place in the document."""
        return [one for one in self.all if not one.lost]

    def add(self, note: str = "", at: Position | None = None) -> str:
        """Mark this place, or `at` if that is not marked yet; a place that is marked already is given the note."""
        marked = {one.place: one for one in self.found if not one.length}
        position = self._place.position if at is None or at in marked else at
        here = marked.get(position)
        if here is None:
            return self._mark(position, 0, note)
        return self.write_note(here.number, note) if note else f"Bookmark {here.number} is here already."

    def highlight(self, page: int, start: int, end: int, note: str = "") -> str:
        """Mark the characters `start` to `end` of a page's text."""
        return self._mark(Position(page, start), end - start, note)

    def highlight_stretch(self, stretch: Selection) -> str:
        """Mark the words of a stretch, on each of its pages; the line of the last."""
        told = ""
        for page in self._place.document.pages[stretch.start.page : stretch.end.page + 1]:
            part = stretch.on(page)
            told = self.highlight(page.index, *part) if part else told
        return told

    def _mark(self, position: Position, length: int, note: str) -> str:
        from tui_reader.reading.excerpts import place_name

        document = self._place.whole

        def mark() -> str:
            number = self._library.bookmarks.add(document, position, length, note)
            if not length:
                self.added.tell()
            page = document.pages[position.page] if document.pages else None
            return f"{'Highlight' if length else 'Bookmark'} {number} at {place_name(document, page)}.{self._told()}"

        return self._changed(mark)

    def write_note(self, number: int, note: str) -> str:
        """Replace the note of a bookmark; an empty one removes it."""
        if self._numbered(number) is None:
            return f"There is no bookmark {number}."

        def write() -> str:
            self._library.bookmarks.write_note(self._place.whole, number, note)
            return f"Note of bookmark {number} written.{self._told()}"

        return self._changed(write)

    def remove(self, number: int) -> str:
        """Remove a bookmark; the others keep their numbers."""

        def remove() -> str:
            removed = self._library.bookmarks.remove(self._place.whole, number)
            return f"Bookmark {number} removed." if removed else f"There is no bookmark {number}."

        return self._changed(remove)

    def _told(self) -> str:
        if self._library.path or self._is_told:
            return ""
        self._is_told = True
        return " Not saved: there is no library."

    def _changed(self, change: Callable[[], str]) -> str:
        """What a change says, or why it could not be saved."""
        self._all = None
        try:
            return change()
        except LibraryError as error:
            return str(error)

    def go_to(self, number: int | None = None) -> str:
        """Go to the bookmark with that number; without a number to the next one, and after the last to the first."""
        if not self.all:
            return "There are no bookmarks."
        from tui_reader.reading.excerpts import bookmark_line

        if number is not None:
            target = self._numbered(number)
        else:
            behind = (one for one in self.found if one.place > self._place.position)
            target = next(behind, self.all[0])
        if target is None:
            return f"There is no bookmark {number}."
        if not target.lost:
            self._history.jump(target.place)
        return bookmark_line(self._place.document, target)

    def begin_at(self, number: int) -> str | None:
        """Begin at a bookmark of a document that was just opened, or say that there is no such bookmark."""
        target = self._numbered(number)
        if target is None or target.lost:
            return f"Bookmark {number} is no longer in the text."
        return self._place.go_unless_line(target.place)

    @property
    def everywhere(self) -> list[MarkedPlace]:
        """Those of all documents of the library. Raises LibraryError where they cannot be read."""
        from tui_reader.library.all_bookmarks import all_bookmarks

        return all_bookmarks(self._library)

    def _numbered(self, number: int) -> Bookmark | None:
        return next((one for one in self.all if one.number == number), None)
