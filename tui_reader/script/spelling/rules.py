"""All rules of spelling out English, in the order in which they may take characters."""

from __future__ import annotations

from tui_reader.script.spelling import (
    abbreviations,
    acronyms,
    dates,
    designations,
    quantities,
    remarks,
    romans,
    signs,
    slashes,
    telephones,
    times,
    units,
    web,
)

RULES = (
    *web.RULES,
    *remarks.RULES,
    *telephones.RULES,
    *dates.RULES,
    *times.RULES,
    *units.RULES,
    *quantities.RULES,
    *designations.RULES,
    *romans.RULES,
    *slashes.RULES,
    *abbreviations.RULES,
    *signs.RULES,
    *acronyms.RULES,
)
