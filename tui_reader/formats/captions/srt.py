"""SRT: blocks of a number, a time line and lines of text, cut off and broken ones among them.

A block reaches to the next time line, for blank lines inside a cue are common; a block without a time line keeps its
words. Knows no speakers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui_reader.document.printed_pieces import TIME_OF_CUE
from tui_reader.formats.builder import Builder
from tui_reader.formats.captions.scanner import TIMES, CaptionCue, CuePiece, unguarded
from tui_reader.formats.labels.clock_times import BEGUN_TIME_LINE, seconds
from tui_reader.formats.xml.character_references import resolved

_new = tuple.__new__
"""The quick way to 100,000 named tuples."""
_MARKUP = re.compile(
    r"</?(?:i|b|u|s|em|strong|font|c|ruby|rt|span|br)\b[^<>\n]{0,200}>|<\d[\d:.,]{3,15}>|\{\\[^{}\n]{0,200}\}", re.I
)
_NUMBER = re.compile(r"(?:^|\n)([ \t]*+\d{1,9}[ \t]*+)\n?$")
_BROKEN_NUMBER = re.compile(r"(?:^|\n)[ \t]*+\n([ \t]*+[^\s\d]{0,4}\d[^\s]{0,8}[ \t]*+)\n?$")
"""A number with other signs in it, which a blank line sets off from the words above."""
_TIME_LINE = re.compile(r"[ \t]*+\d[^\n>]{0,40}-->")
"""The start of a time line, whether its times can be read or not."""
_SETTINGS = re.compile(r"(?:[ \t]++[A-Za-z]\w{0,15}:[^\s:]{1,40})*[ \t]*+")
_OTHER_ARROW = re.compile(
    r"^([ \t]*\d{1,2}:\d{2}(?::\d{2})?[.,]\d{1,3}[ \t]*)(?:->|[–—=]>|→)(?=[ \t]*\d{1,2}:\d{2})", re.MULTILINE
)
"""Between two times, in files that other programs or hands have changed."""
_NEAR, _FIGURES = 40, 10
"""Characters above a time line in which its number is looked for, and of a line with a plain number at most."""
_BROKEN = re.compile(r"[^\n]*-->[^\n]*|\d{1,9}")
_LAST_NUMBER = re.compile(rf"\n[ \t]*+\n([ \t]*+\d{{1,9}}[ \t]*+(?:\n[ \t]*+{BEGUN_TIME_LINE})?)\s*$")
"""What is left of a block that was cut off above its words."""


def cues(text: str, _: Builder) -> list[CaptionCue]:
    """The cues of an SRT file in order."""
    found: list[CaptionCue] = []
    text = _OTHER_ARROW.sub(r"\1-->", text)
    lines = list(_time_lines(text))
    heads = [_head(text, start, lines[place - 1][1] if place else 0) for place, (start, _) in enumerate(lines)]
    first = heads[0] if heads else len(text)
    if text[:first].strip():
        found.append(_without_times(text[:first]))
    heads.append(len(text))
    for place, (start, line_end) in enumerate(lines):
        end = heads[place + 1]
        cut = _LAST_NUMBER.search(text, line_end) if end == len(text) else None
        clock = TIMES.match(text, start, line_end)
        begins = _settings_end(clock, line_end) if clock else line_end
        words = _words(text[begins : cut.start() if cut else end])
        begin, stop = (seconds(clock[1]), seconds(clock[2])) if clock else (None, None)
        pieces = () if not words or words.isspace() else (_new(CuePiece, (words, None, "", ())),)
        found.append(_new(CaptionCue, (text[heads[place] : begins].strip(), begin, stop, pieces, TIME_OF_CUE)))
        if cut:
            found.append(CaptionCue(cut[1].strip(), None, None, ()))
    return found


def _time_lines(text: str) -> Iterator[tuple[int, int]]:
    """Where each time line begins and ends; it is found by its arrow, which is much quicker than line by line."""
    arrow = text.find("-->")
    while arrow >= 0:
        start, end = text.rfind("\n", 0, arrow) + 1, text.find("\n", arrow)
        end = len(text) if end < 0 else end
        if _TIME_LINE.match(text, start, end):
            yield start, end
        arrow = text.find("-->", end)


def _settings_end(clock: re.Match[str], line_end: int) -> int:
    """Where the time line ends, behind its settings ("X1:40 X2:600"); words may stand behind them."""
    end = clock.end(2)
    settings = _SETTINGS.match(clock.string, end, line_end) if end < line_end else None
    return settings.end() if settings else end


def _head(text: str, line: int, after: int) -> int:
    """Where the block of the time line at `line` begins: at its number, if one stands above it."""
    first = max(after, line - _NEAR)
    number_line = text.rfind("\n", first, max(first, line - 1)) + 1 or first
    if text[number_line : line - 1].isdecimal() and line - number_line <= _FIGURES:
        return number_line
    above = text[first:line]
    number = _NUMBER.search(above) or _BROKEN_NUMBER.search(above)
    return first + number.start(1) if number else line


def _without_times(block: str) -> CaptionCue:
    """What stands before the first time line that can be read: its numbers and broken times are no words."""
    lines = block.split("\n")
    broken = [line for line in lines if _BROKEN.fullmatch(line.strip())]
    words = [line for line in lines if line not in broken]
    return CaptionCue(" ".join(" ".join(broken).split()), None, None, (CuePiece(_words("\n".join(words))),))


def _words(block: str) -> str:
    """What is printed in a block: its text without markup and guards, its references resolved."""
    if "<" in block or "{" in block:
        block = _MARKUP.sub("", block)
    return unguarded(resolved(block, markup=False))
