"""The numbers of lines in the margin of a record, such as a deposition, and what its pages print above and below them.

Knows lines of text; nothing of labels or speakers.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from tui_reader.document.model import Residue, Span
from tui_reader.formats.transcript.running_heads import HEAD_OR_FOOT, PAGE_NUMBER, Line, form, lines_of
from tui_reader.lazy_re import lazy_re
from tui_reader.named_tuple import NamedTuple

_NUMBERED = lazy_re(
    r"^[ \t]*((?:(?:\d{1,2}:\d{2}(?::\d{2})?[ \t]|\d{3,6}:)[ \t]*)?(\d{1,2})(?=[ \t]|$))[ \t]*"
    r"(?:\d{1,2}:\d{2}(?::\d{2})?[ \t]+)?(.?)",
    re.MULTILINE,
)
"""The number of a line; a time may stand before it, or the number of the page, as in `00012:07`."""
_TIME = lazy_re(r"[ \t]{1,8}\d{1,2}:\d{2}(?::\d{2})?(?=[ \t]|$)", re.MULTILINE)
_TIMED = 0.3
"""Share of the lines with a time behind the number, from which it is no speech."""
_ALONE = lazy_re(r"\d{1,5}")
_LOOKED_AT = 20_000
"""Characters from the start in which the first numbers must stand."""
_FEWEST = 20
"""Numbered lines: fewer are a list, unless sentences run over them."""
_FEWEST_RUNNING_ON = 8
"""Numbered lines of a short record, where some go on in small letters."""
_FURNITURE = 5
"""Lines that a page may print between its last number and the first one of the next page."""
_INDENT = 10
"""Blanks before a number alone in the middle or at the right, which counts pages and not lines."""
_SENTENCE_ENDS = frozenset(".?!,;:")


class NumberedLines(NamedTuple):
    """What the margin and the ends of the pages hold; empty for a text that does not count its lines."""

    numbers: Sequence[Span]
    furniture: Sequence[Residue]
    """Heads, feet and page numbers."""


class _Number(NamedTuple):
    span: Span
    number: int
    runs_on: bool
    """Whether small letters follow."""


def numbered_lines(text: str) -> NumberedLines:
    """The numbers of lines in a record, its heads and feet, in order."""
    none = NumberedLines((), ())
    if sum(1 for _ in _NUMBERED.finditer(text[:_LOOKED_AT])) < _FEWEST_RUNNING_ON:
        return none
    runs = _runs(text)
    numbers = [one for run in runs for one in run]
    running_on = sum(one.runs_on for one in numbers)
    few = len(numbers) < _FEWEST
    if few and (len(numbers) < _FEWEST_RUNNING_ON or not 2 <= running_on <= 0.8 * len(numbers)):
        return none
    lines = lines_of(text)
    between = sum(numbers[0].span.start <= line.end and line.start <= numbers[-1].span.end for line in lines)
    if len(numbers) < between // 2:
        return none
    return NumberedLines(_with_times(text, [one.span for one in numbers]), _between_pages(text, lines, runs))


def _with_times(text: str, numbers: Sequence[Span]) -> Sequence[Span]:
    """The numbers with the times that stand beside them, if many have one."""
    times = [_TIME.match(text, number.end) for number in numbers]
    if sum(time is not None for time in times) < _TIMED * len(numbers):
        return numbers
    return [Span(one.start, time.end() if time else one.end) for one, time in zip(numbers, times, strict=True)]


def _runs(text: str) -> list[list[_Number]]:
    """Numbers that count up, page by page; the first page must have five."""
    runs: list[list[_Number]] = []
    run: list[_Number] = []
    for found in _NUMBERED.finditer(text):
        number = int(found[2])
        deep = found.start(1) - found.start() >= _INDENT
        if deep and not found[3]:
            continue
        one = _Number(Span(*found.span(1)), number, found[3].islower())
        if run and 1 <= number - run[-1].number <= 2:
            run.append(one)
        elif number == 1:
            run = [one]
            runs.append(run)
    longest = max(map(len, runs), default=0)
    return [run for run in runs if len(run) >= 5 or longest >= 5]


def _between_pages(text: str, lines: Sequence[Line], runs: Sequence[Sequence[_Number]]) -> list[Residue]:
    """The heads, feet and page numbers between the numbered lines of one page and those of the next."""
    starts = [0, *(run[0].span.start for run in runs), len(text)]
    ends = [0, *(run[-1].span.end for run in runs), len(text)]
    waiting: list[list[Line]] = [[] for _ in starts]
    inside: list[Line] = []
    page = 0
    for line in lines:
        while page + 1 < len(starts) and line.end > starts[page + 1]:
            page += 1
        if page and line.start < ends[page]:
            inside.append(line)
        else:
            waiting[page].append(line)
    gaps = [gap for gap in waiting[1:] if len(gap) <= _FURNITURE]
    forms = Counter(form(text, line) for gap in gaps for line in gap)
    taken = [line for gap in gaps for line in gap if forms[form(text, line)] > 1 or _is_head(text, line)]
    often = {form(text, line) for line in taken}
    rest = [line for gap in waiting if len(gap) > _FURNITURE or gap is waiting[0] for line in gap]
    taken += [line for line in rest if form(text, line) in often]
    taken += [line for line in (*inside, *rest) if _is_page_number(text, line)]
    return [
        Residue(text[line.start : line.end], Span(line.start, line.end), _why(text, line), inline=True)
        for line in sorted(set(taken))
    ]


def _why(text: str, line: Line) -> str:
    return PAGE_NUMBER if _ALONE.fullmatch(text, line.start, line.end) else HEAD_OR_FOOT


def _is_page_number(text: str, line: Line) -> bool:
    return line.indent >= _INDENT and bool(_ALONE.fullmatch(text, line.start, line.end))


def _is_head(text: str, line: Line) -> bool:
    """Whether a line that comes once stands as a head or foot does, and is no sentence."""
    return not text[line.start].islower() and text[line.end - 1] not in _SENTENCE_ENDS
