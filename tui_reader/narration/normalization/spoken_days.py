"""Days of the week and months in short forms and in ranges: Mon-Fri, Jan.-Mar., May 3-June 5."""

from __future__ import annotations

import re

from tui_reader.narration.normalization.numbers import ordinal
from tui_reader.narration.normalization.rule import Rule, compiled, one_of, without_stop, words
from tui_reader.narration.normalization.spoken_dates import MONTHS, SHORT_MONTHS

_DAYS = words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
_SHORT_DAYS = {day[:3]: day for day in _DAYS} | {
    "Tues": "Tuesday", "Weds": "Wednesday", "Thur": "Thursday", "Thurs": "Thursday",
}  # fmt: skip
_FULL = {name: name for name in (*_DAYS, *MONTHS)} | _SHORT_DAYS | SHORT_MONTHS
_NAME = rf"{one_of(_FULL)}\b\.?"
_MONTH = rf"{one_of((*MONTHS, *SHORT_MONTHS))}\b"
_SHORT_DAY = rf"{one_of(_SHORT_DAYS)}\b"
_DAY = one_of((*_DAYS, *_SHORT_DAYS))
_NAMES = frozenset(map(str.lower, _SHORT_DAYS))
_DASH = r"\s?[-–—]\s?"
_AMONG = r"(?:,\s(?:and\s|or\s)?|\s(?:and|or|to|through|thru)\s|\s?[&/]\s?)"


def _range(match: re.Match[str]) -> str:
    left, right = (_FULL[match[side].rstrip(".")] for side in ("left", "right"))
    said = f"{left} to {right}"
    return without_stop(said, match) if match["right"].endswith(".") else said


def _days(match: re.Match[str]) -> str:
    said = compiled(rf"{_SHORT_DAY}\.?|[&/]").sub(_in_full, match["said"])
    return without_stop(said, match) if match["said"].endswith(".") else said


def _in_full(match: re.Match[str]) -> str:
    return " " if match[0] == "/" else "and" if match[0] == "&" else _SHORT_DAYS[match[0].rstrip(".")]


RULES = (
    Rule(
        "days and months",
        (
            ("Open Mon-Fri,", "Open Monday to Friday,"),
            ("Jan.-Mar. 1962", "January to March nineteen sixty-two"),
            ("Mon.–Thurs.", "Monday to Thursday."),
            ("May-June", "May to June"),
            ("a Smith-May deal", "a Smith-May deal"),
        ),
        rf"(?<![\w-])(?P<left>{_NAME}){_DASH}(?P<right>{_NAME})(?![\w-])",
        _range,
        frozenset("-–—"),
    ),
    Rule(
        "days and months",
        (("May 3-June 5", "May third to June fifth"), ("1998-present", "nineteen ninety-eight to present")),
        rf"(?<=\d){_DASH}(?={_MONTH}\.?\s\d|(?:present|today)\b)",
        " to ",
        frozenset("-–—"),
    ),
    Rule(
        "days and months",
        (("3 May-5 June", "the third of May to the fifth of June"),),
        rf"(?<=\d\s)(?P<month>{_MONTH})\.?{_DASH}(?P<day>\d{{1,2}})(?=\s{_MONTH})",
        lambda match: f"{_FULL[match['month']]} to the {ordinal(int(match['day']))} of",
        frozenset("-–—"),
    ),
    Rule(
        "days and months",
        (
            ("Mon, Wed and Fri", "Monday, Wednesday and Friday"),
            ("Sat & Sun", "Saturday and Sunday"),
            ("on Mon/Tues.", "on Monday Tuesday."),
            ("The sun sat", "The sun sat"),
        ),
        rf"(?<![\w-])(?P<said>{_SHORT_DAY}\.?(?:{_AMONG}{_DAY}\b\.?)+)(?!\w)",
        _days,
        _NAMES,
    ),
    Rule(
        "days and months",
        (
            ("Fri, May 3", "Friday, May third"),
            ("Wed 9:30 a.m.", "Wednesday 9:30 a.m."),
            ("Mon Dieu", "Mon Dieu"),
        ),
        rf"(?<![\w-])(?P<said>{_SHORT_DAY}\.?)(?=,?\s(?:\d{{1,2}}(?::\d\d|\s?[ap]\.?m)|(?:\d{{1,2}}\s)?{_MONTH}))",
        _days,
        _NAMES,
    ),
    Rule(
        "days and months",
        (
            ("next Thu!", "next Thursday!"),
            ("closed Tue.", "closed Tuesday."),
            ("on Mon. we", "on Monday we"),
            ("on Sun servers", "on Sun servers"),
            ("at 8 on Sun.", "at 8 on Sunday."),
        ),
        rf"(?<![\w-])(?:(?i:on|next|last|this|until|till|by|every|since|closed|except|excluding)|excl\.)\s"
        rf"(?P<said>(?!Sun\b(?!\.(?:\s[a-z]|$))){_SHORT_DAY}\.?)(?![\w-])",
        _days,
        _NAMES,
    ),
    Rule(
        "days and months",
        (("it reached me Mon.", "it reached me Monday."), ("the bright Sun.", "the bright Sun.")),
        rf"(?<=[a-z]\s)(?P<said>(?!Sun\b){_SHORT_DAY}\.)(?=\s[a-z]|$)",
        _days,
        _NAMES,
    ),
)
