"""Where a step leads in a document: each takes a place and gives another, or a line that says why there is none.

Pure: nothing is moved and nothing is heard here.
"""

from __future__ import annotations

from collections.abc import Callable

from tui_reader.document.model import Document, Position
from tui_reader.reading.progress import count

Step = Callable[[Document, Position], "Position | str"]


def next_page(document: Document, here: Position) -> Position | str:
    """The turn after this one."""
    return Position(here.page + 1, 0) if here.page + 1 < len(document.pages) else end_of(document)


def previous_page(document: Document, here: Position) -> Position | str:
    """The turn before this one."""
    return Position(here.page - 1, 0) if here.page else "Start of document."


def next_of_speaker(document: Document, here: Position) -> Position | str:
    """The next turn of who speaks here."""
    return _of_speaker(document, here, range(here.page + 1, len(document.pages)), "further")


def previous_of_speaker(document: Document, here: Position) -> Position | str:
    """The turn before of who speaks here."""
    return _of_speaker(document, here, range(here.page - 1, -1, -1), "earlier")


def _of_speaker(document: Document, here: Position, pages: range, word: str) -> Position | str:
    speaker = document.pages[here.page].speaker if document.pages else None
    for index in pages:
        if document.pages[index].speaker == speaker:
            return Position(index, 0)
    return f"No {word} turn of {document.short_name(speaker)}."


def next_part(document: Document, here: Position) -> Position | str:
    """The start of the next part."""
    part = document.pages[here.page].part if document.pages else None
    for index in range(here.page, len(document.pages)):
        if document.pages[index].part is not part:
            return Position(index, 0)
    return "No further part."


def previous_part(document: Document, here: Position) -> Position | str:
    """The start of this part, or of the part before where this is its start."""
    if here.page == 0:
        return "No earlier part."
    part = document.pages[here.page - 1].part
    first = here.page - 1
    while first and document.pages[first - 1].part is part:
        first -= 1
    return Position(first, 0)


def turn(document: Document, number: int) -> Position | str:
    """The turn of that number."""
    turns = len(document.turns)
    for page in document.pages:
        if page.turn and page.turn.number == number:
            return Position(page.index, 0)
    return f"No turn {number}. The last is {turns}." if turns else "The document has no turns."


def end_of(document: Document) -> str:
    """What is said where nothing follows."""
    return f"End of document. {count(len(document.turns), 'turn')}."
