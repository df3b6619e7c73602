"""Designations of letters and a number: aircraft, missiles, ships, committees."""

from __future__ import annotations

import re

from tui_reader.narration.normalization.numbers import cardinal, pair, plural, year
from tui_reader.narration.normalization.rule import DIGITS, Rule

_WORDS = {
    "MiG": "mig",
    "MIG": "mig",
    "Mig": "mig",
    "Yak": "yak",
    "YAK": "yak",
    "SAM": "sam",
    "SALT": "salt",
    "COVID": "covid",
}
"""Letters that are said as a word."""
_SPELLED = ("Il", "Tu", "Mi", "An", "Su", "Ka", "Be")
"""Names of Soviet manufacturers, which are spelled although they have small letters."""


def letters(capitals: str) -> str:
    """Capitals written so that an engine spells them anywhere, and never takes A for the article."""
    return "eh" if capitals == "A" else ".".join(capitals.upper())


def type_number(figures: str) -> str:
    """28: "twenty-eight"; 104: "one oh four"; 130: "one thirty"; 1151: "eleven fifty-one"; longer ones as they are."""
    number = int(figures)
    if figures.startswith("0") or len(figures) > 4:
        return figures
    if len(figures) == 4:
        return year(number)
    if number < 100 or number % 100 == 0:
        return cardinal(number)
    return f"{cardinal(number // 100)} {pair(number % 100)}"


def _designation(match: re.Match[str]) -> str | None:
    name, figures, suffix = match["name"], match["figures"], match["suffix"] or ""
    head = _WORDS.get(name)
    if head is None:
        if not name.isupper() and name not in _SPELLED:
            return None
        head = letters(name)
    if match["middle"]:
        head += f" {letters(match['middle'])}"
    said = f"{head} {type_number(figures)}"
    if suffix == "s":
        return plural(said)
    many = "'s" if suffix.endswith("s") else ""
    return f"{said} {letters(suffix.rstrip('s'))}{many}" if suffix else said


RULES = (
    Rule(
        "designations",
        (
            ("the IL-28 bombers", "the I.L twenty-eight bombers"),
            ("the U-2 flights", "the U two flights"),
            ("the SA-2 sites", "the S.A two sites"),
            ("two B-52s", "two B fifty-twos"),
            ("a C-130 and an F-104", "a C one thirty and an F one oh four"),
            ("MiG-21s", "mig twenty-ones"),
            ("an A-4", "an eh four"),
            ("an F-4C", "an F four C"),
            ("NSC-68", "N.S.C sixty-eight"),
            ("SS-N-6 missiles", "S.S N six missiles"),
            ("LST-1156", "L.S.T eleven fifty-six"),
            ("Chapter-2", "Chapter-2"),
        ),
        r"(?<![\w/.-])(?P<name>[A-Z]{1,5}|[A-Z][a-z]{1,2}|MiG)(?:[-–](?P<middle>[A-Z]))?[-–](?P<figures>\d{1,4})(?P<suffix>[A-Z]?s?)(?![\w/]|[-–.,]\d)",
        _designation,
        DIGITS,
    ),
    Rule(
        "designations",
        (("the M1151, and", "the M eleven fifty-one, and"), ("an F104", "an F one oh four"), ("the G7", "the G7")),
        r"(?<![\w.-])(?P<name>[A-Z]{1,4})(?P<figures>[1-9]\d{2,3})(?P<middle>)(?P<suffix>)(?![\w.-])",
        _designation,
        DIGITS,
    ),
    Rule(
        "designations",
        (("Pan Am Flight 103", "Pan Am Flight one oh three"), ("a Boeing 747", "a Boeing seven forty-seven")),
        r"\b(?:[Ff]light|Boeing|Route|Highway|Room|Airbus)\s(?P<said>[1-9]\d{2})(?![\w,]|\.\d)",
        lambda match: type_number(match["said"]),
        DIGITS,
    ),
)
