"""Captions as WebVTT (https://www.w3.org/TR/webvtt1/), the speaker of each in a voice span, its words timed."""

from __future__ import annotations

from typing import BinaryIO

from tui_reader.export.captions.cue_splitting import Caption, captions
from tui_reader.export.rendering import Rendering


def write(file: BinaryIO, recording: Rendering) -> None:
    """Write all of it. Raises OSError."""
    file.write(b"WEBVTT\n")
    for caption in captions(recording):
        name = _escaped(" ".join(caption.speaker.split()))
        words = _words(caption) if recording.word_times else "\n".join(_escaped(line) for line in caption.lines)
        file.write(f"\n{_clock(caption.start)} --> {_clock(caption.end)}\n<v {name}>{words}</v>\n".encode())


def _words(caption: Caption) -> str:
    """The lines with a time before each word, where it is later than the one before and inside the cue (4.2.2)."""
    words, lines, told, end = iter(caption.words), [], _clock(caption.start), _clock(caption.end)
    for line in caption.lines:
        timed = []
        for _ in line.split():
            start, word = next(words)
            clock = _clock(start)
            timed.append(f"<{clock}>{_escaped(word)}" if told < clock < end else _escaped(word))
            told = max(told, clock)
        lines.append(" ".join(timed))
    return "\n".join(lines)


def _escaped(text: str) -> str:
    """Data and never markup; no arrow is left in it either."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _clock(seconds: float) -> str:
    minutes, milliseconds = divmod(round(seconds * 1000), 60_000)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{milliseconds // 1000:02}.{milliseconds % 1000:03}"
