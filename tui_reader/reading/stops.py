"""When reading aloud stops by itself: by steps, or to sleep. Knows no sound; its clock is given."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from tui_reader.document.model import Document
from tui_reader.narration.utterance import Utterance

SLEEPS = (15, 30, 45, 60)
"""Minutes to choose from, one after the other."""


class Stepping(StrEnum):
    """After what it stops each time."""

    NEVER = "never"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    TURN = "turn"

    @property
    def next(self) -> Stepping:
        """The one after it, and around."""
        steps = list(Stepping)
        return steps[(steps.index(self) + 1) % len(steps)]

    def goes_on(self, last: Utterance, following: Utterance) -> bool:
        """Whether reading goes on from an utterance to the one after it."""
        if self in (Stepping.TURN, Stepping.PARAGRAPH):
            same = self is Stepping.TURN or last.paragraph == following.paragraph
            return same and last.page == following.page
        return self is Stepping.NEVER


class Sleep:
    """The sleep timer: off, so many minutes, or to the end of this part."""

    def __init__(self, document: Document, now: Callable[[], float]) -> None:
        """`now` gives seconds of a clock that only goes forward."""
        self.document, self._now = document, now
        self._due: float | None = None
        self._minutes = 0
        self._part: str | None = None

    def turn(self, page: int) -> str:
        """The next choice, for one who is on that page; gives it in words."""
        later = [minutes for minutes in SLEEPS if minutes > self._minutes]
        part = self.document.pages[page].part.id if self.document.pages else None
        if self._part is not None or (not later and part is None):
            self.off()
            return "Sleep off."
        if later:
            self._minutes = later[0]
            self._due = self._now() + 60 * self._minutes
            return f"Sleep in {self._minutes} minutes."
        self._due, self._part = None, part
        return "Sleep at the end of this part."

    def off(self) -> None:
        """Stay awake."""
        self._due, self._minutes, self._part = None, 0, None

    @property
    def due(self) -> bool:
        """Whether the minutes are over."""
        return self._due is not None and self._now() >= self._due

    def goes_on(self, page: int) -> bool:
        """Whether reading goes on to that page: not out of the part at whose end one sleeps."""
        pages = self.document.pages
        return self._part is None or page >= len(pages) or pages[page].part.id == self._part
