"""The first words of the plain face about a document, at the start and when the person opens another one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from tui_reader.errors import ReaderError
from tui_reader.faces.plain.place_words import opened, switched
from tui_reader.faces.plain.text_telling import TextTelling
from tui_reader.faces.plain.writing import Writing
from tui_reader.startup.session import Session
from tui_reader.terminal.keymap import Keymap

if TYPE_CHECKING:
    from tui_reader.document.model import Document
    from tui_reader.faces.plain.memo_visit import MemoVisit
    from tui_reader.library.index_search import Across
    from tui_reader.startup.collection_shelf import Shelf
    from tui_reader.startup.input_source import InputSource


class DocumentOpening:
    """Says which document is open and where the place in it is, then the page."""

    def __init__(
        self,
        session: Session,
        telling: TextTelling,
        writing: Writing,
        keys: Keymap,
        memos: Callable[[], MemoVisit],
        key_waits: Callable[[], bool],
    ) -> None:
        """`key_waits`: whether a key was pressed that is not answered yet."""
        self._key_waits = key_waits
        self._session, self._reading, self._memos = session, session.reading, memos
        self._telling, self._writing, self._keys = telling, writing, keys

    def begin(self, first: tuple[str, ...], face_changed: bool) -> None:
        """Say the opening, after the lines `first`; a short one if the person comes from the full screen."""
        if face_changed:
            self._tell([switched(self._reading)])
        else:
            self._arrive([*first, *self._session.notices, *self._reading.document.warnings])

    def take_up(self, path: Path, start: str | None = None, words: str = "", across: Across | None = None) -> None:
        """Read the document at `path`, where it was left or at a typed place `start` and `words` there.

        `across` is the search of the library that goes on there. If it cannot be read, a message says why.
        """
        try:
            told = self._session.take_up(path, start, words, self._read, across)
        except ReaderError as error:
            self._writing.say(str(error))
            return
        self._memos().origin = None
        place = self._reading.place
        if words and place.page:
            from tui_reader.reading.excerpts import sentence_at

            sentence = sentence_at(place.page, place.position.offset)
            self._writing.say("\n".join([*told, opened(self._reading, self._keys), sentence]))
        else:
            self._arrive(told)

    def _read(self, source: InputSource) -> Document:
        """Read a document; of a large one the progress is told, and any key stops it."""
        if not source.is_large:
            return source.read()
        from tui_reader.startup.wait_for_document import read_telling

        return read_telling(source, "Any key stops.", self._writing.say, self._key_waits)

    def take_document(self, shelf: Shelf, id: str) -> None:
        """Read the document of an id of a volume, where it was left; a message says why, if it cannot be read."""
        try:
            self._reading.open(*shelf.open(id))
        except ReaderError as error:
            self._writing.say(str(error))
            return
        self._memos().origin = None
        self._arrive([*self._reading.document.warnings])

    def _arrive(self, lines: list[str]) -> None:
        """Say lines, which document is open, and where the place in it is."""
        place = self._reading.place
        if not place.came_back:  # the title is said here, and not again by reading on
            place.repeat() if place.position.offset else place.moved.tell()
        self._tell([*lines, opened(self._reading, self._keys)])

    def _tell(self, lines: list[str]) -> None:
        """Say lines and the page."""
        if self._telling.voice:
            self._writing.say("\n".join(lines))
            self._telling.page()
            return
        self._writing.say("\n".join([*lines, self._telling.page_told()]))
