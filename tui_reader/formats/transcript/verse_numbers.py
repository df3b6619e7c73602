"""The numbers of verses at the ends of their lines, of which every fifth or tenth has one: nobody says them.

Knows lines of text; nothing of labels or speakers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui_reader.document.model import Span
from tui_reader.lazy_re import lazy_re

_AT_THE_END = lazy_re(r"(?<=\S)[ \t]+(\d{1,5})[ \t]*$", re.MULTILINE)
_STEPS = (5, 10)
_SAMPLE = 20_000
"""Characters in which the first number must stand."""


def verse_numbers(text: str) -> list[Span]:
    """The numbers at the ends of lines that count verses, in order; empty where they do not count on by a step.

    Two or more numbers must follow each other; nearly all that end a line must be such.
    """
    if not _AT_THE_END.search(text, 0, _SAMPLE):
        return []
    found = list(_AT_THE_END.finditer(text))
    for step in _STEPS:
        counting = _counting(text, found, step)
        if len(counting) >= max(2, len(found) * 9 // 10):
            return [Span(*one.span(1)) for one in counting]
    return []


def _counting(text: str, found: Sequence[re.Match[str]], step: int) -> Sequence[re.Match[str]]:
    """Those that go on from the one before by the step, or begin again with it.

    Half as many lines lie between, at least.
    """
    kept: list[re.Match[str]] = []
    last = end = 0
    for one in found:
        number = int(one[1])
        goes_on = number == last + step or (number == step != last)
        if goes_on and (not last or text.count("\n", end, one.start()) >= step // 2):
            kept.append(one)
            last, end = number, one.end()
    return kept
