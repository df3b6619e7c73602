"""Words in capitals: those that are spelled where an engine would say them as a word, and the other way round.

Acronyms that are said as words are in the lexicon where an engine does not know them.
"""

from __future__ import annotations

import re

from tui_reader.narration.normalization.capital_words import (
    LEFT,
    NAMES,
    SAYABLE,
    SPELLED,
    SPELLED_BEHIND_ARTICLE,
    WORDS,
)
from tui_reader.narration.normalization.rule import CAPITALS, Rule, compiled

_ARTICLE = r"(?i:\b(?:the|an?|my|your|his|her|our|their|this|in|of|for|from|with|by|and))\s$"
_COUNTRY = (
    r"\s(?:ARMY|NAVY|AIR|FORCES?|GOVERNMENT|SENATE|SENATORS?|HOUSE|CONGRESS|DOLLARS?|PRESIDENTS?|TROOPS|MARINES?|EMBASSY"
    r"|AMBASSADOR|CITIZENS?|ECONOMY|STATES?|SUPREME|ATTORNEYS?|SECRETARY|DEPARTMENT|TREASURY|POLICY|AND\sUK)\b"
)
_HEADED = r"\s(?!TOO\b|ALL\b|BOTH\b|AND\b|OR\b|GUYS\b|KIDS\b|WOMEN\b|MEN\b|FOLKS\b)[A-Z]{2,}"
"""Behind "US" at the start of a heading."""
_COMPUTING = (
    r"\s(?:departments?|support|staff|guys?|teams?|managers?|systems?|compan(?:y|ies)|industry|security|budgets?|jobs?|people"
    r"|consultants?|services?|infrastructure|projects?|skills|directors?|sector)\b"
)


def _said(match: re.Match[str]) -> str | None:
    name, many = match["name"], match["many"]
    among_capitals = _among_capitals(match)
    if name == "US":
        return "us" if among_capitals and not _is_country(match) else None
    if name == "IT":
        return None if _is_computing(match, among_capitals) else "it"
    if name in SPELLED and not (many and among_capitals):
        return _spelled(name, many)
    if among_capitals:
        return _as_word(match)
    if name in SPELLED_BEHIND_ARTICLE and compiled(_ARTICLE).search(match.string[: match.start()]):
        return _spelled(name, many)
    if name in WORDS:
        return name.lower() + (many or "")
    return name.capitalize() + (many or "") if name in NAMES else None


def _as_word(match: re.Match[str]) -> str | None:
    """A short word of a line set in capitals: in small letters, for the engine may spell it where others are not."""
    name = match["name"]
    if len(name) > 3 or not set("AEIOUY") & set(name):
        return None
    if name in WORDS or name in ("AM", "MA", "PA", "AD", "RE", "EX", "AID"):
        return None if name == "AM" and match.string[: match.start()].rstrip()[-1:].isdigit() else name.lower()
    return None if name in LEFT else name.capitalize()


def _guessed(match: re.Match[str]) -> str | None:
    """Capitals among small letters that are no known word: letters, if they are few or nobody could say them."""
    name = match["name"]
    if name in LEFT or len(name) > 5 or not set("AEIOUY") & set(name) or set(name) <= set("IVX"):
        return None
    if _among_capitals(match):
        return None
    return _spelled(name, match["many"]) if len(name) < 4 or not compiled(SAYABLE).fullmatch(name) else None


def _spelled(name: str, many: str | None) -> str:
    return ".".join(name) + ("'s" if many else "")


def _among_capitals(match: re.Match[str]) -> bool:
    """Whether the words around it are set in capitals too."""
    text = match.string
    words = compiled(r"[^\W\d_][^\W\d_]+").findall(text)
    if len(words) > 1 and not any(word[-1].islower() for word in words):
        return any(word.isupper() and _is_word(word) for word in words if word != match["name"])
    before = compiled(r"(?<![\w’'])([A-Z]{2,})(?:\s-)?\s$").search(text[max(0, match.start() - 30) : match.start()])
    after = compiled(r"(?:(?:\s-)?\s|-)([A-Z]{2,})(?:['’]S)?(?![\w’'])").match(text, match.end())
    return any(found is not None and _is_word(found[1]) for found in (before, after))


def _is_word(word: str) -> bool:
    return word in WORDS or (len(word) > 3 and word not in SPELLED and compiled(SAYABLE).fullmatch(word) is not None)


def _is_country(match: re.Match[str]) -> bool:
    before = match.string[: match.start()]
    if not before.strip(" .:0123456789IVX") and compiled(_HEADED).match(match.string, match.end()):
        return True
    return before.endswith(("THE ", "A ")) or compiled(_COUNTRY).match(match.string, match.end()) is not None


def _is_computing(match: re.Match[str], among_capitals: bool) -> bool:
    """Whether IT is information technology."""
    pattern = f"(?i:{_COMPUTING})" if among_capitals else _COMPUTING
    if compiled(pattern).match(match.string, match.end()):
        return True
    return not among_capitals and compiled(_ARTICLE).search(match.string[: match.start()]) is not None


_CAPITALS = r"(?<![\w.’'/&-])(?P<name>[A-Z]{2,6})(?P<many>s)?(?![\w/&]|\.\w|[’'][A-Z]|-\d)"

RULES = (
    Rule(
        "acronyms",
        (
            ("the PLO, and", "the P.L.O, and"),
            ("the ACLU and ATF", "the A.C.L.U and A.T.F"),
            ("NATO and OPEC met", "NATO and OPEC met"),
            ("with COPD at the NCAA", "with C.O.P.D at the N.C.A.A"),
            ("CUT TO UNA", "cut to Una"),
            ("NSC and BMX", "NSC and BMX"),
            ("BOB walks", "Bob walks"),
            ("I said NO, it is BIG", "I said NO, it is big"),
            ("LET US DO IT FOR US", "let us DO it FOR us"),
            ("III. US INTERESTS", "three. US INTERESTS"),
            ("upsets VON CASTRO'S chair, the NON-EXISTENCE OF", "upsets Von CASTRO'S chair, the non-EXISTENCE OF"),
            ("all of it in the US", "all of it in the US"),
            ("the IT department, do IT", "the IT department, do it"),
            ("the WHO met, WHO did it", "the W.H.O met, WHO did it"),
        ),
        _CAPITALS,
        _said,
        CAPITALS,
    ),
)
GUESSES = (
    Rule(
        "acronyms",
        (
            ("an MOU with", "an M.O.U with"),
            ("IEDs kill", "I.E.D's kill"),
            ("the OTPQR and OTEPA", "the O.T.P.Q.R and OTEPA"),
        ),
        _CAPITALS,
        _guessed,
        CAPITALS,
    ),
)
"""For words that no lexicon has."""
