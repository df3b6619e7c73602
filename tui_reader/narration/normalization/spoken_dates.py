"""Days, dates, years and decades."""

from __future__ import annotations

import re

from tui_reader.narration.normalization.numbers import cardinal, full_year, ordinal, plural, year
from tui_reader.narration.normalization.rule import (
    DASHED,
    DIGITS,
    GLUED,
    INNER_STOP,
    POINT,
    SLASHED,
    TENS,
    YEAR,
    Rule,
    compiled,
    one_of,
    without_stop,
    words,
)

MONTHS = words("""
    January February March April May June July August September October November December
""")
SHORT_MONTHS = {month[:3]: month for month in MONTHS} | {"Sept": "September"}
_MONTH = f"(?:{one_of(MONTHS)}|{one_of(SHORT_MONTHS)}\\.?)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_MONTHS = frozenset(map(str.lower, (*MONTHS, *SHORT_MONTHS)))
_NO_DAY = r"(?![\d:/%°]|[.,]\d|(?:st|nd|rd|th)\b|\s*[ap]\.?m\b|\s+(?:million|billion|percent)\b)"
_DASH = r"\s?[-–—]\s?"


def _day(match: re.Match[str]) -> str:
    return ordinal(int(match["said"]))


def _day_of_month(match: re.Match[str]) -> str | None:
    if match["month"] in ("May", "March") and not re.match(r",?\s\d{4}\b|[-–]\d", match.string[match.end() :]):
        return None
    return ("the " if match["the"] is None else "") + ordinal(int(match["said"])) + " of"


def _date(month: int, day: int, of_year: int) -> str | None:
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return f"{MONTHS[month - 1]} {ordinal(day)}, {year(of_year)}"


def _slashed(match: re.Match[str]) -> str | None:
    first, second, of_year = int(match[1]), int(match[2]), full_year(match[3])
    return _date(first, second, of_year) or _date(second, first, of_year)


def _iso(match: re.Match[str]) -> str | None:
    said = _date(int(match[2]), int(match[3]), int(match[1]))
    time = f", {match['time']}" if match["time"] else ""
    if int(match["seconds"] or 0):
        time += f" and {int(match['seconds'])} second" + "s" * (match["seconds"] != "01")
    return said and f"{said}{time}{' Zulu' if match['zulu'] else ''}"


def _in_figures(match: re.Match[str]) -> str | None:
    if match["first"]:
        return _date(int(match["second"]), int(match["third"]), int(match["first"]))
    if match["m"]:
        month, day, of_year = int(match["m"]), int(match["d"]), int(match["y"])
    else:
        month, day, of_year = int(match["month"]), int(match["day"]), int(match["year"])
    return _date(month, day, of_year) or _date(day, month, of_year)


def _two_days(match: re.Match[str]) -> str:
    """Days apart by as much as the old and the new calendar are one day; nearer ones are two."""
    old, new = int(match["old"]), int(match["new"])
    the = "" if compiled(r"\b[Tt]he\s$").search(match.string, 0, match.start()) else "the "
    return f"{the}{ordinal(old)} {'to' if 0 < new - old < 10 else 'or'} {ordinal(new)} of {match['month']}"


def _short_date(match: re.Match[str]) -> str | None:
    if match["number"]:
        return f"{MONTHS[int(match['number']) - 1]} {year(int(match['of_year']))}"
    month = MONTHS.index(SHORT_MONTHS[match["month"]]) + 1
    return _date(month, int(match["day"]), full_year(match["year"]))


def _year(match: re.Match[str]) -> str | None:
    before = match.string[max(0, match.start() - 6) : match.start()]
    if re.search(r"\d[-–]$", before) and not re.search(r"(?<!\d)(?:1\d|20)\d\d[-–]$", before):
        return None  # Part of a long number with dashes: only a span of years has a year after its dash.
    return year(int(match[0]))


_SECONDS = r"(?i)\b(?:timeout|seconds?|delay|interval|retr|plank|ms|latency)\b|\d\s?ms\b"


def _decade(match: re.Match[str]) -> str | None:
    number = int(match["figures"])
    if number == 0:
        return "two thousands"
    if number < 100 and "'" not in match[0] and compiled(_SECONDS).search(match.string):
        return None
    return plural(year(number) if number >= 1000 else cardinal(number))


RULES = (
    Rule(
        "dates in figures",
        (
            ("on 11/11/62", "on November eleventh, nineteen sixty-two"),
            ("25/12/1962", "December twenty-fifth, nineteen sixty-two"),
            ("3/4/2005", "March fourth, two thousand five"),
        ),
        r"(?<![\w/.,])(\d{1,2})/(\d{1,2})/(\d{4}|\d\d)(?![\w/])",
        _slashed,
        SLASHED,
    ),
    Rule(
        "dates in figures",
        (
            ("on 1962-11-09", "on November ninth, nineteen sixty-two"),
            ("at 2026-03-07T14:30:00Z", "at March seventh, twenty twenty-six, 14:30 Zulu"),
            ("2026-03-07 14:30:15", "March seventh, twenty twenty-six, 14:30 and 15 seconds"),
            ("2026-03-07: Opened", "March seventh, twenty twenty-six: Opened"),
        ),
        r"(?<![\w/.,-])(\d{4})-(\d\d)-(\d\d)"
        r"(?:[T ](?P<time>\d\d:\d\d)(?::(?P<seconds>\d\d)(?:\.\d+)?)?(?P<zulu>Z)?)?(?![\w/-]|:\d)",
        _iso,
        DASHED,
    ),
    Rule(
        "dates in figures",
        (
            ("on 05.06.2020", "on June fifth, twenty twenty"),
            ("2020/06/05", "June fifth, twenty twenty"),
            ("12-25-1962", "December twenty-fifth, nineteen sixty-two"),
        ),
        r"(?<![\w/.,-])(?:(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>(?:1[5-9]|20)\d\d)"
        r"|(?P<first>\d{4})/(?P<second>\d\d)/(?P<third>\d\d)|(?P<m>\d{1,2})-(?P<d>\d{1,2})-(?P<y>(?:19|20)\d\d))(?![\w/-]|\.\d)",
        _in_figures,
        POINT | SLASHED | DASHED,
    ),
    Rule(
        "dates in figures",
        (("12-Mar-2020", "March twelfth, twenty twenty"), ("05/2021", "May twenty twenty-one")),
        rf"(?<![\w/.,-])(?:(?P<day>\d{{1,2}})-(?P<month>{one_of(SHORT_MONTHS)})-(?P<year>(?:\d\d)?\d\d)"
        r"|(?P<number>0[1-9]|1[0-2])/(?P<of_year>(?:19|20)\d\d))(?![\w/-])",
        _short_date,
        DASHED | SLASHED,
    ),
    Rule(
        "dates in figures",
        (
            ("on 11/9 he", "on November ninth he"),
            ("dated 3/15,", "dated March fifteenth,"),
            ("on 1/2 of it", "on one half of it"),
            ("on 1/4 acre", "on one quarter acre"),
        ),
        r"\b(?:on|by|dated|since|until)\s(?P<said>(1[0-2]|0?[1-9])/(3[01]|[12]\d|0?[1-9]))(?![\w/]|[.,-]\d|\s(?:of|an?|[A-Z][a-z]+\s\d{4}|acres?|miles?|inch|cups?|hours?|tsp|tbsp|teaspoons?|tablespoons?|pounds?|ounces?|shares?|points?)\b)",
        lambda match: f"{MONTHS[int(match[2]) - 1]} {ordinal(int(match[3]))}",
        SLASHED,
    ),
    Rule(
        "dates in figures",
        (("my bday is 3/14!", "my bday is March fourteenth!"),),
        r"(?i:\b(?:birthday|b-?day|born|deadline|due|rsvp|appointment|anniversary|wedding|exam)\b[^\d/]{1,12})"
        r"(?P<said>(?P<month>1[0-2]|0?[1-9])/(?P<day>3[01]|[12]\d|0?[1-9]))(?![\w/]|[.,-]\d|\sof\b)",
        lambda match: f"{MONTHS[int(match['month']) - 1]} {ordinal(int(match['day']))}",
        SLASHED,
    ),
    Rule(
        "years",
        (("c. 1590", "about fifteen ninety"), ("b. 1832; c. 1833", "b. eighteen thirty-two; c. eighteen thirty-three")),
        r"(?<![\w.])(?<!\d{4}[;,]\s)c\.\s?(?=1\d{3}\b|20\d\d\b)",
        "about ",
        INNER_STOP,
    ),
    Rule(
        "centuries",
        (("the 17th c. was", "the 17th century was"), ("the 5th c.", "the 5th century.")),
        r"(?:(?<=\dth\s)|(?<=1st\s)|(?<=2nd\s)|(?<=3rd\s))c\.(?=\s[a-zA-Z]|[,;)]|$)",
        lambda match: without_stop("century", match),
        frozenset(("th", "st", "nd", "rd")),
    ),
    Rule(
        "years",
        (("perhaps c. 240", "perhaps about 240"), ("a. 120, b. 200, c. 240", "a. 120, b. 200, c. 240")),
        r"(?<=[\s(])c\.\s?(?=[1-9]\d\d(?![\w,.:]\w|\w))",
        lambda match: None if compiled(r"\b[ab]\.\s").search(match.string) else "about ",
        INNER_STOP,
    ),
    Rule(
        "from date to date",
        (
            (
                "11/11/62-11/15/62",
                "November eleventh, nineteen sixty-two, to November fifteenth, nineteen sixty-two",
            ),
        ),
        rf"(?<=/\d\d){_DASH}(?=\d{{1,2}}/\d{{1,2}}/\d\d)",
        ", to ",
        DASHED,
    ),
    Rule(
        "days",
        (
            ("on 2/15 March 1917", "on the second or fifteenth of March nineteen seventeen"),
            ("in the night of 10/11 May", "in the night of the tenth to eleventh of May"),
        ),
        rf"(?<![\w/.,])(?P<old>{_DAY})/(?P<new>{_DAY})\s(?P<month>{one_of(MONTHS)})\b",
        _two_days,
        SLASHED,
    ),
    Rule(
        "days",
        (
            ("November 9, 1962", "November ninth, nineteen sixty-two"),
            ("Nov. 9", "November ninth"),
            ("March 2.5", "March 2.5"),
            ("May 4 p.m.", "May 4 p.m."),
            ("by July 4.", "by July fourth."),
        ),
        rf"\b{_MONTH}\s(?P<said>{_DAY}){_NO_DAY}",
        _day,
        _MONTHS,
    ),
    Rule(
        "days",
        (
            ("May 1 and 2", "May first and second"),
            ("October 22-28", "October twenty-second to twenty-eighth"),
            ("May 1 and 2 June", "May first and the second of June"),
        ),
        rf"\b{_MONTH}\s{_DAY}(?:{_DASH}|\s(?:and|or|to|through)\s)(?P<said>{_DAY})(?!\s{_MONTH}\b){_NO_DAY}",
        _day,
        _MONTHS,
    ),
    Rule(
        "days",
        (
            ("9 November 1962", "the ninth of November nineteen sixty-two"),
            ("the 22 October speech", "the twenty-second of October speech"),
            ("on 3 May 1961", "on the third of May nineteen sixty-one"),
            ("in 3 March past", "in 3 March past"),
            ("Documents 3, May 5", "Documents 3, May fifth"),
        ),
        rf"(?<![\w.,:/$-])(?P<the>(?<=the\s))?(?P<said>{_DAY})\s(?P<month>{one_of(MONTHS)}|{one_of(SHORT_MONTHS)}\.?)(?!\w|\s\d{{1,2}}\b)",
        _day_of_month,
        _MONTHS,
    ),
    Rule(
        "months",
        (("in Sept. 1962", "in September nineteen sixty-two"), ("4 Jan. '44", "the fourth of January forty-four")),
        rf"\b{one_of(SHORT_MONTHS.keys() - {'May'})}\b\.?(?=,?\s(?:['’‘]\d)?\d)",
        lambda match: SHORT_MONTHS[match[0].rstrip(".")],
        _MONTHS,
    ),
    Rule(
        "months",
        (("last Sept. he", "last September he"), ("in Nov.", "in November."), ("Jan. Smith", "Jan. Smith")),
        rf"\b{one_of(SHORT_MONTHS.keys() - {'May', 'Mar', 'Jan', 'Jun'})}\.(?=\s+[a-z]|,|\s*$)",
        lambda match: without_stop(SHORT_MONTHS[match[0].rstrip(".")], match),
        _MONTHS,
    ),
    Rule(
        "years",
        (("in 1962/63", "in nineteen sixty-two 63"),),
        r"(?<![\w/.,-])(?:1[6-9]|20)\d\d(?P<said>/)(?=\d\d(?:\d\d)?(?![\w/]))",
        " ",
        SLASHED,
    ),
    Rule(
        "days",
        (("the 2d Session", "the second Session"), ("the 103d Congress", "the one hundred third Congress")),
        r"(?<![\w.-])(?P<figures>\d*[23])d\b(?!\.)",
        lambda match: ordinal(int(match["figures"])),
        GLUED,
    ),
    Rule(
        "decades",
        (
            ("the 1960s", "the nineteen sixties"),
            ("the 1950's", "the nineteen fifties"),
            ("the '60s", "the sixties"),
            ("the '00s", "the two thousands"),
            ("in his mid-30s", "in his mid-thirties"),
            ("the M–60s", "the M sixties"),
            ("the 1900s", "the nineteen hundreds"),
            ("the 2000s", "the two thousands"),
        ),
        r"(?<![\w.,/$=])(?<![A-Z][–-])['‘’]?(?P<figures>(?:1\d|20)\d0|[2-9]0|(?<=['‘’])00)['’]?s\b",
        _decade,
        TENS,
    ),
    Rule(
        "years",
        (("in '62,", "in sixty-two,"), ("of ’05", "of oh five")),
        r"(?<![\w'’])['‘’](?P<figures>\d\d)(?![\w'’])",
        lambda match: year(1900 + int(match["figures"])).removeprefix("nineteen "),
        DIGITS,
    ),
    Rule(
        "years",
        (
            ("in 1962.", "in nineteen sixty-two."),
            ("1900", "nineteen hundred"),
            ("1905", "nineteen oh five"),
            ("1066", "ten sixty-six"),
            ("2000", "two thousand"),
            ("2021", "twenty twenty-one"),
            ("mid-1962", "mid-nineteen sixty-two"),
            ("1961-1963", "nineteen sixty-one to nineteen sixty-three"),
            ("1961–63", "nineteen sixty-one to 63"),
            ("1,962", "1,962"),
            ("$1962", "1962 dollars"),
            ("1962.5", "1962.5"),
        ),
        r"(?<![\w$#£€:/.,])(?<!\d\s[-–])(?<![A-Z][-–])(?:1[1-9]\d\d|10[1-9]\d|20\d\d)(?![\w%°:]|[.,]\d|['’]s\b|\shours\b)",
        _year,
        YEAR,
    ),
)
