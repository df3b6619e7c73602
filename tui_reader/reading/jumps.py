"""The long ways in a document: what is typed, searched for, marked or listed, and the way back. Knows no sound.

Each jump leaves the place in the history. A method that has something to say gives it back as a line; where it moved
and the line tells the place, a face may say the line alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from tui_reader.document.model import Document, Position
from tui_reader.reading import steps
from tui_reader.reading.history import History
from tui_reader.reading.place import Place

if TYPE_CHECKING:
    from tui_reader.document.search.search import Search
    from tui_reader.library.bookmark_store import Bookmark
    from tui_reader.reading.glossary import Glossary
    from tui_reader.reading.outline import Outline
    from tui_reader.reading.search_results import SearchResults


class Jumps(Place):
    """A place, and what leads to others far off."""

    found: SearchResults | None = None
    """What was searched for last, with all its hits for a face to mark and count."""

    def _begin(self, document: Document, path: Path) -> None:
        self._history = History()
        super()._begin(document, path)
        self._look_again()

    def take_document(self, document: Document) -> None:
        """Go on at the same words of a document that is understood in another way; what was found is forgotten."""
        super().take_document(document)
        self._look_again()

    def _look_again(self) -> None:
        """Forget what was made of the document before."""
        self.found = self._bookmarks = None
        self._glossed = (-1, -1)
        for made in ("outline", "glossary", "_search"):
            self.__dict__.pop(made, None)

    # Jumps, and back

    def jump(self, position: Position) -> None:
        """Go to a place that was chosen: a row of the outline, a link. One comes back by `go_back`."""
        if position != self.position:
            self._history.leave(self.document, self.position)
        self._go(position)

    def _jump_where(self, target: Position | str) -> str | None:
        if isinstance(target, str):
            return target
        self.jump(target)
        return None

    def go_back(self) -> str | None:
        """Go back to the place that was left by the last jump."""
        return self._go_where(self._history.back(self.document, self.position) or "There is nothing to go back to.")

    def go_forward(self) -> str | None:
        """Go forward again to where one went back from."""
        place = self._history.forward(self.document, self.position)
        return self._go_where(place or "There is nothing to go forward to.")

    def go_to(self, number: int) -> str | None:
        """Go to the turn of that number."""
        return self._jump_where(steps.turn(self.document, number))

    def go_to_typed(self, typed: str) -> str | None:
        """Go to what was typed: `12`, `50%`, `part 2`, a word of a part's heading, `start`, `end`."""
        from tui_reader.reading.typed_place import place_typed

        return self._jump_where(place_typed(self.document, self._progress, typed))

    def to_words(self, words: str) -> None:
        """Go on to these words of the page one is on, whatever blanks are between them there; stay without them."""
        import re

        found = re.search(r"\s+".join(map(re.escape, words.split())), self.page.text) if self.page else None
        if words and found:
            self._go(Position(self.position.page, found.start()))

    def next_part(self) -> str | None:
        """Go to the next part."""
        return self._jump_where(steps.next_part(self.document, self.position))

    def previous_part(self) -> str | None:
        """Go to the start of this part, or of the part before."""
        return self._jump_where(steps.previous_part(self.document, self.position))

    def next_memo(self) -> str | None:
        """Go to the next memo or letter that came with the talk."""
        return self._jump_where(steps.next_memo(self.document, self.position))

    @property
    def at_memo(self) -> bool:
        """Whether one is at a memo or letter."""
        return self.page is not None and steps.is_memo(self.page)

    @cached_property
    def outline(self) -> Outline:
        """Parts and turns as rows, row `i` for page `i`: one is on row `position.page`. `jump` to a row's position."""
        from tui_reader.reading.outline import Outline

        return Outline(self.document)

    @cached_property
    def glossary(self) -> Glossary:
        """What is explained of the words of each page."""
        from tui_reader.reading.glossary import Glossary

        return Glossary(self.document)

    def gloss(self) -> str:
        """What an abbreviation or a name of this page means; called again, the next."""
        glosses = self.glossary.of(self.page)
        if not glosses:
            return "Nothing is explained here."
        page, last = self._glossed
        index = (last + 1) % len(glosses) if page == self.position.page else 0
        self._glossed = self.position.page, index
        words, meaning = glosses[index]
        return f"{words}: {meaning.rstrip('.')}. {index + 1} of {len(glosses)}."

    _glossed = (-1, -1)
    """The page of the gloss that was given last, and which it was."""

    # Search

    @cached_property
    def _search(self) -> Search:
        from tui_reader.document.search.search import Search

        return Search(self.document)

    def search(self, typed: str) -> str:
        """Search, go to the first hit from here on (or the first of all), and give how much was found.

        `Castro`, `@Ball quarantine`, `/miss?iles?/`; notes are searched too.
        """
        from tui_reader.document.search.query import SearchError

        try:
            for _ in self.searching(typed):
                pass
        except SearchError as error:
            return str(error)
        return self.go_to_found()

    def searching(self, typed: str) -> Iterator[int]:
        """Search bit by bit, a few milliseconds each; gives how many hits there are so far.

        `found` is there when it is over; then `go_to_found` goes there. Raises SearchError.
        """
        from tui_reader.reading.search_results import SearchResults

        found = SearchResults(self.document, self._search, typed)
        yield from found.find()
        self.found = found

    def go_to_found(self) -> str:
        """Go to the first hit from here on, or the first of all, and tell how much was found."""
        if self.found is None:
            return "Nothing was searched for."
        index = self.found.first(self.position)
        if index is None:
            return self.found.summary()
        line = f"{'Next' if index else 'First'}, {self.found.line_counted(index)}"
        self._to_hit(index)
        return f"{self.found.summary()} {line}"

    def next_hit(self) -> str:
        """Go to the next place that was found."""
        return self._hit(self.found.following(self.position) if self.found else None, "further")

    def previous_hit(self) -> str:
        """Go to the place before that was found."""
        return self._hit(self.found.preceding(self.position) if self.found else None, "earlier")

    def forget_search(self) -> None:
        """Nothing is marked as found any more."""
        self.found = None

    def _hit(self, index: int | None, way: str) -> str:
        if self.found is None:
            return "Nothing was searched for."
        if index is None:
            return f"No {way} turn {self.found.sought}."
        from tui_reader.reading.excerpts import capitalized

        self._to_hit(index)
        return capitalized(self.found.line_counted(index))

    def _to_hit(self, index: int) -> None:
        assert self.found
        self.found.index = index
        self.jump(self.found.hits[index].position)

    # Bookmarks, kept at once

    _bookmarks: list[Bookmark] | None = None

    @property
    def bookmarks(self) -> list[Bookmark]:
        """The bookmarks and highlights of the document, in its order."""
        if self._bookmarks is None:
            self._bookmarks = self._library.bookmarks.of(self.document)
        return self._bookmarks

    def bookmark(self, note: str = "") -> str:
        """Mark this place, or write a note for the mark that it has."""
        here = next((one for one in self.bookmarks if one.place == self.position and not one.length), None)
        if here is None:
            return self._mark(self.position, 0, note)
        return self.write_note(here.number, note) if note else f"Bookmark {here.number} is here already."

    def highlight(self, page: int, start: int, end: int, note: str = "") -> str:
        """Mark the characters `start` to `end` of a page's text."""
        return self._mark(Position(page, start), end - start, note)

    def _mark(self, place: Position, length: int, note: str) -> str:
        from tui_reader.reading.excerpts import place_name

        number = self._library.bookmarks.add(self.document, place, length, note)
        self._bookmarks = None
        if number is None:
            return str(self._library.trouble)
        page = self.document.pages[place.page] if self.document.pages else None
        return f"{'Highlight' if length else 'Bookmark'} {number} at {place_name(self.document, page)}."

    def write_note(self, number: int, note: str) -> str:
        """Write another note for a bookmark; an empty one takes it away."""
        if self._bookmark_of(number) is None:
            return f"There is no bookmark {number}."
        self._library.bookmarks.write_note(self.document, number, note)
        self._bookmarks = None
        return self._library.trouble or f"Note of bookmark {number} kept."

    def remove_bookmark(self, number: int) -> str:
        """Remove a bookmark; the others keep their numbers."""
        removed = self._library.bookmarks.remove(self.document, number)
        self._bookmarks = None
        if removed:
            return f"Bookmark {number} removed."
        return self._library.trouble or f"There is no bookmark {number}."

    def to_bookmark(self, number: int | None = None) -> str:
        """Go to the bookmark of that number; without one to the next in the document, and round from the last."""
        if not self.bookmarks:
            return "There are no bookmarks."
        if number is not None:
            target = self._bookmark_of(number)
        else:
            target = next((one for one in self.bookmarks if one.place > self.position), self.bookmarks[0])
        if target is None:
            return f"There is no bookmark {number}."
        from tui_reader.reading.excerpts import bookmark_line

        self.jump(target.place)
        return bookmark_line(self.document, target)

    def _bookmark_of(self, number: int) -> Bookmark | None:
        return next((one for one in self.bookmarks if one.number == number), None)
