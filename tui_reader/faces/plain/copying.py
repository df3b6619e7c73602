"""Selecting, copying and highlighting in plain text mode, where nothing shows what is selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.document.model import Document, Page, Position
from tui_reader.errors import ReaderError
from tui_reader.faces.copied_text import copied
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
        key = self._keys.key
        return f"Selecting from here. Go on, then {key('copy')} copies, {key('highlight')} highlights."

    def copy(self, with_reference: bool = False) -> str:
        """Copy what is selected, or this turn; `with_reference` also the turn's number and the document."""
        from tui_reader.reading import selection

        document, page = self._reading.document, self._reading.place.page
        if page is None:
            return "There is nothing to copy."
        stretch = self._selected()
        words = selection.words_of(document, stretch) if stretch else selection.turn_of(document, page)
        text = words
        if with_reference:
            path, style = self._reading.place.path, self._reading.settings.citation
            text = selection.with_reference(document, words, stretch or selection.whole(page), path, style)
        try:
            told = copied(text, words, with_reference)
        except ReaderError as error:
            return str(error)
        self._begun = None
        return told

    def highlight(self) -> str:
        """Highlight what is selected, or the sentence at the place."""
        page = self._reading.place.page
        if page is None:
            return "There is nothing to highlight."
        stretch = self._selected()
        self._begun = None
        if stretch is None:
            return self._reading.bookmarks.highlight(page.index, *_sentence(page, self._reading.place.position.offset))
        told = ""
        for one in self._reading.document.pages[stretch.start.page : stretch.end.page + 1]:
            part = stretch.on(one)
            told = self._reading.bookmarks.highlight(one.index, *part) if part else told
        return told

    @property
    def _anchor(self) -> Position | None:
        """Where the selection began; None without one."""
        return self._begun[1] if self._begun and self._begun[0] is self._reading.document else None

    def _selected(self) -> Selection | None:
        from tui_reader.reading.selection import up_to

        anchor = self._anchor
        return up_to(self._reading.document, anchor, self._reach) if anchor else None


def _sentence(page: Page, offset: int) -> tuple[int, int]:
    """The characters of the sentence at an offset, from one up to another."""
    from tui_reader.narration.sentences import sentences

    for start, passage in page.passages_at():
        for first, last in sentences(passage.text):
            if offset < start + last:
                return start + first, start + last
    return 0, len(page.text)
