"""Numbers with their nouns, durations and times of a recording, as they are told."""

from __future__ import annotations


def count(number: int, thing: str) -> str:
    """A number and a noun: "1 turn", "23 turns", "2 people"."""
    many = "people" if thing == "person" else f"{thing}s"
    return f"{number} {thing if number == 1 else many}"


def duration(seconds: float) -> str:
    """A length of time to the minute: "less than a minute", "6 minutes", "2 hours 5 minutes", "57 hours"."""
    if seconds < 60:
        return "less than a minute"
    minutes = round(seconds / 60)
    hours, rest = divmod(minutes, 60)
    if not hours:
        return count(minutes, "minute")
    if not rest or hours >= 10:
        return count(round(minutes / 60), "hour")
    return f"{count(hours, 'hour')} {count(rest, 'minute')}"


def length(seconds: float) -> str:
    """How long something is, a short one to the second: "11 s", "6 minutes", "2 hours 5 minutes"."""
    whole = round(seconds)
    return f"{whole} s" if whole < 60 else duration(whole)


def clock(seconds: float) -> str:
    """A time in a recording, as players show it: 1:02:31, 12:31, 0:07."""
    whole = max(0, int(seconds))
    hours = f"{whole // 3600}:" if whole >= 3600 else ""
    return f"{hours}{whole // 60 % 60:{'02' if hours else ''}}:{whole % 60:02}"


def timestamp(seconds: float) -> str:
    """A time to the millisecond, as files of captions and chapters have it: "00:06:18.912"."""
    minutes, milliseconds = divmod(round(seconds * 1000), 60_000)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{milliseconds // 1000:02}.{milliseconds % 1000:03}"
