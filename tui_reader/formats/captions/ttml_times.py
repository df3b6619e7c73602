"""The times of TTML: clock times with frames, and counts of hours, minutes, seconds, milliseconds, frames or ticks."""

from __future__ import annotations

import re

from tui_reader.formats.xml.safe_parser import Element

_PARAMETER = "{http://www.w3.org/ns/ttml#parameter}"
_CLOCK = re.compile(r"(?:(\d{1,4}):)?(\d{1,4}):(\d{1,2}(?:\.\d{1,9})?)(?::(\d{1,4}(?:\.\d{1,9})?))?")
_COUNT = re.compile(r"(\d{1,12}(?:\.\d{1,9})?)(h|ms|m|s|f|t)?")
_FRAMES = 30.0
"""Frames a second where the file does not say."""
_LONGEST = 1e9


class Clock:
    """Reads times by the rates of frames and ticks that a file gives."""

    def __init__(self, root: Element) -> None:
        """`root` is the element `tt`."""
        given = {key.rpartition("}")[2]: value for key, value in root.attrib.items()}
        frames = _positive(given.get("frameRate")) or _FRAMES
        over, _, under = given.get("frameRateMultiplier", "1 1").replace(":", " ").partition(" ")
        frames *= (_positive(over) or 1.0) / (_positive(under) or 1.0)
        ticks = _positive(given.get("tickRate")) or (frames if "frameRate" in given else 1.0)
        self._frames = frames
        self._units = {"h": 3600.0, "m": 60.0, "s": 1.0, "ms": 0.001, "f": 1 / frames, "t": 1 / ticks}

    def times(self, element: Element) -> tuple[float | None, float | None]:
        """When an element begins and ends, in seconds; None where it does not say."""
        start, end = self.seconds(element.get("begin")), self.seconds(element.get("end"))
        if end is None and start is not None and (length := self.seconds(element.get("dur"))) is not None:
            end = start + length
        return start, end

    def seconds(self, value: str | None) -> float | None:
        """The seconds of "00:00:01.5", "1:48.737", "00:00:01:12", "3.5s", "25f"; None for anything else."""
        value = (value or "").strip()
        clock = _CLOCK.fullmatch(value)
        if clock and not (clock[4] and clock[1] is None):
            hours, minutes, whole, frames = (float(part or 0) for part in clock.groups())
            return hours * 3600 + minutes * 60 + whole + frames / self._frames
        count = _COUNT.fullmatch(value)
        found = float(count[1]) * self._units[count[2] or "s"] if count else None
        return found if found is not None and found < _LONGEST else None


def _positive(value: str | None) -> float:
    """A number above 0; 0 for anything else."""
    return float(value) if value and re.fullmatch(r"\d{1,9}(?:\.\d{1,9})?", value) else 0.0
