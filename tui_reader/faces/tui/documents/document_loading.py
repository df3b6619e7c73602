"""Reads a document in the background: the foot shows the progress, Escape stops it, the result is handed over.

    loading.start(in_background(source), then)

A document that is open can be read on meanwhile. Knows no text and no place.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from tui_reader.document.model import Document
from tui_reader.named_tuple import NamedTuple
from tui_reader.startup.input_source import InputSource

if TYPE_CHECKING:
    from tui_reader.startup.background_reader import BackgroundReader
    from tui_reader.startup.find_document import ReadSource

PACE = 0.25
"""Seconds between two updates of the progress."""
BAR = 20
"""Cells of the bar."""
Result = Callable[[], Document]
"""Gives the document, or raises the error that prevented it."""


class Work(NamedTuple):
    """The reading of one document, in the background."""

    told: str
    """The message meanwhile: "Reading talk.txt, 18 MB."."""
    document: Result
    """Called in a separate thread."""
    share: Callable[[], float] | None = None
    """The progress, 0 to 1; None where it is not known."""
    stop: Callable[[], None] = lambda: None


def in_background(source: InputSource, begun: BackgroundReader | None = None) -> Work:
    """The work of reading a document in a separate process; `begun` may be reading it already."""
    from tui_reader.startup.background_reader import BackgroundReader

    try:
        reading = begun or BackgroundReader(source)
    except OSError:  # no process is to be had: a thread will do
        return Work(source.message, source.read)
    return Work(source.message, reading.document, lambda: reading.share, reading.stop)


def given(source: InputSource, result: Result) -> ReadSource:
    """A wait that gives `result` for `source`, and reads any other source."""
    return lambda wanted: result() if wanted == source else wanted.read()


class DocumentLoading:
    """One document at a time."""

    def __init__(
        self,
        show: Callable[[], None],
        call: Callable[..., object],
        covered: Callable[[], bool],
        filled: str,
        empty: str,
    ) -> None:
        """`show` shows what is; `call` calls something soon, as the screen calls its handlers.

        `covered`: whether something is open over the text. `filled` and `empty` are the signs of the bar, "" for none.
        """
        self._show, self._call, self._covered, self._filled, self._empty = show, call, covered, filled, empty
        self._task: asyncio.Task[None] | None = None
        self._work: Work | None = None

    @property
    def busy(self) -> bool:
        """Whether a document is being read."""
        return self._work is not None

    @property
    def line(self) -> str | None:
        """The progress as a message; None where nothing is being read."""
        if self._work is None:
            return None
        bar = ""
        if self._work.share and self._filled:
            share = self._work.share()
            done = round(BAR * share)
            bar = f" {self._filled * done}{self._empty * (BAR - done)} {share:4.0%} "
        return f"{self._work.told}{bar} Escape stops."

    def start(self, work: Work, then: Callable[[Result], None]) -> None:
        """Begin; when it is over, `then` is called with the result, but not when it was stopped."""
        self.stop()
        self._work = work
        self._task = asyncio.get_running_loop().create_task(self._wait(work, then))

    def stop(self) -> None:
        """Stop reading."""
        if self._work and self._task:
            self._task.cancel()
            self._work.stop()
        self._work = self._task = None

    async def _wait(self, work: Work, then: Callable[[Result], None]) -> None:
        done = asyncio.get_running_loop().run_in_executor(None, work.document)
        done.add_done_callback(lambda one: one.cancelled() or one.exception())  # asked for, whatever becomes of it
        before = None
        while not (await asyncio.wait([done], timeout=PACE))[0]:
            if self.line != before:
                before = self.line
                self._show()
        self._call(self._over, work, then, done.result)

    def _over(self, work: Work, then: Callable[[Result], None], result: Result) -> None:
        if work is not self._work:  # it was stopped at the last moment
            return
        if self._covered():  # by what is of the document that is open, and decides about that: first it is left
            asyncio.get_running_loop().call_later(PACE, self._call, self._over, work, then, result)
            return
        self._work = None
        then(result)
        self._show()
