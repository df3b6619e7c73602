"""The library on the screen: its documents with how far each was read, and the words of all of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual.binding import BindingType

from tui_reader.errors import ReaderError
from tui_reader.faces.tui.bindings import hidden_bindings
from tui_reader.faces.tui.library_import import LibraryImport, Work
from tui_reader.faces.tui.screens.ask import AskScreen
from tui_reader.faces.tui.screens.ask_path import PathScreen
from tui_reader.faces.tui.screens.overlays import ask
from tui_reader.faces.tui.screens.rows import RowsScreen
from tui_reader.faces.tui.text.head import cut
from tui_reader.library import Recent, catalogue
from tui_reader.library.word_index import MOST, IndexHit
from tui_reader.reading import Reading
from tui_reader.terminal.counts import count
from tui_reader.terminal.output import without_controls
from tui_reader.terminal.path_completion import path_typed
from tui_reader.terminal.wrapping import cell_width

WIDE = 60
"""Cells from which on a row has room for the day too."""
WIDEST = 110
"""A document's row is no wider, so that the eye finds what belongs to the title."""
KEYS = "Enter opens, / finds words in all, f a title, a adds, x removes, Escape back."
SHORT_KEYS = "/ finds words, f a title, a adds, x removes."
NOT_KEPT = "Nothing of this is kept: there is no library."
Open = Callable[..., "str | None"]
"""Reads the document at a path from now on, at a place as it is typed and at words there; gives why it cannot."""


class LibraryScreen(RowsScreen):
    """Enter opens the chosen document where it was left, or at the place that was found."""

    BINDINGS: ClassVar[list[BindingType]] = hidden_bindings(
        "escape,q back", "slash search", "f find_title", "a add", "x,delete remove"
    )

    def __init__(self, reading: Reading, sign: str, open: Open) -> None:
        """`sign` stands before the one that is open; `open` opens another."""
        super().__init__()
        self._reading, self._library, self._sign, self._open = reading, reading.library, sign, open
        self._there: dict[Path, bool] = {}
        self._title = self._told = self._wanted = ""
        self._places: list[IndexHit] | None = None
        """What was found in all documents; None where they are listed."""
        self._adding = False
        self._gathering: LibraryImport | None = None
        self._list()

    def _list(self) -> None:
        """Look again what there is."""
        words = self._title.casefold().split()
        every = self._library.recent(-1)
        self._total = len(every)
        self._recent = [one for one in every if all(word in one.title.casefold() for word in words)]

    # What is seen

    def first(self) -> int:
        """The one that is open."""
        key = self._reading.document.key
        return next((at for at, recent in enumerate(self._recent) if recent.key == key), 0)

    def count(self) -> int:
        """A row for each document, or place."""
        return len(self._recent if self._places is None else self._places)

    def row(self, index: int, width: int) -> str:
        """A document and how far; or a place that was found."""
        if self._places is not None:
            return _place_row(self._places[index], width)
        recent = self._recent[index]
        sign = self._sign if self._is_open(recent) else " "
        return _row(recent, sign, self._is_there(recent), min(width, WIDEST))

    def head(self) -> list[str]:
        """What was done, how far it is, how to go on."""
        lines = [] if self._library.path else [NOT_KEPT]
        if self._gathering and self._adding:
            looked = count(len(self._gathering.seen), "file")
            return [*lines, f"Adding: {looked}, {count(self._gathering.documents, 'document')} so far; Escape stops."]
        if self._told:
            return [*lines, self._told]
        if self._places is not None:
            found = f"The best {MOST} places" if len(self._places) == MOST else count(len(self._places), "place")
            return [*lines, f"{found} with {self._wanted}. Enter opens, / finds others, Escape back."]
        keys = KEYS if self.size.width >= WIDE else SHORT_KEYS
        if self._title:
            return [*lines, f"{len(self._recent)} of {self._total} documents, with {self._title}. {keys}"]
        return [*lines, f"Library, {count(self._total, 'document')}. {keys}"]

    def about(self, index: int) -> list[str]:
        """The whole of it."""
        if self._places is not None:
            return [catalogue.place_line(self._places[index])]
        recent = self._recent[index]
        return [without_controls(catalogue.line(recent)) + (" It is open." if self._is_open(recent) else "")]

    def _is_open(self, recent: Recent) -> bool:
        return recent.key == self._reading.document.key

    def _is_there(self, recent: Recent) -> bool:
        return self._there.setdefault(recent.path, catalogue.is_there(recent))

    # What is done

    def on_mount(self) -> None:
        """Look for what is new in the folders."""
        self._gather(catalogue.refreshing, self._looked)

    def on_unmount(self) -> None:
        """Look no further."""
        self._stop()

    def action_back(self) -> None:
        """Stop adding, go back to the whole list, or leave."""
        if self._gathering and self._adding:
            self._added(self._gathering, "Stopped. ")
        elif self._places is not None:
            self._places = None
            self.choose(self._listed_at)
        elif self._title:
            self._show_titles("")
        else:
            self.dismiss()

    def action_take(self) -> None:
        """Open it; where it cannot be opened, say why and stay."""
        if not self.count():
            return
        if self._places is not None:
            place = self._places[self.rows.at]
            refused = self._open(place.path, place.typed, place.found)
        else:
            recent = self._recent[self.rows.at]
            refused = None if self._is_open(recent) else self._open(recent.path)
        if refused:
            self._tell(refused)
        else:
            self.dismiss()

    def action_find_title(self) -> None:
        """List those only whose titles have these words."""

        def find(typed: str | None) -> None:
            if typed is not None:
                self._places = None
                self._show_titles(typed.strip())

        ask(self, AskScreen("Title: ", self._title), find)

    def _show_titles(self, words: str) -> None:
        self._title, self._told = words, ""
        self._list()
        self.choose(0 if words else self.first())

    def action_search(self) -> None:
        """Find words in all documents."""

        def find(typed: str | None) -> None:
            if typed and typed.strip():
                self._search(typed.strip())

        ask(self, AskScreen("Find in all: ", self._wanted), find)

    def _search(self, wanted: str) -> None:
        self._wanted = wanted
        try:
            places = self._library.index.search(wanted)
        except ReaderError as error:
            self._tell(str(error))
            return
        if not places:
            self._tell(f"Nothing found for {wanted}.")
            return
        if self._places is None:
            self._listed_at = self.rows.at
        self._places, self._told = places, ""
        self.choose(0)

    _listed_at = 0
    """The row that was chosen before it was searched."""

    def action_remove(self) -> None:
        """List it no more; its place stays."""
        if self._places is not None or not self._recent:
            return
        recent = self._recent[self.rows.at]
        if self._is_open(recent):
            self._tell("This one is open, and stays in the list.")
            return
        try:
            self._library.unlist(recent.key)
        except ReaderError as error:
            self._tell(str(error))
            return
        self._list()
        self._tell(f"{recent.title.rstrip('.')} is no longer listed; its place is kept.")

    def action_add(self) -> None:
        """Ask for a file or a folder, and take it in."""

        def add(typed: str | None) -> None:
            if typed and typed.strip():
                path = path_typed(typed)
                self._places, self._adding, self._path = None, True, path
                self._gather(lambda library: library.folders.add(path), self._added)

        ask(self, PathScreen("Add a folder or a file: ", ""), add)

    # In the background

    def _gather(self, work: Work, over: Callable[..., None]) -> None:
        self._stop()
        made = LibraryImport(self._library, work, self._further, lambda: over(made))
        self._gathering = made
        self._told = ""
        self.rows.renew()

    def _stop(self) -> None:
        if self._gathering:
            self._gathering.stop()
            self._gathering = None

    def _further(self) -> None:
        if self._gathering and self.is_mounted:
            self._renew()

    def _looked(self, gathering: LibraryImport) -> None:
        """All folders were looked through."""
        self._gathering = None
        self._told = self._told or str(gathering.error or "")
        self._renew()

    def _added(self, gathering: LibraryImport, before: str = "") -> None:
        """All was taken in, or it was stopped."""
        self._stop()
        self._adding = False
        seen = gathering.seen
        troubles = [one.trouble for one in seen if one.trouble]
        told = str(gathering.error or catalogue.added(self._path, seen))
        if troubles:
            told += f" {count(len(troubles), 'file')} cannot be read: {troubles[0]}"
        self._told = before + told
        self._renew()

    def _renew(self) -> None:
        """Show what there is now, the same document chosen."""
        chosen = self._recent[self.rows.at] if self._places is None and self._recent else None
        self._there.clear()
        self._list()
        if chosen:
            self.rows.at = next((at for at, one in enumerate(self._recent) if one.key == chosen.key), self.rows.at)
        self.rows.renew()

    def _tell(self, line: str) -> None:
        self._told = without_controls(line)
        self.rows.renew()

    def choose(self, index: int) -> None:
        """Choose that row; what was told is read."""
        self._told = ""
        super().choose(index)


def _row(recent: Recent, sign: str, there: bool, width: int) -> str:
    day = catalogue.read_on(recent)
    far = f"{recent.percent} percent" if day else "not read yet"
    far = far if there else "not there"
    told = f"  {far:>12}" + (f"  {day:>10}" if width >= WIDE else "")
    title = cut(recent.title, max(8, width - 2 - len(told)))
    return f"{sign:1} {title}{' ' * (width - 2 - len(told) - cell_width(title))}{told}"


def _place_row(place: IndexHit, width: int) -> str:
    title = cut(place.title, width // 3 if width >= WIDE else 10)
    where = f"{place.typed}, {place.speaker}" if place.speaker else place.typed
    return f"{title}{' ' * (max(10, width // 3 if width >= WIDE else 0) - cell_width(title))}  {where}: {place.words}"
