"""Captions as WebVTT (https://www.w3.org/TR/webvtt1/), with a voice span in each cue, and word times by choice."""

from __future__ import annotations

from typing import BinaryIO

from tui_reader.export.captions.cue_splitting import Cue, cues
from tui_reader.export.rendering import Rendering


def write(file: BinaryIO, rendering: Rendering) -> None:
    """Write the rendering into `file`. Raises OSError."""
    file.write(b"WEBVTT\n")
    timed = rendering.word_times and rendering.job.options.word_times
    for cue in cues(rendering):
        name = _escaped(" ".join(cue.speaker.split()))
        words = _words(cue) if timed else "\n".join(_escaped(line) for line in cue.lines)
        file.write(f"\n{_clock(cue.start)} --> {_clock(cue.end)}\n<v {name}>{words}</v>\n".encode())


def _words(cue: Cue) -> str:
    """The lines with a time before each word, if it is later than the one before and inside the cue (section 4.2.2)."""
    words, lines, latest, end = iter(cue.words), [], _clock(cue.start), _clock(cue.end)
    for line in cue.lines:
        timed = []
        for _ in line.split():
            word = next(words)
            clock, text = _clock(word.start), _escaped(word.text)
            timed.append(f"<{clock}>{text}" if latest < clock < end else text)
            latest = max(latest, clock)
        lines.append(" ".join(timed))
    return "\n".join(lines)


def _escaped(text: str) -> str:
    """Text in which nothing is markup and no arrow is left."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _clock(seconds: float) -> str:
    """A time in hours, minutes, seconds and milliseconds: "00:06:18.912"."""
    minutes, milliseconds = divmod(round(seconds * 1000), 60_000)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{milliseconds // 1000:02}.{milliseconds % 1000:03}"
