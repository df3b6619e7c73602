"""Steps through a document: each takes a place and returns the next one, or a line that says why there is none.

Pure functions: they move nothing.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from itertools import takewhile

from tui_reader.document.model import Document, Page, Position
from tui_reader.lazy_re import lazy_re
from tui_reader.terminal.counts import count

Step = Callable[[Document, Position], "Position | str"]
_BLANK = lazy_re(r"\s+")
_WORD = lazy_re(r"\S*\w\S*")


def next_page(document: Document, here: Position) -> Position | str:
    """The next turn."""
    return Position(here.page + 1, 0) if here.page + 1 < len(document.pages) else end_of(document)


def previous_page(document: Document, here: Position) -> Position | str:
    """The previous turn."""
    return Position(here.page - 1, 0) if here.page else "Start of document."


def next_of_speaker(document: Document, here: Position) -> Position | str:
    """This speaker's next turn."""
    speaker = document.pages[here.page].speaker if document.pages else None
    return next_turn_of(document, here, speaker)


def next_turn_of(document: Document, here: Position, speaker: str | None, label: str | None = None) -> Position | str:
    """The next turn of a person (by id), or with a `label` the next turn with that label too."""
    for page in map(document.pages.__getitem__, range(here.page + 1, len(document.pages))):
        if page.speaker == speaker and (label is None or (page.turn and page.turn.label.text == label)):
            return Position(page.index, 0)
    return f"No further turn of {label or document.short_name(speaker)}."


def previous_of_speaker(document: Document, here: Position) -> Position | str:
    """This speaker's previous turn."""
    speaker = document.pages[here.page].speaker if document.pages else None
    for index in range(here.page - 1, -1, -1):
        if document.pages[index].speaker == speaker:
            return Position(index, 0)
    return f"No earlier turn of {document.short_name(speaker)}."


def next_paragraph(document: Document, here: Position) -> Position | str:
    """The next paragraph, on this page or the next."""
    starts = _paragraphs(document, here.page)
    later = next((start for start in starts if start > here.offset), None)
    return next_page(document, here) if later is None else Position(here.page, later)


def previous_paragraph(document: Document, here: Position) -> Position | str:
    """The start of this paragraph, or of the previous one if already there."""
    return _back(document, here, _last_paragraph)


def next_word(document: Document, here: Position) -> Position | str:
    """The next word, on this page or the next."""
    text = document.pages[here.page].text if document.pages else ""
    rest = _BLANK.search(text, here.offset)
    later = _WORD.search(text, rest.end()) if rest else None
    return Position(here.page, later.start()) if later else next_page(document, here)


def previous_word(document: Document, here: Position) -> Position | str:
    """The start of this word, or of the previous one if already there."""
    return _back(document, here, _last_word)


def _back(document: Document, here: Position, last: Callable[[Page, int], int | None]) -> Position | str:
    """The last start before a place; `last` finds it on a page, before a character."""
    earlier = last(document.pages[here.page], here.offset) if document.pages else None
    if earlier is not None:
        return Position(here.page, earlier)
    if not here.page:
        return "Start of document."
    before = document.pages[here.page - 1]
    return Position(here.page - 1, last(before, len(before.text) + 1) or 0)


def _paragraphs(document: Document, page: int) -> list[int]:
    return [offset for offset, _ in document.pages[page].passages_at()] if document.pages else []


def _last_paragraph(page: Page, before: int) -> int | None:
    return max((offset for offset, _ in page.passages_at() if offset < before), default=None)


def _last_word(page: Page, before: int) -> int | None:
    """The start of the last word before a character. It looks at as little of a long page as it needs."""
    text, reach = page.text, 200
    while True:
        start = max(0, before - reach)
        if start and (blank := _BLANK.search(text, start, before)):
            start = blank.end()  # not in the middle of a word
        elif start:
            reach *= 4
            continue
        starts = (match.start() for match in _WORD.finditer(text, start))
        found = list(takewhile(lambda at: at < before, starts))
        if found or not start:
            return found[-1] if found else None
        reach *= 4


def next_part(document: Document, here: Position) -> Position | str:
    """The start of the next part."""
    starts = document.starts
    later = starts[bisect_right(starts, here.page)] if document.pages else 0
    return Position(later, 0) if later < starts[-1] else "No further part."


def next_memo(document: Document, here: Position) -> Position | str:
    """The start of the next memo or letter that came with the talk; after the last, the first.

    Where there is only front matter, the start of that.
    """
    pages = document.pages
    memos = [index for index in document.starts[:-1] if index < len(pages) and is_memo(pages[index])]
    starts = [index for index in memos if not is_front_matter(pages[index])] or memos
    if not starts:
        return "There is no memorandum or letter."
    return Position(next((index for index in starts if index > here.page), starts[0]), 0)


def is_memo(page: Page) -> bool:
    """Whether a page is a part that has text but no turns."""
    return page.turn is None and bool(page.part.body) and not page.part.turns


def is_front_matter(page: Page) -> bool:
    """Whether a page is a part without turns, heading and author that is read only when asked for."""
    part = page.part
    return is_memo(page) and part.on_demand and part.heading is None and part.author is None


def previous_part(document: Document, here: Position) -> Position | str:
    """The start of this part, or of the previous one if already there."""
    if here.page == 0:
        return "No earlier part."
    starts = document.starts
    return Position(starts[bisect_right(starts, here.page - 1) - 1], 0)


def turn(document: Document, number: int) -> Position | str:
    """The turn with that number."""
    turns = len(document.turns)
    before = 0
    for start, part in zip(document.starts, document.parts, strict=False):
        at = number - before - 1
        if 0 <= at < len(part.turns):
            return Position(start + bool(part.opening) + at, 0)
        before += len(part.turns)
    return f"No turn {number}. The last is {turns}." if turns else "The document has no turns."


def end_of(document: Document) -> str:
    """The message at the end of the document."""
    return f"End of document. {count(len(document.turns), 'turn')}."
