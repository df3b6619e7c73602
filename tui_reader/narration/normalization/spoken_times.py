"""Times of day."""

from __future__ import annotations

import re

from tui_reader.narration.normalization.numbers import cardinal, pair
from tui_reader.narration.normalization.rule import CLOCK, GLUED, INNER_STOP, POINT, Rule

_HALF = r"\s?[ap]\.?m\b"


def _clock(match: re.Match[str]) -> str | None:
    hour, minute = int(match["hour"]), int(match["minute"])
    if 0 < hour < 10 and match["hour"] != str(hour) and minute >= 10:
        return f"{hour}:{minute}"
    if not 0 < hour <= 24 or minute >= 10:
        return None  # What an engine says by itself: "four fifteen".
    if minute:
        return f"{hour} oh {cardinal(minute)}"
    if re.match(_HALF + r"|\s?[AP]M\b|\so['’]clock|\s(?:noon|midnight)\b|[-–]\d", match.string[match.end() :]):
        return str(hour)
    return f"{hour} o'clock" if 0 < hour <= 12 else f"{hour} hundred"


def _military(match: re.Match[str]) -> str | None:
    hour, minute = int(match["hour"]), int(match["minute"])
    if hour > 24 or minute > 59:
        return None
    return f"{pair(hour) if hour else 'zero'} {pair(minute)}"


def _with_stop(match: re.Match[str]) -> str:
    hour, minute = cardinal(int(match["hour"])), int(match["minute"])
    after = match.string[match.end("said") :]
    whole = hour if re.match(_HALF, after) else f"{hour} o'clock"
    said = f"{hour} {pair(minute)}" if minute else whole
    return said + " " * after[:1].isalpha()


def _count(figures: str, name: str = "second") -> str:
    number = figures.lstrip("0") if "." in figures else str(int(figures))
    return f"{number} {name}" + "s" * (number != "1")


def _duration(match: re.Match[str]) -> str:
    hours, minutes, seconds = match["hours"], match["minutes"] or match["long"], match["seconds"] or match["tenths"]
    if hours and re.search(r"\b[Aa]t\s$", match.string[: match.start()]):
        return f"{int(hours)}:{minutes}" + (f" and {_count(seconds)}" if float(seconds) else "")
    said = []
    for figures, name in ((hours, "hour"), (minutes, "minute"), (seconds, "second")):
        if figures and float(figures):
            said.append(_count(figures, name))
    return " ".join(said) or "zero"


def _hours(match: re.Match[str]) -> str:
    if int(match["hours"]) > 12 or re.search(r"\b(?i:at|by|until|from|to)\s$", match.string[: match.start()]):
        return f"{match['hours']}:{match['minutes']}"
    minutes = f" {_count(match['minutes'], 'minute')}" if int(match["minutes"]) else ""
    return _count(match["hours"], "hour") + minutes


RULES = (
    Rule(
        "times",
        (
            ("at 4:05 p.m.", "at 4 oh five p.m."),
            ("at 11:00 a.m.", "at 11 a.m."),
            ("at 4:00", "at 4 o'clock"),
            ("at 16:00", "at 16 hundred"),
            ("07:26 p.m.", "7:26 p.m."),
            ("at 4:15 p.m.", "at 4:15 p.m."),
        ),
        r"(?<![\w:.,/])(?<!ub-)(?P<hour>\d{1,2}):(?P<minute>\d\d)(?![\d:])",
        _clock,
        CLOCK,
    ),
    Rule(
        "from time to time",
        (("3:00–3:50 p.m.", "3 to 3:50 p.m."), ("11:10-12:00 noon", "11:10 to 12 noon")),
        r"(?<=\d:\d\d)\s?[-–]\s?(?=[1-9]\d?:\d\d)",
        " to ",
        CLOCK,
    ),
    Rule(
        "times",
        (("at 0900 hours", "at oh nine hundred hours"), ("at 1630 hours", "at sixteen thirty hours")),
        r"(?<![\w.,:/$-])(?P<said>(?P<hour>\d\d)(?P<minute>\d\d))(?=\s(?:hours|hrs)\b)",
        _military,
        frozenset(("hours", "hrs")),
    ),
    Rule(
        "times",
        (("at 0900Z", "at oh nine hundred Zulu"), ("by 1630Z", "by sixteen thirty Zulu")),
        r"(?<![\w.,:/$-])(?P<hour>\d\d)(?P<minute>\d\d)Z\b",
        lambda match: (said := _military(match)) and f"{said} Zulu",
        GLUED,
    ),
    Rule(
        "times",
        (
            ("at 5.30, and", "at five thirty, and"),
            ("by 7.05.", "by seven oh five."),
            ("at 5.5 percent", "at 5.5 percent"),
            ("at 5.50 percent", "at 5.50 percent"),
        ),
        r"\b(?:[Aa]t|[Tt]ill|[Uu]ntil|[Bb]y)\s(?P<said>(?P<hour>1[0-2]|[1-9])\.(?P<minute>[0-5][05]))"
        r"(?![\w%]|[.,]\d|\s(?:percent|per\scent|million|billion|points?|times|dollars|miles|feet|degrees|volts)\b)",
        _with_stop,
        POINT,
    ),
    Rule(
        "times",
        (("7.30 p.m.", "seven thirty p.m."), ("9.00pm", "nine pm")),
        r"(?<![\w.,:])(?P<said>(?P<hour>1[0-2]|[1-9])\.(?P<minute>[0-5]\d))(?=\s?[ap]\.?m\b)",
        _with_stop,
        POINT,
    ),
    Rule(
        "from time to time",
        (
            ("9 a.m.-5 p.m.", "9 a.m to 5 p.m."),
            ("9am–5pm", "9am to 5pm"),
            ("10 a.m. - noon", "10 a.m to noon"),
            ("SAM-6", "sam six"),
        ),
        r"(?i:(?<=\d[ap]m)|(?<=\d\s[ap]m)|(?<=[ap]\.m)\.)\s?[-–—]\s?(?=\d|noon\b|midnight\b|dusk\b)",
        " to ",
        frozenset("-–—"),
    ),
    Rule(
        "durations",
        (("a lap of 1'42\"3", "a lap of 1 minute 42.3 seconds"),),
        r"(?<![\w.])(?P<minutes>\d{1,2})['’′](?P<seconds>[0-5]\d)[\"”″](?P<tenths>\d{1,2})(?!\w)",
        lambda match: f"{_count(match['minutes'], 'minute')} {match['seconds']}.{match['tenths']} seconds",
        frozenset("'’′"),
    ),
    Rule(
        "durations",
        (("for 1h30 or 2h05min", "for 1 hour 30 minutes or 2 hours 5 minutes"), ("at 14h30", "at 14:30")),
        r"(?<![\w.,:/-])(?P<hours>\d{1,2})h(?P<minutes>[0-5]\d)(?:m(?:in)?)?(?![\w:'/])",
        _hours,
        GLUED,
    ),
    Rule(
        "times",
        (("dep. 06:42, arr. 09:10", "departing 6:42, arriving 9:10"),),
        r"\b(?P<way>[Dd]ep|[Aa]rr)\.(?=\s\d{1,2}[:.]\d\d)",
        lambda match: {"d": "departing", "D": "Departing", "a": "arriving", "A": "Arriving"}[match["way"][0]],
        INNER_STOP,
    ),
    Rule(
        "durations",
        (("a sub-4:00 mile", "a sub-4 minute mile"),),
        r"(?<=[Ss]ub-)\d{1,2}(?P<said>:00)(?![\d:])",
        " minute",
        CLOCK,
    ),
    Rule(
        "durations",
        (
            ("at 10:15:30", "at 10:15 and 30 seconds"),
            ("in 2:05:30", "in 2 hours 5 minutes 30 seconds"),
            ("00:12:03", "12 minutes 3 seconds"),
            ("3:59.4", "3 minutes 59.4 seconds"),
        ),
        r"(?<![\w:.,/-])(?:(?P<hours>\d{1,2}):(?P<minutes>\d\d):(?P<seconds>\d\d(?:\.\d+)?)"
        r"|(?P<long>\d{1,2}):(?P<tenths>[0-5]\d\.\d{1,3}))(?![\w:]|[.,]\d)",
        _duration,
        CLOCK,
    ),
    Rule(
        "times",
        (
            ("at 0600", "at oh six hundred"),
            ("by 0730", "by oh seven thirty"),
            ("at 0600-0800", "at oh six hundred to oh eight hundred"),
            ("P820123–2401", "P820123–2401"),
            ("the 0615 to Leeds, the 0615 file", "the oh six fifteen to Leeds, the 0615 file"),
        ),
        r"(?:\b[Tt]he\s(?=\d{4}\s(?:to|from|train|bus|ferry|boat|flight|sailing|service|express)\b)|\b(?:[Aa]t|[Bb]y|[Uu]ntil|[Tt]ill|[Ff]rom|[Bb]efore|[Aa]fter|[Ss]ince|[Tt]o|[Bb]etween|[Aa]nd)\s|(?<=[\s(]\d\d\d\d[-–])|(?<!\w)(?=0\d[0-5]\d[-–]\d{4}\b))(?P<said>(?P<hour>0\d)(?P<minute>[0-5]\d))(?![\w%]|[.,:]\d)",
        _military,
        frozenset("0"),
    ),
    Rule(
        "a.m. and p.m.",
        (
            ("at 4 p.m. Ball called", "at 4 p.m Ball called"),
            ("4:15 p.m. EST", "4:15 p.m EST"),
            ("at 4 p.m.", "at 4 p.m."),
        ),
        r"(?i:\b[ap]\.m)(?P<said>\.)(?=\s+[\w(“\"])",
        "",
        INNER_STOP,
    ),
)
