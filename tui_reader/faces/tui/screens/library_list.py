"""What the library screen lists: documents with how far each was read, or places found in all of them."""

from __future__ import annotations

from pathlib import Path

from tui_reader.faces.tui.screens.list_parts import progress_bar
from tui_reader.faces.tui.text.head import cut
from tui_reader.library import Recent, catalogue
from tui_reader.library.index_hit import IndexHit
from tui_reader.library.index_search import MOST
from tui_reader.reading import Reading
from tui_reader.terminal.counts import count
from tui_reader.terminal.output import without_controls
from tui_reader.terminal.wrapping import cell_width

BAR = 10
"""Cells of the bar that says how far a document was read."""
WIDE = 60
"""Cells from which on a row has room for the day too."""
WIDEST = 110
"""A document's row is no wider, so that the eye finds what belongs to the title."""


class LibraryList:
    """The rows of the screen. Nothing here changes the library."""

    def __init__(self, reading: Reading, sign: str) -> None:
        """`sign` stands before the document that is open."""
        self._reading, self._library, self._sign = reading, reading.library, sign
        self._there: dict[Path, bool] = {}
        self.title = ""
        """Words that the titles of the listed documents have; "" lists all."""
        self.wanted = ""
        """Words that were searched for in all documents."""
        self.documents: list[Recent] = []
        self.places: list[IndexHit] | None = None
        """What the search found; None where documents are listed."""
        self.renew()

    def renew(self) -> None:
        """Look again what is in the library."""
        self._there.clear()
        words = self.title.casefold().split()
        every = self._library.recent(-1)
        self._total = len(every)
        self.documents = [one for one in every if all(word in one.title.casefold() for word in words)]

    def search(self, wanted: str) -> str:
        """List the places with these words; a message without such places, and the list stays. Raises ReaderError."""
        self.wanted = wanted
        places = self._library.index.search(wanted)
        if not places:
            return f"Nothing found for {wanted}."
        self.places = places
        return ""

    def index_of(self, key: str) -> int | None:
        """The row of the document with that key."""
        return next((row for row, recent in enumerate(self.documents) if recent.key == key), None)

    def is_open(self, recent: Recent) -> bool:
        """Whether that document is the one being read."""
        return recent.key == self._reading.document.key

    def count(self) -> int:
        """How many rows there are."""
        return len(self.documents if self.places is None else self.places)

    def summary(self, keys: str) -> str:
        """What is listed, in a line; `keys` says what keys do in the list of documents."""
        if self.places is not None:
            found = f"The best {MOST} places" if len(self.places) == MOST else count(len(self.places), "place")
            return f"{found} with {self.wanted}. Enter opens, / finds others, Escape back."
        if self.title:
            return f"{len(self.documents)} of {self._total} documents, with {self.title}. {keys}"
        return f"Library, {count(self._total, 'document')}. {keys}"

    def row(self, index: int, width: int) -> str:
        """A document and how far it was read, or a place; `width` in cells."""
        if self.places is not None:
            return place_row(self.places[index], width)
        recent = self.documents[index]
        there = self._there.setdefault(recent.path, catalogue.is_there(recent))
        sign, bars = self._sign if self.is_open(recent) else " ", self._sign == "›" and width >= WIDE
        return document_row(recent, sign, there, min(width, WIDEST), bars)

    def about(self, index: int) -> str:
        """The whole of a row in a line that is wrapped."""
        if self.places is not None:
            return catalogue.place_line(self.places[index])
        recent = self.documents[index]
        return without_controls(catalogue.line(recent)) + (" It is open." if self.is_open(recent) else "")


def document_row(recent: Recent, sign: str, there: bool, width: int, bar: bool = False) -> str:
    """A document: sign, title, how far it was read, also as a `bar`, and when; `there`: whether its file is found."""
    day = catalogue.read_on(recent)
    far = f"{recent.percent} percent" if day else "not read yet"
    far = far if there else "missing"
    drawn = f"  {progress_bar(recent.percent if day and there else 0, BAR)}" if bar else ""
    told = f"{drawn}  {far:>12}" + (f"  {day:>10}" if width >= WIDE else "")
    title = cut(recent.title, max(8, width - 2 - len(told)))
    return f"{sign:1} {title}{' ' * (width - 2 - len(told) - cell_width(title))}{told}"


def place_row(place: IndexHit, width: int) -> str:
    """A place that was found: the title of its document, where it is, the words there."""
    room = width // 3 if width >= WIDE else 10
    title = cut(place.title, room)
    where = f"{place.typed}, {place.speaker}" if place.speaker else place.typed
    return f"{title}{' ' * (max(10, room) - cell_width(title))}  {where}: {place.words}"
