"""How the times of a transcript become those of its recording, where the two are off.

A person marks a place whose words are heard at a moment of the recording. One such place shifts all times; two of them
stretch the times too, for a recording that runs at another speed, as after a change of 25 to 24 frames a second.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui_reader.named_tuple import NamedTuple

CLOSE = 60.0
"""Seconds of the transcript between two places from which on a stretch is worked out; a tenth of a second of error at
each makes 12 seconds an hour of it."""
LONGEST = 1.25
"""The most that times are stretched; what is more is an error at one of the two places."""


class TimeCorrection(NamedTuple):
    """The whole shifted and stretched: `shift + stretch * time`."""

    shift: float = 0.0
    """Seconds of the recording at which the transcript's time 0 is."""
    stretch: float = 1.0
    """Seconds of the recording for a second of the transcript."""

    def seconds(self, time: float) -> float:
        """The place in the recording, in seconds, for a time of the transcript in seconds."""
        return self.shift + self.stretch * time


class SyncPoint(NamedTuple):
    """A place where it is known when its words are heard."""

    time: float
    """Seconds, by the transcript."""
    heard: float
    """Seconds of the recording."""


def correction_by(points: Sequence[SyncPoint]) -> TimeCorrection:
    """The correction by which the times of the points are right: of none, no change; of one, a shift."""
    if not points:
        return TimeCorrection()
    first, last = min(points), max(points)
    stretch = (last.heard - first.heard) / (last.time - first.time) if last.time > first.time else 1.0
    return TimeCorrection(first.heard - stretch * first.time, stretch)


def with_point(points: Sequence[SyncPoint], point: SyncPoint) -> tuple[SyncPoint, ...]:
    """The points from now on, at most two: `point`, and of the others the farthest that still fits.

    One that is close in time is replaced, and so is one with which the times would be stretched by more than `LONGEST`.
    """
    others = sorted(points, key=lambda other: abs(other.time - point.time))
    far = [other for other in others if abs(other.time - point.time) >= CLOSE]
    fitting = [one for one in far if 1 / LONGEST <= correction_by((one, point)).stretch <= LONGEST]
    return tuple(sorted((*fitting[-1:], point)))


def shifted(points: Sequence[SyncPoint], seconds: float, time: float) -> tuple[SyncPoint, ...]:
    """The points with everything heard `seconds` later; without any, one at a time of the transcript."""
    return tuple(one._replace(heard=one.heard + seconds) for one in points or (SyncPoint(time, time),))
