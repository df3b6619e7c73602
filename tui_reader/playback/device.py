"""The Device protocol: where sound goes, and the clock of reading aloud, which counts the frames that have been heard.

A device pulls sound from its own thread and never waits for it. Devices know nothing of utterances.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

Pull = Callable[[int], bytes]
"""Gives sound for that many frames, exactly; called from the device's thread, must not wait."""


class Device(Protocol):
    """Plays what it pulls. One device serves the whole session; it is started and stopped, not opened again."""

    sample_rate: int
    """Hz."""
    name: str
    """For messages and the status line."""
    delivered: int
    """Frames pulled since it was opened."""
    trouble: Exception | None
    """What went wrong in its thread."""
    head_start: int
    """Frames that must be there before it starts: it pulls as many at once."""

    patience: float
    """Seconds without a pull after which a device that runs is lost."""

    def start(self, pull: Pull) -> None:
        """Begin to pull, if it does not already. Raises DeviceError."""

    def stop(self) -> None:
        """Fall silent at once. What was pulled and not heard may be heard when it starts again."""

    def heard(self) -> int:
        """Frames heard since it was opened, counted as `delivered` is."""

    def close(self) -> None:
        """Let go of the device; it is not used after it."""
