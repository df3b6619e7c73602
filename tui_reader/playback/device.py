"""The Device protocol: where sound goes, and the clock of reading aloud, which counts the frames that have been heard.

A device pulls sound from its own thread and never waits for it. Devices know nothing of utterances.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

Pull = Callable[[int], bytes]
"""Gives the sound of exactly that many frames; it is called from the device's thread and must not wait."""


class Device(Protocol):
    """Plays what it pulls. One device serves the whole session: it is started and stopped, and not opened again."""

    sample_rate: int
    """Hz."""
    name: str
    """The name for messages and the status line."""
    delivered: int
    """Frames pulled since it was opened."""
    trouble: Exception | None
    """The error that ended its thread."""
    head_start: int
    """Frames that must be made before it starts, for it pulls as many at once."""

    patience: float
    """Seconds without a pull after which a running device counts as lost."""

    def start(self, pull: Pull) -> None:
        """Begin to pull, unless it does already. Raises DeviceError."""

    def stop(self) -> None:
        """Fall silent at once. What was pulled and not heard may be heard after the next start."""

    def heard(self) -> int:
        """Frames heard since it was opened, counted as `delivered` is."""

    def take_unplugged(self) -> str:
        """A line for headphones that have gone since the last start, once; empty if they have not."""

    def close(self) -> None:
        """Release the device; it is not used afterwards."""
