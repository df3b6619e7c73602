"""Stammered beginnings of words (W-what, N-n-no), whose letters an engine would spell."""

from __future__ import annotations

import re

from tui_reader.narration.normalization.rule import VOWELLESS, Rule, Sounded, words

_NO_STAMMERS = frozenset(
    words("""
    d-day t-test t-tests t-table t-tube b-ball b-boy b-boys h-hour c-clamp c-clamps c-cup d-dimer
""")
)
"""Words with their first letter before them for another reason."""
_PREFIXES = frozenset(words("no re co de un in pre non bi mid sub pro ex tri"))
_FIRST = {"c": "k", "q": "kw", "x": "z", "ph": "f", "wh": "w", "qu": "kw", "sch": "sk"}
"""First letters whose sound is that of others."""
_SILENT = ("kn", "gn", "wr", "ps", "pn")
"""Beginnings of words of which the first letter is not heard."""
_HARD = frozenset(words("get gets getting give gives given giving girl girls gift gear geese"))
_VOWELS = {"a": Sounded("ah", "a"), "e": Sounded("eh", "E"), "i": Sounded("ih", "I"), "o": Sounded("oh", "oU")}


def _stammer(match: re.Match[str]) -> str | Sounded | None:
    first, word = match["first"].lower(), match["word"].lower()
    if first == word or not word.startswith(first) or first in _PREFIXES or f"{first}-{word}" in _NO_STAMMERS:
        return None
    if word.startswith(("i'", "i’")):
        return None  # I-I'm
    count = match["said"].lower().count(first)
    if first in _VOWELS:
        said, phonemes = _VOWELS[first]
        return Sounded(f"{said}-" * count, f"{phonemes}_" * count)
    return f"{_syllable(first, word)}-" * count


def _cut_off(match: re.Match[str]) -> str | None:
    first, word = match["first"].lower(), match["word"].lower()
    return _syllable(first, word) if word.startswith(first) and first != word else None


def _syllable(first: str, word: str) -> str:
    """What is said for the letters `first` at the beginning of `word`: "wuh" for "w" of "what"."""
    if any(character in "aeiou" for character in first):
        return first if first.endswith("h") else f"{first}h"
    if len(first) == 1 and word.startswith(_SILENT):
        return f"{word[1]}uh"
    if word.startswith("who"):
        return "huh"
    if first in ("c", "g") and word[1:2] in ("e", "i", "y") and word not in _HARD:
        return "suh" if first == "c" else "juh"
    return f"{_FIRST.get(first, first)}uh"


RULES = (
    Rule(
        "stammers",
        (
            ("W-what th-the", "wuh-what thuh-the"),
            ("f-f-fox. N-n-no!", "fuh-fuh-fox. nuh-nuh-no!"),
            ("I-I know, k-know", "I-I know, nuh-know"),
            ("G-G-General", "juh-juh-General"),
            ("I-it is, a-and", "ih-it is, ah-and"),
            ("on D-Day, a T-shirt, no-nonsense", "on D-Day, a T-shirt, no-nonsense"),
        ),
        r"(?<![\w'’-])(?P<said>(?P<first>[A-Za-z]{1,3})-(?:(?i:(?P=first))-){0,5})(?P<word>[A-Za-z]+(?:['’][a-z]+)?)(?![\w-])",
        _stammer,
        frozenset("-"),
    ),
    Rule(
        "stammers",
        (("B... but wh- what", "buh... but wuh- what"), ("Th—that", "thuh — that")),
        r"(?<![\w'’-])(?P<said>(?P<first>[B-DF-HJ-NP-TV-Zb-df-hj-np-tv-z]{1,3}))(?=(?:-\s|--|[—–…]|\.\.\.)\s?(?P<word>[A-Za-z]+))",
        _cut_off,
        VOWELLESS,
    ),
)
