"""The grammar of clock times: how recordings, messages, logs, captions and pages print a time beside what is said.

All that recognises a time before, after or beside a label uses the expressions here. They are source text, to be
compiled where they are needed: a plain transcript needs few of them. Knows nothing of labels.
"""

from __future__ import annotations

import re

from tui_reader.lazy_re import lazy_re

FRACTION = r"(?:[.,]\d{1,3})?"
"""Tenths to thousandths of a second."""
_DATE = r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}"
"""A date in figures, in any order: 12/31/20, 2020-12-31."""
_DAY = rf"(?:{_DATE}|\d{{1,2}} [A-Z][a-z]{{2,8}}(?: \d{{4}})?)"
"""A date in figures, or with the month's name: 31 December 2020."""
_OF_DAY = rf"\d{{1,2}}[:.]\d{{2}}(?::\d{{2}})?{FRACTION}(?:[ \u00a0\u202f]?[AaPp]\.?[Mm]\.?)?"
"""The time of a day: 12:30, 7.05 p.m."""
_ELAPSED = r"-?\d{2,3}[ :]\d{2}[ :]\d{2}(?:[ :]\d{2})?"
"""Since launch, as logs of space flights count it: days, hours, minutes, seconds."""
_OF_MESSAGE = rf"(?:(?:{_DAY}(?:, ?|T| at | )){{0,1}}{_OF_DAY}|{_ELAPSED})"
BETWEEN = r"(?:[|·•–—-][ \t]*)?"
"""The sign that may divide a time from the words beside it."""

STAMP = (
    rf"[\[(]?(?:(?:Today|Yesterday|{_DATE}),?(?: at)? )?"
    rf"(?:\d{{1,2}}:)?\d{{1,3}}:\d{{2}}{FRACTION}(?: ?[AaPp][Mm])?[\])]?(?:\(https?://[^\s()]{{1,200}}\))?"
)
"""A time of a recording or a message, in brackets or not, linked or not."""
MARKDOWN_STAMP = rf"\\?[\[(]?(?:{_DATE},?[ T]{{1,2}})?{STAMP}[\\\])]{{0,2}}"
"""The same in Markdown, where brackets may be escaped and a date may stand before it."""
CUE_TIME = r"(?:\d{1,4}:)?\d{1,3}:\d{1,2}(?:[.,]\d{1,9})?"
"""The begin or end of a caption: hours may be left out."""

MESSAGE_FIRST = r"[\[(\-0-9]"
"""What the time before the words of a message begins with, as a set of a regular expression."""
_FIRST = frozenset("[(-0123456789")
_BEFORE_WORDS = lazy_re(
    rf"(?:\[{_OF_MESSAGE}\]|\({_OF_MESSAGE}\)|{_OF_MESSAGE}(?=\s))[^\S\n]*(?:[-–—|][^\S\n]+)?(?=\S)",
)
_ALONE = lazy_re(rf"[\[(]?-?(?:\d{{1,3}}:){{1,3}}\d{{2}}{FRACTION}[\])]?:?")
_LONGEST_ALONE = 24
IN_BRACKETS = rf"(?:\\\[|\[|\()(?:\d{{1,3}}:){{1,2}}\d{{2}}{FRACTION}(?:\\\]|\]|\))"
"""A time of a recording between words, in brackets, which Markdown may escape."""
IN_ELEMENT = r"(?i:[\[(]?[^a-z]{0,24}\d{1,2}:\d{2}[^a-z]{0,16}(?:[ap]m)?[\])]?)"
"""All that an element for times prints: a time, with a date in figures or signs around it."""
CUE_TIMES = rf"(?m:^[ \t]*+({CUE_TIME})[ \t]*+-->[ \t]*+({CUE_TIME})(?:[ \t][^\n]*+)?$)"
"""The time line of a cue: begin, end, and its settings."""
BEGUN_TIME_LINE = r"\d{1,2}:\d[^\n]{0,40}"
"""A time line of a cue that may be cut off after its first figures."""


def stamp_end(text: str, start: int, end: int) -> int:
    """Where the words begin after a time at the start of `text[start:end]`; `start` where no time stands there."""
    if start >= end or text[start] not in _FIRST:
        return start
    found = _BEFORE_WORDS.match(text, start, end)
    return found.end() if found else start


def is_time_stamp(line: str) -> bool:
    """Whether the line is a clock time and nothing else."""
    return len(line) < _LONGEST_ALONE and bool(_ALONE.fullmatch(line))


def seconds(clock: str) -> float:
    """The seconds of "01:02:03.5", "02:03,5" or "1:2"."""
    total = 0.0
    for part in clock.replace(",", ".").split(":"):
        total = total * 60 + float(part)
    return total


def seconds_of_event(clock: str) -> float | None:
    """The seconds of a time with hours, "1:02:03.50", as ASS prints it; None for anything else."""
    return seconds(clock) if clock.count(":") == 2 and re.fullmatch(CUE_TIME, clock) else None
