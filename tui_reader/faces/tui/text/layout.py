"""Where everything of a page stands, at a size of the screen: lines of runs, each with its place in the page's text.

Pure: it knows documents and widths, no terminal, no colour and no widget.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum, auto
from typing import NamedTuple

from tui_reader.document.model import Kind, Note, Passage
from tui_reader.faces.tui.text.justify import justified
from tui_reader.faces.tui.text.text_blocks import TextBlock
from tui_reader.terminal.wrapping import WrappedRow, cell_width, wrap

COMPACT_WIDTH, COMPACT_HEIGHT = 60, 16
"""A narrower or lower screen has one line above the text and none below."""
ROOMY_WIDTH = 84
"""From this width on the margins are whole."""
LEAST = 20
"""Cells of a screen that no margin takes."""
BESIDE_WIDTH = 130
"""From this width on notes stand beside the text."""
SHIFT = 6
"""Columns between the places of two speakers, where there is room."""
COMFORTABLE = 66
"""Columns of text that are enough: what a screen has beyond them makes room for the speakers' places first."""
RUNNING = (Kind.SPEECH, Kind.ASIDE, Kind.PARAGRAPH, Kind.ITEM)
"""What fills its lines, and so can have both edges straight."""
ITEM_SIGN = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})[.)]\s+|[-*•–]\s+")
"""What an item of a list begins with: its lines hang behind it."""


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
        """The cell at which a character of the page's text is painted; the first of the text where it is not here."""
        cell = self.indent
        for run in self.runs:
            if run.start is not None and run.start <= offset < run.start + run.length:
                return cell + cell_width(run.text[: offset - run.start])
            cell += cell_width(run.text)
        return self.indent

    def look(self, column: int) -> Look | None:
        """What is painted at a cell, None where nothing is."""
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
        """The character of the page's text that is painted at a cell, None where none is."""
        cell = self.indent
        for run in self.runs:
            for index, character in enumerate(run.text):
                cell += cell_width(character)
                if cell > column >= self.indent:
                    return None if run.start is None else run.start + (0 if run.blank else index)
        return None


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
    """Of the text from the speaker's name."""
    measure: int
    """Width of the text."""
    shift: int
    """How far the last speaker's place is from the first's."""
    notes_left: int
    """Where notes begin beside the text; 0 where they stand below it."""
    notes_width: int


def frame(width: int, height: int, measure: int, gutter: int = 0, margins: int = 4) -> Frame:
    """The measures of a screen of that many cells, for text of at most `measure` columns.

    `gutter` is what the labels of speakers take before the text, where they stand there. Of `margins` a narrow screen
    has half, a small one a quarter.
    """
    if width < COMPACT_WIDTH or height < COMPACT_HEIGHT:
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


def set_block(block: TextBlock, width: int, justify: bool = False) -> list[ScreenLine]:
    """The text of a block in lines of at most `width` cells, empty lines between passages."""
    lines: list[ScreenLine] = []
    for offset, passage, began, before in block.pieces:
        together = before is passage.kind and passage.kind in (Kind.ITEM, Kind.VERSE, Kind.SIGNATURE, Kind.TABLE)
        if before is not None and not (began or together):
            lines.append(ScreenLine(offset - 1))
        lines += set_passage(passage, offset, width, justify, began)
    return lines


def set_passage(
    passage: Passage, offset: int, width: int, justify: bool = False, began: str = ""
) -> Iterator[ScreenLine]:
    """A passage whose text begins at `offset` in its page; `justify`: both edges straight, where it is running text.

    `began` is how it begins, where that was set before: no line of it is its first.
    """
    shown, pieces = _with_marks(passage, offset)
    indent, hang = 0, 0
    if passage.kind is Kind.ASIDE:
        indent = min(8, width // 8)
    elif passage.kind is Kind.ITEM:
        sign = ITEM_SIGN.match(began or shown)
        indent, hang = min(2, width // 16), min(len(sign.group()) if sign else 2, width // 4)
    elif passage.kind is Kind.VERSE:
        hang = min(4, width // 8)
    starts = [piece.at for piece in pieces]
    begin = offset
    rows = list(_rows(shown, width - indent, hang, passage.kind, bool(began)))
    for index, row in enumerate(rows):
        runs = tuple(_runs(row, pieces, starts, _look(passage.kind)))
        cells = indent + (hang if index or began else 0)
        goes_on = index + 1 < len(rows) and "\n" not in shown[row.end : rows[index + 1].start]
        if justify and goes_on and passage.kind in RUNNING:
            missing = width - cells - sum(cell_width(run.text) for run in runs)
            runs = justified(runs, missing, 0 if index or began else hang)
        if passage.kind is Kind.VERSE:
            cells = 0 if row.start == 0 or shown[row.start - 1] == "\n" else hang
        elif passage.kind is Kind.SIGNATURE:
            cells = max(0, width - sum(cell_width(run.text) for run in runs))
        begin = next((run.start for run in runs if run.start is not None), begin)
        yield ScreenLine(begin, cells, runs)


def set_notes(notes: Sequence[Note], width: int, end: int) -> list[ScreenLine]:
    """Notes, one below the other; `end` is the length of the page's text, which they come after."""
    lines: list[ScreenLine] = []
    for note in notes:
        sign = f"({note.mark}) " if len(note.mark) < 4 else f"{note.mark}: "
        text = sign + (note.text or "This note is not in the file.")
        hang = min(len(sign), width // 4)
        if lines:
            lines.append(ScreenLine(end))
        for index, row in enumerate(wrap(text, width, indent=hang)):
            shown = text[row.start : row.end]
            if index:
                lines.append(ScreenLine(end, hang, (Run(shown, Look.NOTE),)))
            else:
                cut = len(sign) if shown.startswith(sign) else 0
                lines.append(ScreenLine(end, 0, (Run(shown[:cut], Look.MARK), Run(shown[cut:], Look.NOTE))))
    return lines


def set_in(lines: Iterable[ScreenLine], cells: int) -> list[ScreenLine]:
    """Lines further to the right."""
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


class _Piece(NamedTuple):
    """A stretch of the shown text: from the page's text, or a mark put between."""

    at: int
    text: str
    start: int | None


def _with_marks(passage: Passage, offset: int) -> tuple[str, list[_Piece]]:
    """The passage's text with the marks of its notes, and which stretch of it is at which place of the page."""
    pieces: list[_Piece] = []
    at, done = 0, 0
    for mark in sorted(passage.marks, key=lambda mark: mark.offset):
        before, sign = passage.text[done : mark.offset], f"({mark.note})"
        pieces += (_Piece(at, before, offset + done), _Piece(at + len(before), sign, None))
        at, done = at + len(before) + len(sign), mark.offset
    pieces.append(_Piece(at, passage.text[done:], offset + done))
    pieces = [piece for piece in pieces if piece.text]
    return "".join(piece.text for piece in pieces), pieces


def _rows(shown: str, width: int, hang: int, kind: Kind, continued: bool) -> Iterator[WrappedRow]:
    if kind is not Kind.VERSE:
        yield from wrap(shown, width, hang if continued else 0, hang)
        return
    start = 0
    for line in shown.split("\n"):
        for row in wrap(line, width, indent=hang):
            yield WrappedRow(start + row.start, start + row.end)
        start += len(line) + 1


def _runs(row: WrappedRow, pieces: Sequence[_Piece], starts: Sequence[int], look: Look) -> Iterator[Run]:
    for piece in pieces[max(0, bisect_right(starts, row.start) - 1) :]:
        if piece.at >= row.end:
            break
        start, end = max(row.start, piece.at), min(row.end, piece.at + len(piece.text))
        text = piece.text[start - piece.at : end - piece.at]
        if piece.start is None:
            yield Run(text, Look.MARK)
        elif text:
            yield Run(text, look, piece.start + start - piece.at)


def _look(kind: Kind) -> Look:
    if kind is Kind.ASIDE:
        return Look.ASIDE
    return Look.HEADING if kind is Kind.HEADING else Look.TEXT
