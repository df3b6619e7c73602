"""Where the parts of a transcript begin: at a heading, at the scene above the first turn, between the printer's lines.

Asks about single lines; does not know turns or notes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from tui_reader.formats import headings
from tui_reader.formats.divisions import cast_heading
from tui_reader.formats.paragraphs import Paragraph

_SCENE_REACH = 12
"""Paragraphs before the first turn in which the act or scene that it opens is looked for."""


class PartHeading(NamedTuple):
    """A paragraph that is the heading of a part."""

    sign: int
    """Characters of the sign before its words."""
    kind: str | None
    """The kind of document that it announces, such as a letter; None for a section."""


def part_heading(line: str, gap: int) -> PartHeading | None:
    """The heading that a line is, if it is one; `gap` is the number of blank lines above it."""
    kind = headings.document_kind(line)
    if kind is not None and not gap:
        return None
    sign = headings.sign_before(line)
    structure = sign or headings.is_structure(line) or (gap >= 2 and headings.is_capitals(line))
    return PartHeading(sign, kind) if kind is not None or structure else None


def is_aside(line: str, gap: int) -> bool:
    """Whether a paragraph between turns is a remark, a stage direction, a cast or a line in capitals, and no speech."""
    remark = headings.is_bracketed(line) or headings.is_direction(line) or headings.is_examination(line)
    return remark or cast_heading(line) is not None or (gap > 0 and headings.is_capitals(line))


def scene_start(first: int, line: Callable[[int], str]) -> int:
    """The paragraph from which on all belongs to the turn at `first`: its act or scene, or remarks in brackets.

    `line` gives a paragraph on one line by its index.
    """
    start = first
    for index in range(first - 1, max(-1, first - _SCENE_REACH), -1):
        words = line(index)
        if headings.is_structure(words) or (start == index + 1 and headings.is_bracketed(words)):
            start = index
        elif headings.sign_before(words):
            return index
    return start


def around_turns(lines: Sequence[int], first: int, last: int, end: int) -> tuple[int, int]:
    """The range of paragraphs, from and up to, between the printer's `lines` nearest to the turns, `first` to `last`.

    `end` is the number of all paragraphs.
    """
    before = max((line + 1 for line in lines if line < first), default=0)
    return before, min((line for line in lines if line > last), default=end)


def between_print_lines(
    paragraphs: Sequence[Paragraph], lines: Sequence[int], first: int, last: int
) -> tuple[int, int]:
    """The range of paragraphs, from and up to, between the printer's own `lines`.

    It is the one with the turns, from `first` to `last`; if `last` is negative, there are no turns, and it is the
    longest one.
    """
    end = len(paragraphs)
    if last >= 0:
        return around_turns(lines, first, last, end)
    stretches = [(a + 1, b) for a, b in pairwise([-1, *lines, end]) if a + 1 < b]

    def length(stretch: tuple[int, int]) -> int:
        return paragraphs[stretch[1] - 1].end - paragraphs[stretch[0]].start

    return max(stretches, key=length, default=(0, end))
