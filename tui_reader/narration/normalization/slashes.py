"""Slashes, which an engine would say as "slash": offices, alternatives, dates known by their digits."""

from __future__ import annotations

import re

from tui_reader.narration.normalization.designations import letters
from tui_reader.narration.normalization.numbers import cardinal, pair
from tui_reader.narration.normalization.rule import Rule

_SLASH = frozenset("/")
_WORDS = {
    "and/or": "and or", "w/o": "without", "w/": "with ", "b/c": "because", "c/o": "care of", "n/a": "not applicable",
    "N/A": "not applicable", "he/she": "he or she", "she/he": "she or he", "s/he": "she or he",
    "his/her": "his or her", "him/her": "him or her", "her/his": "her or his", "either/or": "either or",
    "24/7": "twenty-four seven", "20/20": "twenty twenty",
}  # fmt: skip


def _office(match: re.Match[str]) -> str:
    return " ".join(letters(part) if len(part) < 4 else part for part in re.split("[/-]", match[0]))


def _known_date(match: re.Match[str]) -> str:
    return f"{cardinal(int(match[1]))} {pair(int(match[2]))}"


RULES = (
    Rule(
        "slashes",
        (("and/or", "and or"), ("w/o it", "without it"), ("w/ it", "with  it"), ("he/she is", "he or she is")),
        r"(?<![\w/])(?:and/or|[wW]/o\b|w/(?=\s)|b/c\b|c/o\b|n/a\b|N/A\b|(?:s|she|he)/s?he\b|hi[sm]/her\b|her/his\b"
        r"|either/or\b|24/7\b|20/20\b)(?![/\d])",
        lambda match: _WORDS.get(match[0]) or _WORDS.get(match[0].lower()),
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
