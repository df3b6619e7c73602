"""Numbers with their nouns, and durations, as the faces say them."""

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
