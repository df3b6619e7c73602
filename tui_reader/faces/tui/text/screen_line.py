"""A line of the screen: runs of characters, each with what it is and its place in the page's text.

Knows no widths of screens, no colours and no widgets.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from enum import Enum, auto

from tui_reader.named_tuple import NamedTuple
from tui_reader.terminal.wrapping import cell_width


class Look(Enum):
    """What a run of text is, and so how it is painted."""

    TEXT = auto()
    ASIDE = auto()
    HEADING = auto()
    MARK = auto()
    NOTE = auto()
    COLLECTION = auto()
    TITLE = auto()
    DATE = auto()
    NAME = auto()
    LABEL = auto()
    QUIET = auto()
    BAR = auto()


class SaidOutside(NamedTuple):
    """What is being said outside the page's text: the title, the date, a name."""

    look: Look
    word: int | None = None
    """Which of its words is being said, from 0; None for none."""

    def behind(self, lines: Iterable[ScreenLine]) -> SaidOutside:
        """The same, counted from the end of these lines."""
        shown = sum(len(run.text.split()) for line in lines for run in line.runs if run.look is self.look)
        return self if self.word is None else self._replace(word=self.word - shown)


class Run(NamedTuple):
    """Characters of one look in a line."""

    text: str
    look: Look
    start: int | None = None
    """Where they begin in the page's text, None for what is not in it."""
    blank: bool = False
    """Whether all of it is one blank of the text, made wider."""

    @property
    def length(self) -> int:
        """Characters of the page's text, where it is in it."""
        return 1 if self.blank else len(self.text)

    def part(self, first: int, end: int) -> Run:
        """Its characters from one up to, not including, another."""
        return self._replace(text=self.text[first:end], start=None if self.start is None else self.start + first)


class ScreenLine(NamedTuple):
    """A line of the screen: cells left empty, then runs."""

    start: int
    """The page's text from here on is in this line or below it."""
    indent: int = 0
    runs: tuple[Run, ...] = ()

    @property
    def text(self) -> str:
        """The line as it is read."""
        return " " * self.indent + "".join(run.text for run in self.runs)

    def column(self, offset: int) -> int:
        """The cell at which a character of the page's text is painted; the first of the line where it is not in it."""
        cell = self.indent
        for run in self.runs:
            if run.start is not None and run.start <= offset < run.start + run.length:
                return cell + cell_width(run.text[: offset - run.start])
            cell += cell_width(run.text)
        return self.indent

    def look(self, column: int) -> Look | None:
        """The look of what is painted at a cell; None for nothing."""
        cell = self.indent
        for run in self.runs:
            cell += cell_width(run.text)
            if cell > column >= self.indent:
                return run.look
        return None

    def nearest(self, column: int) -> int:
        """The character of the page's text that is painted nearest to a cell."""
        inside = self.offset(column)
        if inside is not None:
            return inside
        runs = [run for run in self.runs if run.start is not None]
        if not runs or column <= self.indent:
            return self.start
        last = runs[-1]
        return (last.start or 0) + max(0, last.length - 1)

    def offset(self, column: int) -> int | None:
        """The character of the page's text that is painted at a cell; None for anything else."""
        cell = self.indent
        for run in self.runs:
            for index, character in enumerate(run.text):
                cell += cell_width(character)
                if cell > column >= self.indent:
                    return None if run.start is None else run.start + (0 if run.blank else index)
        return None


def set_in(lines: Iterable[ScreenLine], cells: int) -> list[ScreenLine]:
    """The same lines, that number of cells further to the right."""
    return [ScreenLine(start, indent + cells, runs) for start, indent, runs in lines]


def spaced(lines: Sequence[ScreenLine], spacing: int, first: bool = True) -> list[ScreenLine]:
    """Lines with `spacing` lines from one to the next. Empty ones stand before the line they belong to.

    `first`: whether none comes before them.
    """
    empty = spacing - 1
    if not empty:
        return list(lines)
    made = [one for line in lines for one in (*[ScreenLine(line.start)] * empty, line)]
    return made[empty:] if first else made


def line_at(lines: Sequence[ScreenLine], offset: int) -> int:
    """The index of the line that shows a character of the page's text."""
    return max(0, bisect_right(lines, offset, key=lambda line: line.start) - 1)
