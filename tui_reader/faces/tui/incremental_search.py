"""A search on the screen: bit by bit between the keys, so that nothing freezes, until it is over or stopped."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from tui_reader.errors import ReaderError
from tui_reader.faces.tui.state import ScreenState, Step
from tui_reader.named_tuple import NamedTuple
from tui_reader.reading import Reading
from tui_reader.terminal.keymap import Keymap

if TYPE_CHECKING:
    from tui_reader.document.model import Document, Position
    from tui_reader.reading.search_results import SearchResults

AT_ONCE = 0.05
"""Seconds of searching at the start: most searches are over then."""
BETWEEN_KEYS = 0.005
"""Seconds of searching before keys are looked at again; a key takes several looks until it is painted."""
PATIENCE = 0.5
"""Seconds after which a message says that it is searching."""


class _Origin(NamedTuple):
    """What there was before words to find were typed."""

    document: Document
    place: Position
    results: SearchResults | None


class IncrementalSearch:
    """One search at a time."""

    def __init__(self, reading: Reading, keys: Callable[[], Keymap], update: Callable[[Step], None]) -> None:
        """`keys` gives the keys in force.

        `update` shows what a step makes of the state, when a search that took longer is over.
        """
        self._reading, self._keys, self._update = reading, keys, update
        self._task: asyncio.Task[None] | None = None
        self._origin: _Origin | None = None
        """Where the reader was when words to find began to be typed."""

    @property
    def busy(self) -> bool:
        """Whether it is still searching."""
        return self._reading.search.busy

    def stop(self) -> None:
        """Stop searching; the results of the search before stay."""
        self._reading.search.stop()
        if self._task:
            self._task.cancel()
            self._task = None

    def start(self, state: ScreenState, typed: str) -> ScreenState:
        """Search for what was typed and go to the first hit; the state then, unless the search takes longer."""
        self.stop()
        self._reading.search.start(typed)
        over = self._go_on(AT_ONCE)
        if over:
            return over(state)
        self._task = asyncio.get_running_loop().create_task(self._rest())
        return state

    # While words are typed

    def preview(self, typed: str, tell: Callable[[str], None]) -> None:
        """Mark what is found of the words typed so far, show the first hit, and tell how much it is."""
        self.stop()
        search = self._reading.search
        if self._origin is None:
            self._origin = _Origin(self._reading.document, self._reading.place.position, search.results)
        search.results = None
        if typed.strip():
            search.start(typed)
        self._task = asyncio.get_running_loop().create_task(self._preview(tell))

    async def _preview(self, tell: Callable[[str], None]) -> None:
        search, seconds = self._reading.search, AT_ONCE
        try:
            while search.busy:
                search.go_on(seconds)
                seconds = BETWEEN_KEYS
                await asyncio.sleep(0)
        except ReaderError:  # an expression that is not finished
            pass
        origin, found = self._origin, search.results
        if origin is None:
            return
        index = found.first(origin.place) if found else None
        if found and index is not None:
            found.index = index
        if not self._reading.playback.playing:  # the voice has a place of its own
            self._reading.place.position = found.hits[index].position if found and index is not None else origin.place
        tell(found.summary_of_hits() if found else "")
        self._update(lambda state: with_found_note(state, found))

    def end_preview(self) -> None:
        """Go back to where the question was asked, with what had been found before."""
        origin, self._origin = self._origin, None
        if origin is None:
            return
        self.stop()
        if origin.document is self._reading.document:
            if not self._reading.playback.playing:
                self._reading.place.position = origin.place
            self._reading.search.results = origin.results

    # A search that takes long

    async def _rest(self) -> None:
        tell, told = time.monotonic() + PATIENCE, ""
        over: Step | None = None
        while self.busy and not over:
            await asyncio.sleep(0)
            over = self._go_on(BETWEEN_KEYS)
            if not over and not told and time.monotonic() > tell:
                told = f"Searching; {self._keys().key('back')} stops."
                self._update(_saying(told))
        self._update(lambda state: (over or _saying(""))(state.without(told)))

    def _go_on(self, seconds: float) -> Step | None:
        """Search a little; the last step where the search is over."""
        try:
            self._reading.search.go_on(seconds)
        except ReaderError as error:
            return _saying(str(error))
        return None if self.busy else self._over()

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
