"""Captions as Advanced SubStation Alpha: a style and a colour for each speaker, and the name in its field.

The format is described by libass (https://github.com/libass/libass/wiki/ASS-File-Format-Guide).
"""

from __future__ import annotations

from typing import BinaryIO

from tui_reader.document.model import NARRATOR
from tui_reader.document.speaker_colours import speaker_colour
from tui_reader.export import stems
from tui_reader.export.captions.cue_splitting import Cue, cues
from tui_reader.export.rendering import Rendering
from tui_reader.formats.captions.scanner import GUARD

_NARRATOR = "#ffffff"
"""The narrator's colour; all have black outlines."""
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
_ESCAPES = str.maketrans({"\\": f"\\{GUARD}", "{": "｛", "}": "｝"})
"""The format has no escapes: an invisible sign makes a backslash meaningless, and braces become full-width ones. Other
readers get the printed text with these signs in it; tui-reader takes the invisible ones out again."""


def write(file: BinaryIO, rendering: Rendering) -> None:
    """Write the rendering into `file`. Raises OSError."""
    file.write(_HEAD.format(title=_line(rendering.document.heading)).encode())
    styles = stems.file_names(rendering)
    colours = {person.id: speaker_colour(number).on_dark for number, person in enumerate(rendering.document.people)}
    for speaker, style in styles.items():
        file.write(_style(style, colours.get(speaker, _NARRATOR), speaker == NARRATOR).encode())
    file.write(_EVENTS.encode())
    by_name = {rendering.document.short_name(speaker): style for speaker, style in styles.items()}
    for cue in cues(rendering):
        file.write(_event(cue, by_name[cue.speaker]).encode())


def _style(name: str, colour: str, italic: bool) -> str:
    primary = f"&H00{colour[5:]}{colour[3:5]}{colour[1:3]}".upper()
    return (
        f"Style: {name},sans-serif,44,{primary},{primary},&H00000000,&H80000000,0,{-italic:d},"
        "0,0,100,100,0,0,1,2,1,2,40,40,36,1\n"
    )


def _event(cue: Cue, style: str) -> str:
    name = _line(cue.speaker).replace(",", " ")
    words = "\\N".join(line.translate(_ESCAPES) for line in cue.lines)
    return f"Dialogue: 0,{_clock(cue.start)},{_clock(cue.end)},{style},{name},0,0,0,,{words}\n"


def _line(text: str) -> str:
    return " ".join(text.split()).translate(_ESCAPES)


def _clock(seconds: float) -> str:
    """A time in hours, minutes, seconds and hundredths, the finest the format has: "0:06:18.91"."""
    minutes, hundredths = divmod(round(seconds * 100), 6000)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{hundredths // 100:02}.{hundredths % 100:02}"
