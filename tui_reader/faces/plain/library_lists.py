"""The library in the plain face: lists documents by number, and searches the words of all."""

from __future__ import annotations

import os
import time
from collections.abc import Callable

from tui_reader.errors import ReaderError
from tui_reader.faces.plain.numbered_list import ListContents, MadeRows, NumberedList
from tui_reader.faces.plain.questions import Questions
from tui_reader.library import Recent, catalogue
from tui_reader.library.adding import Seen
from tui_reader.reading import Reading
from tui_reader.terminal.counts import count
from tui_reader.terminal.milestones import Milestones
from tui_reader.terminal.path_completion import path_typed

LOOKING = 0.3
"""Seconds to look for new files in the folders before the list is said; the rest comes next time."""
PLACES = 10
"""The most search results that are told."""
FIND = "Find in all: "
ADD = "Add: "
KEYS = "A number opens, slash filters, s searches the words of all, a adds, x removes."
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
    ) -> None:
        """`open` reads the document at a path, at a place as it is typed and at words there; `waiting`: whether a key
        was pressed that is not answered yet."""
        self._reading, self._library, self._questions = reading, reading.library, questions
        self._say, self._open, self._waiting = say, open, waiting

    def ask(self) -> None:
        """List the documents last read, then those never read; a number opens one."""
        lines = []
        try:
            self._look()
        except ReaderError as error:
            lines.append(str(error))
        every = self._library.recent(-1)
        lines += [] if self._library.path else [NOT_KEPT]
        contents = ListContents(
            "document",
            MadeRows(len(every), lambda index: self._line(every[index])),
            lambda index: self._open(every[index].path),
            KEYS,
            {"x": lambda index: self._unlist(every[index])},
            {"s": self._ask_words, "a": self._ask_path},
            before="\n".join(lines),
        )
        NumberedList(self._questions, contents).open()

    def _look(self) -> None:
        until = time.monotonic() + LOOKING
        for _ in catalogue.refreshing(self._library):
            if time.monotonic() > until:
                return

    def _line(self, recent: Recent) -> str:
        """A document and how far it was read: "A Talk, 12 percent."."""
        far = f"{recent.percent} percent" if recent.opened_at else "not read yet"
        far += ", open" if recent.key == self._reading.document.key else ""
        missing = "" if catalogue.is_there(recent) else " The file is not there."
        return f"{recent.title.rstrip('.')}, {far}.{missing}"

    def _unlist(self, recent: Recent) -> None:
        """Remove a document from the list; the place in it is kept."""
        if recent.key == self._reading.document.key:
            self._say("This document is open, and stays in the list.")
            return
        try:
            self._library.unlist(recent.key)
        except ReaderError as error:
            self._say(str(error))
        else:
            self._say(f"{recent.title.rstrip('.')} is no longer listed; its place is kept.")

    def _ask_words(self) -> None:
        self._questions.ask_line("Type words to find, then Enter.", FIND, self._search)

    def _search(self, wanted: str) -> None:
        """List the places that have these words; a number opens one."""
        try:
            places = self._library.index.search(wanted, PLACES)
        except ReaderError as error:
            self._say(str(error))
            return
        if not places:
            self._say(f"Nothing found for {wanted}.")
            return

        def chosen(index: int) -> None:
            place = places[index]
            self._open(place.path, place.typed, place.found)

        rows = [catalogue.place_line(place) for place in places]
        NumberedList(self._questions, ListContents("place", rows, chosen, "A number opens.")).open()

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
