"""What the library screen lists: volumes and documents with how far each was read, or places found in all of them."""

from __future__ import annotations

from pathlib import Path

from tui_reader.document.collection import split_id
from tui_reader.faces.tui.screens.list_parts import progress_bar
from tui_reader.faces.tui.text.head import cut
from tui_reader.library import catalogue
from tui_reader.library.index_hit import IndexHit
from tui_reader.library.index_search import MOST, Across
from tui_reader.library.listing import Listing, Order, Row
from tui_reader.library.recent import ListedVolume
from tui_reader.reading import Reading
from tui_reader.terminal.counts import count
from tui_reader.terminal.output import without_controls
from tui_reader.terminal.wrapping import cell_width

BAR = 10
"""Cells of the bar that says how far a document was read."""
WIDE = 60
"""Cells from which on a row has room for the date too."""
PEOPLED = 96
"""Cells from which on it has room for people."""
DAYS = 112
"""Cells from which on it has room for the day on which it was read."""
WIDEST = 130
"""A document's row is no wider, so that the eye finds what belongs to the title."""
PEOPLE = 22
"""Cells for the people of a document."""


class LibraryList:
    """The rows of the screen. Nothing here changes the library."""

    def __init__(self, reading: Reading, sign: str, order: Order) -> None:
        """`sign` stands before the document that is open."""
        self._reading, self._library, self._sign = reading, reading.library, sign
        self._there: dict[Path, bool] = {}
        self.order = order
        self.words = ""
        """Words that the listed documents have; "" lists all."""
        self.volume: ListedVolume | None = None
        """The volume whose documents are listed; None where all are."""
        self.wanted = ""
        """Words that were searched for in all documents."""
        self.places: list[IndexHit] | None = None
        """What the search found; None where documents are listed."""
        self.across: Across | None = None
        """The search, as it goes on in a document that is opened."""
        self.renew()

    def renew(self) -> None:
        """Look again what is in the library."""
        self._there.clear()
        self._seen = self._version()
        self.rows = Listing(self._library, self.order, self.volume.id if self.volume else 0, self.words)
        self._total = self._library.count()

    @property
    def is_stale(self) -> bool:
        """Whether another connection has changed the library since this was listed; always true for one in memory."""
        return self._library.path is None or self._version() != self._seen

    def _version(self) -> object:
        return self._library.row("SELECT data_version FROM pragma_data_version")

    def search(self, wanted: str) -> str:
        """List the places with these words; a message without such places, and the list stays. Raises ReaderError."""
        self.wanted = wanted
        places = self._library.index.search(wanted)
        if not places:
            return f"Nothing found for {wanted}."
        self.places, self.across = places, self._library.index.across(wanted)
        return ""

    def is_open(self, row: Row) -> bool:
        """Whether that document is the one being read, or is in that volume."""
        if isinstance(row, ListedVolume):
            return row.path == split_id(self._reading.place.path)[0]
        return row.key == self._reading.document.key

    def count(self) -> int:
        """How many rows there are."""
        return len(self.rows if self.places is None else self.places)

    def summary(self, keys: str) -> str:
        """What is listed, in a line; `keys` says what keys do in the list of documents."""
        if self.places is not None:
            found = f"The best {MOST} places" if len(self.places) == MOST else count(len(self.places), "place")
            return f"{found} with {self.wanted}. Enter opens, / finds others, Escape back."
        title = f"{self.volume.title.rstrip('.')}, " if self.volume else ""
        if self.words:
            whole = self.volume.documents if self.volume else self._total
            return f"{title}{len(self.rows):,} of {count(whole, 'document')}, with {self.words}. {keys}"
        if self.volume:
            return f"{title}{count(len(self.rows), 'document')}. {keys}"
        return f"Library, {count(self._total, 'document')}. {keys}"

    def row(self, index: int, width: int) -> str:
        """A document or a volume and how far it was read, or a place; `width` in cells."""
        if self.places is not None:
            return place_row(self.places[index], width)
        row = self.rows[index]
        there = self._there.setdefault(row.path, catalogue.is_there(row))
        sign, bar, width = self._sign if self.is_open(row) else " ", self._sign == "›", min(width, WIDEST)
        if isinstance(row, ListedVolume):
            columns = catalogue.years(row, "-"), row.title, count(row.documents, "document")
        else:
            numbered = f"{row.numbered:>4} " if self.volume or self.words else ""
            columns = row.date[:10], numbered + row.title, catalogue.people(row)
        return library_row(row, sign, there, columns, self.rows.dated, bar, width)

    def about(self, index: int) -> str:
        """The whole of a row in a line that is wrapped."""
        if self.places is not None:
            return catalogue.place_line(self.places[index])
        row = self.rows[index]
        return without_controls(catalogue.line(row)) + (" It is open." if self.is_open(row) else "")


def library_row(
    row: Row, sign: str, there: bool, columns: tuple[str, str, str], dated: bool, bar: bool, width: int
) -> str:
    """A row: sign, title, people, date, how far it was read, also as a `bar`, and when, as far as there is room.

    `there` is whether its file is found, `dated` whether a date is known of any row.
    """
    date, title, people = columns
    day = catalogue.read_on(row)
    far = (f"{row.percent} percent" if day else "not read yet") if there else "missing"
    after = f"  {far:>12}" + (f"  {day:>10}" if width >= DAYS else "")
    if bar and width >= WIDE:
        after = f"  {progress_bar(row.percent if day and there else 0, BAR)}{after}"
    if dated and width >= WIDE:
        after = f"  {date:>10}{after}"
    if width >= PEOPLED:
        people = cut(people, PEOPLE)
        after = f"  {people}{' ' * (PEOPLE - cell_width(people))}{after}"
    room = max(8, width - 2 - cell_width(after))
    title = cut(title, room)
    return f"{sign:1} {title}{' ' * (room - cell_width(title))}{after}"


def place_row(place: IndexHit, width: int) -> str:
    """A place that was found: the date and title of its document, where it is, the words there."""
    room = width // 3 if width >= WIDE else 10
    title = cut(place.title, room)
    date = f"{place.date[:10]:<10}  " if width >= DAYS else ""
    where = f"{place.typed}, {place.speaker}" if place.speaker else place.typed
    return f"{date}{title}{' ' * (max(10, room) - cell_width(title))}  {where}: {place.words}"
