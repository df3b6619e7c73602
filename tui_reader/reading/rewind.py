"""Where reading goes on after a pause: some minutes later with a sentence that was heard already, as a person would.

Knows no sound.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui_reader.narration.narration import Narration
    from tui_reader.narration.utterance import Utterance

LONG = 12 * 60 * 60
"""Seconds of a pause after which it goes back two sentences: another day."""


class Rewind:
    """Remembers since when reading aloud has been silent."""

    def __init__(self, minutes: Callable[[], int], now: Callable[[], float] = time.time) -> None:
        """`minutes` gives the length of a pause from which on reading goes back; 0 for never.

        `now` gives seconds since 1970: a computer that sleeps is a pause too.
        """
        self._minutes, self._now = minutes, now
        self._since: float | None = None

    def silent(self, since: float | None = None) -> None:
        """Reading aloud has fallen silent now, or at `since`."""
        self._since = self._now() if since is None else since

    def forget(self) -> None:
        """The person has chosen the place, or it is read aloud."""
        self._since = None

    def start(self, narration: Narration, here: Utterance | None) -> Utterance | None:
        """The earlier sentence to go on with, instead of `here`; None to go on where it was."""
        start = here
        for _ in range(self._sentences()):
            before = narration.before(start) if start and start.offset is not None else None
            if before is None or before.offset is None or narration.after(before) != start:
                break  # the title, a note, or a part that is read on demand
            start = before
        return None if start is here else start

    def _sentences(self) -> int:
        """How many sentences to go back."""
        if self._since is None or not self._minutes():
            return 0
        pause = self._now() - self._since
        return 0 if pause < 60 * self._minutes() else 2 if pause >= LONG else 1
