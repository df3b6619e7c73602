"""MicroDVD and MPL2, captions of a line each: `{25}{50}words` in frames, `[10][20]words` in tenths of a second."""

from __future__ import annotations

import re

from tui_reader.formats.builder import Builder
from tui_reader.formats.captions.scanner import CaptionCue, CuePiece

MICRODVD = re.compile(r"\{(\d{1,9})\}\{(\d{0,9})\}")
MPL2 = re.compile(r"\[(\d{1,9})\]\[(\d{0,9})\]")
_RATE = re.compile(r"\{[01]\}\{[01]\}[ \t]*(\d{1,3}(?:[.,]\d{1,4})?)[ \t]*")
"""The first line of a file that says how many frames a second has."""
_FRAMES = 23.976
"""Frames a second, as players take them where the file does not say."""
_CODE = re.compile(r"\{[a-zA-Z]:[^{}\n]{0,60}\}")
_ITALIC = re.compile(r"^[ \t]*/", re.MULTILINE)


def cues(text: str, _: Builder) -> list[CaptionCue]:
    """The cues in order; a line without numbers goes on with the one above."""
    rate = _FRAMES
    found: list[CaptionCue] = []
    for line in text.split("\n"):
        given = _RATE.fullmatch(line)
        if given and float(given[1].replace(",", ".")) > 0:
            rate = float(given[1].replace(",", "."))
            found.append(CaptionCue(line.strip(), None, None, (), "frames a second"))
            continue
        times = MICRODVD.match(line) or MPL2.match(line)
        words = _words(line[times.end() :] if times else line)
        if times:
            unit = 1 / rate if times.re is MICRODVD else 0.1
            start, end = int(times[1]) * unit, int(times[2]) * unit if times[2] else None
            found.append(CaptionCue(times[0], start, end, (CuePiece(words),) if words.strip() else ()))
        elif words.strip():
            found.append(CaptionCue("", None, None, (CuePiece(words),)))
    return found


def _words(line: str) -> str:
    return _ITALIC.sub("", _CODE.sub("", line).replace("|", "\n"))
