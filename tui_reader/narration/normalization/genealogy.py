"""Lives in a line, as genealogies, registers and biographies print them: b. 1832, m. 1855, d. 3 Mar 1901."""

from __future__ import annotations

import re

from tui_reader.narration.normalization.places import STATES
from tui_reader.narration.normalization.rule import INNER_STOP, Rule, one_of

_EVENTS = {
    "b": "born", "d": "died", "m": "married", "bapt": "baptized", "bap": "baptized", "chr": "christened",
    "bur": "buried", "fl": "flourished", "marr": "married",
}  # fmt: skip
_KIN = {
    "dau": "daughter", "daus": "daughters", "bro": "brother", "bros": "brothers", "gdau": "granddaughter",
    "gdson": "grandson",
}  # fmt: skip
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DATE = (
    rf"(?:(?:c|ca|abt|bef|aft)\.\s?)?(?:\d{{1,2}}\s{_MONTH}\s\d|{_MONTH}\s\d|A\.?D\.?\s\d|1\d{{3}}|20\d\d|(?:1st|2n?d|3r?d)\b"
    rf"|\d{{1,2}}[./]\d{{1,2}}[./]\d)"
)


def _event(match: re.Match[str]) -> str:
    said = _EVENTS[match["said"].partition(".")[0].lower()]
    if match["state"]:
        said += f" {STATES[match['state']]}"
    return said.capitalize() if match["said"][0].isupper() else said


RULES = (
    Rule(
        "events of a life",
        (
            (
                "He was b. 12 Jan 1832, m. 1855",
                "He was born the twelfth of January eighteen thirty-two, married eighteen fifty-five",
            ),
            ("Geo. Hall d. intestate", "George Hall died intestate"),
            ("the 12th fl. at 5 Elm St.", "the 12th floor at 5 Elm Street."),
            (
                "Ann, bapt. 2 Feb. 1699, d. in Cork",
                "Ann, baptized the second of February sixteen ninety-nine, died in Cork",
            ),
            (
                "John, b. Va., fl. 1580, he is 6 m. in it",
                "John, born Virginia, flourished fifteen eighty, he is 6 meters in it",
            ),
        ),
        rf"(?:^|(?<=[\s(;]))(?<!\d\s)(?<!\d(?:st|nd|rd|th)\s)(?P<said>(?:[bdm]|bap|[Bb]apt|chr|[Bb]ur|fl|marr)\.(?:\s(?P<state>{one_of(STATES)})\.)?)"
        rf"(?(state)|(?=\s(?:{_DATE}|(?:in|at|on|to)\s[A-Z\d]|(?:intestate|testate|unmarried|unm|young|aged|without)\b)))",
        _event,
        INNER_STOP,
    ),
    Rule(
        "kin",
        (
            ("Eliz. dau. of John", "Elizabeth daughter of John"),
            ("with 3 bros.", "with 3 brothers."),
            ("his bro. on", "his brother on"),
        ),
        rf"(?<=[\s,]){one_of(_KIN)}\.(?=\s(?:of|and|to)\b|\s[A-Z]|[,;)]|\s*$)"
        rf"|(?:(?<=\b[Hh]is\s)|(?<=\b[Hh]er\s)|(?<=\b[Mm]y\s)|(?<=\b[Tt]heir\s)){one_of(_KIN)}\.",
        lambda match: _KIN[match[0][:-1]] + "." * (not match.string[match.end() :].strip()),
        INNER_STOP | frozenset(_KIN),
    ),
    Rule(
        "kin",
        (("her g-g-grandfather", "her great-great-grandfather"), ("my gt-grandmother", "my great-grandmother")),
        r"\b(?:(?:g|gt|gr)-){1,5}(?=grand(?:mother|father|son|daughter|parents?|children|child|uncle|aunt|nephew|niece)\b)",
        lambda match: "great-" * match[0].count("-"),
        frozenset("-"),
    ),
)
