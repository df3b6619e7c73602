"""The paragraphs of a plain text, and which of its line breaks mean something.

Knows lines and blanks; nothing of labels or speakers.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise, repeat
from typing import NamedTuple

from tui_reader.formats.labels.clock_times import stamp_end
from tui_reader.lazy_re import lazy_re

_LONGEST_WRAPPED = 100
"""Characters: a text with longer lines in a block was not wrapped by its typist."""
_STAMPED = 0.3
"""The share of lines that must begin with a time; then each of them begins a message."""
_SHORTEST_WRAPPED = 36
"""Characters: a text with only shorter lines in its blocks was not wrapped either."""
_LONGEST_REMARK, _LINES_OF_REMARK = 600, 6
"""Characters and lines that a remark in brackets may take."""
_OVERLONG = 0.1
"""The share of blocks that may end in a line longer than the width at which a text was wrapped."""
_CENTRED = 10
"""Columns by which a line in the middle, such as a name, is set in further than the line below it."""
_SAMPLE = 4000
"""Characters by which the script of a text is told."""
_FIRST_WIDE = "\u2e80"
_WIDE_ENDS = frozenset("。！？」』…")
_LONGEST_LINE = 2000
"""Characters of a paragraph that are looked at as one line."""
_ITEM = lazy_re(r"[\[(]?(?P<number>\d{1,3})(?P<sign>[.)\]]?)[ \t]+\S")
_SHORTEST_LIST = 2
"""Items of a list that follow one another; one more where no sign stands behind their numbers."""
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


class _Line(NamedTuple):
    start: int
    end: int
    indent: int


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
    width = _wrap_width(text, several.values())
    stamped = _stamped(text, blocks, several) if width is not None else ""
    new = tuple.__new__  # the quick way to 100,000 named tuples
    paragraphs: list[Paragraph] = []
    for index, block in enumerate(blocks):
        lines = several.get(index)
        if lines is None:
            paragraphs.append(block)
            continue
        if width is None and not _has_open_bracket(text, lines):
            gaps = (block.gap, *repeat(0, len(lines) - 1))
            paragraphs += [
                new(Paragraph, (start, end, gap, ())) for (start, end, _), gap in zip(lines, gaps, strict=True)
            ]
            continue
        items = _items(text, lines)
        first, above = 0, block.gap
        for number in range(1, len(lines) + 1):
            if number < len(lines):
                line = lines[number]
                if _in_bracket(text, lines, number):
                    continue
                if width is not None and number not in items:
                    stamp = bool(stamped) and _has_stamp(text, line) and _sign(text[line.start]) == stamped
                    meant = stamp if stamped else _meant(text, lines[number - 1], line, width)
                    if not meant:
                        continue
            own = lines[first:number]
            paragraphs.append(Paragraph(own[0].start, own[-1].end, above, tuple([line.start for line in own[1:]])))
            first, above = number, 0
    return paragraphs


def _blocks(text: str) -> tuple[list[Paragraph], dict[int, list[_Line]]]:
    """Runs of lines that are not blank, undivided; and, by index, the lines of those that have more than one."""
    blocks: list[Paragraph] = []
    several: dict[int, list[_Line]] = {}
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


def _lines(text: str, start: int, end: int) -> list[_Line]:
    """The lines of a block, without the white space at their ends."""
    lines: list[_Line] = []
    new = tuple.__new__
    at = text.rfind("\n", 0, start) + 1
    for line in text[at:end].split("\n"):
        bare = line.strip()
        indent = 0 if len(bare) == len(line) else len(line) - len(line.lstrip())
        lines.append(new(_Line, (at + indent, at + indent + len(bare), indent)))
        at += len(line) + 1
    return lines


def _stamped(text: str, blocks: Sequence[Paragraph], several: Mapping[int, Sequence[_Line]]) -> str:
    """With what most times begin where messages with their times stand line below line; empty where they do not."""
    lines = [line for index, block in enumerate(blocks[:200]) for line in several.get(index, (block,))[:200]]
    found = [_sign(text[line.start]) for line in lines if _has_stamp(text, line)]
    return max(found, key=found.count) if found and len(found) >= _STAMPED * len(lines) else ""


def _sign(first: str) -> str:
    """The bracket that a time begins with, or any figure."""
    return first if first in "[(-" else "0"


def _has_stamp(text: str, line: _Line | Paragraph) -> bool:
    return stamp_end(text, line.start, line.end) > line.start


def _wrap_width(text: str, blocks: Collection[Sequence[_Line]]) -> int | None:
    """The column at which lines were wrapped, None where they were not.

    Told by most lines being nearly full and none long; or, in talk of short answers, by the lines that end within a
    sentence, the next one going on in small letters: they end at one column.
    """
    inner = sorted(line.end - line.start + line.indent for lines in blocks for line in lines[:-1])
    if len(inner) < 3:
        return None
    width = inner[len(inner) * 98 // 100]
    ends = [lines[-1].end - lines[-1].start + lines[-1].indent for lines in blocks]
    if sum(end > width + 8 for end in ends) > _OVERLONG * len(ends):
        return None
    wide = _is_wide(text)
    if wide and 2 * sum(text[line.end - 1] in _WIDE_ENDS for lines in blocks for line in lines[:-1]) > len(inner):
        return None  # each line is a sentence
    shortest = _SHORTEST_WRAPPED // 2 if wide else _SHORTEST_WRAPPED
    full = sum(length >= (0.7 if wide else 0.8) * width for length in inner)
    if shortest <= width <= _LONGEST_WRAPPED and full >= 0.5 * len(inner):
        return width
    if inner[-1] > _LONGEST_WRAPPED:
        return None
    broken = sorted(
        above.end - above.start + above.indent
        for lines in blocks
        for above, line in pairwise(lines)
        if text[line.start].islower() and (text[above.end - 1].isalpha() or text[above.end - 1] == ",")
    )
    if len(broken) < 3 or broken[-1] < shortest or broken[len(broken) // 4] < 0.75 * broken[-1]:
        return None
    return broken[-1]


def _is_wide(text: str) -> bool:
    """Whether most letters take two columns each and stand without blanks, as in Chinese and Japanese."""
    letters = [char for char in text[:_SAMPLE] if char.isalpha()]
    return 2 * sum(char >= _FIRST_WIDE for char in letters) > len(letters)


def _items(text: str, lines: Sequence[_Line]) -> Collection[int]:
    """Which of the lines begin with the numbers of a list, such as one of notes: each a number above the one before."""
    found = [(index, _ITEM.match(text, line.start, line.end)) for index, line in enumerate(lines)]
    rows: list[tuple[str, list[int]]] = []
    before = ("", -2)
    for index, item in found:
        if item is None:
            continue
        sign, number = item["sign"], int(item["number"])
        if before != (sign, number - 1):
            rows.append((sign, []))
        rows[-1][1].append(index)
        before = (sign, number)
    return {index for sign, row in rows if len(row) >= _SHORTEST_LIST + (not sign) for index in row}


def _has_open_bracket(text: str, lines: Sequence[_Line]) -> bool:
    """Whether one of the lines ends within a bracket."""
    start, end = lines[0].start, lines[-1].end
    if text.find("(", start, end) < 0 and text.find("[", start, end) < 0:
        return False
    return any(_in_bracket(text, lines, number) for number in range(1, len(lines)))


def _in_bracket(text: str, lines: Sequence[_Line], number: int) -> bool:
    """Whether a line begins within a remark in brackets: it was opened just above and is closed just below."""
    begin = lines[number].start
    for opening, closing in ("()", "[]"):
        at = text.rfind(opening, max(lines[0].start, begin - _LONGEST_REMARK), begin)
        if at < 0 or not text[at + 1].isalpha() or text.find(closing, at, begin) >= 0:
            continue
        if text[at - 1 : at].isspace() or text[at - 1 : at].isalpha() or at == lines[0].start:
            end = text.find(closing, begin, lines[min(number + _LINES_OF_REMARK, len(lines)) - 1].end)
            if end >= 0 and text.find(opening, begin, end) < 0:
                return True
    return False


def _first_word(text: str, line: _Line) -> str:
    return text[line.start : min(line.end, line.start + 40)].split(None, 1)[0]


def _meant(text: str, above: _Line, line: _Line, width: int) -> bool:
    """Whether the break between two lines was meant: the next word had room, or the line is set in."""
    if text[above.end - 1] in "-\u2010\u00ad" and text[above.end - 2].isalpha() and text[line.start].isalpha():
        return False  # within a word
    if above.indent < line.indent <= above.indent + 8:
        return True
    if text[line.start] in "([" and text[line.end - 1] in ")]" and text[above.end - 1] in ".?!-":
        return True  # a remark
    word = text[line.start] if text[line.start] >= _FIRST_WIDE else _first_word(text, line)
    slack = 0 if above.indent >= line.indent + _CENTRED else 8
    return above.indent + above.end - above.start + 1 + len(word) + slack <= width
