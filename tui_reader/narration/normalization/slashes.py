"""Slashes, which an engine would say as "slash": offices, alternatives, dates known by their digits."""

from __future__ import annotations

import re

from tui_reader.narration.normalization.designations import letters
from tui_reader.narration.normalization.numbers import cardinal, pair
from tui_reader.narration.normalization.rule import Rule, one_of, words
from tui_reader.narration.normalization.unit_names import UNITS

_SLASH = frozenset("/")
_WORDS = {
    "and/or": "and or", "w/o": "without", "w/": "with ", "b/c": "because", "c/o": "care of", "n/a": "not applicable",
    "N/A": "not applicable", "he/she": "he or she", "she/he": "she or he", "s/he": "she or he",
    "his/her": "his or her", "him/her": "him or her", "her/his": "her or his", "either/or": "either or",
    "24/7": "twenty-four seven", "20/20": "twenty twenty",
    "24/7/365": "twenty-four seven three sixty-five",
}  # fmt: skip
_PER = (
    {"s": "second", "nt": "night"}
    | {short: one for short, (one, _) in UNITS.items()}
    | {word: word for word in words("hour minute second day night week month year person mile gallon share game")}
)
_OVER = {"y": "year", "m": "month", "q": "quarter", "w": "week"}


def _year_on_year(match: re.Match[str]) -> str:
    if match["over"]:
        name = _OVER[match["over"][0]]
        return f"{name} over {name}"
    glued = match.string[match.start() - 1]
    return "year-old" if glued == "-" else f"{' ' * glued.isdigit()}years old"


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
            ("he/she/they must", "he or she or they must"),
            ("his/their", "his or their"),
            ("she/her/hers", "she her hers"),
        ),
        r"(?i)(?<![\w/])(?:(?:s?he|they|it)(?:/(?:s?he|they|it))+|(?:his|her|their|its)(?:/(?:his|her|their|its))+)(?![\w/])",
        lambda match: match[0].replace("/", " or "),
        _SLASH,
    ),
    Rule(
        "slashes",
        (
            ("2x/day", "2 times per day"),
            ("$89/nt", "89 dollars per night"),
            ("$12/sq. ft.", "12 dollars per square foot."),
            ("80/min and 3/day", "80 per minute and 3 per day"),
            ("miles/hour", "miles per hour"),
            ("$20/hr", "20 dollars per hour"),
            ("350°F/gas mark 4", "350 degrees Fahrenheit or gas mark 4"),
            ("night/day", "night day"),
        ),
        rf"(?:(?<=\d)|(?<=[a-z]s)|(?<=\d[kKmM%x×]))/(?P<unit>{one_of(_PER)})(?P<stop>\.(?=\s[a-z]|,))?(?![\w/])|(?<=°[CF])/(?=gas\b)",
        lambda match: f" per {_PER[match['unit']]}" if match["unit"] else " or ",
        _SLASH,
    ),
    Rule(
        "slashes",
        (("$3.50/serving", "3 dollars and 50 cents per serving"), ("2 mins/side", "2 minutes per side")),
        r"(?:(?<=\d)|(?<=\dmin)|(?<=\d\smin)|(?<=\smins)|(?<=\s[km]g)|(?<=\sg))/(?=[a-z]{3,}\b)",
        " per ",
        _SLASH,
    ),
    Rule(
        "slashes",
        (("10 g of fat/100 g", "10 grams of fat per 100 grams"),),
        r"(?<=[a-z])/(?=100\s?(?:g|ml|mL)\b)",
        " per ",
        _SLASH,
    ),
    Rule(
        "slashes",
        (("$40/ea", "40 dollars each"), ("10k req/s", "10k req per second")),
        r"(?<=\d)/ea\b\.?|(?<=[a-z]{3})/s\b",
        lambda match: " each" if "e" in match[0] else " per second",
        _SLASH,
    ),
    Rule(
        "slashes",
        (("17.05/$", "17.05 per dollar"),),
        r"(?<=\d)/(?P<sign>[$€£])(?!\d)",
        lambda match: f" per {dict(zip('$€£', ('dollar', 'euro', 'pound'), strict=True))[match['sign']]}",
        _SLASH,
    ),
    Rule(
        "slashes",
        (("28/8/7 last night", "28 8 7 last night"),),
        r"(?<![\w/.,])\d{1,3}(?:/\d{1,3}){2,}(?![\w/])",
        lambda match: match[0].replace("/", " "),
        _SLASH,
    ),
    Rule(
        "slashes",
        (("a 45-y/o man, 7 y/o", "a 45-year-old man, 7 years old"), ("up 9% y/y", "up 9% year over year")),
        r"(?<=[\d\s-])(?:y/o|(?P<over>y/y|m/m|q/q|w/w))(?![\w/])",
        _year_on_year,
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
        (
            ("HTTP/2", "HTTP 2"),
            ("GitHub/GitLab", "GitHub GitLab"),
            ("M1151/M1152", "M eleven fifty-one M eleven fifty-two"),
        ),
        r"(?<=[^\W_])/(?=[^\W\d_])|(?<=HTTP)/(?=\d)",
        " ",
        _SLASH,
    ),
)
