"""A selected stretch of the dialogue, and its words as they are copied. Knows no face, no key and no clipboard."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from tui_reader.document.citation import citation
from tui_reader.document.hidden_words import SIGN
from tui_reader.document.model import Document, Page, Position
from tui_reader.named_tuple import NamedTuple
from tui_reader.narration.sentences import sentences
from tui_reader.terminal.commands import CommandId

LAST_WORDS = 60
"""The last characters of a stretch, by which its last page in print is found."""


class Selection(NamedTuple):
    """From one place up to, not including, another."""

    start: Position
    end: Position

    def on(self, page: Page) -> tuple[int, int] | None:
        """The characters of a page that it covers, from one up to another; None for a page outside of it."""
        if not self.start.page <= page.index <= self.end.page:
            return None
        start = self.start.offset if page.index == self.start.page else 0
        end = self.end.offset if page.index == self.end.page else len(page.text)
        return (start, end) if end > start else None


def between(document: Document, one: Position, other: Position) -> Selection:
    """The selection between two places, in either order, extended to whole words."""
    start, end = sorted((one, other))
    text = document.pages[start.page].text
    first = start.offset
    while first > 0 and not text[first - 1].isspace():
        first -= 1
    text = document.pages[end.page].text
    last = end.offset
    while last < len(text) and not text[last].isspace():
        last += 1
    return Selection(Position(start.page, first), Position(end.page, last))


def up_to(document: Document, anchor: Position, place: Position) -> Selection:
    """The selection made by keys, from the word at `anchor` to that at `place`, or up to a sentence beginning there."""
    page = document.pages[place.page]
    if place <= anchor or not _begins(page, place.offset):
        return between(document, anchor, place)
    last, before = place.page, page.text[: place.offset].rstrip()
    if not before:
        last, before = last - 1, document.pages[last - 1].text
    end = Position(last, len(before))
    return Selection(between(document, anchor, anchor).start, end)


def _begins(page: Page, offset: int) -> bool:
    """Whether a sentence begins there."""
    return any(offset == start + first for start, passage in page.passages_at() for first, _ in sentences(passage.text))


def words_of(document: Document, stretch: Selection) -> str:
    """The words of a selection; where it covers several turns, each with its speaker."""
    found: list[str] = []
    several = stretch.start.page != stretch.end.page
    for page in document.pages[stretch.start.page : stretch.end.page + 1]:
        part = stretch.on(page)
        if part:
            name = f"{page.turn.label.text}: " if several and page.turn else ""
            found.append(name + _without_blanks(page.text[part[0] : part[1]]).strip())
    return "\n\n".join(found)


def turn_of(document: Document, page: Page) -> str:
    """A whole page with its speaker."""
    words = _without_blanks(page.text)
    return f"{page.turn.label.text}: {words}" if page.turn else words


def _without_blanks(text: str) -> str:
    """Words without the blanks at the ends of lines, and without the lines, that stand for words that are hidden."""
    lines = [line.rstrip(" ") for line in text.split("\n")]
    shown = (line for before, line in pairwise(["", *lines]) if line or before not in ("", SIGN))
    return "\n".join(shown)


def with_reference(document: Document, words: str, stretch: Selection, path: Path, style: str = "plain") -> str:
    """Words followed by their reference, in one of the styles of citations; `path` is that of the document."""
    return f"{words}\n\n{reference_of(document, stretch, path, style)}"


def reference_of(document: Document, stretch: Selection, path: Path, style: str = "plain") -> str:
    """The reference of a stretch: its turns, who speaks, the document, the page of the print, what opens it again."""
    from tui_reader.document.citation_styles import STYLES
    from tui_reader.reading.printed_page import printed_page
    from tui_reader.reading.publication import publication

    pages = [document.page(index) for index in range(stretch.start.page, stretch.end.page + 1)]
    pages = [page for page in pages if stretch.on(page)] or pages[:1]
    first, last = pages[0], pages[-1]
    end = stretch.end.offset if last.index == stretch.end.page else len(last.text)
    begins = printed_page(path, first.text[stretch.start.offset :])
    tail = max(stretch.start.offset if last is first else 0, end - LAST_WORDS)
    ends = printed_page(path, last.text[tail:end]) if begins else ""
    printed = begins if ends in ("", begins) else f"{begins}–{ends}"
    file = path.name if "#" in path.name else ""
    return STYLES[style](citation(document, pages, printed, file, publication(path)))


def selection_begun(key: Callable[[CommandId], str]) -> str:
    """What is said when a selection begins; `key` gives the key of a command."""
    return (
        f"Selecting from here. Go on by words ({key('next_word')}), sentences ({key('next_sentence')}) or turns "
        f"({key('next_page')}); {key('copy')} copies, {key('highlight')} highlights."
    )


def unselected(page: Page, position: Position) -> tuple[Selection, str]:
    """What is copied where nothing is selected, and its name: the turn, or of another page the paragraph there."""
    if page.turn:
        return whole(page), f"turn {page.turn.number}"
    offset = position.offset if position.page == page.index else 0
    begun = [(start, passage) for start, passage in page.passages_at() if start <= offset]
    start, end = (begun[-1][0], begun[-1][0] + len(begun[-1][1].text)) if begun else (0, len(page.text))
    return Selection(Position(page.index, start), Position(page.index, end)), "this paragraph"


def sentence_stretch(page: Page, offset: int) -> Selection:
    """The sentence at an offset of a page's text."""
    for start, passage in page.passages_at():
        for first, last in sentences(passage.text):
            if offset < start + last:
                return Selection(Position(page.index, start + first), Position(page.index, start + last))
    return whole(page)


def whole(page: Page) -> Selection:
    """The stretch of a whole page."""
    return Selection(Position(page.index, 0), Position(page.index, len(page.text)))
