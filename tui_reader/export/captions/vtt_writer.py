"""Captions as WebVTT (https://www.w3.org/TR/webvtt1/), with a voice span in each cue, and word times by choice."""

from __future__ import annotations

from typing import BinaryIO

from tui_reader.export.captions.cue_splitting import Cue, cues
from tui_reader.export.rendering import Rendering
from tui_reader.terminal.counts import timestamp


def write(file: BinaryIO, rendering: Rendering) -> None:
    """Write the rendering into `file`. Raises OSError."""
    file.write(b"WEBVTT\n")
    timed = rendering.word_times and rendering.job.options.word_times
    for cue in cues(rendering):
        name = _escaped(" ".join(cue.speaker.split()))
        words = _words(cue) if timed else "\n".join(_escaped(line) for line in cue.lines)
        file.write(f"\n{timestamp(cue.start)} --> {timestamp(cue.end)}\n<v {name}>{words}</v>\n".encode())


def _words(cue: Cue) -> str:
    """The lines with a time before each word, if it is later than the one before and inside the cue (section 4.2.2)."""
    words, lines, latest, end = iter(cue.words), [], timestamp(cue.start), timestamp(cue.end)
    for line in cue.lines:
        timed = []
        for _ in line.split():
            word = next(words)
            clock, text = timestamp(word.start), _escaped(word.text)
            timed.append(f"<{clock}>{text}" if latest < clock < end else text)
            latest = max(latest, clock)
        lines.append(" ".join(timed))
    return "\n".join(lines)


def _escaped(text: str) -> str:
    """Text in which nothing is markup and no arrow is left."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
