"""When reading aloud stops by itself: after each sentence, paragraph or turn, or by the sleep timer. Knows no sound."""

from __future__ import annotations

import time
from collections.abc import Callable
from enum import StrEnum

from tui_reader.document.model import Document
from tui_reader.narration.utterance import Utterance
from tui_reader.reading.observers import Observers
from tui_reader.reading.place import Place

SLEEP_MINUTES = (15, 30, 45, 60)
"""The choices of the sleep timer, one after the other."""


class Stepping(StrEnum):
    """After what reading aloud stops each time."""

    NEVER = "never"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    TURN = "turn"

    @property
    def next(self) -> Stepping:
        """The choice after this one; after the last, the first."""
        steps = list(Stepping)
        return steps[(steps.index(self) + 1) % len(steps)]

    def goes_on(self, last: Utterance, following: Utterance) -> bool:
        """Whether reading continues from an utterance to the one after it."""
        if self in (Stepping.TURN, Stepping.PARAGRAPH):
            same = self is Stepping.TURN or last.paragraph == following.paragraph
            return same and last.page == following.page
        return self is Stepping.NEVER


class SleepTimer:
    """The sleep timer: off, some minutes, or to the end of this part."""

    def __init__(self, document: Callable[[], Document], now: Callable[[], float]) -> None:
        """`document` gives the document that is read, `now` the seconds of a clock that only goes forward."""
        self._document, self._now = document, now
        self._due: float | None = None
        self._minutes = 0
        self._part: str | None = None

    def next(self, page: int) -> str:
        """Set the next choice, for a place on that page (an index); returns it in words."""
        later = [minutes for minutes in SLEEP_MINUTES if minutes > self._minutes]
        pages = self._document().pages
        part = pages[page].part.id if pages else None
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
        """Turn the timer off."""
        self._due, self._minutes, self._part = None, 0, None

    @property
    def due(self) -> bool:
        """Whether the minutes are over."""
        return self._due is not None and self._now() >= self._due

    def goes_on(self, page: int) -> bool:
        """Whether reading continues to that page: it does not leave the part at whose end it is to stop."""
        pages = self._document().pages
        return self._part is None or page >= len(pages) or pages[page].part.id == self._part


class Stops:
    """What stops the reading of a document by itself."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self.stepping = Stepping.NEVER
        self.waits = False
        """Whether it waits for a key at each turn of a speaker whose part the person rehearses."""
        self.sleep_timer = SleepTimer(lambda: place.document, time.monotonic)
        self._notice = ""
        self.changed = Observers()
        """Told when reading is to stop at another place than before."""

    def next_stepping(self) -> str:
        """Stop after each sentence, each paragraph, each turn, or not: the next of these."""
        self.stepping = self.stepping.next
        self.changed.tell()
        return "No automatic stop." if self.stepping is Stepping.NEVER else f"Stop after each {self.stepping}."

    def next_sleep(self) -> str:
        """Set the sleep timer to its next choice."""
        line = self.sleep_timer.next(self._place.position.page)
        self.changed.tell()
        return line

    def after_page(self) -> bool:
        """Whether who reads without a voice stops after this page: because of the stepping, or the sleep timer."""
        asleep = self.sleep_timer.due or not self.sleep_timer.goes_on(self._place.position.page + 1)
        if asleep:
            self.fall_asleep()
        return asleep or self.stepping is not Stepping.NEVER

    def waits_at(self, page: int) -> bool:
        """Whether reading aloud waits for a key at a page (its index): it is a turn of the person."""
        pages = self._place.document.pages
        return self.waits and page < len(pages) and self._place.hiding.of(pages[page])

    def fall_asleep(self) -> None:
        """The sleep timer has stopped the reading."""
        self.sleep_timer.off()
        self._notice = "Sleep."

    def take_notice(self) -> str:
        """The line for the person that no key asked for, "" without one. Each is returned once."""
        notice, self._notice = self._notice, ""
        return notice
