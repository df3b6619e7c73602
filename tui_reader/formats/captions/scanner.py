"""Cues as they are printed: what every format of captions is read into.

Our own scanner and no library: webvtt-py keeps one voice a cue, pysubs2 loses the voices of WebVTT, the first broken
block of an SRT and the order of columns that an ASS file gives; none of them keeps what it does not understand.
"""

from __future__ import annotations

import re

from tui_reader.document.printed_pieces import TIME_OF_CUE
from tui_reader.formats.labels.clock_times import CUE_TIMES
from tui_reader.named_tuple import NamedTuple

TIMES = re.compile(CUE_TIMES)
"""The time line of a cue: begin, end, and its settings."""


GUARD = "\u200c"
"""An invisible sign, the zero-width non-joiner. In formats without escapes, exports write it after a sign that would
begin markup, which makes that sign plain text; the readers of these formats take it out."""
_GUARDED = re.compile(rf"(?<=[\\<&]){GUARD}|(?<=--){GUARD}")


def unguarded(text: str) -> str:
    """The text without the guards after signs that could begin markup."""
    return _GUARDED.sub("", text) if GUARD in text else text


READING = "how a word is read, above it"
"""Why the small print of ruby is not said: its words are those below it."""
NOBODY = ""
"""Stands for a speaker where the file says that it is not known who speaks."""


class WordTime(NamedTuple):
    """When a word of a piece was said, and those after it up to the next."""

    offset: int
    """Characters into the piece's text."""
    start: float
    """Seconds."""
    end: float | None = None


class CuePiece(NamedTuple):
    """Words of a cue that one voice says."""

    text: str
    speaker: str | None = None
    """As printed; None where nothing here says who speaks, NOBODY where it says that it is not known."""
    printed: str = ""
    """All that is printed of the label, its sign included: "Joe:"."""
    times: tuple[WordTime, ...] = ()
    """Of its words, where the file times them; in order."""


class CaptionCue(NamedTuple):
    """A caption: when it is shown, and its words."""

    printed: str
    """Its number, times and settings, or a comment between cues, as printed."""
    start: float | None
    """Seconds; None where the file does not say."""
    end: float | None
    pieces: tuple[CuePiece, ...]
    why: str = TIME_OF_CUE
    """What `printed` is, for the ledger."""
