"""Designations of letters and a number: aircraft, missiles, ships, committees."""

from __future__ import annotations

import re

from tui_reader.narration.normalization.numbers import cardinal, pair, plural, year
from tui_reader.narration.normalization.rule import CAPITALS, DASHED, GLUED, Rule, words

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
_SPELLED = ("Il", "Tu", "Mi", "An", "Su", "Ka", "Be", "Pu", "Sr", "Cs", "Co", "Tc", "Am", "Ra", "Th", "He", "Po")
"""Soviet manufacturers and chemical elements, which are spelled although they have small letters."""


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
    said = f"A-{type_number(figures)}" if name == "A" and not match["middle"] else f"{head} {type_number(figures)}"
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
            ("an A-4", "an A-four"),
            ("an F-4C", "an F four C"),
            ("NSC-68", "N.S.C sixty-eight"),
            ("SS-N-6 missiles", "S.S N six missiles"),
            ("LST-1156", "L.S.T eleven fifty-six"),
            ("Chapter-2", "Chapter-2"),
        ),
        r"(?<![\w/.-])(?P<name>[A-Z]{1,5}|[A-Z][a-z]{1,2}|MiG)(?:[-–](?P<middle>[A-Z]))?[-–](?P<figures>\d{1,4})(?P<suffix>[A-Z]?s?)(?![\w/]|[-–.,]\d)",
        _designation,
        DASHED,
    ),
    Rule(
        "designations",
        (("the M1151, and", "the M eleven fifty-one, and"), ("an F104", "an F one oh four"), ("the G7", "the G7")),
        r"(?<![\w.-])(?P<name>[A-Z]{1,4})(?P<figures>[1-9]\d{2,3})(?P<middle>)(?P<suffix>)(?![\w.-])",
        _designation,
        GLUED,
    ),
    Rule(
        "designations",
        (
            ("Pan Am Flight 103", "Pan Am Flight one oh three"),
            ("a Boeing 747", "a Boeing seven forty-seven"),
            ("in room 404 of", "in room four oh four of"),
            ("flight 1549", "flight fifteen forty-nine"),
            ("a 404 error", "a four oh four error"),
        ),
        r"\b(?:(?i:flight|route|highway|hwy\.|rte\.|room|rm\.|apartment|apt\.|suite|ste\.|interstate|bus|error|http|status|gate|locker)|Boeing|Airbus|Porsche|RTX|GTX|RFC|Form)"
        r"\s(?P<said>[1-9]\d{2,3})(?![\w,%]|\.\d|\s(?:people|miles|men|years|points)\b)",
        lambda match: type_number(match["said"]),
        frozenset(
            words("""
            flight route highway hwy rte room rm apartment apt suite ste interstate bus error http status gate
            locker boeing airbus porsche rtx gtx rfc form
            """)
        ),
    ),
    Rule(
        "designations",
        (("a 404 error", "a four oh four error"), ("the 747 flew", "the seven forty-seven flew")),
        r"(?<![\w.,$£€-])(?:[45]0\d(?=\s(?:error|page|response|status)s?\b)|7[0-8]7(?=s?\s(?:[a-z]+\s)?(?:flew|jet|jets|airliner|plane|landed|crash|crashed|pilot|took)\b))(?![\w,]|\.\d)",
        lambda match: type_number(match[0]),
        frozenset(
            words("""
            error errors page pages response responses status flew jet jets airliner plane landed crash crashed
            pilot took
            """)
        ),
    ),
    Rule(
        "designations",
        (("his 401(k) plan", "his four oh one K plan"), ("a 501(c)(3)", "a five oh one C three")),
        r"(?<![\w.,])(?P<figures>40[13]|50[01]|529)\((?P<letter>[a-k])\)(?:\((?P<number>\d{1,2})\))?",
        lambda match: (
            f"{type_number(match['figures'])} {match['letter'].upper()}"
            + (f" {cardinal(int(match['number']))}" if match["number"] else "")
        ),
        frozenset("("),
    ),
    Rule(
        "designations",
        (("a Mk 28 bomb", "a Mark 28 bomb"), ("the Mk. IV", "the Mark four")),
        r"\b(?:M[Kk]|(?<=gas\s)mk)\.?\s?(?=\d|[IVX]+\b)",
        "Mark ",
        frozenset(("mk",)),
    ),
    Rule(
        "designations",
        (("In WWII and WW1", "In World War two and World War one"),),
        r"\bWW(?P<number>I{1,3}|[123])\b",
        lambda match: (
            f"World War {cardinal(int(match['number']) if match['number'].isdigit() else len(match['number']))}"
        ),
        CAPITALS,
    ),
)
