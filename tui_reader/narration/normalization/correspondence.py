"""Short forms of letters and lists: first names (Chas.), dates (5th inst.), closings, to whom it goes."""

from __future__ import annotations

import re

from tui_reader.narration.normalization.rule import Rule, compiled, one_of, without_stop, words

_NAMES = {
    "Wm": "William", "Chas": "Charles", "Geo": "George", "Jas": "James", "Thos": "Thomas", "Robt": "Robert",
    "Jos": "Joseph", "Edw": "Edward", "Benj": "Benjamin", "Jno": "John", "Eliz": "Elizabeth", "Saml": "Samuel",
    "Danl": "Daniel", "Nathl": "Nathaniel", "Richd": "Richard", "Fredk": "Frederick", "Andw": "Andrew",
    "Margt": "Margaret", "Archd": "Archibald", "Alexr": "Alexander", "Patk": "Patrick", "Michl": "Michael",
}  # fmt: skip
"""Short forms of first names."""
_SICK = (
    r"well\b(?!\s(?:taken|made))|ill\b|sick|den(?:ies|ied)\b|pain|fever|admitted|discharge|surg|dos(?:e|age)|m[cg]g?\b|BP\b"
    r"|symptom|diagnos|hospital|clinic|nurse|doctor|ward\b|blood|stable\b|complain|allerg|treat|medic|therap|chest|wound"
    r"|infect|vital|cough|ambulat|alert\b|orient|breath|year-old|tolerat|sedat|ventilat|x-ray|tumou?r|cancer"
)
"""Beginnings of words that a patient's record has: elsewhere "the pt." is a point."""
_WORDS = {
    "attn": "attention", "inst": "instant", "ult": "ultimo", "prox": "proximo", "pt": "patient", "pts": "patients",
    "yrs": "yours",
}  # fmt: skip


def _short_form(match: re.Match[str]) -> str | None:
    word = match[0].rstrip(".")
    if word in ("pt", "pts") and not compiled(rf"\b(?i:{_SICK})").search(match.string):
        return None
    said = _WORDS.get(word.lower()) or f"{word[0]}our{' most' * ('most' in word)} obedient servant"
    said = said.capitalize() if word[0].isupper() else said
    return without_stop(said, match) if match[0].endswith(".") else said


def _name(match: re.Match[str]) -> str:
    said = _NAMES[match[0].rstrip(".")]
    return without_stop(said, match) if match[0].endswith(".") else said


RULES = (
    Rule(
        "first names",
        (
            ("Chas., Geo. and Thos. left", "Charles, George and Thomas left"),
            ("Wm Bell and Wm.", "William Bell and William."),
        ),
        rf"\b(?:{one_of(_NAMES)}\.|(?:Wm|Chas|Thos)(?=\s[A-Z][a-z]))",
        _name,
        frozenset(map(str.lower, _NAMES)),
    ),
    Rule(
        "short forms",
        (
            ("Attn: Mr. Ball", "Attention: Mister Ball"),
            ("yours of the 5th inst. came", "yours of the 5th instant came"),
            ("I remain yr. obt. servt.", "I remain your obedient servant."),
            ("Yrs. truly, Bell", "Yours truly, Bell"),
            ("the pt. is well, pt. 2", "the patient is well, part 2"),
            ("the pt. of no return, the pts. are up", "the pt. of no return, the pts. are up"),
        ),
        r"\b(?:[Aa]ttn(?=:)|(?:(?<=\dst\s)|(?<=\dnd\s)|(?<=\drd\s)|(?<=\dth\s)|(?<=\dd\s))(?:inst|ult|prox)\."
        r"|[Yy](?:ou)?r\.?\s(?:most\s)?obe?d?t\.?\sserv?t\b\.?|(?<=[Tt]he\s)pts?\.(?=\s[a-z])(?!\sof\b)"
        r"|Yrs\.?(?=\s(?:ever|faithfully|most|respectfully|sincerely|truly|very|affectionately)\b))",
        _short_form,
        frozenset(words("attn inst ult prox obt obdt obedt pt pts yrs")),
    ),
)
