"""The numbers of lines and pages in the margin of a record, such as a deposition: they belong to no speech.

Knows lines of text; nothing of labels or speakers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui_reader.document.model import Span

_NUMBERED = re.compile(r"^[ \t]*(\d{1,2})(?=[ \t]|$)[ \t]*", re.MULTILINE)
_PAGE = re.compile(r"^[ \t]{10,}(\d{1,5})[ \t]*$", re.MULTILINE)
"""The number of a page, in the middle or at the right of a line of its own."""
_FEWEST_NUMBERED = 20
"""Numbered lines: fewer are a list."""
_LOOKED_AT = 20_000
"""Characters in which that number must stand: the first pages of such a record are numbered too."""


def margin_numbers(text: str) -> list[Span]:
    """The numbers of lines and pages in a record, in order; empty where it does not count its lines on each page."""
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
    """A page's numbers, if there are too many for a list."""
    return run if len(run) >= 5 else ()
