"""Captions as Advanced SubStation Alpha, each speaker in a style and a colour; the name is in its field too.

The format is told by libass (https://github.com/libass/libass/wiki/ASS-File-Format-Guide).
"""

from __future__ import annotations

from typing import BinaryIO

from tui_reader.document.model import NARRATOR
from tui_reader.export import stems
from tui_reader.export.captions.cue_splitting import Caption, captions
from tui_reader.export.rendering import Rendering

_COLOURS = ("FFFFFF", "F0E442", "56B4E9", "FFB84D", "5BD6A8", "F0A3CC", "C8D46A", "B9A8F0")
"""Red, green, blue in hex: light, on black edges, told apart also by those who do not see all colours; after Okabe and
Ito (2008). More speakers begin again."""
_HEAD = """\
[Script Info]
ScriptType: v4.00+
Title: {title}
PlayResX: 1280
PlayResY: 720
WrapStyle: 2

[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, \
Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, \
MarginV, Encoding
"""
_EVENTS = """
[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
"""
_DATA = str.maketrans({"\\": "\\\u2060", "{": "｛", "}": "｝"})
"""The format has no escape: a word joiner keeps a backslash from meaning anything, and braces are wide ones."""


def write(file: BinaryIO, recording: Rendering) -> None:
    """Write all of it. Raises OSError."""
    file.write(_HEAD.format(title=_line(recording.document.heading)).encode())
    styles = stems.file_names(recording)
    for number, (speaker, style) in enumerate(styles.items()):
        file.write(_style(style, _COLOURS[number % len(_COLOURS)], speaker == NARRATOR).encode())
    file.write(_EVENTS.encode())
    by_name = {recording.document.short_name(speaker): style for speaker, style in styles.items()}
    for caption in captions(recording):
        file.write(_event(caption, by_name[caption.speaker]).encode())


def _style(name: str, colour: str, italic: bool) -> str:
    primary = f"&H00{colour[4:]}{colour[2:4]}{colour[:2]}"
    return (
        f"Style: {name},sans-serif,44,{primary},{primary},&H00000000,&H80000000,0,{-italic:d},"
        "0,0,100,100,0,0,1,2,1,2,40,40,36,1\n"
    )


def _event(caption: Caption, style: str) -> str:
    name = _line(caption.speaker).replace(",", " ")
    words = "\\N".join(line.translate(_DATA) for line in caption.lines)
    return f"Dialogue: 0,{_clock(caption.start)},{_clock(caption.end)},{style},{name},0,0,0,,{words}\n"


def _line(text: str) -> str:
    return " ".join(text.split()).translate(_DATA)


def _clock(seconds: float) -> str:
    """Hours, minutes, seconds and hundredths: the format has nothing finer."""
    minutes, hundredths = divmod(round(seconds * 100), 6000)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{hundredths // 100:02}.{hundredths % 100:02}"
