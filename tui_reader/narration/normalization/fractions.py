"""Fractions: in figures and as one sign, marks out of ten, shares, and pairs that are no fractions."""

from __future__ import annotations

import re

from tui_reader.narration.normalization.designations import type_number
from tui_reader.narration.normalization.numbers import cardinal, ordinal, plural
from tui_reader.narration.normalization.rule import SLASHED, Rule, compiled

_PARTS = {2: "half", 4: "quarter"}
_USUAL = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 16, 32, 64, 100})
GLYPHS = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8),
    "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5), "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅐": (1, 7), "⅑": (1, 9),
    "⅒": (1, 10),
}  # fmt: skip
_OF = (
    r"\s?(?:of\b|an?\b|inch|mile|cup|teaspoon|tablespoon|tsp|tbsp|second|sec|ounce|oz|pound|lb|point|majorit|vote"
    r"|hour)"
)
_PART_OF = (
    rf"{_OF}|\s(?:price|speed|cost|size|full|yard|acre|foot|feet|gallon|pint|quart|lit(?:er|re)|kilo|gram|ton|minute"
    r"|day|week|month|year|dozen|mm\b|cm\b|in\.|the\b|his\b|her\b|their\b|its\b)"
)
_MARKS = r"\s(?:stars?|points?|questions?|correct|rating|on\b|would|GPA)"
_ODDS = r"\b(?:[Oo]dds|bookies?|bookmakers?|[Ww]ager(?:s|ed)?)\b|\d/\d+\sfavou?rite\b"
_BETS = r"\b(?:bets?|betting|punters?|jockeys?|racehorses?|tipsters?|fiver|tenner|stakes?|backed|favou?rite|outsider)\b"
_OUTS = r"\b(?:\d+\sovers|wickets?|innings|all out)\b|\d/\d\sdeclared\b"
_PAPER = r"\b(?:NSC|JCS|NIE|SNIE|NSAM|NSDM|NSSM|CIG|SWNCC|SANACC)\s$"
_OLD_MONEY = r"£|\b(?:shillings?|each|bob|crowns?|guineas?|note)\b"
_TIMES = ((2, 2), (2, 4), (3, 4), (4, 4), (6, 8), (9, 8), (12, 8), (3, 8))
_MUSIC = (
    r"\b(?:BWV|Op\.|sonata|waltz|andante|allegro|adagio|fugue|in\s[A-G]\s(?:maj|min)\w*"
    r"|(?:[B-G]|[A-G](?:-flat|-sharp|[#♯♭]))\smaj(?:or|\.))"
)
_MEASURE = r"\s(?:time|beat|meter|metre|rhythm|waltz|march|signature|bar)"


def _fraction(match: re.Match[str]) -> str | None:
    over, under = int(match["over"]), int(match["under"])
    if (over, under) in ((9, 11), (24, 7)):
        return None  # Said by the rules of slashes.
    if match["whole"]:
        return f" and {parts(over, under)}" if 0 < over < under else None
    after = match.string[match.end() : match.end() + 14]
    return _no_fraction(match.string, match.start(), over, under, after) or _part(match, over, under, after)


def _no_fraction(text: str, start: int, over: int, under: int, after: str) -> str | None:
    """What is said for two numbers with a slash that are no part of anything."""
    if compiled(_MEASURE).match(after):
        return f"{cardinal(over)} {cardinal(under)}"
    if not (over < under and compiled(_PART_OF).match(after)) and (said := _of_field(text, start, over, under)):
        return said
    if (over >= 1000 and under < 20) or compiled(_PAPER).search(text, 0, start):
        return f"{type_number(str(over))} slash {under}"  # A number of a paper: "NSC 5412/2".
    if under == 6 and over != 5 and not compiled(_OF).match(after) and compiled(_OLD_MONEY).search(text):
        return f"{cardinal(over)} and six"
    if over + under == 100 or (over == 20 and under >= 20):
        return f"{over} {under}"
    return f"{over} out of {under}" if _is_mark(over, under, after) else None


def _of_field(text: str, start: int, over: int, under: int) -> str | None:
    """What is said for two numbers in a sentence of music, bets or cricket."""
    if (over, under) in _TIMES and compiled(_MUSIC).search(text):
        return f"{cardinal(over)} {cardinal(under)}"
    bet = compiled(r"\bat\s$").search(text, 0, start) and compiled(_BETS).search(text)
    if bet or compiled(_ODDS).search(text):
        return f"{over} to {under}"
    return f"{over} for {under}" if compiled(_OUTS).search(text) else None


def _part(match: re.Match[str], over: int, under: int, after: str) -> str:
    if (over, under) == (1, 2) and compiled(r"\s?an?\s").match(after):
        return "half"
    usual = under in _USUAL or (over == 1 and under > 31) or (over < under and compiled(_OF).match(after))
    if not usual or not 0 < over < 100:
        return f"{over} over {under}"
    with_article = over == 1 and compiled(r"\b[Aa]n?\s$").search(match.string, 0, match.start())
    said = parts(over, under)
    return said.removeprefix("one ") if with_article else said


def _is_mark(over: int, under: int, after: str) -> bool:
    """Whether it is so many points out of ten, a hundred or five."""
    if over > under * 1.5:
        return False
    return bool(compiled(_MARKS).match(after)) if under == 5 else under in (10, 100) and not compiled(_OF).match(after)


def _glyph(match: re.Match[str]) -> str:
    whole = match["close"] is not None or match["apart"] is not None
    is_half = match["glyph"] == "½" and not whole and compiled(r"\s?an?\s").match(match.string, match.end())
    return "half" if is_half else parts(*GLYPHS[match["glyph"]])


def parts(over: int, under: int) -> str:
    """3, 4: "three quarters"; 1, 2: "one half"."""
    part = _PARTS.get(under) or ordinal(under)
    return f"{cardinal(over)} {part if over == 1 else 'halves' if under == 2 else plural(part)}"


RULES = (
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
            ("a 50/50 split", "a 50 50 split"),
            ("bet a fiver at 11/4", "bet a fiver at 11 to 4"),
            ("a 9/10 from me", "a 9 out of 10 from me"),
            ("3/10 of a second", "three tenths of a second"),
            ("1/2 a mile or a 1/4 of it", "half a mile or a quarter of it"),
            ("seats at 7/6 each", "seats at seven and six each"),
            ("NSC 5412/2", "NSC fifty-four twelve slash 2"),
            ("NSC 10/2", "NSC ten slash 2"),
            ("he declared 2/3 of it was over", "he declared two thirds of it was over"),
            ("each had 1/6 of it", "each had one sixth of it"),
            ("at 245/6 in 50 overs", "at 245 for 6 in 50 overs"),
            ("in 3/4 time", "in three four time"),
            ("C major, 4/4, slow", "C major, four four, slow"),
            ("BP 120/80", "BP 120 over 80"),
            ("at 1/250", "at one two hundred fiftieth"),
            ("5/12 of it", "five twelfths of it"),
        ),
        r"(?:(?<=\d)(?P<whole>[\s–\\-])|(?<![\w/.,]))(?P<over>\d{1,4})[/⁄](?P<under>\d{1,4})(?![\w/]|[.,]\d)",
        _fraction,
        SLASHED,
    ),
    Rule(
        "fractions",
        (("fell by 9/10ths", "fell by nine tenths"), ("a 1/4th", "a one quarter")),
        r"(?<![\w/.,])(?P<over>\d{1,2})/(?P<under>\d{1,3})(?:th|rd|nd)s?\b",
        lambda match: parts(int(match["over"]), int(match["under"])) if int(match["under"]) > 1 else None,
        SLASHED,
    ),
    Rule(
        "fractions",
        (
            ("½ of it", "one half of it"),
            ("½ an hour", "half an hour"),
            ("3½", "3 and one half"),
            ("2 ¾", "2 and three quarters"),
            ("the t½ of it", "the t one half of it"),
        ),
        rf"(?:(?P<close>(?<=\d))|(?P<apart>(?<=\d\s))|(?P<letter>(?<=[A-Za-z])))?(?P<glyph>[{''.join(GLYPHS)}])",
        lambda match: (
            (
                " and "
                if match["close"] is not None
                else "and "
                if match["apart"] is not None
                else " " * (match["letter"] is not None)
            )
            + _glyph(match)
        ),
        frozenset(GLYPHS),
    ),
)
