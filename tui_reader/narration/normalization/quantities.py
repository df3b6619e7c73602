"""Quantities: money, ranges, fractions, numbers with a sign."""

from __future__ import annotations

import re

from tui_reader.narration.normalization.numbers import cardinal, ordinal, plural
from tui_reader.narration.normalization.rule import DIGITS, Rule, one_of

_SIGNS = {"$": ("dollar", "cent"), "£": ("pound", "penny"), "€": ("euro", "cent")}
_SCALES = {
    "K": "thousand",
    "k": "thousand",
    "M": "million",
    "m": "million",
    "bn": "billion",
    "B": "billion",
    "T": "trillion",
}
_SCALE = rf"(?:[\s-](?:hundred|thousand|million|billion|trillion)\b|{one_of(_SCALES)}\b)"
_PARTS = {2: "half", 3: "third", 4: "quarter", 5: "fifth", 6: "sixth", 8: "eighth", 10: "tenth", 16: "sixteenth"}
_GLYPHS = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8),
}  # fmt: skip


def _money(match: re.Match[str]) -> str:
    unit, small = _SIGNS[match["sign"]]
    unit = f"U.S {unit}" if match["us"] else unit
    amount, cents, scale = match["amount"], match["cents"], match["scale"] or ""
    scale = f" {_SCALES[scale]}" if scale in _SCALES else scale.replace("-", " ")
    figures = f"{amount}.{cents}" if cents else amount
    if match["to"]:
        return f"{figures}{scale} to "
    if match["upto"]:
        return f"{figures} to {match['upto']}{scale} {unit}s"
    each = "" if match["one"] else "s"
    if scale or (cents and len(cents) != 2):
        return f"{figures}{scale} {unit}{each}"
    said = f"{amount} {unit}" + ("" if amount == "1" else each)
    if not cents or cents == "00":
        return said
    many = "pence" if small == "penny" else f"{small}s"
    change = f"{int(cents)} {small if int(cents) == 1 else many}"
    return change if amount == "0" else f"{said} and {change}"


def _range(match: re.Match[str]) -> str | None:
    left, right = match["left"], match["right"]
    if left == right:
        return " "
    if len(right) <= len(left) or int(left) < int(right):
        return " to "
    return None


_NOT_DIVIDED = {(9, 11), (24, 7), (20, 20)}
"""Fractions that the rules of slashes say better."""


def _fraction(match: re.Match[str]) -> str | None:
    over, under = int(match["over"]), int(match["under"])
    if under not in _PARTS or over == 0 or len(match["over"]) > 2:
        return None if (over, under) in _NOT_DIVIDED else f"{over} over {under}"
    said = parts(over, under)
    return f" and {said}" if match["whole"] else said


def parts(over: int, under: int) -> str:
    """3, 4: "three quarters"; 1, 2: "one half"."""
    part = _PARTS.get(under) or ordinal(under)
    return f"{cardinal(over)} {part if over == 1 else 'halves' if under == 2 else plural(part)}"


RULES = (
    Rule(
        "money",
        (
            ("$5 million", "5 million dollars"),
            ("$1.2 billion", "1.2 billion dollars"),
            ("$1,000", "1,000 dollars"),
            ("$1", "1 dollar"),
            ("$5.50", "5 dollars and 50 cents"),
            ("$0.05", "5 cents"),
            ("$5.00", "5 dollars"),
            ("£3.20", "3 pounds and 20 pence"),
            ("US$40", "40 U.S dollars"),
            ("$5-$6 million", "5 to 6 million dollars"),
            ("$5–6 million", "5 to 6 million dollars"),
            ("a $5 million loan", "a 5 million dollar loan"),
            ("$1.4-billion", "1.4 billion dollars"),
            ("$5M or $2bn", "5 million dollars or 2 billion dollars"),
        ),
        r"(?P<one>\b(?:[Aa]n?|[Tt]h[ai]t|[Tt]his|[Ee]ach|[Aa]nother)\s)?(?<![\w$])(?P<said>(?P<us>US\s?)?(?P<sign>[$£€])\s?(?P<amount>\d[\d,]*(?<!,))(?:\.(?P<cents>\d+))?"
        r"(?:[-–](?P<upto>\d+(?:[.,]\d+)*))?"
        rf"(?P<scale>{_SCALE})?(?:(?P<to>[-–])(?=[$£€]\d))?)",
        _money,
        frozenset(_SIGNS),
    ),
    Rule(
        "numbers of many parts",
        (
            ("Public Law 104-132", "Public Law 104 132"),
            ("P.L. 89-10", "P.L 89 10"),
            ("NSC 68-2", "NSC 68 2"),
        ),
        r"(?:\bLaw|\bP\.\s?L\.|\bNIE|\bNSC|\bNSAM|\bOrder|\bDocument|\bZone)\s\d{1,5}(?P<said>[-–])(?=\d{1,5}(?![-–\d]))",
        " ",
        DIGITS,
    ),
    Rule(
        "numbers of many parts",
        (("1-2-3", "1 2 3"), ("NIE 11-8-62", "N.I.E 11 8 62")),
        r"(?<![\w./:–-])\d{1,4}(?:[-–]\d{1,4}){2,}(?![\w/–-]|[.,]\d)",
        lambda match: re.sub("[-–]", " ", match[0]),
        DIGITS,
    ),
    Rule(
        "numbers in groups",
        (
            ("1 000 000 tons", "1000000 tons"),
            ("5 000 men", "5000 men"),
            ("in 1962 300 men", "in nineteen sixty-two 300 men"),
        ),
        r"(?<![\w.,-])[1-9]\d{0,2}(?:(?:[\u00a0\u2009\u202f]\d{3})+|(?: \d{3}){2,}| 000)(?![\w]|[.,]\d)",
        lambda match: re.sub(r"\s", "", match[0]),
        DIGITS,
    ),
    Rule(
        "ranges",
        (
            ("pages 3-5", "pages 3 to 5"),
            ("items 12–14", "items 12 to 14"),
            ("123-5", "123 to 5"),
            ("a vote of 52-48", "a vote of 52 to 48"),
            ("a 50-50 chance", "a 50 50 chance"),
            ("a ratio of 3:4", "a ratio of 3 to 4"),
        ),
        r"(?<![\w./:-])(?:\d{1,3},)*(?P<left>\d{1,4})(?P<said>[-–])(?=(?P<right>\d{1,4})(?![\w/:]|[-–.]\d))",
        _range,
        DIGITS,
    ),
    Rule(
        "ranges",
        (("3:4", "3 to 4"), ("4:15", "4:15")),
        r"(?<![\w.,:/])\d{1,3}(?P<said>:)(?=\d(?![\w:]|[.,]\d))",
        " to ",
        DIGITS,
    ),
    Rule(
        "fractions",
        (
            ("1/2 of it", "one half of it"),
            ("3/4", "three quarters"),
            ("3 1/2", "3 and one half"),
            ("18–1/2", "18 and one half"),
            ("the past 3\\1/2\\ years", "the past 3 and one half years"),
            ("4/3 or 3/2", "four thirds or three halves"),
            ("400/9", "400 over 9"),
            ("9/11", "nine eleven"),
        ),
        r"(?:(?<=\d)(?P<whole>[\s–\\-])|(?<![\w/.,]))(?P<over>\d{1,4})/(?P<under>\d{1,2})(?![\w/]|[.,]\d)",
        _fraction,
        DIGITS,
    ),
    Rule(
        "fractions",
        (("½ of it", "one half of it"), ("3½", "3 and one half"), ("2 ¾", "2 and three quarters")),
        r"(?:(?P<close>(?<=\d))|(?P<apart>(?<=\d\s)))?(?P<glyph>[½⅓⅔¼¾⅛⅜⅝⅞])",
        lambda match: (
            (" and " if match["close"] is not None else "and " if match["apart"] is not None else "")
            + parts(*_GLYPHS[match["glyph"]])
        ),
        frozenset(_GLYPHS),
    ),
    Rule(
        "numbers",
        (("#5", "number 5"), ("No. 5", "number 5"), ("Nos. 3 and 4", "numbers 3 and 4"), ("No.", "No.")),
        r"(?:(?<![\w&\"'=])#(?=\d{1,5}\b)|\b[Nn]os?\.\s?(?=\d))",
        lambda match: "numbers " if match[0][1:2] == "o" and match[0][2:3] == "s" else "number ",
        DIGITS,
    ),
)
