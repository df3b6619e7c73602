"""Places in the pages of a document and places in its text, each found from the other.

Pages change with what is decided about labels, and the text does not: so a place is kept through it.
"""

from __future__ import annotations

from tui_reader.document.model import Document, Passage, Position


def in_text(document: Document, place: Position) -> int:
    """The character of `Document.text` at a place; of a place between two passages, the one after the first."""
    if place.page >= len(document.pages):
        return 0
    page = document.pages[place.page]
    for offset, passage in page.passages_at():
        if place.offset <= offset + len(passage.text) and passage.spans:
            return _in_source(passage, place.offset - offset)
    return page.turn.label.span.start if page.turn else 0


def in_pages(document: Document, at: int) -> Position:
    """The place of a character of `Document.text`, or the place nearest to it where no page shows it."""
    nearest, distance = Position(0, 0), len(document.text) + 1
    for page in document.pages:
        for offset, passage in page.passages_at():
            before = 0
            for start, end in passage.spans:
                if start <= at < end:
                    return Position(page.index, offset + before + at - start)
                near = start - at if at < start else at - end + 1
                if near < distance:
                    shown = offset + before if at < start else offset + before + end - start
                    nearest, distance = Position(page.index, shown), near
                before += end - start
    return nearest


def still(document: Document, place: Position, at: int) -> Position:
    """Where a place is now that was at the character `at` of the text, however the document is understood since."""
    pages = document.pages
    if place.page < len(pages) and place.offset <= len(pages[place.page].text) and in_text(document, place) == at:
        return place
    return in_pages(document, at)


def _in_source(passage: Passage, at: int) -> int:
    for start, end in passage.spans:
        if at < end - start:
            return start + at
        at -= end - start
    return passage.spans[-1].end
