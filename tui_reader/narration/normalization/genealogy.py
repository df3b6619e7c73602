"""Lives in a line, as genealogies, registers and biographies print them: b. 1832, m. 1855, d. 3 Mar 1901."""

from __future__ import annotations

import re

from tui_reader.narration.normalization.places import STATES
from tui_reader.narration.normalization.rule import INNER_STOP, Rule, compiled, one_of

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

_EVENT = (
    rf"(?:^|(?<=[\s(;]))(?<!\d\s)(?<!\d(?:st|nd|rd|th)\s)(?P<said>(?:[bdm]|bap|[Bb]apt|chr|[Bb]ur|fl|marr)\.(?:\s(?P<state>{one_of(STATES)})\.)?)"
    rf"(?(state)|(?=\s?{_DATE}|\s(?:(?:in|at|on)\s[A-Z\d]|(?:intestate|testate|unmarried|unm|young|aged|without)\b)))"
)


def _event(match: re.Match[str]) -> str | None:
    short = match["said"].partition(".")[0].lower()
    first = compiled(_EVENT).search(match.string)
    if len(short) == 1 and (first is None or not _is_of_somebody(match, first)):
        return None
    said = _EVENTS[short]
    if match["state"]:
        said += f" {STATES[match['state']]}"
    said += " " * match.string[match.end() : match.end() + 1].isdigit()
    return said.capitalize() if match["said"][0].isupper() else said


def _is_of_somebody(match: re.Match[str], first: re.Match[str]) -> bool:
    """Whether a letter tells of a life and is none of a list: "a. in Paris, b. in London", "paragraph d."."""
    text = match.string
    if compiled(_LISTED).search(text):
        return False
    if match.start() > first.start() and not _is_of_somebody(first, first):
        return False
    before = text[: match.start()]
    if match.start() > first.start() and compiled(r"(?:[,;(]\s?|\b(?:and|was|were|then|[Hh]e|[Ss]he)\s)$").search(
        before
    ):
        return True
    if not before.strip() or before.endswith("("):
        return compiled(_ENTRY if before.strip() == "" else _DATE).match(text, match.end() + 1) is not None
    return compiled(_SOMEBODY).search(before) is not None and not compiled(_LETTERED).search(before)


_LISTED = r"(?:^|[,;:(]\s?|\b(?:and|or|to|are|is)\s)[ace]\.\s(?!(?<=,\sc\.\s)1\d{3})"
"""The letter of an item that is no event of a life."""
_LETTERED = (
    r"\b(?i:items?|para(?:graph|\.)s?|sections?|sec\.|parts?|points?|plan|vitamin|option|class|type|group|grade"
    r"|exhibit|clause|rule|act|articles?|questions?|answers?|choices?|steps?|notes?|letters?|hepatitis|schedule|appendix"
    r"|chapters?|sub\w+|apt\.|apartment|flat|suite|unit|gate|row|seat|room)\s$"
)
"""What has a letter for its name."""
_ENTRY = rf"\d{{1,2}}\s{_MONTH}|{_MONTH}\s\d|[^;,]{{4,40}}[;,]\s[bdm]\.\s"
"""Behind the letter that begins an entry of a register: a whole date or another event."""
_SOMEBODY = (
    r"(?:\b(?!(?:The|A|An|This|That|It|In|At|On|See|Read|Yes|No|And|But|So|Or|If|Go)\s)[A-Z][\w.’'-]*[,)]?\s\(?"
    r"|\b(?:[Hh]e|[Ss]he|[Ww]ho|[Tt]hey|I)\s(?:(?:was|were|had)\s)?|[A-Z][\w.’'-]*\s(?:was|were|had)\s"
    r"|^[A-Z][\w.’'-]*\s[A-Z][\w.’'-]*[,\s][^:;?!]{0,50},\s\(?"
    r"|\d{4}\)\s|\b(?:son|daughter|dau\.|wife|husband|child|children|brother|bro\.|sister|widow|twins?|infant),?\s\(?)$"
)
"""Who was born: a name or what stands for it."""

RULES = (
    Rule(
        "events of a life",
        (
            (
                "He was b. 12 Jan 1832, m. 1855",
                "He was born the twelfth of January eighteen thirty-two, married eighteen fifty-five",
            ),
            ("(b. 1920, d. 1980)", "(born nineteen twenty, died nineteen eighty)"),
            (
                "John Hall, farmer, d. 1901, was b. in Cork",
                "John Hall, farmer, died nineteen oh one, was born in Cork",
            ),
            ("Geo. Hall d. intestate", "George Hall died intestate"),
            ("the 12th fl. at 5 Elm St.", "the 12th floor at 5 Elm Street."),
            (
                "Ann, bapt. 2 Feb. 1699, d. in Cork",
                "Ann, baptized the second of February sixteen ninety-nine, died in Cork",
            ),
            (
                "Smith (b. 1832; d. 1901), m. c. 1855",
                "Smith (born eighteen thirty-two; died nineteen oh one), married about eighteen fifty-five",
            ),
            ("a. in Paris, b. in London, c. in Rome", "a. in Paris, b. in London, c. in Rome"),
            (
                "The choices: b. 1832; c. 1833; d. 1901.",
                "The choices: b. eighteen thirty-two; c. eighteen thirty-three; d. nineteen oh one.",
            ),
            (
                "Read paragraph d. at Rome; he ran m. in 1855",
                "Read paragraph d. at Rome; he ran m. in eighteen fifty-five",
            ),
            (
                "John, b. Va., fl. 1580, he is 6 m. in it",
                "John, born Virginia, flourished fifteen eighty, he is 6 meters in it",
            ),
        ),
        _EVENT,
        _event,
        INNER_STOP,
    ),
    Rule(
        "kin",
        (
            ("Eliz. dau. of John", "Elizabeth daughter of John"),
            ("with 3 bros.", "with 3 brothers."),
            ("his bro. on", "his brother on"),
            ("Hey bro.", "Hey bro."),
        ),
        rf"(?<=[\s,])(?:{one_of(_KIN.keys() - {'bro', 'bros'})}\.(?=\s(?:of|and|to)\b|\s[A-Z]|[,;)]|\s*$)"
        r"|bros?\.(?=\sof\s[A-Z])|(?<=\d\s)bros\.)"
        rf"|(?:(?<=\b[Hh]is\s)|(?<=\b[Hh]er\s)|(?<=\b[Mm]y\s)|(?<=\b[Tt]heir\s)){one_of(_KIN)}\.(?=[,;)]?\s*[a-z])",
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
