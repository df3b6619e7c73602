"""The paragraphs of a plain text, and which of its line breaks mean something.

Knows lines and blanks; nothing of labels or speakers.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from tui_reader.document.model import Span
from tui_reader.formats.transcript.leads import stamp_end

_LONGEST_WRAPPED = 100
"""Characters: a text with longer lines in a block was not wrapped by its typist."""
_STAMPED = 0.3
"""Of the lines: where so many begin with a time, each that does begins a message."""
_SHORTEST_WRAPPED = 40
"""Characters: a text with only shorter lines in its blocks was not wrapped either."""


class Paragraph(NamedTuple):
    """A stretch of lines that belong together, without white space at its ends."""

    start: int
    end: int
    gap: int
    """Blank lines above it; 0 where only a line break that was meant divides it from the one above."""
    breaks: tuple[int, ...]
    """Where its further lines begin."""


class _Line(NamedTuple):
    start: int
    end: int
    indent: int


def split(text: str, margin: Sequence[Span] = ()) -> list[Paragraph]:
    """The paragraphs in order: divided by blank lines, by line breaks that were meant, and by indented first lines.

    `margin` are the numbers of lines, which belong to none.
    """
    blocks = _blocks(text, {span.start: span.end for span in margin})
    new = tuple.__new__  # the quick way to 100,000 named tuples
    width = _wrap_width(text, blocks)
    stamped = width is not None and _stamped(text, blocks)
    paragraphs: list[Paragraph] = []
    for gap, lines in blocks:
        if len(lines) == 1:
            start, end, _ = lines[0]
            paragraphs.append(new(Paragraph, (start, end, gap, ())))
            continue
        first, above = 0, gap
        for number in range(1, len(lines) + 1):
            if number < len(lines):
                line = lines[number]
                if not (_has_stamp(text, line) if stamped else _meant(text, lines[number - 1], line, width)):
                    continue
            own = lines[first:number]
            paragraphs.append(Paragraph(own[0].start, own[-1].end, above, tuple(line.start for line in own[1:])))
            first, above = number, 0
    return paragraphs


def _blocks(text: str, margin: dict[int, int]) -> list[tuple[int, list[_Line]]]:
    """Runs of lines that are not blank, each with the number of blank lines above it."""
    blocks: list[tuple[int, list[_Line]]] = []
    lines: list[_Line] = []
    new = tuple.__new__
    at = gap = 0
    for line in text.split("\n"):
        if not line:
            lines = []
            gap += 1
            at += 1
            continue
        bare = line.strip()
        indent = 0 if len(bare) == len(line) else len(line) - len(line.lstrip())
        if margin and at + indent in margin:
            behind = line[margin[at + indent] - at :]
            bare = behind.strip()
            indent = len(line) - len(behind.lstrip())
        if bare:
            if not lines:
                blocks.append((gap, lines))
            lines.append(new(_Line, (at + indent, at + indent + len(bare), indent)))
            gap = 0
        else:
            lines = []
            gap += 1
        at += len(line) + 1
    return blocks


def _stamped(text: str, blocks: list[tuple[int, list[_Line]]]) -> bool:
    """Whether messages with their times stand line below line."""
    lines = [line for _, own in blocks[:200] for line in own[:200]]
    return sum(_has_stamp(text, line) for line in lines) >= _STAMPED * len(lines)


def _has_stamp(text: str, line: _Line) -> bool:
    return stamp_end(text, line.start, line.end) > line.start


def _wrap_width(text: str, blocks: list[tuple[int, list[_Line]]]) -> int | None:
    """The column at which lines were wrapped, None where they were not.

    Told by most lines being nearly full and none long; or, in talk of short answers, by the lines that end within a
    sentence, the next one going on in small letters: they end at one column.
    """
    inner = sorted(line.end - line.start + line.indent for _, lines in blocks for line in lines[:-1])
    if len(inner) < 3:
        return None
    width = inner[len(inner) * 98 // 100]
    full = sum(length >= 0.8 * width for length in inner)
    if _SHORTEST_WRAPPED <= width <= _LONGEST_WRAPPED and full >= 0.5 * len(inner):
        return width
    if inner[-1] > _LONGEST_WRAPPED:
        return None
    broken = sorted(
        above.end - above.start + above.indent
        for _, lines in blocks
        for above, line in pairwise(lines)
        if text[line.start].islower() and (text[above.end - 1].isalpha() or text[above.end - 1] == ",")
    )
    if len(broken) < 3 or broken[-1] < _SHORTEST_WRAPPED or broken[len(broken) // 4] < 0.75 * broken[-1]:
        return None
    return broken[-1]


def _meant(text: str, above: _Line, line: _Line, width: int | None) -> bool:
    """Whether the break between two lines was meant: nothing wraps, the next word had room, or the line is set in."""
    if width is None:
        return True
    if above.indent < line.indent <= above.indent + 8:
        return True
    if text[line.start] in "([" and text[line.end - 1] in ")]" and text[above.end - 1] in ".?!-":
        return True  # a remark
    word = text[line.start : min(line.end, line.start + 40)].split(None, 1)[0]
    slack = 8
    return above.indent + above.end - above.start + 1 + len(word) + slack <= width
