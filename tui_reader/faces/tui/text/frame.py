"""The measures of a screen in cells: where the text stands, how wide it is, where notes go."""

from __future__ import annotations

from tui_reader.named_tuple import NamedTuple

COMPACT_WIDTH, COMPACT_HEIGHT = 60, 16
"""A narrower or lower screen has one line above the text and none below."""
ROOMY_WIDTH = 84
"""From this width on the margins are as wide as they are set."""
LEAST = 20
"""Cells that are always left for text."""
BESIDE_WIDTH = 120
"""From this width on notes, speakers or the outline stand beside the text."""
TALK_WIDTH, TALK_HEIGHT = 100, 30
"""From this size on a turn is shown with the talk around it."""
LEAST_BESIDE, MOST_BESIDE, GAP = 24, 40, 4
"""Columns of what stands beside the text, and between the two."""
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

    @property
    def bar(self) -> int:
        """Where the bar beside the current turn of a talk stands: in the margin."""
        return max(0, self.left - (1 if self.compact else 2))


def layout_for(layout: str, width: int, height: int, calm: bool) -> str:
    """What "auto" shows in a window of that size: the talk around the turn, or, in a small or calm one, it alone."""
    if layout != "auto":
        return layout
    return "scroll" if width >= TALK_WIDTH and height >= TALK_HEIGHT and not calm else "page"


def frame(width: int, height: int, measure: int, gutter: int = 0, margins: int = 4, calm: bool = False) -> Frame:
    """The measures of a screen of that many cells, for text of at most `measure` columns.

    `gutter` is what the labels of speakers take before the text, where they stand there. Of `margins` a narrow screen
    has half, a small one a quarter. On a `calm` screen all stands at the left edge, notes below the text.
    With a gutter all speakers have one place, and a margin has room for the bar.
    """
    compact = width < COMPACT_WIDTH or height < COMPACT_HEIGHT
    if calm:
        block = min(measure + gutter, width)
        gutter = min(gutter, block // 2)
        return Frame(width, height, compact, 0, block, gutter, block - gutter, 0, 0, block - gutter)
    if compact:
        margin = min(max(margins // 4, int(gutter > 0)), max(0, width - LEAST) // 2)
        block = max(1, min(measure + gutter, width - 2 * margin))
        gutter = min(gutter, block // 2)
        return Frame(width, height, True, (width - block) // 2, block, gutter, block - gutter, 0, 0, block)
    margin = min(max(margins if width >= ROOMY_WIDTH else margins // 2, 2 * (gutter > 0)), (width - LEAST) // 2)
    room = width - 2 * margin
    indent = gutter or (4 if room >= 64 else 2)
    beside = GAP + LEAST_BESIDE if width >= BESIDE_WIDTH else 0
    spare = 0 if gutter else SHIFT
    text = min(measure, room - indent, max(COMFORTABLE, room - indent - spare - beside))
    shift = min(spare, room - indent - text)
    block = shift + indent + text
    left, notes_left, notes_width = (width - block) // 2, 0, text
    if beside and block + beside <= room:
        notes_width = min(MOST_BESIDE, room - block - GAP)
        left = min(left, width - margin - notes_width - GAP - block)
        notes_left = left + block + GAP
    return Frame(width, height, False, left, block, indent, text, shift, notes_left, notes_width)
