"""The device without sound: it pulls at the pace of speech, so that words are marked and pages turn all the same."""

from __future__ import annotations

import math
import threading
import time

from tui_reader.playback.device import Pull


class SilentDevice:
    """A `Device` that pulls by the monotonic clock and discards the sound."""

    name = "none"
    patience = math.inf

    _BLOCK = 0.01  # seconds; fine enough for a word's mark

    def __init__(self, sample_rate: int, delivered: int = 0) -> None:
        """`sample_rate` in Hz; `delivered` frames were heard from another device before."""
        self.sample_rate = sample_rate
        self.delivered = delivered
        self.trouble: Exception | None = None
        self.head_start = 0
        self._halt: threading.Event | None = None
        self._thread: threading.Thread | None = None

    def start(self, pull: Pull) -> None:
        """Begin to pull."""
        if self._halt:
            return
        self._halt = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(pull, self._halt), name="silent device", daemon=True)
        self._thread.start()

    def _run(self, pull: Pull, halt: threading.Event) -> None:
        began, before = time.monotonic(), self.delivered
        while not halt.is_set():
            due = before + int((time.monotonic() - began) * self.sample_rate)
            if due > self.delivered:
                try:
                    pull(due - self.delivered)
                except Exception as error:  # noqa: BLE001 - the player reports it, as with a real device
                    self.trouble = error
                    return
                self.delivered = due
            halt.wait(self._BLOCK)

    def stop(self) -> None:
        """Stop the clock."""
        if self._halt and self._thread:
            self._halt.set()
            if self._thread is not threading.current_thread():
                self._thread.join()
            self._halt = self._thread = None

    def heard(self) -> int:
        """All frames that were pulled: nothing is buffered."""
        return self.delivered

    def take_unplugged(self) -> str:
        """Empty: there is nothing to unplug."""
        return ""

    def close(self) -> None:
        """Stop the clock."""
        self.stop()
