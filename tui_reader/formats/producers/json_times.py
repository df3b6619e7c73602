"""When the segments of a transcript in JSON were said: times by many names, in seconds or thousandths.

Knows lists and objects; what of them is text is told to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from tui_reader.formats.captions.scanner import CaptionCue, CuePiece, WordTime

START = ("startTime", "start", "start_time", "begin", "from", "tStartMs")
END = ("endTime", "end", "end_time", "to")
_SLOWEST = 3.0
"""Seconds for a character, above which times are thousandths of a second."""

PrintedTime = tuple[str, float | None]
"""As printed, and in seconds."""


def time_of(segment: dict[str, Any], keys: tuple[str, ...]) -> PrintedTime:
    """A time as printed and in seconds."""
    for place in (segment, segment.get("offsets")):
        if isinstance(place, dict):
            for key in keys:
                found = place.get(key)
                if isinstance(found, (int, float)) and not isinstance(found, bool) and abs(found) < 1e12:
                    thousandths = place is not segment or key.endswith("Ms")
                    return str(found), found / 1000 if thousandths else float(found)
                if isinstance(found, str) and re.fullmatch(r"\d{1,9}(?:\.\d{1,9})?s?", found):
                    return found, float(found.rstrip("s"))
    return "", None


def part_times(parts: Sequence[str], times: Sequence[tuple[PrintedTime, PrintedTime]]) -> Iterator[WordTime]:
    """When each part of a cue was said: a word, with the blank before it."""
    at = 0
    for part, ((_, start), (_, end)) in zip(parts, times, strict=True):
        if start is not None:
            yield WordTime(at + len(part) - len(part.lstrip()), start, end)
        at += len(part)


def in_seconds(cues: list[CaptionCue]) -> list[CaptionCue]:
    """The cues with their times in seconds: nobody needs more than seconds for each character of what is said."""
    length = sum(cue.end - cue.start for cue in cues if cue.start is not None and cue.end is not None)
    if length <= _SLOWEST * sum(len(piece.text) for cue in cues for piece in cue.pieces):
        return cues
    return [
        cue._replace(start=_thousandth(cue.start), end=_thousandth(cue.end), pieces=tuple(map(_sooner, cue.pieces)))
        for cue in cues
    ]


def _sooner(piece: CuePiece) -> CuePiece:
    """The piece with the times of its words, which are thousandths of a second, in seconds."""
    return piece._replace(
        times=tuple(WordTime(one.offset, one.start / 1000, _thousandth(one.end)) for one in piece.times)
    )


def _thousandth(time: float | None) -> float | None:
    return time / 1000 if time else time
