"""Captions as SubRip (https://docs.fileformat.com/video/srt/), the speaker's name before each cue."""

from __future__ import annotations

import re
from typing import BinaryIO

from tui_reader.export.captions.cue_splitting import cues
from tui_reader.export.rendering import Rendering
from tui_reader.formats.captions.scanner import GUARD
from tui_reader.terminal.counts import timestamp

_LIKE_MARKUP = re.compile(r"\\|<(?=\S)|--(?=>)|&(?=#?\w+;)")
"""The start of a line break as players know it from ASS, of a tag, of the arrow between times, of a reference."""


def write(file: BinaryIO, rendering: Rendering) -> None:
    """Write the rendering into `file`. Raises OSError."""
    for number, cue in enumerate(cues(rendering, named=True), 1):
        words = "\n".join(_escaped(line) for line in cue.lines)
        times = f"{timestamp(cue.start)} --> {timestamp(cue.end)}".replace(".", ",")
        file.write(f"{number}\n{times}\n{words}\n\n".encode())


def _escaped(text: str) -> str:
    """Text in which nothing is markup, though the format has no escapes.

    An invisible sign breaks up what looks like markup; braces, which many players read as ASS, become full-width ones.
    Other readers get the printed text with these signs in it; tui-reader takes the invisible ones out again.
    """
    return _LIKE_MARKUP.sub(rf"\g<0>{GUARD}", text).translate({ord("{"): "｛", ord("}"): "｝"})
