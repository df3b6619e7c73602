"""The library on the screen: its documents with how far each was read, and the words of all of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import BindingType

from tui_reader.errors import ReaderError
from tui_reader.faces.tui.bindings import hidden_bindings
from tui_reader.faces.tui.documents.library_import import LibraryImport, Work
from tui_reader.faces.tui.screens.ask import AskScreen
from tui_reader.faces.tui.screens.ask_path import PathScreen
from tui_reader.faces.tui.screens.library_list import WIDE, LibraryList
from tui_reader.faces.tui.screens.overlays import ask
from tui_reader.faces.tui.screens.rows import RowsScreen
from tui_reader.library import catalogue
from tui_reader.library.listing import Order, Row
from tui_reader.library.recent import ListedVolume
from tui_reader.reading import Reading
from tui_reader.terminal.counts import count
from tui_reader.terminal.output import without_controls
from tui_reader.terminal.path_completion import path_typed

KEYS = "Enter opens, / finds words in all, f filters, o orders, p a person, a adds, x removes, Escape back."
SHORT_KEYS = "/ finds words, f filters, o orders, p a person, a adds, x removes."
ORDERED = {Order.READ: "The last read first.", Order.NUMBER: "By number.", Order.DATE: "By date."}
NOT_KEPT = "Nothing here is saved."
Open = Callable[..., "str | None"]
"""Opens the document at a path, at a place as it is typed and at words there; returns why it cannot, or None."""


class LibraryScreen(RowsScreen):
    """Enter opens the chosen document where it was left, or at the place that was found."""

    BINDINGS: ClassVar[list[BindingType]] = hidden_bindings(
        "escape,q back", "slash,s search", "f filter", "o order", "p find_person", "a add", "x,delete remove"
    )

    def __init__(
        self, reading: Reading, sign: str, open: Open, order: Order, take_order: Callable[[Order], None]
    ) -> None:
        """`sign` stands before the document that is open; `open` opens another; `take_order` keeps another order."""
        super().__init__()
        self._reading, self._library, self._open, self._take_order = reading, reading.library, open, take_order
        self._list = LibraryList(reading, sign, order)
        self._listed_at = 0
        """The row that was chosen before the search."""
        self._adding = False
        self._import: LibraryImport | None = None

    # What is seen

    def first(self) -> int:
        """The document that is open."""
        return self._list.rows.index_of(self._reading.document.key) or 0

    def count(self) -> int:
        """A row for each volume and document, or place."""
        return self._list.count()

    def row(self, index: int, width: int) -> str:
        """A document or a volume and how far it was read, or a place."""
        return self._list.row(index, width)

    def head(self) -> list[str]:
        """The progress, or what is listed and what keys do."""
        lines = [] if self._library.path else [NOT_KEPT]
        if self._import and self._adding:
            looked = [self._import.told, count(len(self._import.seen), "file")]
            told = ", ".join(filter(None, (*looked, count(self._import.documents, "document"))))
            return [*lines, f"Adding: {told} so far; Escape stops."]
        if self._import and self._import.told:
            lines.append(f"Reading what is new in your folders: {self._import.told}. It is not found yet.")
        keys = KEYS if self.size.width >= WIDE else SHORT_KEYS
        return [*lines, self._list.summary(keys)]

    def shown_head(self) -> list[str]:
        """The same, or what was done."""
        return [*([] if self._library.path else [NOT_KEPT]), self.told] if self.told else self.head()

    def spoken_row(self, index: int) -> str:
        """The whole of a row, in a sentence."""
        return self._list.about(index).rstrip(".")

    def about(self, index: int) -> list[str]:
        """The whole of the chosen row."""
        return [self._list.about(index)]

    # Choosing

    def action_back(self) -> None:
        """Stop adding, go back to the whole list, or leave."""
        if self._import and self._adding:
            self._added(self._import, "Stopped; add it again to go on with the rest. ")
        elif self._list.places is not None:
            self._list.places = None
            self.begin_at(self._listed_at)
        elif self._list.words:
            self._list_with("")
        elif volume := self._list.volume:
            self._list.volume = None
            self._list.renew()
            self.begin_at(self._list.rows.index_of_volume(volume.id) or 0)
        else:
            self.dismiss()

    def action_take(self) -> None:
        """Open it, a volume as a list of its documents; where it cannot be opened, say why and stay."""
        if not self.count():
            return
        if self._list.places is not None:
            place = self._list.places[self.rows.at]
            refused = self._open(place.path, place.typed, place.found, self._list.across)
        else:
            row = self._list.rows[self.rows.at]
            if isinstance(row, ListedVolume):
                self._enter(row)
                return
            refused = None if self._list.is_open(row) else self._open(row.path)
        if refused:
            self.tell(without_controls(refused))
        else:
            self.dismiss()

    # Finding

    def _enter(self, volume: ListedVolume) -> None:
        """List the documents of a volume, beginning with the one that is open, or was read last."""
        listed = self._list
        listed.volume, listed.words = volume, ""
        listed.renew()
        here = listed.rows.index_of(self._reading.document.key) if listed.is_open(volume) else None
        self.begin_at(listed.rows.last_read() if here is None else here)

    def action_filter(self) -> None:
        """Ask for words, and list only documents that have them in number, title, date or people, while one types."""
        before = self._list.words

        def find(typed: str | None) -> None:
            self._list.places = None
            self._list_with(before if typed is None else typed.strip())

        ask(self, AskScreen("Filter: ", before, (lambda typed: None) if self.aloud else self._list_with), find)

    def _list_with(self, words: str) -> None:
        """List the documents that have these words, all if there are none."""
        self._list.words = words
        self._list.renew()
        self.begin_at(0 if words else self.first())

    def action_order(self) -> None:
        """List them in the next order, and keep it."""
        orders = list(Order)
        order = orders[(orders.index(self._list.order) + 1) % len(orders)]
        chosen = self._chosen()
        self._list.order, self._list.places = order, None
        self._list.renew()
        self.rows.at = self._row_of(chosen) or 0
        try:
            self._take_order(order)
        except ReaderError as error:
            self.tell(f"{ORDERED[order]} {error}")
        else:
            self.tell(ORDERED[order])

    def _chosen(self) -> Row | None:
        return self._list.rows[self.rows.at] if self._list.places is None and len(self._list.rows) else None

    def _row_of(self, row: Row | None) -> int | None:
        """The row of what was chosen, in the list as it is now."""
        if isinstance(row, ListedVolume):
            return self._list.rows.index_of_volume(row.id)
        return self._list.rows.index_of(row.key) if row else None

    def action_search(self) -> None:
        """Ask for words, and list the places in all documents that have them."""

        def find(typed: str | None) -> None:
            if typed and typed.strip():
                self._search(typed.strip())

        ask(self, AskScreen("Find in all: ", self._list.wanted), find)

    def _search(self, wanted: str) -> None:
        listed_at = self.rows.at if self._list.places is None else self._listed_at
        try:
            told = self._list.search(wanted)
        except ReaderError as error:
            told = str(error)
        if told:
            self.tell(without_controls(told))
            return
        self._listed_at = listed_at
        self.begin_at(0)

    def action_find_person(self) -> None:
        """Ask for a name, and show who that is in all documents."""

        def find(typed: str | None) -> None:
            if typed and typed.strip():
                self._show_people(typed.strip())

        ask(self, AskScreen("Person: "), find)

    def _show_people(self, name: str) -> None:
        from tui_reader.faces.tui.screens.person_screen import PersonScreen

        try:
            found = self._library.everywhere.find(name)
        except ReaderError as error:
            self.tell(without_controls(str(error)))
            return
        if found:
            screen = PersonScreen(self._library, found, self._open)

            def closed(_: None) -> None:
                if screen.opened:
                    self.dismiss()
                else:
                    self.rows.renew()

            self.app.push_screen(screen, closed)
        else:
            self.tell(f"Nobody called {without_controls(name)} is in the library.")

    # Removing and adding

    def action_remove(self) -> None:
        """Remove the document or the volume from the list; the places in it are kept."""
        if self._list.places is not None or not self.count():
            return
        row = self._list.rows[self.rows.at]
        if self._list.is_open(row):
            self.tell("This document is open, and stays in the list.")
            return
        try:
            told = catalogue.unlist(row, self._library)
        except ReaderError as error:
            self.tell(without_controls(str(error)))
            return
        self._list.renew()
        self.tell(without_controls(told))

    def action_add(self) -> None:
        """Ask for a file or a folder, and import it."""

        def add(typed: str | None) -> None:
            if typed and typed.strip():
                path = path_typed(typed)
                self._list.places, self._adding, self._path = None, True, path
                self._start_import(lambda library, tell: library.folders.add(path, tell), self._added)

        ask(self, PathScreen("Add a folder or a file: ", ""), add)

    # In the background

    def on_mount(self) -> None:
        """Look for new documents in the folders."""
        self._start_import(catalogue.refreshing, self._looked)

    def on_unmount(self) -> None:
        """Look no further."""
        self._stop_import()

    def _start_import(self, work: Work, over: Callable[[LibraryImport], None]) -> None:
        self._stop_import()
        started = LibraryImport(self._library, work, self._further, lambda: over(started))
        self._import = started
        self.told = ""
        self.rows.renew()

    def _stop_import(self) -> None:
        if self._import:
            self._import.stop()
            self._import = None

    def _further(self) -> None:
        if self._import and self.is_mounted:
            self._renew()

    def _looked(self, done: LibraryImport) -> None:
        """All folders were looked through."""
        self._import = None
        self.told = self.told or str(done.error or "")
        self._renew()

    def _added(self, done: LibraryImport, before: str = "") -> None:
        """All was imported, or the import was stopped."""
        self._stop_import()
        self._adding = False
        troubles = [one.trouble for one in done.seen if one.trouble]
        told = str(done.error or catalogue.added(self._path, done.seen))
        if troubles:
            told += f" {count(len(troubles), 'file')} cannot be read: {troubles[0]}"
        self.told = before + told
        self._renew()

    def _renew(self) -> None:
        """Show what there is now, the same document chosen."""
        if self._list.is_stale:
            chosen = self._chosen()
            self._list.renew()
            row = self._row_of(chosen)
            self.rows.at = self.rows.at if row is None else row
        if not (self.aloud and self.aloud.text == self.spoken()):
            self.rows.renew()
