"""Sets the text of a page and its notes into lines of a width, each with its place in the page's text.

Pure: it knows documents and widths, no terminal, no colour and no widget.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from tui_reader.document.model import Kind, Note, Passage
from tui_reader.faces.tui.text.justify import justified
from tui_reader.faces.tui.text.screen_line import Look, Run, ScreenLine
from tui_reader.faces.tui.text.text_blocks import TextBlock
from tui_reader.lazy_re import lazy_re
from tui_reader.named_tuple import NamedTuple
from tui_reader.terminal.wrapping import WrappedRow, cell_width, wrap

RUNNING = (Kind.SPEECH, Kind.ASIDE, Kind.PARAGRAPH, Kind.ITEM, Kind.QUOTATION)
"""Running text, which can have both edges straight."""
ITEM_SIGN = lazy_re(r"\(?(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})[.)]\s+|[-*•–]\s+")
"""The number or sign of a list item: further lines are set in behind it."""


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
    elif passage.kind is Kind.QUOTATION:
        indent = min(4, width // 12)
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


class _Piece(NamedTuple):
    """A stretch of the shown text: from the page's text, or the mark of a note."""

    at: int
    text: str
    start: int | None


def _with_marks(passage: Passage, offset: int) -> tuple[str, list[_Piece]]:
    """The passage's text with the marks of its notes put in, and its stretches with their places."""
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
