"""The index of words at the end of a record, which gives the page and line of each: nobody says it.

Knows lines of text; nothing of labels or speakers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from tui_reader.formats.transcript.running_heads import Line, lines_of
from tui_reader.lazy_re import lazy_re

_PLACE = lazy_re(r"(?<=[^\s:])[ \t]*(?<![\d:.])\d{1,4}:\d{1,2}(?:[,-]\d{1,2})*(?![\d:]| ?[ap]\.?m\b)")
"""A page and line behind a word: `53:14`, `10:15,20`."""
_FURTHER = lazy_re(r"[\d:,; \t-]+")
"""A line of nothing but places, which belong to the word above."""
_LETTER = lazy_re(r"[^\W\d_]")
_HEADING = lazy_re(r"(?:word |concordance|key)?\s?index\b.{0,40}|concordance|\S", re.IGNORECASE)
_TAIL = 20_000
"""Characters at the end of the text in which places must stand."""
_WINDOW = 20
"""Lines, of which most have a place."""
_DENSE = 0.5
_IN_ORDER = 0.85
"""Share of the lines that are in the order of the alphabet."""
_FEWEST_LETTERS = 3
"""Letters of the alphabet with which its words begin, at least."""


def word_index(text: str) -> Sequence[Line]:
    """The lines of the text that are its index; empty where it has none."""
    if sum(1 for _ in _PLACE.finditer(text, max(0, len(text) - _TAIL))) < _WINDOW:
        return ()
    lines = lines_of(text)
    placed = [bool(_PLACE.search(text, line.start, line.end)) for line in lines]
    last = max(index for index, one in enumerate(placed) if one)
    first = last
    while first and sum(placed[max(0, first - _WINDOW) : first]) >= _DENSE * min(first, _WINDOW):
        first -= 1
    while any(placed[max(0, first - 2) : first]):
        first -= 1
    while not placed[first]:
        first += 1
    own = lines[first : last + 1]
    if len(own) < _WINDOW or not _in_order(text, own):
        return ()
    while first and _HEADING.fullmatch(text, lines[first - 1].start, lines[first - 1].end):
        first -= 1
    while last + 1 < len(lines) and _FURTHER.fullmatch(text, lines[last + 1].start, lines[last + 1].end):
        last += 1
    return lines[first : last + 1]


def _in_order(text: str, lines: Sequence[Line]) -> bool:
    """Whether the words with which lines begin are in the order of the alphabet."""
    letters = [text[line.start].casefold() for line in lines if _LETTER.match(text, line.start)]
    ordered = sum(one <= other for one, other in pairwise(letters))
    return len(set(letters)) >= _FEWEST_LETTERS and ordered >= _IN_ORDER * (len(letters) - 1)
