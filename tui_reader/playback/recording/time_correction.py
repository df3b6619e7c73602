"""How the times of a transcript become those of its recording, where the two are off."""

from __future__ import annotations

from typing import NamedTuple


class TimeCorrection(NamedTuple):
    """The whole shifted and stretched: `shift + stretch * time`."""

    shift: float = 0.0
    """Seconds of the recording at which the transcript's time 0 is."""
    stretch: float = 1.0
    """Seconds of the recording for a second of the transcript."""

    def seconds(self, time: float) -> float:
        """The place in the recording, in seconds, for a time of the transcript in seconds."""
        return self.shift + self.stretch * time
