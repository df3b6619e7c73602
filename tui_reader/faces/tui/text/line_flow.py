"""The lines of a document, set lazily: a block of a page is set when it is first looked at.

A place in the flow is a line of a block of a page. There is no count of all lines, so a document and a page of any
length open, scroll and take another width at the same cost. Pure: it knows lines, no terminal and no widget.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence

from tui_reader.faces.tui.text.screen_line import ScreenLine, line_at
from tui_reader.named_tuple import NamedTuple

KEPT = 400
"""Number of blocks whose lines are kept; more than any screen shows at once."""
_WHOLE = (0,)


class Spot(NamedTuple):
    """A line in the flow."""

    page: int
    """Index into `Document.pages`."""
    block: int
    """Index into the blocks of that page; most pages are one block."""
    line: int
    """Index into the lines of that block."""


class LineFlow:
    """The lines of pages that follow each other."""

    def __init__(
        self,
        pages: range,
        set_lines: Callable[[int, int], list[ScreenLine]],
        starts: Callable[[int], Sequence[int]] = lambda page: _WHOLE,
    ) -> None:
        """`set_lines` gives the lines of a page's block by their indexes.

        `starts` gives the character of the page's text with which each block begins, the first with 0.
        """
        self._pages, self._set, self._starts = pages, set_lines, starts
        self._kept: dict[tuple[int, int], list[ScreenLine]] = {}

    def lines(self, page: int, block: int) -> list[ScreenLine]:
        """The lines of a block, at least one."""
        if (page, block) not in self._kept:
            if len(self._kept) >= KEPT:
                self._kept.clear()
            self._kept[page, block] = self._set(page, block) or [ScreenLine(0)]
        return self._kept[page, block]

    def line(self, spot: Spot) -> ScreenLine:
        """The line at a place, or the last of its block where that has fewer."""
        lines = self.lines(spot.page, spot.block)
        return lines[min(spot.line, len(lines) - 1)]

    def spot(self, page: int, offset: int) -> Spot:
        """The line that shows a character of a page's text."""
        block = max(0, bisect_right(self._starts(page), offset) - 1)
        return Spot(page, block, line_at(self.lines(page, block), offset))

    def after(self, page: int, block: int) -> tuple[int, int] | None:
        """The block after a block."""
        if block + 1 < len(self._starts(page)):
            return page, block + 1
        return (page + 1, 0) if page + 1 < self._pages.stop else None

    def _before(self, page: int, block: int) -> tuple[int, int] | None:
        if block:
            return page, block - 1
        return (page - 1, len(self._starts(page - 1)) - 1) if page > self._pages.start else None

    def moved(self, spot: Spot, lines: int) -> Spot:
        """The place that number of lines further on (back where negative), at most at the first or last line."""
        (page, block), line = spot[:2], spot.line + lines
        while line < 0 and (before := self._before(page, block)):
            page, block = before
            line += len(self.lines(page, block))
        while line >= (count := len(self.lines(page, block))) and (after := self.after(page, block)):
            page, block = after
            line -= count
        return Spot(page, block, min(max(0, line), len(self.lines(page, block)) - 1))

    def first(self) -> Spot:
        """The first line of all."""
        return Spot(self._pages.start, 0, 0)

    def end(self, page: int) -> Spot:
        """The last line of a page."""
        block = len(self._starts(page)) - 1
        return Spot(page, block, len(self.lines(page, block)) - 1)

    def last(self) -> Spot:
        """The last line of all."""
        return self.end(self._pages.stop - 1)

    def seen(self, top: Spot, count: int) -> Sequence[tuple[Spot, ScreenLine]]:
        """At most `count` lines from `top` on, each with its place."""
        found: list[tuple[Spot, ScreenLine]] = []
        here: tuple[int, int] | None = top[:2]
        start = top.line
        while len(found) < count and here:
            lines = self.lines(*here)[start : start + count - len(found)]
            found += ((Spot(*here, start + index), line) for index, line in enumerate(lines))
            here, start = self.after(*here), 0
        return found

    def filling(self, top: Spot, count: int) -> Spot:
        """`top`, or the last line before it from which `count` lines can be shown."""
        short = count - len(self.seen(top, count))
        return self.moved(top, -short) if short > 0 else top
