"""SRT: blocks of a number, a time line and lines of text, cut off and broken ones among them.

A block reaches to the next time line, for blank lines inside a cue are common; a block without a time line keeps its
words. Knows no speakers.
"""

from __future__ import annotations

import re

from tui_reader.formats.builder import Builder
from tui_reader.formats.captions.scanner import TIMES, CaptionCue, CuePiece, unguarded
from tui_reader.formats.labels.clock_times import BEGUN_TIME_LINE, seconds
from tui_reader.formats.xml.character_references import resolved

_MARKUP = re.compile(
    r"</?(?:i|b|u|s|em|strong|font|c|ruby|rt|span|br)\b[^<>\n]{0,200}>|<\d[\d:.,]{3,15}>|\{\\[^{}\n]{0,200}\}", re.I
)
_NUMBER = re.compile(r"(?:^|\n)([ \t]*+\d{1,9}[ \t]*+)\n?$")
_BROKEN_NUMBER = re.compile(r"(?:^|\n)[ \t]*+\n([ \t]*+[^\s\d]{0,4}\d[^\s]{0,8}[ \t]*+)\n?$")
"""A number with other signs in it, which a blank line sets off from the words above."""
_TIME_LINE = re.compile(r"^[ \t]*+\d[^\n>]{0,40}-->[^\n]*+$", re.MULTILINE)
"""A time line, whether its times can be read or not."""
_SETTINGS = re.compile(r"(?:[ \t]+[A-Za-z]\w{0,15}:[^\s:]{1,40})*+[ \t]*+")
_BROKEN = re.compile(r"[^\n]*-->[^\n]*|\d{1,9}")
_LAST_NUMBER = re.compile(rf"\n[ \t]*+\n([ \t]*+\d{{1,9}}[ \t]*+(?:\n[ \t]*+{BEGUN_TIME_LINE})?)\s*$")
"""What is left of a block that was cut off above its words."""


def cues(text: str, _: Builder) -> list[CaptionCue]:
    """The cues of an SRT file in order."""
    found: list[CaptionCue] = []
    times = list(_TIME_LINE.finditer(text))
    heads = [_head(text, line.start(), times[place - 1].end() if place else 0) for place, line in enumerate(times)]
    first = heads[0] if heads else len(text)
    if text[:first].strip():
        found.append(_without_times(text[:first]))
    for place, line in enumerate(times):
        end = heads[place + 1] if place + 1 < len(heads) else len(text)
        cut = _LAST_NUMBER.search(text, line.end()) if end == len(text) else None
        clock = TIMES.match(line[0])
        begins = line.start() + _settings_end(clock) if clock else line.end()
        words = CuePiece(_words(text[begins : cut.start() if cut else end]))
        begin, stop = (seconds(clock[1]), seconds(clock[2])) if clock else (None, None)
        pieces = (words,) if words.text.strip() else ()
        found.append(CaptionCue(text[heads[place] : begins].strip(), begin, stop, pieces))
        if cut:
            found.append(CaptionCue(cut[1].strip(), None, None, ()))
    return found


def _settings_end(clock: re.Match[str]) -> int:
    """Where the time line ends, behind its settings ("X1:40 X2:600"); words may stand behind them."""
    settings = _SETTINGS.match(clock[0], clock.end(2))
    return settings.end() if settings else clock.end(2)


def _head(text: str, line: int, after: int) -> int:
    """Where the block of the time line at `line` begins: at its number, if one stands above it."""
    above = text[max(after, line - 40) : line]
    number = _NUMBER.search(above) or _BROKEN_NUMBER.search(above)
    return line - len(above) + number.start(1) if number else line


def _without_times(block: str) -> CaptionCue:
    """What stands before the first time line that can be read: its numbers and broken times are no words."""
    lines = block.split("\n")
    broken = [line for line in lines if _BROKEN.fullmatch(line.strip())]
    words = [line for line in lines if line not in broken]
    return CaptionCue(" ".join(" ".join(broken).split()), None, None, (CuePiece(_words("\n".join(words))),))


def _words(block: str) -> str:
    """What is printed in a block: its text without markup and guards, its references resolved."""
    return unguarded(resolved(_MARKUP.sub("", block), markup=False))
