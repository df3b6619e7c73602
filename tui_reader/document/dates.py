"""Reads dates and clock times as English prints them. Knows nothing of where in a document they are."""

from __future__ import annotations

import re
from datetime import date, time

_NAMES = "january february march april may june july august september october november december"
_MONTHS = {name: number for number, name in enumerate(_NAMES.split(), 1)}
_MONTH = r"(?P<month>[A-Z][a-z]{2,8}|[A-Z]{3,9})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_DATES = (
    re.compile(rf"\b{_MONTH} {{0,2}}{_DAY},? {{0,2}}{_YEAR}\b"),
    re.compile(rf"\b{_DAY} {_MONTH},? {_YEAR}\b"),
    re.compile(r"\b(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})\b"),
)
_TIME = re.compile(
    r"\b(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?\s?(?P<half>[ap])\.?\s?m\b\.?|\b(?P<noon>noon|midnight)\b"
    r"|\b(?P<hour24>[01]\d|2[0-3])(?::(?P<minute24>[0-5]\d)\b|(?P<minute4>[0-5]\d)(?:\s?(?:hours|hrs|h)\b|Z))",
    re.IGNORECASE,
)
_PLACE_WORDS = frozenset(("of", "the", "at", "de", "la", "and", "in", "on"))
_MOST_PLACE_WORDS = 8


def _month(name: str) -> int | None:
    if name.isdigit():
        return int(name)
    small = name.casefold()
    return next((number for full, number in _MONTHS.items() if full[: max(3, len(small))] == small), None)


def _date(text: str) -> tuple[date, tuple[int, int]] | None:
    for pattern in _DATES:
        for found in pattern.finditer(text):
            month = _month(found["month"])
            if month is None:
                continue
            try:
                return date(int(found["year"]), month, int(found["day"])), found.span()
            except ValueError:
                continue
    return None


def _time(text: str) -> tuple[time, tuple[int, int]] | None:
    for found in _TIME.finditer(text):
        if found["noon"]:
            return time(12 if found["noon"].casefold() == "noon" else 0), found.span()
        if found["hour24"]:
            return time(int(found["hour24"]), int(found["minute24"] or found["minute4"])), found.span()
        hour, minute = int(found["hour"]), int(found["minute"] or 0)
        if 1 <= hour <= 12 and minute < 60:
            return time(hour % 12 + (12 if found["half"] in "pP" else 0), minute), found.span()
    return None


def iso(text: str) -> str | None:
    """The first date in `text` and a time after it, as ISO 8601: "1962-11-09T16:15", "1963-08-14"; None without."""
    found = _date(text)
    if found is None:
        return None
    day, (_, end) = found
    clock = _time(text[end:])
    return f"{day.isoformat()}T{clock[0].strftime('%H:%M')}" if clock else day.isoformat()


def is_dateline(text: str) -> bool:
    """Whether `text` is a date with at most a time and a place: "Washington, August 14, 1963, 4 p.m."."""
    if len(text) > 120:
        return False
    found = _date(text)
    if found is None:
        return False
    start, end = found[1]
    rest = text[end:]
    clock = _time(rest)
    if clock:
        rest = rest[: clock[1][0]] + rest[clock[1][1] :]
    words = [word.strip(",.;:–—-[]()'") for word in (text[:start] + " " + rest).split()]
    words = [word for word in words if word]
    return len(words) <= _MOST_PLACE_WORDS and all(word[0].isupper() or word in _PLACE_WORDS for word in words)
