"""Imports documents into the library while keys are answered: in a thread with its own database connection.

A library in memory has only one connection: there it is done bit by bit between the keys.
"""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import closing

from tui_reader.errors import ReaderError
from tui_reader.library import Library
from tui_reader.library.adding import Seen, Tell
from tui_reader.terminal.milestones import PATIENCE

OFTEN = 0.2
"""Seconds between two reports of the progress."""
Work = Callable[[Library, Tell], Generator[Seen | None]]
"""Imports into a library; takes what is told the share that is done, 0 to 1."""


class LibraryImport:
    """One import, file by file, until it is over or stopped. An import that was stopped reports nothing more; the
    documents it has imported stay."""

    def __init__(self, library: Library, work: Work, further: Callable[[], None], over: Callable[[], None]) -> None:
        """`work` imports; `further` is called now and then, `over` at the end, both in the thread of the caller."""
        self.seen: list[Seen] = []
        self.error: ReaderError | None = None
        """What ended it."""
        self.busy = True
        self._work, self._further, self._over = work, further, over
        self._loop = asyncio.get_running_loop()
        self._share, self._begun = 0.0, time.monotonic()
        self._next_look = self._begun + OFTEN
        if library.path:
            threading.Thread(target=self._in_background, args=(library,), name="library-import", daemon=True).start()
        else:
            self._task = self._loop.create_task(self._between(library))

    def stop(self) -> None:
        """Stop within a tenth of a second; what was added stays."""
        self.busy = False

    @property
    def documents(self) -> int:
        """How many documents were found so far."""
        return sum(one.documents for one in self.seen)

    @property
    def told(self) -> str:
        """How far it is, in words; empty where it has only begun, and may be over at once."""
        return f"{100 * self._share:.0f} percent" if self._share and time.monotonic() > self._begun + PATIENCE else ""

    def _tell_share(self, share: float) -> None:
        self._share = share

    def _in_background(self, library: Library) -> None:
        try:
            with Library(library.path) as own:
                for look in self._steps(own):
                    if look:
                        self._tell(self._further)
        except ReaderError as error:
            self.error = error
        self._tell(self._end)

    async def _between(self, library: Library) -> None:
        try:
            for look in self._steps(library):
                await asyncio.sleep(0)
                if look:
                    self._further()
        except ReaderError as error:
            self.error = error
        self._end()

    def _steps(self, library: Library) -> Iterator[bool]:
        """A step for each file; whether it is time to report the progress."""
        with closing(self._work(library, self._tell_share)) as work:
            for one in work:
                if not self.busy:
                    return
                if one:
                    self.seen.append(one)
                look = time.monotonic() > self._next_look
                if look:
                    self._next_look = time.monotonic() + OFTEN
                yield look

    def _tell(self, call: Callable[[], None]) -> None:
        try:
            self._loop.call_soon_threadsafe(call)
        except RuntimeError:  # the program has ended meanwhile
            self.busy = False

    def _end(self) -> None:
        if self.busy:
            self.busy = False
            self._over()
