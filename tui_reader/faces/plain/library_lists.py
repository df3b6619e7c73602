"""The library in the plain face: lists documents by number, and searches the words of all."""

from __future__ import annotations

import os
import time
from collections.abc import Callable

from tui_reader.errors import ReaderError
from tui_reader.faces.plain.questions import Questions
from tui_reader.library import Recent, catalogue
from tui_reader.library.folders import Seen
from tui_reader.reading import Reading
from tui_reader.terminal.counts import count
from tui_reader.terminal.path_completion import path_typed

LOOKING = 0.3
"""Seconds to look for new files in the folders before the list is said; the rest comes next time."""
PLACES = 10
"""The most search results that are told."""
FIND = "Find in all: "
ADD = "Add: "
KEYS = "A number opens, slash finds words in all, a adds."
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
        shown = every[: catalogue.LISTED]
        lines += [f"{number} {self._line(recent)}" for number, recent in enumerate(shown, 1)]
        lines += [f"{len(every) - len(shown)} more."] if len(every) > len(shown) else []
        lines += [] if self._library.path else [NOT_KEPT]
        self._questions.ask_number(
            "\n".join([*lines, KEYS]),
            len(shown),
            lambda number: self._open(shown[number - 1].path),
            {"slash": self._ask_words, "a": self._ask_path},
        )

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

    def _ask_words(self, _: str) -> bool:
        self._questions.ask_line("Type words to find, then Enter.", FIND, self._search)
        return True

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
        lines = [f"{number} {catalogue.place_line(place)}" for number, place in enumerate(places, 1)]

        def chosen(number: int) -> None:
            place = places[number - 1]
            self._open(place.path, place.typed, place.found)

        self._questions.ask_number("\n".join([*lines, "A number opens."]), len(places), chosen, {})

    def _ask_path(self, _: str) -> bool:
        self._questions.ask_line("Type a folder or a file, then Enter.", ADD, self._add)
        return True

    def _add(self, typed: str) -> None:
        """Add a file or folder, until a key is pressed."""
        path, seen = path_typed(typed), list[Seen]()
        if os.path.isdir(path):  # noqa: PTH112  never raises
            self._say("Adding. Any key stops.")
        try:
            for one in self._library.folders.add(path):
                seen.append(one)
                if self._waiting():
                    break
        except ReaderError as error:
            self._say(str(error))
            return
        troubles = [one.trouble for one in seen if one.trouble]
        unread = [f"{count(len(troubles), 'file')} cannot be read: {troubles[0]}"] if troubles else []
        self._say(" ".join([catalogue.added(path, seen), *unread]))
