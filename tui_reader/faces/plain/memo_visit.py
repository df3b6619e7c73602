"""A visit to a memo or letter in the plain face: announced first, told when asked again, and left the way back."""

from __future__ import annotations

from tui_reader.document.model import Position
from tui_reader.faces.plain.place_words import place
from tui_reader.faces.plain.text_telling import TextTelling
from tui_reader.faces.plain.writing import Writing
from tui_reader.reading import Reading
from tui_reader.reading.reading_progress import NO_MEMO
from tui_reader.terminal.keymap import Keymap


class MemoVisit:
    """Remembers from where the person went to a memo."""

    def __init__(self, reading: Reading, telling: TextTelling, writing: Writing, keys: Keymap) -> None:
        self._reading, self._telling, self._writing, self._keys = reading, telling, writing, keys
        self.origin: Position | None = None
        """The place before the visit; None outside of one."""

    def visit(self) -> None:
        """Tell the memo at the place, or go to the next one and say what it is."""
        reading, here = self._reading, self._reading.place.position
        if reading.place.at_memo:
            self.origin = self.origin or here
            self._telling.page()
            return
        missing = reading.jumps.next_memo()
        self.origin = None if missing else here
        self._writing.say(missing or self.announcement() or self._untitled())

    def _untitled(self) -> str:
        """What the part at the place is, if it has no heading."""
        if self._reading.place.at_front_matter:
            return f"{NO_MEMO} {self._keys.key('memo')} to hear it."
        return f"{place(self._reading)}."

    def leave(self, was_reading: bool) -> bool:
        """End the visit, and go back to its origin unless it was reading on. True if a memo was left."""
        reading = self._reading
        origin, self.origin = self.origin, None
        if not origin or not reading.place.at_memo or was_reading:
            return False
        at_front = reading.place.at_front_matter
        if origin == reading.place.position or reading.history.back():
            reading.place.previous_page()  # the memo was reached by reading on
        self._writing.say("Left the front matter." if at_front else "Left the memorandum.")
        return True

    def tell_part(self) -> None:
        """Announce the part that begins at the place, or tell its first page."""
        self._telling.line_or_page(None if self._telling.voice else self.announcement())

    def announcement(self) -> str | None:
        """What the part at the place is and how long; None if it has no heading."""
        from tui_reader.faces.plain.plain_words import memo

        page = self._reading.place.page
        self._telling.part = page.part if page else None
        return memo(self._reading, self._keys)
