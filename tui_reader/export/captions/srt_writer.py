"""Captions as SubRip (https://docs.fileformat.com/video/srt/), the speaker's name before each."""

from __future__ import annotations

import re
from typing import BinaryIO

from tui_reader.export.captions.cue_splitting import captions
from tui_reader.export.rendering import Rendering

_LIKE_MARKUP = re.compile(r"<(?=\S)|--(?=>)")
"""What begins a tag, and the arrow of times."""


def write(file: BinaryIO, recording: Rendering) -> None:
    """Write all of it. Raises OSError."""
    for number, caption in enumerate(captions(recording, named=True), 1):
        words = "\n".join(_harmless(line) for line in caption.lines)
        file.write(f"{number}\n{_clock(caption.start)} --> {_clock(caption.end)}\n{words}\n\n".encode())


def _harmless(text: str) -> str:
    """Data and never markup: the format has no escape.

    An invisible word joiner breaks what looks like a tag, and braces, which many players take from ASS, are wide ones.
    """
    return _LIKE_MARKUP.sub("\\g<0>\u2060", text).translate({ord("{"): "｛", ord("}"): "｝"})


def _clock(seconds: float) -> str:
    minutes, milliseconds = divmod(round(seconds * 1000), 60_000)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{milliseconds // 1000:02},{milliseconds % 1000:03}"
