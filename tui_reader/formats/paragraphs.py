"""The paragraphs of a plain text: what blank lines, and the line breaks that were meant, divide.

Knows lines and blanks; nothing of labels or speakers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import repeat

from tui_reader.formats.labels.clock_times import is_time_stamp, stamp_end
from tui_reader.formats.line_breaks import Line, begins_in_bracket, has_open_bracket, hung, is_meant, items, wrap_width
from tui_reader.lazy_re import lazy_re
from tui_reader.named_tuple import NamedTuple

_STAMPED = 0.3
"""The share of lines that must begin with a time; then each of them begins a message."""
_LONGEST_LINE = 2000
"""Characters of a paragraph that are looked at as one line."""
_BLOCK = lazy_re(r"\S[^\n]*+(\n[^\S\n]*+\S[^\n]*+)*")
"""Lines that are not blank, one below the other; the group is there where they are more than one."""


class Paragraph(NamedTuple):
    """A stretch of lines that belong together, without white space at its ends."""

    start: int
    end: int
    gap: int
    """Blank lines above it; 0 where only a line break that was meant divides it from the one above."""
    breaks: tuple[int, ...]
    """Where its further lines begin."""


def line_of(text: str, paragraph: Paragraph) -> str:
    """A paragraph's text on one line; of a very long one the beginning."""
    return " ".join(text[paragraph.start : min(paragraph.end, paragraph.start + _LONGEST_LINE)].split())


def first_characters(text: str, starts: Iterable[int]) -> str:
    """The character at each start, in one string: which of them begin with a sign is found there at once."""
    return "".join([text[start] for start in starts])


def beginning(signs: str, firsts: str) -> list[int]:
    """Which of those with these first characters begin with one of the signs, a set as in a regular expression."""
    return [found.start() for found in re.finditer(signs, firsts)]


def split(text: str) -> list[Paragraph]:
    """The paragraphs in order: divided by blank lines, by line breaks that were meant, and by indented first lines."""
    blocks, several = _blocks(text)
    if not several:
        return blocks
    width = wrap_width(text, several.values())
    stamped = _stamped(text, blocks, several) if width is not None else ""
    hanging = hung(text, several.values()) if width is not None else None
    new = tuple.__new__  # the quick way to 100,000 named tuples
    paragraphs: list[Paragraph] = []
    for index, block in enumerate(blocks):
        lines = several.get(index)
        if lines is None:
            paragraphs.append(block)
            continue
        if width is None and not has_open_bracket(text, lines):
            gaps = (block.gap, *repeat(0, len(lines) - 1))
            paragraphs += [
                new(Paragraph, (start, end, gap, ())) for (start, end, _), gap in zip(lines, gaps, strict=True)
            ]
            continue
        listed = items(text, lines)
        first, above = 0, block.gap
        for number in range(1, len(lines) + 1):
            if number < len(lines):
                if begins_in_bracket(text, lines, number):
                    continue
                if width is not None and number not in listed:
                    begins = (
                        _is_stamped(text, lines, number, stamped)
                        if stamped
                        else is_meant(text, lines, number, width, hanging)
                    )
                    if not begins:
                        continue
            own = lines[first:number]
            paragraphs.append(Paragraph(own[0].start, own[-1].end, above, tuple([line.start for line in own[1:]])))
            first, above = number, 0
    return paragraphs


def _blocks(text: str) -> tuple[list[Paragraph], dict[int, list[Line]]]:
    """Runs of lines that are not blank, undivided; and, by index, the lines of those that have more than one."""
    blocks: list[Paragraph] = []
    several: dict[int, list[Line]] = {}
    new = tuple.__new__  # the quick way to 100,000 named tuples
    above = -3  # where the block above ends; no block begins two characters after this
    for found in _BLOCK.finditer(text):
        start, end = found.span()
        gap = 1 if start == above + 2 else text.count("\n", max(above, 0), start) - (above >= 0)
        if text[end - 1].isspace():
            end = start + len(found[0].rstrip())
        if found.lastindex:
            several[len(blocks)] = _lines(text, start, end)
        blocks.append(new(Paragraph, (start, end, gap, ())))
        above = found.end()
    return blocks, several


def _lines(text: str, start: int, end: int) -> list[Line]:
    """The lines of a block, without the white space at their ends."""
    lines: list[Line] = []
    new = tuple.__new__
    at = text.rfind("\n", 0, start) + 1
    for line in text[at:end].split("\n"):
        bare = line.strip()
        indent = 0 if len(bare) == len(line) else len(line) - len(line.lstrip())
        lines.append(new(Line, (at + indent, at + indent + len(bare), indent)))
        at += len(line) + 1
    return lines


def _stamped(text: str, blocks: Sequence[Paragraph], several: Mapping[int, Sequence[Line]]) -> str:
    """With what most times begin where messages with their times stand line below line; empty where they do not."""
    lines = [line for index, block in enumerate(blocks[:200]) for line in several.get(index, (block,))[:200]]
    found = [_sign(text[line.start]) for line in lines if _has_stamp(text, line)]
    return max(found, key=found.count) if found and len(found) >= _STAMPED * len(lines) else ""


def _is_stamped(text: str, lines: Sequence[Line], number: int, sign: str) -> bool:
    """Whether a line begins with a time, printed with this sign, or stands below one that is alone on its line."""
    line, above = lines[number], lines[number - 1]
    return is_time_stamp(text[above.start : above.end]) or (_has_stamp(text, line) and _sign(text[line.start]) == sign)


def _sign(first: str) -> str:
    """The bracket that a time begins with, or any figure."""
    return first if first in "[(-" else "0"


def _has_stamp(text: str, line: Line | Paragraph) -> bool:
    return stamp_end(text, line.start, line.end) > line.start
