"""The library in the plain face: lists documents by number, and searches the words of all."""

from __future__ import annotations

import os
import time
from collections.abc import Callable

from tui_reader.document.collection import split_id
from tui_reader.errors import ReaderError
from tui_reader.faces.plain.numbered_list import ListContents, MadeRows, NumberedList
from tui_reader.faces.plain.questions import Questions
from tui_reader.library import Recent, catalogue
from tui_reader.library.adding import Seen
from tui_reader.library.listing import Listing, Order, Row
from tui_reader.library.recent import ListedVolume
from tui_reader.reading import Reading
from tui_reader.terminal.counts import count
from tui_reader.terminal.milestones import Milestones
from tui_reader.terminal.path_completion import path_typed

LOOKING = 0.3
"""Seconds to look for new files in the folders before a key that is pressed ends it."""
PLACES = 10
"""The most search results that are told."""
FIND = "Find in all: "
ADD = "Add: "
KEYS = "A number opens, slash filters, s searches the words of all, o orders, p finds a person, a adds, x removes."
INSIDE = "A number opens, slash filters, s searches the words of all, o orders, x removes, Escape goes back."
ORDERED = {Order.READ: "The last read first.", Order.NUMBER: "By number.", Order.DATE: "By date."}
NOT_KEPT = "There is no library, so nothing of this is saved."


class LibraryLists:
    """Asks which document to open, what to find, what to add."""

    def __init__(
        self,
        reading: Reading,
        questions: Questions,
        say: Callable[[str], None],
        open: Callable[..., None],
        waiting: Callable[[], bool],
        order: Order,
        take_order: Callable[[Order], None],
    ) -> None:
        """`open` reads the document at a path, at a place as it is typed and at words there; `waiting`: whether a key
        was pressed that is not answered yet."""
        self._reading, self._library, self._questions = reading, reading.library, questions
        self._say, self._open, self._waiting = say, open, waiting
        self._order, self._take_order = order, take_order

    def ask(self) -> None:
        """List the volumes and single documents; a number opens one."""
        lines = []
        try:
            lines += self._look()
        except ReaderError as error:
            lines.append(str(error))
        lines += [] if self._library.path else [NOT_KEPT]
        self._list("\n".join(filter(None, lines)))

    def _list(self, before: str = "", volume: ListedVolume | None = None, words: str = "") -> None:
        """List all, the documents of a volume, or those with some words."""
        rows = Listing(self._library, self._order, volume.id if volume else 0, words)
        if words and not rows:
            self._list(f"No document with {words}.", volume)
            return
        whole = count(volume.documents if volume else self._library.count(), "document")
        total = f"With {words}, of {whole}." if words else f"{whole}." if rows.volumes else ""
        others: dict[str, Callable[[], None]] = {"s": self._ask_words, "o": lambda: self._reorder(volume)}
        others |= {"escape": lambda: self._list(volume=volume if words else None)} if volume or words else {}
        others |= {} if volume or words else {"a": self._ask_path, "p": self._ask_person}
        contents = ListContents(
            "item" if rows.volumes else "document",
            MadeRows(len(rows), lambda index: self._line(rows[index])),
            lambda index: self._choose(rows[index]),
            INSIDE if volume or words else KEYS,
            {"x": lambda index: self._unlist(rows[index])},
            others,
            first=rows.last_read() if volume and not words else 0,
            before="\n".join(filter(None, (before, f"{volume.title.rstrip('.')}." if volume else "", total))),
            filtered=lambda typed: self._list(volume=volume, words=" ".join(typed.split())),
        )
        NumberedList(self._questions, contents).open()

    def _choose(self, row: Row) -> None:
        """Open a document, or list those of a volume."""
        if isinstance(row, ListedVolume):
            self._list(volume=row)
        else:
            self._open(row.path)

    def _reorder(self, volume: ListedVolume | None) -> None:
        """List in the next order, and keep it."""
        orders = list(Order)
        self._order = orders[(orders.index(self._order) + 1) % len(orders)]
        told = ORDERED[self._order]
        try:
            self._take_order(self._order)
        except ReaderError as error:
            told = f"{told} {error}"
        self._list(told, volume)

    def _look(self) -> list[str]:
        """Read what is new in the folders, until a key is pressed; what is not read yet, in a line."""
        progress = Milestones("Reading what is new in your folders. Any key stops.", self._say)
        until = time.monotonic() + LOOKING
        for _ in catalogue.refreshing(self._library, progress.reached):
            if time.monotonic() > until and self._waiting():
                return [catalogue.unread(self._library)]
        return []

    def _line(self, row: Row) -> str:
        """A document or volume and how far it was read: "A Talk, Ball and Stevenson, 12 percent."."""
        far = f"{row.percent} percent" if row.opened_at else "not read yet"
        if isinstance(row, ListedVolume):
            years = catalogue.years(row, " to ")
            about = [f"{row.documents} documents" if row.documents > 1 else "1 document", years]
        else:
            about = [row.date[:10], catalogue.people(row)]
            far += ", open" if row.key == self._reading.document.key else ""
        missing = "" if catalogue.is_there(row) else " The file is not there."
        numbered = f"{row.numbered}. " if isinstance(row, Recent) and row.numbered else ""
        return f"{numbered}{', '.join(filter(None, (row.title.rstrip('.'), *about, far)))}.{missing}"

    def _unlist(self, row: Row) -> None:
        """Remove a document or a volume from the list; the places in it are kept."""
        open = self._reading.place.path
        if open == row.path or split_id(open)[0] == row.path:
            self._say("This document is open, and stays in the list.")
            return
        try:
            self._say(catalogue.unlist(row, self._library))
        except ReaderError as error:
            self._say(str(error))

    def _ask_person(self) -> None:
        from tui_reader.faces.plain.person_lists import PersonLists

        PersonLists(self._reading, self._questions, self._say, self._open, self._waiting).ask()

    def _ask_words(self) -> None:
        self._questions.ask_line("Type words to find, then Enter.", FIND, self._search)

    def _search(self, wanted: str) -> None:
        """List the places that have these words; a number opens one."""
        try:
            places = self._library.index.search(wanted, PLACES)
            across = self._library.index.across(wanted)
        except ReaderError as error:
            self._say(str(error))
            return
        unread = catalogue.unread(self._library)
        if not places:
            self._say(" ".join(filter(None, (f"Nothing found for {wanted}.", unread))))
            return

        def chosen(index: int) -> None:
            place = places[index]
            self._open(place.path, place.typed, place.found, across)

        rows = [catalogue.place_line(place) for place in places]
        NumberedList(self._questions, ListContents("place", rows, chosen, "A number opens.", before=unread)).open()

    def _ask_path(self) -> None:
        self._questions.ask_line("Type a folder or a file, then Enter.", ADD, self._add)

    def _add(self, typed: str) -> None:
        """Add a file or folder, until a key is pressed."""
        path, seen = path_typed(typed), list[Seen]()
        progress = Milestones("Adding. Any key stops.", self._say, at_once=os.path.isdir(path))  # noqa: PTH112
        progress.reached(0.0)
        stopped = ""
        try:
            for one in self._library.folders.add(path, progress.reached):
                seen += [one] if one else []
                if self._waiting():
                    stopped = "Stopped. Add it again to go on with the rest."
                    break
        except ReaderError as error:
            self._say(str(error))
            return
        troubles = [one.trouble for one in seen if one.trouble]
        unread = [f"{count(len(troubles), 'file')} cannot be read: {troubles[0]}"] if troubles else []
        self._say(" ".join(filter(None, (stopped, catalogue.added(path, seen), *unread))))
