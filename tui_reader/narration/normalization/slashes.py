"""Slashes, which an engine would say as "slash": offices, alternatives, dates known by their digits."""

from __future__ import annotations

import re

from tui_reader.narration.normalization.designations import letters
from tui_reader.narration.normalization.numbers import cardinal, pair
from tui_reader.narration.normalization.rule import Rule, one_of, words

_SLASH = frozenset("/")
_WORDS = {
    "and/or": "and or", "w/o": "without", "w/": "with ", "b/c": "because", "c/o": "care of", "n/a": "not applicable",
    "N/A": "not applicable", "he/she": "he or she", "she/he": "she or he", "s/he": "she or he",
    "his/her": "his or her", "him/her": "him or her", "her/his": "her or his", "either/or": "either or",
    "24/7": "twenty-four seven", "20/20": "twenty twenty",
    "24/7/365": "twenty-four seven three sixty-five",
}  # fmt: skip
_PER = {
    "h": "hour", "hr": "hour", "min": "minute", "sec": "second", "s": "second", "mo": "month", "yr": "year",
    "wk": "week", "kg": "kilogram", "lb": "pound", "L": "liter", "mL": "milliliter", "dL": "deciliter",
    "km": "kilometer", "GB": "gigabyte", "kWh": "kilowatt hour", "gal": "gallon", "oz": "ounce",
}  # fmt: skip
_PER |= {word: word for word in words("hour minute second day night week month year person mile gallon share game")}


def _office(match: re.Match[str]) -> str:
    return " ".join(letters(part) if len(part) < 4 else part for part in re.split("[/-]", match[0]))


def _known_date(match: re.Match[str]) -> str:
    return f"{cardinal(int(match[1]))} {pair(int(match[2]))}"


RULES = (
    Rule(
        "slashes",
        (("and/or", "and or"), ("w/o it", "without it"), ("w/ it", "with  it"), ("he/she is", "he or she is")),
        r"(?<![\w/])(?:and/or|[wW]/o\b|w/(?=\s)|b/c\b|c/o\b|n/a\b|N/A\b|(?:s|she|he)/s?he\b|hi[sm]/her\b|her/his\b"
        r"|either/or\b|24/7/365\b|24/7\b|20/20\b)(?![/\d])",
        lambda match: _WORDS.get(match[0]) or _WORDS.get(match[0].lower()),
        _SLASH,
    ),
    Rule(
        "slashes",
        (
            ("80/min and 3/day", "80 per minute and 3 per day"),
            ("miles/hour", "miles per hour"),
            ("$20/hr", "20 dollars per hour"),
            ("night/day", "night day"),
        ),
        rf"(?:(?<=\d)|(?<=[a-z]s)|(?<=\d[kKmM]))/(?P<unit>{one_of(_PER)})(?![\w/])",
        lambda match: f" per {_PER[match['unit']]}",
        _SLASH,
    ),
    Rule(
        "slashes",
        (("after 9/11.", "after nine eleven."), ("9/11/62", "September eleventh, nineteen sixty-two")),
        r"(?<![\w/.,-])(9)/(11)(?![\w/]|[.,-]\d)",
        _known_date,
        _SLASH,
    ),
    Rule(
        "offices",
        (
            ("the S/S-I files", "the S S I files"),
            ("S/P has", "S P has"),
            ("the US/UN Missions", "the U.S U.N Missions"),
            ("INR/RSB", "I.N.R R.S.B"),
            ("A/S Nolan", "eh S Nolan"),
        ),
        r"(?<![\w/.])[A-Z]{1,6}(?:/[A-Z]{1,6})+(?:-[A-Z]{1,3})?(?![\w/])",
        _office,
        _SLASH,
    ),
    Rule(
        "slashes",
        (("GitHub/GitLab", "GitHub GitLab"), ("M1151/M1152", "M eleven fifty-one M eleven fifty-two")),
        r"(?<=[^\W_])/(?=[^\W\d_])",
        " ",
        _SLASH,
    ),
)
