"""Short forms of letters and lists: first names (Chas.), dates (5th inst.), closings, to whom it goes."""

from __future__ import annotations

import re

from tui_reader.narration.normalization.rule import Rule, one_of, without_stop, words

_NAMES = {
    "Wm": "William", "Chas": "Charles", "Geo": "George", "Jas": "James", "Thos": "Thomas", "Robt": "Robert",
    "Jos": "Joseph", "Edw": "Edward", "Benj": "Benjamin", "Jno": "John", "Eliz": "Elizabeth", "Saml": "Samuel",
    "Danl": "Daniel", "Nathl": "Nathaniel", "Richd": "Richard", "Fredk": "Frederick", "Andw": "Andrew",
    "Margt": "Margaret", "Archd": "Archibald", "Alexr": "Alexander", "Patk": "Patrick", "Michl": "Michael",
}  # fmt: skip
"""Short forms of first names."""
_WORDS = {
    "attn": "attention", "inst": "instant", "ult": "ultimo", "prox": "proximo", "pt": "patient", "pts": "patients",
    "yrs": "yours",
}  # fmt: skip


def _short_form(match: re.Match[str]) -> str:
    word = match[0].rstrip(".")
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
        ),
        r"\b(?:[Aa]ttn(?=:)|(?:(?<=\dst\s)|(?<=\dnd\s)|(?<=\drd\s)|(?<=\dth\s)|(?<=\dd\s))(?:inst|ult|prox)\."
        r"|[Yy](?:ou)?r\.?\s(?:most\s)?obe?d?t\.?\sserv?t\b\.?|(?<=[Tt]he\s)pts?\.(?=\s[a-z])"
        r"|Yrs\.?(?=\s(?:ever|faithfully|most|respectfully|sincerely|truly|very|affectionately)\b))",
        _short_form,
        frozenset(words("attn inst ult prox obt obdt obedt pt pts yrs")),
    ),
)
