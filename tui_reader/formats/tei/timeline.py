"""When the utterances of transcribed speech were said, by the `<timeline>` of a TEI file.

The points of a timeline have an interval since another point; utterances have `start` and `end`, anchors and words
`synch`, which point to them (https://tei-c.org/release/doc/tei-p5-doc/en/html/SA.html#SASYMP, ISO 24624).
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence

from tui_reader.document.printed_pieces import SpokenAt
from tui_reader.formats.builder import Time
from tui_reader.formats.xml.safe_parser import Element, local

_SECONDS: Mapping[str, float] = {"": 1, "s": 1, "sec": 1, "ms": 0.001, "min": 60, "h": 3600}
"""By the unit of an interval; of other units nothing is known."""
_CLOCK = re.compile(r"(?:^|T)(\d{1,3}):(\d\d):(\d\d(?:[.,]\d{1,9})?)")
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_WORDS = frozenset(("w", "pc"))


class Timeline:
    """The points of the timelines of a file."""

    def __init__(self, root: Element) -> None:
        self._seconds: dict[str, float] = {}
        """By the id of a point: from the beginning of the recording."""
        for timeline in root.iter("{*}timeline"):
            self._take(timeline)

    def __bool__(self) -> bool:
        """Whether there is any point."""
        return bool(self._seconds)

    def time(self, element: Element) -> Time | None:
        """When an element was said, or what stands after an anchor; None where its markup does not tell."""
        start = self._at(element.get("start") or element.get("synch"))
        return None if start is None else Time(start, self._at(element.get("end")), local(element) in _WORDS)

    def _at(self, pointer: object) -> float | None:
        return self._seconds.get(str(pointer or "").rpartition("#")[2].strip())

    def _take(self, timeline: Element) -> None:
        """Work out the points of a timeline; each counts from one before it in the file."""
        unit = str(timeline.get("unit") or "")
        before, origin = 0.0, None
        for point in timeline.iter("{*}when"):
            clock = _CLOCK.search(str(point.get("absolute") or ""))
            since = self._at(point.get("since"))
            length = _interval(point, unit)
            if clock:
                time = 3600 * int(clock[1]) + 60 * int(clock[2]) + float(clock[3].replace(",", "."))
                origin = time if origin is None else origin
                at = time - origin
            elif length is not None:
                at = (before if since is None else since) + length
            elif origin is None and not self._seconds:  # the origin itself, from which the others count
                at = 0.0
            else:
                continue
            before = at
            self._seconds[str(point.get(_ID) or point.get("id") or "")] = at


def in_sequence(times: Sequence[SpokenAt]) -> tuple[SpokenAt, ...]:
    """The times, where an utterance is divided by anchors: each stretch ends where the next begins."""
    found: list[SpokenAt] = []
    for time in times:
        last = found[-1] if found else time
        if last.end is not None and time.end is None and not time.is_word and last.start <= time.start < last.end:
            found[-1] = last._replace(end=time.start)
            found.append(time._replace(end=last.end))
        else:
            found.append(time)
    return tuple(found)


def _interval(point: Element, unit: str) -> float | None:
    """Seconds from the point that another counts from; None where they are not known."""
    factor = _SECONDS.get(str(point.get("unit") or unit))
    try:
        length = float(str(point.get("interval")))
    except ValueError:
        return None
    return length * factor if factor is not None and math.isfinite(length) and length >= 0 else None
