"""The times of a document by its passages: which words a time of the file belongs to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from tui_reader.document.printed_pieces import Passage, SpokenAt
from tui_reader.named_tuple import NamedTuple


class TimedStretch(NamedTuple):
    """Characters of a passage's text that begin at one time of the file and end before the next."""

    time: int
    """Index of the time; -1 before the first."""
    start: int
    end: int


def timed_stretches(passage: Passage, times: Sequence[SpokenAt]) -> list[TimedStretch]:
    """A passage's text cut where times begin; `times` are in the order of their places."""
    cuts: list[tuple[int, int]] = []
    at = 0
    for span in passage.spans:
        first = bisect_right(times, span.start, key=place_of)
        last = bisect_left(times, span.end, key=place_of)
        inside = [(time, at + times[time].place - span.start) for time in range(first, last)]
        cuts += [cut for cut in ((first - 1, at), *inside) if not cuts or cut[0] != cuts[-1][0]]
        at += span.end - span.start
    return [TimedStretch(time, start, end) for (time, start), (_, end) in pairwise((*cuts, (-1, len(passage.text))))]


def place_of(time: SpokenAt) -> int:
    """The character of the document's text at which the words of a time begin."""
    return time.place


def last_time(times: Sequence[SpokenAt]) -> float:
    """Seconds at which the last words of a document are over, as far as its times tell; 0 without times."""
    return max((time.start if time.end is None else max(time.start, time.end) for time in times), default=0.0)
