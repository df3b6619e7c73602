"""Words that are printed alike and said in two ways (read, lead, wound), told apart by the words around them."""

from __future__ import annotations

import re

from tui_reader.narration.normalization.homograph_table import READINGS
from tui_reader.narration.normalization.rule import Rule, Sounded, compiled, one_of

_REACH = 40
"""Characters before a word that are looked at."""


def _reading(match: re.Match[str]) -> str | Sounded | None:
    word, text = match[0], match.string
    before = text[max(0, match.start() - _REACH) : match.start()]
    for reading in READINGS.get(word) or READINGS.get(word.lower(), ()):
        behind = not reading.before or compiled(f"(?:{reading.before})$").search(before)
        if behind and (not reading.after or compiled(reading.after).match(text, match.end())):
            return reading.said
    return None


RULES = (
    Rule(
        "homographs",
        (
            ("I read the letter", "I red the letter"),
            ("I read it daily", "I read it daily"),
            ("Please close the door", "Please kloze the door"),
            ("a close call", "a close call"),
            ("a lead pipe", "a led pipe"),
        ),
        rf"(?<![\w’'-])(?:(?i:{one_of(word for word in READINGS if word.islower())})|Polish)(?![\w’'])",
        _reading,
        frozenset(map(str.lower, READINGS)),
    ),
)
