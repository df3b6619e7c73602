"""Sets a page in the whole dialogue, its label in the gutter before the text. Pure, like layout.py."""

from __future__ import annotations

from tui_reader.document.model import Document, Page
from tui_reader.faces.tui.text.frame import COMPACT_WIDTH, Frame
from tui_reader.faces.tui.text.head import cut, place_of, short_title
from tui_reader.faces.tui.text.layout import set_block
from tui_reader.faces.tui.text.screen_line import Look, Run, ScreenLine, set_in, spaced
from tui_reader.faces.tui.text.text_blocks import TextBlock
from tui_reader.faces.tui.text.typesetting import Typesetting
from tui_reader.terminal.wrapping import cell_width

LONGEST, LONGEST_COMPACT = 12, 4
"""The greatest width of a label in the gutter, in cells; a longer label has its own line."""
LOOKED_AT = 200
"""People whose labels are looked at for the width of the gutter."""


def gutter(document: Document, width: int, names: str) -> int:
    """The width of the gutter in cells, on a screen of that width; `names` as in `Typesetting`."""
    compact = width < COMPACT_WIDTH
    longest = LONGEST_COMPACT if compact else LONGEST
    people = document.people[:LOOKED_AT]
    shown = (
        [document.short_name(one.id) for one in people]
        if names in ("name", "first")
        else [label for person in people for label in person.labels]
    )
    labels = map(cell_width, shown)
    return max((cells for cells in labels if cells <= longest), default=1 if compact else 2) + (1 if compact else 2)


def set_in_turn(
    document: Document, page: Page, frame: Frame, setting: Typesetting, block: TextBlock
) -> list[ScreenLine]:
    """The lines of a block, with the label before the first of a page and an empty line after the last."""
    left = frame.left + place_of(document, page, frame.shift)
    text = spaced(set_block(block, frame.measure, setting.justify), setting.spacing, not block.start)
    lines = set_in(text, left + frame.indent) or [ScreenLine(0)]
    if page.turn and not block.start:
        named = document.short_name(page.speaker) if setting.names in ("name", "first") else page.turn.label.text
        label = cut(named, frame.block)
        gap = lines[0].indent - left - cell_width(label)
        if gap > 0:
            lines[0] = ScreenLine(0, left, (Run(label, Look.LABEL), Run(" " * gap, Look.QUIET), *lines[0].runs))
        else:
            lines.insert(0, ScreenLine(0, left, (Run(label, Look.LABEL),)))
    return [*lines, ScreenLine(len(page.text) + 1)] if block.last else lines


def running_head(document: Document, frame: Frame) -> list[ScreenLine]:
    """The title and the date in one line above the dialogue, with room around it where there is some."""
    date = " ".join(document.date.passage.text.split()) if document.date else ""
    room = frame.block - cell_width(date) - 2
    if room < frame.block // 2:
        date, room = "", frame.block
    title = short_title(document, room)
    gap = " " * (frame.block - cell_width(title) - cell_width(date))
    line = ScreenLine(0, frame.left, (Run(title, Look.TITLE), Run(gap, Look.QUIET), Run(date, Look.DATE)))
    return [*([ScreenLine(0)] if frame.height >= 20 else []), line, ScreenLine(0)]
