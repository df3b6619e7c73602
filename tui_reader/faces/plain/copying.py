"""Selecting, copying and highlighting in plain text mode, where nothing shows what is selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.document.model import Document, Position
from tui_reader.errors import ReaderError
from tui_reader.faces.copied_text import copy_here
from tui_reader.reading import Reading
from tui_reader.terminal.keymap import Keymap

if TYPE_CHECKING:
    from tui_reader.reading.selection import Selection


class Copying:
    """What is selected reaches from where it was begun to where the person has gone, not to where the voice is.

    Each method returns what there is to say.
    """

    def __init__(self, reading: Reading, keys: Keymap) -> None:
        self._reading, self._keys = reading, keys
        self._begun: tuple[Document, Position] | None = None
        """Where the selection began. It ends with the document, also where that is read with other turns."""
        self._reach = Position(0, 0)
        """Where it ends."""
        reading.place.moved.add(self.moved)

    def moved(self) -> None:
        """The person has gone to the place, and not the voice alone."""
        self._reach = self._reading.place.position

    def select(self) -> str:
        """Begin a selection at the place, or end it."""
        place = self._reading.place
        if self._anchor or place.page is None:
            self._begun = None
            return "Nothing is selected."
        self._begun, self._reach = (self._reading.document, place.position), place.position
        from tui_reader.reading.selection import selection_begun

        return selection_begun(self._keys.key)

    def copy(self, with_reference: bool = False) -> str:
        """Copy what is selected, or this turn or paragraph; `with_reference` also its reference."""
        page = self._reading.place.page
        if page is None:
            return "There is nothing to copy."
        try:
            told = copy_here(self._reading, page, self._selected(), with_reference)
        except ReaderError as error:
            return str(error)
        self._begun = None
        return told

    def highlight(self) -> str:
        """Highlight what is selected, or the sentence at the place."""
        from tui_reader.reading.selection import sentence_stretch

        place = self._reading.place
        if place.page is None:
            return "There is nothing to highlight."
        stretch = self._selected() or sentence_stretch(place.page, place.position.offset)
        self._begun = None
        return self._reading.bookmarks.highlight_stretch(stretch)

    @property
    def _anchor(self) -> Position | None:
        """Where the selection began; None without one."""
        return self._begun[1] if self._begun and self._begun[0] is self._reading.document else None

    def _selected(self) -> Selection | None:
        from tui_reader.reading.selection import up_to

        anchor = self._anchor
        return up_to(self._reading.document, anchor, self._reach) if anchor else None
