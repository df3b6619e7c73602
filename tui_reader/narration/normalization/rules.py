"""All rules of normalizing, in the order in which they may take characters."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from tui_reader.narration.normalization import (
    abbreviations,
    acronyms,
    bracketed_remarks,
    degrees,
    designations,
    elisions,
    emoticons,
    fractions,
    homographs,
    interjections,
    maths,
    money,
    ranges,
    rare_letters,
    roman_numerals,
    slashes,
    spoken_dates,
    spoken_days,
    spoken_times,
    stammers,
    symbols,
    telephone_numbers,
    units,
    versions,
    web_addresses,
)
from tui_reader.narration.normalization.rule import Rule

RULES = (
    *web_addresses.RULES,
    *bracketed_remarks.RULES,
    *emoticons.RULES,
    *money.RULES,
    *telephone_numbers.RULES,
    *spoken_days.RULES,
    *spoken_dates.RULES,
    *spoken_times.RULES,
    *units.RULES,
    *degrees.RULES,
    *versions.RULES,
    *fractions.RULES,
    *maths.RULES,
    *ranges.RULES,
    *designations.RULES,
    *roman_numerals.RULES,
    *slashes.RULES,
    *abbreviations.RULES,
    *stammers.RULES,
    *elisions.RULES,
    *interjections.RULES,
    *homographs.RULES,
    *symbols.RULES,
    *acronyms.RULES,
)
"""Of English, before the program's lexicon."""
LATE_RULES = (*acronyms.GUESSES, *rare_letters.RULES)
"""Of English, for words that no lexicon has."""
_SIGNS = frozenset[str]().union(*(rule.needs for rule in (*RULES, *LATE_RULES)))


def rules_for(text: str) -> tuple[Sequence[Rule], Sequence[Rule]]:
    """Of RULES and of LATE_RULES those that may find something in `text`: few for a sentence of plain words."""
    return _rules_for(_SIGNS.intersection(text))


@lru_cache(maxsize=4096)
def _rules_for(signs: frozenset[str]) -> tuple[Sequence[Rule], Sequence[Rule]]:
    early, late = (
        [rule for rule in rules if not rule.needs or not rule.needs.isdisjoint(signs)] for rules in (RULES, LATE_RULES)
    )
    return early, late


def other_rules(language: str) -> tuple[Rule, ...]:
    """The rules of a language other than English, by the first part of its tag."""
    return (*bracketed_remarks.RULES, *rare_letters.foreign_letters(language))
