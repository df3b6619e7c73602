"""The measures of a screen in cells: where the text stands, how wide it is, where notes go."""

from __future__ import annotations

from typing import NamedTuple

COMPACT_WIDTH, COMPACT_HEIGHT = 60, 16
"""A narrower or lower screen has one line above the text and none below."""
ROOMY_WIDTH = 84
"""From this width on the margins are as wide as they are set."""
LEAST = 20
"""Cells that are always left for text."""
BESIDE_WIDTH = 130
"""From this width on notes stand beside the text."""
SHIFT = 6
"""Columns between the places of two speakers, where there is room."""
COMFORTABLE = 66
"""Columns of text that are enough: what a screen has beyond them makes room for the speakers' places first."""


class Frame(NamedTuple):
    """The measures of a screen, in cells."""

    width: int
    height: int
    compact: bool
    left: int
    """Where the head of the page begins."""
    block: int
    """Width of head and text together."""
    indent: int
    """How far the text is set in from the speaker's name."""
    measure: int
    """Width of the text."""
    shift: int
    """How far the last speaker's place is from the first's."""
    notes_left: int
    """Where notes begin beside the text; 0 where they stand below it."""
    notes_width: int


def frame(width: int, height: int, measure: int, gutter: int = 0, margins: int = 4, calm: bool = False) -> Frame:
    """The measures of a screen of that many cells, for text of at most `measure` columns.

    `gutter` is what the labels of speakers take before the text, where they stand there. Of `margins` a narrow screen
    has half, a small one a quarter. On a `calm` screen all stands at the left edge, notes below the text.
    """
    compact = width < COMPACT_WIDTH or height < COMPACT_HEIGHT
    if calm:
        block = min(measure + gutter, width)
        gutter = min(gutter, block // 2)
        return Frame(width, height, compact, 0, block, gutter, block - gutter, 0, 0, block - gutter)
    if compact:
        margin = min(margins // 4, max(0, width - LEAST) // 2)
        block = max(1, min(measure + gutter, width - 2 * margin))
        gutter = min(gutter, block // 2)
        return Frame(width, height, True, (width - block) // 2, block, gutter, block - gutter, 0, 0, block)
    margin = min(margins if width >= ROOMY_WIDTH else margins // 2, (width - LEAST) // 2)
    room = width - 2 * margin
    indent = gutter or (4 if room >= 64 else 2)
    text = min(measure, room - indent, max(COMFORTABLE, room - indent - SHIFT))
    shift = min(SHIFT, room - indent - text)
    block = shift + indent + text
    left, notes_left, notes_width = (width - block) // 2, 0, text
    if width >= BESIDE_WIDTH:
        notes_width = min(40, width - block - 2 * margin - 4)
        if notes_width >= 24:
            left = min(left, width - margin - notes_width - 4 - block)
            notes_left = left + block + 4
        else:
            notes_width = text
    return Frame(width, height, False, left, block, indent, text, shift, notes_left, notes_width)
