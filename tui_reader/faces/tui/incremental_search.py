"""A search on the screen: bit by bit between the keys, so that nothing freezes, until it is over or stopped."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator

from tui_reader.errors import ReaderError
from tui_reader.reading import Reading
from tui_reader.terminal.counts import count

AT_ONCE = 0.02
"""Seconds of searching before keys are looked at again."""
PATIENCE = 0.5
"""Seconds after which it is said how many were found so far."""


class IncrementalSearch:
    """One search at a time."""

    def __init__(
        self, reading: Reading, say: Callable[[str], None], show: Callable[[], None], arrived: Callable[[], None]
    ) -> None:
        """`say` takes a line for the person, `show` shows what is, `arrived` is called when one is at the first hit."""
        self._reading, self._say, self._show, self._arrived = reading, say, show, arrived
        self._task: asyncio.Task[None] | None = None

    @property
    def busy(self) -> bool:
        """Whether it is still searching."""
        return self._task is not None and not self._task.done()

    def stop(self) -> None:
        """Search no further; what was found before stays."""
        if self._task:
            self._task.cancel()
            self._task = None

    def start(self, typed: str) -> None:
        """Search for what was typed and go to the first hit."""
        self.stop()
        steps = self._reading.searching(typed)
        if self._some(steps) is None:
            self._show()
            return
        self._task = asyncio.get_running_loop().create_task(self._rest(steps))

    async def _rest(self, steps: Iterator[int]) -> None:
        document, began = self._reading.document, time.monotonic()
        found: int | None = 0
        while found is not None and self._reading.document is document:
            await asyncio.sleep(0)
            found = self._some(steps)
            if found is not None and time.monotonic() - began > PATIENCE:
                began += 10 * PATIENCE
                self._say(f"{count(found, 'hit')} so far; Escape stops the search.")
                self._show()
        self._show()

    def _some(self, steps: Iterator[int]) -> int | None:
        """Search a little; how many were found so far, None when it is over."""
        until = time.monotonic() + AT_ONCE
        try:
            for found in steps:
                if time.monotonic() >= until:
                    return found
            self._over()
        except ReaderError as error:
            self._say(str(error))
        return None

    def _over(self) -> None:
        found = self._reading.found
        self._reading.go_to_found()
        self._arrived()
        if found:
            ways = f" {count(len(found.hits), 'hit')}; full stop next, comma before, Escape leaves."
            self._say(found.summary() + (ways if found.hits else ""))
