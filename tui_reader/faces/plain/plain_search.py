"""Searching in plain text mode: bit by bit between the keys, so that a key stops a search that takes long."""

from __future__ import annotations

import time

from tui_reader.errors import ReaderError
from tui_reader.faces.plain.writing import Writing
from tui_reader.reading import Reading

AT_ONCE = 0.05
"""Seconds of searching before keys are looked at again."""
PATIENCE = 0.5
"""Seconds after which a message says that it is searching."""


class PlainSearch:
    """One search at a time."""

    def __init__(self, reading: Reading, writing: Writing, stopping: str) -> None:
        """`stopping` is the key that stops a search; empty where lines are typed, which wait until it is over."""
        self._reading, self._writing, self._stopping = reading, writing, stopping
        self._tell: float | None = None
        """When to say that it is searching; None where that was said."""

    @property
    def busy(self) -> bool:
        """Whether it is still searching."""
        return self._reading.search.busy

    def start(self, typed: str) -> None:
        """Search for what was typed; what was found is said at once, or by `go_on`."""
        self._reading.search.start(typed)
        self._tell = time.monotonic() + PATIENCE
        self.go_on()

    def go_on(self) -> None:
        """Search a little; when it is over, go to the first hit and say it."""
        try:
            self._reading.search.go_on(AT_ONCE)
        except ReaderError as error:
            self._writing.say(str(error))
            return
        if not self.busy:
            self._writing.say(self._reading.search.go_to_first())
        elif self._tell and time.monotonic() > self._tell:
            self._tell = None
            self._writing.say(f"Searching; {self._stopping} stops." if self._stopping else "Searching.")

    def stop(self) -> None:
        """Stop searching, and say so; the reader stays where it is."""
        if self.busy:
            self._reading.search.stop()
            self._writing.say("Search stopped.")
