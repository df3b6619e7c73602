"""Converts positions in the pages of a document into offsets in its text, and back.

Pages change with decisions about labels, but the text does not: so a position is stored as an offset in the text.
"""

from __future__ import annotations

from tui_reader.document.model import Document, Passage, Position


def text_offset(document: Document, position: Position) -> int:
    """The index into `Document.text` of the character at a position; between two passages, the end of the first."""
    if position.page >= len(document.pages):
        return 0
    page = document.pages[position.page]
    for start, passage in page.passages_at():
        if position.offset <= start + len(passage.text) and passage.spans:
            return _in_source(passage, position.offset - start)
    return page.turn.label.span.start if page.turn else 0


def position_at(document: Document, offset: int) -> Position:
    """The position of the character at an index into `Document.text`, or the nearest position if no page shows it."""
    nearest, distance = Position(0, 0), len(document.text) + 1
    for page in document.pages:
        for at, passage in page.passages_at():
            before = 0
            for start, end in passage.spans:
                if start <= offset < end:
                    return Position(page.index, at + before + offset - start)
                near = start - offset if offset < start else offset - end + 1
                if near < distance:
                    shown = at + before if offset < start else at + before + end - start
                    nearest, distance = Position(page.index, shown), near
                before += end - start
    return nearest


def current_position(document: Document, position: Position, offset: int) -> Position:
    """Where on the pages the character at index `offset` of the text is now, if it was at `position` before.

    `position` itself if it still is there, whatever was decided about labels since.
    """
    pages = document.pages
    is_on_a_page = position.page < len(pages) and position.offset <= len(pages[position.page].text)
    is_there_still = is_on_a_page and text_offset(document, position) == offset
    return position if is_there_still else position_at(document, offset)


def _in_source(passage: Passage, at: int) -> int:
    """The index into `Document.text` of the character at index `at` of a passage's text."""
    for start, end in passage.spans:
        if at < end - start:
            return start + at
        at -= end - start
    return passage.spans[-1].end
