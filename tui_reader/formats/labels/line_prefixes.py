"""What clocks and clerks print before the words of a line: the time of a message, the number of a line of a record.

Knows lines of text; nothing of labels or speakers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui_reader.document.model import Span

_CLOCK = r"\d{1,2}[:.]\d{2}(?::\d{2})?(?:[.,]\d{1,3})?(?:[ \u202f]?[AaPp]\.?[Mm]\.?)?"
_ELAPSED = r"-?\d{2,3}[ :]\d{2}[ :]\d{2}(?:[ :]\d{2})?"
"""Since launch, as logs of space flights count it: days, hours, minutes, seconds."""
_DAY = r"(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2} [A-Z][a-z]{2,8}(?: \d{4})?)"
_TIME = rf"(?:(?:{_DAY}(?:, ?|T| at | )){{0,1}}{_CLOCK}|{_ELAPSED})"
_STAMP = re.compile(
    rf"(?:\[{_TIME}\]|\({_TIME}\)|{_TIME}(?=\s))[ \t\u202f]*(?:[-–—|][ \t]+)?(?=\S)",
)
CLOCKS = r"[\[(\-0-9]"
"""What the time of a message begins with."""
_FIRST = frozenset("[(-0123456789")
_NUMBERED = re.compile(r"^[ \t]*(\d{1,2})(?=[ \t]|$)[ \t]*", re.MULTILINE)
_PAGE = re.compile(r"^[ \t]{10,}(\d{1,5})[ \t]*$", re.MULTILINE)
"""The number of a page, in the middle or at the right of a line of its own."""
_FEWEST_NUMBERED = 20
"""Numbered lines: fewer are a list."""
_LOOKED_AT = 20_000
"""Characters in which so many must stand: the first pages of such a record are numbered too."""


def stamp_end(text: str, start: int, end: int) -> int:
    """Where the words begin behind a time at the start of `text[start:end]`; `start` where there is none."""
    if start >= end or text[start] not in _FIRST:
        return start
    found = _STAMP.match(text, start, end)
    return found.end() if found else start


def line_numbers(text: str) -> list[Span]:
    """The numbers in the margin of a record whose lines are counted on each page, from 1 up to 25 or so, and of
    its pages; in order."""
    if len(_NUMBERED.findall(text[:_LOOKED_AT])) < _FEWEST_NUMBERED:
        return []
    found = _NUMBERED.finditer(text)
    spans: list[Span] = []
    run: list[Span] = []
    expected = 1
    for one in found:
        number = int(one[1])
        if number != expected:
            spans += _counted(run)
            run = []
            if number != 1:
                expected = 1
                continue
        run.append(Span(one.start(1), one.end(1)))
        expected = number + 1
    spans += _counted(run)
    lines = sum(1 for line in text.split("\n") if line.strip())
    if len(spans) < max(_FEWEST_NUMBERED, lines // 2):
        return []
    return sorted({*spans, *(Span(*page.span(1)) for page in _PAGE.finditer(text))})


def _counted(run: Sequence[Span]) -> Sequence[Span]:
    """A page's numbers, where they are so many that they are no list."""
    return run if len(run) >= 5 else ()
