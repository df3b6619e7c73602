"""All rules of spelling out English, in the order in which they may take characters."""

from __future__ import annotations

from tui_reader.script.spelling import (
    abbreviations,
    dates,
    designations,
    quantities,
    romans,
    signs,
    times,
    web,
)

RULES = (
    *web.RULES,
    *dates.RULES,
    *times.RULES,
    *quantities.RULES,
    *designations.RULES,
    *romans.RULES,
    *abbreviations.RULES,
    *signs.RULES,
)
