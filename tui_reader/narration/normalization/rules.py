"""All rules of normalizing English, in the order in which they may take characters."""

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
