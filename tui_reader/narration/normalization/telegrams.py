"""Words of telegrams and messages of the services: 271530Z, Rptd info, JCS msg 6712."""

from __future__ import annotations

import re

from tui_reader.narration.normalization.numbers import cardinal, pair
from tui_reader.narration.normalization.rule import GLUED, Rule

_SHORT = {"rptd": "repeated", "rpt": "repeat", "msg": "message", "msgs": "messages", "urtel": "your telegram",
    "mytel": "my telegram", "reftel": "reference telegram", "reftels": "reference telegrams"}  # fmt: skip


def _date_time(match: re.Match[str]) -> str:
    hour, minute = int(match["hour"]), int(match["minute"])
    return f"{cardinal(int(match['day']))}, {pair(hour) if hour else 'zero'} {pair(minute)} Zulu"


def _short_form(match: re.Match[str]) -> str:
    said = _SHORT[match[0].lower()]
    return said.capitalize() if match[0][0].isupper() else said


RULES = (
    Rule(
        "days and times of messages",
        (
            ("CINCLANT 271530Z tells", "CINCLANT twenty-seven, fifteen thirty Zulu tells"),
            ("at 010005Z OCT", "at one, zero oh five Zulu OCT"),
        ),
        r"(?<![\w.,:/$-])(?P<day>0[1-9]|[12]\d|3[01])(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)Z\b",
        _date_time,
        GLUED,
    ),
    Rule(
        "words of telegrams",
        (
            ("Rptd info USUN", "Repeated info U.S.U.N"),
            ("JCS msg 6712 and reftel", "JCS message 6712 and reference telegram"),
        ),
        r"(?<![\w'’/.-])(?:(?i:rptd|rpt(?=\s(?:not|info)\b)|urtel|mytel|reftels?)|[Mm]sgs?|MSGS?(?=\s\d))(?![\w'’/-])",
        _short_form,
        frozenset(_SHORT),
    ),
)
