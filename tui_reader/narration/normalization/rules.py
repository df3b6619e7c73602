"""All rules of normalizing, in the order in which they may take characters."""

from __future__ import annotations

from tui_reader.narration.normalization import (
    abbreviations,
    acronyms,
    bracketed_remarks,
    designations,
    elisions,
    homographs,
    interjections,
    quantities,
    rare_letters,
    roman_numerals,
    slashes,
    spoken_dates,
    spoken_times,
    stammers,
    symbols,
    telephone_numbers,
    units,
    web_addresses,
)
from tui_reader.narration.normalization.rule import Rule

RULES = (
    *web_addresses.RULES,
    *bracketed_remarks.RULES,
    *telephone_numbers.RULES,
    *spoken_dates.RULES,
    *spoken_times.RULES,
    *units.RULES,
    *quantities.RULES,
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


def other_rules(language: str) -> tuple[Rule, ...]:
    """The rules of a language other than English, by the first part of its tag."""
    return rare_letters.foreign_letters(language)
