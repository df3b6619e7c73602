"""The sound device that is a stream: what is heard is written to a descriptor, for a player at the other end of a pipe.

The stream never stands still: while nothing is read aloud it is silence, so that no player runs out of sound.
"""

from __future__ import annotations

import math
import os
import sys
import threading
import time
from collections.abc import Callable

from tui_reader.playback.device import Pull
from tui_reader.playback.stream_encoding import StreamEncoder
from tui_reader.tts.samples import FRAME_BYTES

AHEAD = 0.4
"""Seconds of sound written before it is heard: what the network may delay, and how late a pause is heard."""
FIRST = 0.1
"""Seconds of sound that are written at once when it begins; more are made meanwhile."""
BLOCK = 0.02
"""Seconds of sound that are encoded and written together."""
LOOK = 0.1
"""Seconds between looks whether it is to end, while the other end takes nothing."""
AT_ONCE = 4096
"""Bytes that a pipe takes without waiting, if it takes any."""


class StreamDevice:
    """A `Device` that writes to a descriptor at the pace at which sound is heard."""

    name = "stream"
    patience = math.inf  # whoever listens may halt the player for hours

    def __init__(
        self, sample_rate: int, encoder: StreamEncoder, descriptor: int, ended: Callable[[Exception], None]
    ) -> None:
        """`sample_rate` in Hz; the header is written at once. `ended` is given the error that ends the stream, such as
        BrokenPipeError where nobody listens any more; it is called from the stream's thread and must not wait."""
        self.sample_rate = sample_rate
        self.delivered = 0
        self.trouble: Exception | None = None
        self.head_start = round(FIRST * sample_rate)
        self._encoder, self._descriptor, self._ended = encoder, descriptor, ended
        self._block = round(BLOCK * sample_rate)
        self._pull: Pull = lambda frames: bytes(frames * FRAME_BYTES)
        self._began = 0.0
        """When the stream's first frame was heard, by the monotonic clock, as if there had been no gap since."""
        self._wanted, self._closing = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._run, name="stream", daemon=True)
        self._thread.start()

    def start(self, pull: Pull) -> None:
        """Begin to pull, for good."""
        if not self._wanted.is_set():
            self._pull, self._began = pull, time.monotonic()
            self._wanted.set()

    def stop(self) -> None:
        """Do nothing: what is pulled from now on is silence."""

    def heard(self) -> int:
        """Frames heard by a player that began with the first of them and has never waited."""
        return min(self.delivered, int(self._passed() * self.sample_rate)) if self._wanted.is_set() else 0

    def take_unplugged(self) -> str:
        """Empty: there is nothing to unplug."""
        return ""

    def close(self) -> None:
        """Let the last sound fade, end the stream, and write nothing any more. Safe to call twice."""
        self._closing.set()
        self._wanted.set()
        self._thread.join(1)

    def _passed(self) -> float:
        return time.monotonic() - self._began

    # The stream's thread

    def _run(self) -> None:
        try:
            self._write(self._encoder.begin())
            self._wanted.wait()
            while not self._closing.wait(self._until_due()):
                self._give()
            self._give()  # the last sound fades in it
            self._write(self._encoder.end())
        except Exception as error:  # noqa: BLE001 - whatever it is, it ends the stream
            self._ended(error)

    def _until_due(self) -> float:
        """Seconds until the next block is to be written.

        Time in which the stream stood still, because the other end took nothing or the program was stopped, was not
        heard and does not count: afterwards it is no further ahead than before.
        """
        written, passed = self.delivered / self.sample_rate, self._passed()
        if passed > written:
            self._began += passed - written
            passed = written
        return max(0.0, written - passed - min(AHEAD, FIRST + passed / 2))

    def _give(self) -> None:
        sound = self._pull(self._block)
        self.delivered += self._block
        self._write(self._encoder.encode(sound))

    def _write(self, data: bytes) -> None:
        """Write it all, unless the other end takes nothing and the stream is to end."""
        while data:
            if self._takes_more():
                data = data[os.write(self._descriptor, data[:AT_ONCE]) :]
            elif self._closing.is_set():
                return

    def _takes_more(self) -> bool:
        if sys.platform == "win32":
            return True
        import select

        return bool(select.select([], [self._descriptor], [], LOOK)[1])
