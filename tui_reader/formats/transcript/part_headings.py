"""Where the parts of a transcript begin: at a heading, at the scene above the first turn, between the printer's lines.

Asks about single lines; does not know turns or notes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from itertools import pairwise

from tui_reader.document.divisions import cast_heading
from tui_reader.formats import headings
from tui_reader.formats.book_parts import is_end, is_matter, is_song
from tui_reader.formats.labels.words import OF_SPEECH
from tui_reader.formats.paragraphs import Paragraph
from tui_reader.lazy_re import lazy_re
from tui_reader.named_tuple import NamedTuple

_SCENE_REACH = 12
"""Paragraphs before the first turn in which the act or scene that it opens is looked for."""

_LONGEST_INTRODUCTION = 4000
"""Characters of the prose before the first turn that is read; more is a preface."""
_FEWEST_WORDS = 6
_FIELD = lazy_re(r"\S+(?: \S+)?:\s")
"""A paragraph that begins with a name of one or two words and a colon is no prose."""


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
    structure = sign or headings.is_structure(line) or is_matter(line) or (gap >= 2 and headings.is_capitals(line))
    return PartHeading(sign, kind) if kind is not None or structure else None


def is_aside(line: str, gap: int) -> bool:
    """Whether a paragraph between turns is a remark, a stage direction, a cast or a line in capitals, and no speech."""
    remark = headings.is_bracketed(line) or headings.is_direction(line) or headings.is_examination(line)
    heads = cast_heading(line) is not None or is_song(line)
    return remark or heads or (gap > 0 and headings.is_capitals(line))


def scene_start(first: int, line: Callable[[int], str]) -> int:
    """The paragraph from which on all belongs to the turn at `first`: its act or scene, remarks, who asks.

    `line` gives a paragraph on one line by its index.
    """
    start = first
    for index in range(first - 1, max(-1, first - _SCENE_REACH), -1):
        words = line(index)
        opens = headings.is_bracketed(words) or headings.is_examination(words)
        if headings.is_structure(words) or (start == index + 1 and opens):
            start = index
        elif headings.sign_before(words):
            return index
    return start


def introduced(start: int, above: int, line: Callable[[int], str]) -> int:
    """The paragraph from which on prose leads to the one at `start`, down to `above`; `start` where none does."""
    length = 0
    for index in range(start - 1, above, -1):
        words = line(index)
        length += len(words)
        if not _is_prose(words) or length > _LONGEST_INTRODUCTION:
            return index + 1
    return above + 1


def _is_prose(words: str) -> bool:
    ends = words.rstrip("\"'”’»)]_*").endswith((".", "!", "?", "…", ":"))
    return ends and len(words.split()) >= _FEWEST_WORDS and headings.is_plain(words) and not _FIELD.match(words)


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


def told_below_rule(first: int, end: int, line: Callable[[int], str]) -> int | None:
    """The paragraph below a rule that stands behind the last turn, from `first` up to `end`; None without one."""
    return next((index + 1 for index in range(first, end - 1) if headings.is_rule(line(index))), None)


def back_matter(first: int, end: int, line: Callable[[int], str]) -> int:
    """The first paragraph from `first` up to `end` that stands behind the text: notes and lists by their heading, or
    what follows `THE END`; `end` where none does. `line` gives a paragraph on one line by its index.
    """
    for index in range(first, end):
        words = line(index)
        if is_matter(words):
            return index
        if is_end(words):
            return index + 1
    return end


def is_told(words: str, names: Collection[str]) -> bool:
    """Whether a paragraph tells of the speakers, by their folded `names`, and nobody says it."""
    folded = words.casefold()
    plain = re.findall(r"[\w']+", folded.replace("’", "'"))
    return OF_SPEECH.isdisjoint(plain) and any(f" {name} " in f" {' '.join(plain)} " for name in names)
