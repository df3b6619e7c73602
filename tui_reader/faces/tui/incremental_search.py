"""A search on the screen: bit by bit between the keys, so that nothing freezes, until it is over or stopped."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from tui_reader.errors import ReaderError
from tui_reader.faces.tui.state import ScreenState, Step
from tui_reader.reading import Reading
from tui_reader.terminal.counts import count
from tui_reader.terminal.keymap import Keymap

if TYPE_CHECKING:
    from tui_reader.reading.search_results import SearchResults

AT_ONCE = 0.02
"""Seconds of searching before keys are looked at again."""
PATIENCE = 0.5
"""Seconds after which a message says how many were found so far."""


class IncrementalSearch:
    """One search at a time."""

    def __init__(self, reading: Reading, keys: Callable[[], Keymap], update: Callable[[Step], None]) -> None:
        """`keys` gives the keys in force.

        `update` shows what a step makes of the state, when a search that took longer is over.
        """
        self._reading, self._keys, self._update = reading, keys, update
        self._task: asyncio.Task[None] | None = None

    @property
    def busy(self) -> bool:
        """Whether it is still searching."""
        return self._task is not None and not self._task.done()

    def stop(self) -> None:
        """Stop searching; the results of the search before stay."""
        if self._task:
            self._task.cancel()
            self._task = None

    def start(self, state: ScreenState, typed: str) -> ScreenState:
        """Search for what was typed and go to the first hit; the state then, unless the search takes longer."""
        self.stop()
        steps = self._reading.search.searching(typed)
        found = self._some(steps)
        if not isinstance(found, int):
            return found(state)
        self._task = asyncio.get_running_loop().create_task(self._rest(steps))
        return state

    async def _rest(self, steps: Iterator[int]) -> None:
        document, began = self._reading.document, time.monotonic()
        found: int | Step = 0
        while isinstance(found, int) and self._reading.document is document:
            await asyncio.sleep(0)
            found = self._some(steps)
            if isinstance(found, int) and time.monotonic() - began > PATIENCE:
                began += 10 * PATIENCE
                self._update(_saying(f"{count(found, 'hit')} so far; {self._keys().key('back')} stops the search."))
        self._update(_saying("") if isinstance(found, int) else found)

    def _some(self, steps: Iterator[int]) -> int | Step:
        """Search a little; how many hits were found so far, or the last step where the search is over."""
        until = time.monotonic() + AT_ONCE
        try:
            for found in steps:
                if time.monotonic() >= until:
                    return found
            return self._over()
        except ReaderError as error:
            return _saying(str(error))

    def _over(self) -> Step:
        found = self._reading.search.results
        self._reading.search.go_to_first()
        if found is None:
            return _saying("")
        key = self._keys().key
        told = found.summary_of_hits()
        if found.hits:
            ways = (f"{key('next_hit')} next", f"{key('previous_hit')} previous", f"{key('back')} ends search")
            told = "   ".join((told.removesuffix("."), *ways))
        return lambda state: with_found_note(state, found).saying(told)


def with_found_note(state: ScreenState, found: SearchResults | None) -> ScreenState:
    """The state with the notes open where the current search result is in a note."""
    if found and found.index is not None and found.hits[found.index].note:
        return state._replace(notes_open=True)
    return state


def _saying(line: str) -> Step:
    return lambda state: state.saying(line)
