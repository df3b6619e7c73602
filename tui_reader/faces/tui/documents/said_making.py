"""Puts together what a person said while keys are answered: in a thread with its own connection to the library."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from tui_reader.errors import ReaderError
from tui_reader.library import Library
from tui_reader.library.people_everywhere import PersonEverywhere
from tui_reader.reading.all_said import all_said


class Stopped(Exception):
    """The person stopped it."""


class SaidMaking:
    """One making, until it is over or stopped; then nothing more is told."""

    def __init__(
        self,
        person: PersonEverywhere,
        library: Library,
        further: Callable[[float], None],
        over: Callable[[Path | None, Sequence[str]], None],
    ) -> None:
        """`further` is called with the share that is done, 0 to 1, `over` with the path of the file and notices.

        The path is None where it cannot be made; the notices say why. Both are called in the thread of the caller.
        """
        self.busy = True
        self._person, self._further, self._over = person, further, over
        self._loop = asyncio.get_running_loop()
        threading.Thread(target=self._make, args=(library.path,), name="all-said", daemon=True).start()

    def stop(self) -> None:
        """Stop at the next file."""
        self.busy = False

    def _make(self, library: Path | None) -> None:
        try:
            with Library(library) as own:
                said = all_said(self._person, own, self._tell)
            path, notices = said.write(), said.notices
        except ReaderError as trouble:
            why = f"{str(trouble).rstrip('.')}."
            self._call(lambda: self._end(None, [why]))
        except Stopped:
            pass
        else:
            self._call(lambda: self._end(path, notices))

    def _tell(self, share: float) -> None:
        if not self.busy:
            raise Stopped
        self._call(lambda: self._further(share) if self.busy else None)

    def _end(self, path: Path | None, notices: Sequence[str]) -> None:
        if self.busy:
            self.busy = False
            self._over(path, notices)

    def _call(self, call: Callable[[], None]) -> None:
        try:
            self._loop.call_soon_threadsafe(call)
        except RuntimeError:  # the program has ended meanwhile
            self.busy = False
