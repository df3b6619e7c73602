"""How much of a document lies before a place, and how long the rest takes. Knows no sound: the speed is given."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from tui_reader.document.model import Document, Page, Position
from tui_reader.document.page_ends import spoken_ends

CHARACTERS_A_SECOND = 16.0
"""How fast the voices read at speed 1, without pauses: the memorandum's characters divided by its seconds of sound."""
NO_NOTES = "No notes here."
"""The message for a page without notes."""
NO_MEMO = "There is no memo; this is the front matter."
"""The message when the key for memos leads to front matter, for want of a memo."""


class ReadingProgress:
    """Measures places in one document by the characters that are read aloud."""

    def __init__(self, document: Document) -> None:
        self._document = document

    @property
    def _ends(self) -> Sequence[int]:
        return spoken_ends(self._document)

    def percent(self, position: Position) -> int:
        """How much of the document lies before a place, 0 to 100."""
        if not self._ends or not self._ends[-1]:
            return 0
        return round(100 * self._before(position) / self._ends[-1])

    def place(self, fraction: float) -> Position:
        """The start of the sentence at a fraction of the document, 0 to 1. The document must have pages."""
        from tui_reader.narration.sentences import sentences

        at = round(fraction * self._ends[-1])
        page = min(bisect_right(self._ends, at), len(self._ends) - 1)
        within = at - (self._ends[page - 1] if page else 0)
        starts = [
            offset + start
            for offset, passage in self._document.pages[page].passages_at()
            for start, _ in sentences(passage.text)
        ]
        return Position(page, max((start for start in starts if start <= within), default=0))

    def _before(self, position: Position) -> int:
        start = self._ends[position.page - 1] if position.page else 0
        return min(start + position.offset, self._ends[position.page])

    def characters(self, start: int, end: int) -> int:
        """Characters on the pages from index `start` up to index `end`."""
        ends = [0, *self._ends]
        return ends[end] - ends[start]

    def seconds_left(self, position: Position, speed: float, pause: int) -> float:
        """Seconds from a place to the end, at a speed, with `pause` milliseconds at speed 1 after each page."""
        if not self._ends:
            return 0.0
        characters = self._ends[-1] - self._before(position)
        pages = len(self._ends) - position.page
        return (characters / CHARACTERS_A_SECOND + pages * pause / 1000) / speed

    def name_of(self, page: Page) -> str:
        """A page in words: "Turn 6 of 23, Stevenson", or the heading of the part it belongs to."""
        if page.turn:
            name = self._document.short_name(page.speaker)
            return f"Turn {page.turn.number} of {len(self._document.turns)}, {name}"
        heading = page.part.heading.text if page.part.heading else self._document.heading
        return heading.rstrip(".")
