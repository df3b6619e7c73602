"""Spruce's STL, captions for DVDs as text: begin, end in frames, and words with bars between lines."""

from __future__ import annotations

import re

from tui_reader.formats.builder import Builder
from tui_reader.formats.captions.scanner import CaptionCue, CuePiece
from tui_reader.formats.labels.clock_times import seconds

_TIME = r"(\d{1,2}:\d{2}:\d{2})[:;.](\d{2,3})"
LINE = re.compile(rf"[ \t]*{_TIME}[ \t]*,[ \t]*{_TIME}[ \t]*,[ \t]*(.*)")
_FRAMES = 30
"""Frames a second; such files do not say."""
_CODE = re.compile(r"\^[BIU]")


def cues(text: str, _: Builder) -> list[CaptionCue]:
    """The cues in order; settings ("$FontName = Arial") and comments ("//") are no words."""
    found: list[CaptionCue] = []
    for line in text.split("\n"):
        times = LINE.match(line)
        bare = line.strip()
        if times:
            start, end = seconds(times[1]) + int(times[2]) / _FRAMES, seconds(times[3]) + int(times[4]) / _FRAMES
            words = _CODE.sub("", times[5]).replace("|", "\n")
            pieces = (CuePiece(words),) if words.strip() else ()
            found.append(CaptionCue(line[: times.start(5)].strip(), start, end, pieces))
        elif bare.startswith(("$", "//")):
            found.append(CaptionCue(bare, None, None, (), "comment" if bare[0] == "/" else "style of the captions"))
        elif bare:
            found.append(CaptionCue("", None, None, (CuePiece(bare),)))
    return found
