"""One turn of a rehearsal that is left to the person: how long it takes, and where they hesitated in it."""

from __future__ import annotations

import time
from collections.abc import Callable

from tui_reader.named_tuple import NamedTuple
from tui_reader.terminal.counts import count


class Hesitation(NamedTuple):
    """A turn in which the person was prompted, or took longer."""

    page: int
    """The index of the page with which it begins."""
    prompts: int
    seconds: float
    """Longer than the turn would take by the voice, or what it waited while paused."""

    @property
    def told(self) -> str:
        """How often prompted and how much longer: "2 prompts, 5 seconds over"."""
        over = round(self.seconds)
        told = (count(self.prompts, "prompt") if self.prompts else "", f"{count(over, 'second')} over" if over else "")
        return ", ".join(filter(None, told))


class OwnTurn:
    """A turn that the person is saying, or several in a row."""

    def __init__(self, page: int, seconds: float, now: Callable[[], float] = time.monotonic) -> None:
        """`page` is the index of its first page, `seconds` how long the voice would take; `now` is a clock."""
        self.page, self.seconds, self.prompts = page, seconds, 0
        self.last_page = page
        """The index of the page where it is now."""
        self._now, self._since = now, now()
        self._held: float | None = None
        self._over = 0.0

    def hold(self, held: bool) -> None:
        """Whether the silence is paused now; while it is, the time counts as longer."""
        now = self._now()
        if self._held is not None:
            self._over += now - self._held
        self._held = now if held else None

    def ended(self, waits: bool) -> Hesitation | None:
        """It is over. `waits`: it went on until a key. None where there was no hesitation of a second or more."""
        self.hold(False)
        over = max(0.0, self._now() - self._since - self.seconds) if waits else self._over
        found = Hesitation(self.page, self.prompts, over)
        return found if found.told else None
