"""Sets a page in the whole dialogue, its label in a column before the text. Pure, like layout.py."""

from __future__ import annotations

from tui_reader.document.model import Document, Page
from tui_reader.faces.tui.text.frame import COMPACT_WIDTH, TALK_WIDTH, Frame
from tui_reader.faces.tui.text.head import ROOMY_HEIGHT, collection_and_date, cut, short_title
from tui_reader.faces.tui.text.layout import set_block
from tui_reader.faces.tui.text.screen_line import Look, Run, ScreenLine, set_in, spaced
from tui_reader.faces.tui.text.text_blocks import TextBlock
from tui_reader.faces.tui.text.typesetting import Typesetting
from tui_reader.terminal.wrapping import cell_width, wrap

LONGEST, LONGEST_NARROW, LONGEST_COMPACT = 16, 12, 4
"""The greatest width of the column of labels, in cells: where a turn is shown with the talk around it, on a narrower
screen, on a small one. A longer label is wrapped in the column; on a small screen it has its own line."""
WRAPPED = 10
"""The least width of a column in which labels are wrapped."""
MOST_ROWS = 3
"""The rows of a label that is wrapped."""
LOOKED_AT = 200
"""People whose labels are looked at for the width of the column."""


def label_of(document: Document, page: Page, names: str) -> str:
    """What stands before a turn; `names` as in `Typesetting`."""
    if page.turn is None:
        return ""
    return document.short_name(page.speaker) if names in ("name", "first") else page.turn.label.text


def gutter(document: Document, width: int, names: str) -> int:
    """The width of the column of labels with the gap behind it, on a screen of that width."""
    compact = width < COMPACT_WIDTH
    longest = LONGEST_COMPACT if compact else LONGEST if width >= TALK_WIDTH else LONGEST_NARROW
    people = document.people[:LOOKED_AT]
    shown = (
        [document.short_name(one.id) for one in people]
        if names in ("name", "first")
        else [label for person in people for label in person.labels]
    )
    labels = [*map(cell_width, shown)]
    column = max((cells for cells in labels if cells <= longest), default=1 if compact else 2)
    if not compact and max(labels, default=0) > longest:
        column = max(column, WRAPPED)
    return column + (1 if compact else 2)


def set_in_turn(
    document: Document, page: Page, frame: Frame, setting: Typesetting, block: TextBlock
) -> list[ScreenLine]:
    """The lines of a block, with the label before the first of a page and an empty line after the last."""
    text = spaced(set_block(block, frame.measure, setting.justify), setting.spacing, not block.start)
    lines = set_in(text, frame.left + frame.indent) or [ScreenLine(0)]
    label = label_of(document, page, setting.names)
    if label and not block.start:
        rows = label_rows(label, frame)
        if not rows:
            lines.insert(0, ScreenLine(0, frame.left, (Run(cut(label, frame.block), Look.LABEL),)))
        lines += [ScreenLine(len(page.text) + 1)] * (len(rows) - len(lines))
        lines[: len(rows)] = [labelled(line, row, frame) for line, row in zip(lines, rows, strict=False)]
    return [*lines, ScreenLine(len(page.text) + 1)] if block.last else lines


def label_rows(label: str, frame: Frame) -> list[str]:
    """A label as it stands in the column, in a few rows; none where it is too long for the column of a small screen."""
    column = frame.indent - (1 if frame.compact else 2)
    if cell_width(label) <= column:
        return [label]
    if frame.compact:
        return []
    rows = [label[row.start : row.end] for row in wrap(label, column)]
    return rows if len(rows) <= MOST_ROWS else [*rows[: MOST_ROWS - 1], cut(" ".join(rows[MOST_ROWS - 1 :]), column)]


def labelled(line: ScreenLine, label: str, frame: Frame) -> ScreenLine:
    """The line with a row of a label in the column before it."""
    runs = tuple(run for run in line.runs if run.look is not Look.LABEL)
    indent = line.indent if line.runs and runs == line.runs else frame.left + frame.indent
    gap = " " * (indent - frame.left - cell_width(label))
    return ScreenLine(line.start, frame.left, (Run(label, Look.LABEL), Run(gap, Look.QUIET), *runs))


def running_head(document: Document, frame: Frame) -> list[ScreenLine]:
    """What stands above the dialogue: collection, date and title, on a lower screen title and date in one line."""
    if frame.height >= ROOMY_HEIGHT:
        title = ScreenLine(0, frame.left, (Run(short_title(document, frame.block), Look.TITLE),))
        return [ScreenLine(0), *collection_and_date(document, frame), title, ScreenLine(0)]
    date = " ".join(document.date.passage.text.split()) if document.date else ""
    room = frame.block - cell_width(date) - 2
    if room < frame.block // 2:
        date, room = "", frame.block
    words = short_title(document, room)
    gap = " " * (frame.block - cell_width(words) - cell_width(date))
    line = ScreenLine(0, frame.left, (Run(words, Look.TITLE), Run(gap, Look.QUIET), Run(date, Look.DATE)))
    return [*([ScreenLine(0)] if frame.height >= 20 else []), line, ScreenLine(0)]
