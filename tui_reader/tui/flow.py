"""The lines of a document as they flow past: a page's are set when it is looked at, and only then.

A place in the flow is a page and a line of it. There is no count of all lines, so a document of any length opens,
scrolls and takes another width at the same cost. Pure: it knows lines, no terminal and no widget.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from tui_reader.tui.layout import Line, line_at

KEPT = 400
"""Pages whose lines are kept; more than any screen shows at once."""


class Spot(NamedTuple):
    """A line in the flow."""

    page: int
    """Index into `Document.pages`."""
    line: int
    """Index into the lines of that page."""


class Flow:
    """The lines of pages that follow each other."""

    def __init__(self, pages: range, set_lines: Callable[[int], list[Line]]) -> None:
        """`set_lines` gives the lines of a page by its index."""
        self._pages, self._set = pages, set_lines
        self._kept: dict[int, list[Line]] = {}

    def lines(self, page: int) -> list[Line]:
        """The lines of a page, at least one."""
        if page not in self._kept:
            if len(self._kept) >= KEPT:
                self._kept.clear()
            self._kept[page] = self._set(page) or [Line(0)]
        return self._kept[page]

    def spot(self, page: int, offset: int) -> Spot:
        """The line that shows a character of a page's text."""
        return Spot(page, line_at(self.lines(page), offset))

    def moved(self, spot: Spot, lines: int) -> Spot:
        """So many lines further on (or back), and no further than the first and the last line."""
        page, line = spot[0], spot[1] + lines
        while line < 0 and page > self._pages.start:
            page -= 1
            line += len(self.lines(page))
        while line >= len(self.lines(page)) and page + 1 < self._pages.stop:
            line -= len(self.lines(page))
            page += 1
        return Spot(page, min(max(0, line), len(self.lines(page)) - 1))

    def first(self) -> Spot:
        """The first line of all."""
        return Spot(self._pages.start, 0)

    def last(self) -> Spot:
        """The last line of all."""
        return Spot(self._pages.stop - 1, len(self.lines(self._pages.stop - 1)) - 1)

    def seen(self, top: Spot, count: int) -> Sequence[tuple[Spot, Line]]:
        """At most so many lines from one on, each with its place."""
        found: list[tuple[Spot, Line]] = []
        page, start = top
        while len(found) < count and page < self._pages.stop:
            lines = self.lines(page)[start : start + count - len(found)]
            found += ((Spot(page, start + index), line) for index, line in enumerate(lines))
            page, start = page + 1, 0
        return found

    def filling(self, top: Spot, count: int) -> Spot:
        """The same line, or one before it from which there are `count` lines to see, where there are so many."""
        short = count - len(self.seen(top, count))
        return self.moved(top, -short) if short > 0 else top
