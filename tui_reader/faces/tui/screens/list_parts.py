"""What all lists over the text share: a line with a margin, wrapped text, and which rows of many are seen."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui_reader.faces.tui.text.head import cut
from tui_reader.terminal.wrapping import wrap

REVERSE = Style(reverse=True)
LOW = 16
"""Lines below which there is room for two lines of hints only."""
NARROW = 60
"""Cells below which a row begins with what tells it from the others."""
MARGINS = 2
"""Cells beside a line, one on either side."""


def wrapped(text: str, width: int) -> list[str]:
    """A text as lines of at most `width` cells."""
    return [text[row.start : row.end] for row in wrap(text, width)]


def hint_lines(text: str, width: int, height: int) -> list[str]:
    """What keys do, wrapped; on a low screen in at most two lines, cut short: the help has all of it."""
    lines = wrapped(text, width)
    if height >= LOW or len(lines) <= 2:
        return lines
    return [lines[0], cut(" ".join(lines[1:]), width)]


def list_strip(text: str, width: int, base: Style, style: Style) -> Strip:
    """A line of a list, `width` cells wide with its margins, which are painted in `base`."""
    body = Strip([Segment(text, style)]).adjust_cell_length(max(0, width - MARGINS), style)
    return Strip([Segment(" ", base), *body]).adjust_cell_length(width, base)


def progress_bar(percent: int, cells: int) -> str:
    """How much of something is done, as a line that is heavy so far: at least a cell once it was begun."""
    done = min(cells, max(int(percent > 0), cells * percent // 100))
    return "━" * done + "─" * (cells - done)


def first_seen(before: int, chosen: int, room: int, count: int) -> int:
    """The first of `count` rows that is seen, where `room` rows are: as `before`, unless the chosen row is not seen."""
    first = min(max(before, chosen - room + 1), chosen)
    return max(0, min(first, count - room))
