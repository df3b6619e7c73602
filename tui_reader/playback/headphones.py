"""Whether the headphones that play this program's sound have gone, as far as the sound server tells.

Headphones that are pulled out are another port of the same sink; those by USB or Bluetooth are a sink that goes, from
which the server moves the sound to another. Works with PulseAudio and PipeWire; elsewhere it tells nothing.
"""

from __future__ import annotations

import contextlib
import math
import re
import threading
import time

from tui_reader.playback.pulse_server import PulseServer, Sink

_HEADPHONES = re.compile(r"head-?(?:phone|set)|ear-?(?:phone|bud|piece)|airpod|hands-?free", re.IGNORECASE)
"""How headphones are called in the words of a `Sink`."""
WITHIN = 2.0
"""Seconds between the sound's being moved from a sink and the going of that sink, at most, if it was unplugged."""


class Headphones:
    """Watches the sink that plays this program's sound, in a thread that sleeps until the server tells of a change."""

    def __init__(self) -> None:
        self._gone = ""
        self._sink: Sink | None = None
        self._left: Sink | None = None
        """The sink that the sound was moved from last."""
        self._moved = self._went = -math.inf
        """When that was, and when the sink went: seconds of the monotonic clock."""
        self._server: PulseServer | None = None

    def watch(self) -> None:
        """Begin to watch, unless it does already; without PulseAudio nothing is watched."""
        if self._server is None:
            with contextlib.suppress(OSError, AttributeError):
                self._server = PulseServer(self.played_on, self.removed)
                threading.Thread(target=self._server.run, name="headphones", daemon=True).start()

    def take(self) -> str:
        """A line that says what has gone, once; empty as long as nothing has."""
        gone, self._gone = self._gone, ""
        return gone

    def close(self) -> None:
        """Stop watching. Safe to call twice."""
        if self._server:
            self._server.stop()

    def played_on(self, sink: Sink) -> None:
        """This sink plays the sound now."""
        before, self._sink = self._sink, sink
        if before and before.number != sink.number:
            self._left, self._moved = before, time.monotonic()
            self._unplugged()
        if before and _HEADPHONES.search(before.words) and not _HEADPHONES.search(sink.words):
            self._gone, self._left = "The headphones are no longer in use.", None

    def removed(self, number: int) -> None:
        """A sink has gone: the server tells it before or after the sound is moved from it."""
        if any(sink and sink.number == number for sink in (self._sink, self._left)):
            self._went = time.monotonic()
            self._unplugged()

    def _unplugged(self) -> None:
        if self._left and abs(self._went - self._moved) < WITHIN:
            self._gone = self._gone or f"The sound device {self._left.description} has gone."
            self._left = None
