"""What the screen shows of the text: the head, the visible lines with their marks, the notes beside; row by row.

Made anew for each change and never changed itself. Pure but for the strips that it gives: it knows no widget.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence

from rich.style import Style
from textual.strip import Strip

from tui_reader.document.model import Page, Position
from tui_reader.faces.tui.text.beside import BesideLine
from tui_reader.faces.tui.text.colours import Colours
from tui_reader.faces.tui.text.frame import Frame
from tui_reader.faces.tui.text.line_flow import LineFlow, Spot
from tui_reader.faces.tui.text.mouse import Pointed
from tui_reader.faces.tui.text.paint import TextMark, speaker_style, strip
from tui_reader.faces.tui.text.scene import Scene
from tui_reader.faces.tui.text.screen_line import Look, Run, ScreenLine
from tui_reader.named_tuple import NamedTuple

Lines = Sequence[tuple[Spot, ScreenLine]]
"""Lines of the text that follow each other, each with its place in the flow."""


class VisibleText(NamedTuple):
    """The rows of the screen above the status line."""

    scene: Scene
    frame: Frame
    head: Sequence[ScreenLine]
    """The lines above the text."""
    lines: Lines
    """The lines of the text that are visible."""
    marks: Mapping[int, Sequence[TextMark]]
    """What is marked, by the index of the page."""
    beside: Mapping[int, BesideLine]
    """What stands beside the text, by the row of the text."""
    places: Mapping[str, int]
    """The place of each person among the people of the document, for the colour."""
    sign: str
    """The bar beside the current turn of the whole dialogue."""

    def strip(self, row: int, width: int, base: Style, colours: Colours) -> Strip:
        """A row of the screen, painted."""
        scene = self.scene
        if row < len(self.head):
            said = scene.said and scene.said.behind(self.head[:row])
            return strip(self.head[row], width, base, self._colour(scene.page, colours), colours, (), said)
        row -= len(self.head)
        spot, line = self.lines[row] if row < len(self.lines) else (None, ScreenLine(0))
        page = scene.document.pages[spot.page] if spot and scene.document.pages else scene.page
        here = page is scene.page or bool(page and scene.page and page.index == scene.page.index)
        marked, said = self.marks.get(spot.page, ()) if spot else (), scene.said if here else None
        if scene.scroll and here and spot:
            line = self._current(line, self._goes_on(row))
        speaker = self._colour(page, colours)
        if row not in self.beside:
            return strip(line, width, base, speaker, colours, marked, said)
        left = strip(line, self.frame.notes_left, base, speaker, colours, marked, said)
        told = self.beside[row]
        colour = speaker_style(self.places.get(told.speaker or ""), colours)
        return Strip([*left, *strip(told.line, max(0, width - self.frame.notes_left), base, colour, colours)])

    def _goes_on(self, row: int) -> bool:
        """Whether a row, or the one below it, shows something of its page."""
        spot, line = self.lines[row]
        return bool(line.runs) or (row + 1 < len(self.lines) and self.lines[row + 1][0].page == spot.page)

    def _current(self, line: ScreenLine, bar: bool) -> ScreenLine:
        """A line of the current turn: its label in bold, and the bar before it."""
        runs = tuple(run._replace(look=Look.NAME) if run.look is Look.LABEL else run for run in line.runs)
        if not (bar and self.sign):
            return line._replace(runs=runs)
        at = self.frame.bar
        gap = " " * max(0, line.indent - at - 1)
        return ScreenLine(line.start, at, (Run(self.sign, Look.BAR), Run(gap, Look.QUIET), *runs))

    def pointed(self, x: int, y: int) -> Pointed | None:
        """What of the text is at a cell, or nearest to it."""
        row = min(max(0, y - len(self.head)), len(self.lines) - 1)
        if self.scene.page is None or row < 0:
            return None
        spot, line = self.lines[row]
        nearest = Position(spot.page, min(line.nearest(x), len(self.scene.document.pages[spot.page].text)))
        if row != y - len(self.head):
            return Pointed(nearest, None, line.start, None)
        if row in self.beside and x >= self.frame.notes_left:
            return Pointed(nearest, None, line.start, None, self.beside[row].leads_to)
        return Pointed(nearest, line.look(x), line.start, line.offset(x))

    def _colour(self, page: Page | None, colours: Colours) -> Style:
        return speaker_style(self.places.get(page.speaker or "") if page else None, colours)


def row_of(lines: Lines, spot: Spot) -> int | None:
    """The row of a line; None where it is not among the visible ones."""
    return next((row for row, (seen, _) in enumerate(lines) if seen == spot), None)


def visible_marks(scene: Scene, flow: LineFlow, lines: Lines) -> dict[int, Sequence[TextMark]]:
    """What is marked of each page, as far as it is visible."""
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    for spot, line in lines:
        starts.setdefault(spot.page, line.start)
        ends[spot.page] = sys.maxsize
    if lines:
        last = lines[-1][0]
        after = flow.moved(last, 1)
        if after.page == last.page and after != last:
            ends[last.page] = flow.line(after).start
    return {page: scene.marks(page, start, ends[page]) for page, start in starts.items()}
