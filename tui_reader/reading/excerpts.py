"""A place in a few words, for search hits and bookmarks. Pure; knows no face."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tui_reader.document.model import Document, Page, Position
from tui_reader.narration.sentences import sentences

if TYPE_CHECKING:
    from tui_reader.library.all_bookmarks import MarkedPlace
    from tui_reader.library.bookmark_store import Bookmark


def sentence_at(page: Page, offset: int) -> str:
    """The sentence at a character of a page, or the next one."""
    for start, passage in page.passages_at():
        if offset <= start + len(passage.text):
            pieces = sentences(passage.text)
            found = next((piece for piece in pieces if offset < start + piece[1]), pieces[-1] if pieces else None)
            return passage.text[found[0] : found[1]].replace("\n", " ") if found else passage.text
    return ""


def place_name(document: Document, page: Page | None) -> str:
    """A place inside a sentence: "turn 9", or the heading of a part."""
    if page is None:
        return "the end"
    if page.turn:
        return f"turn {page.turn.number}"
    return (page.part.heading.text if page.part.heading else document.heading).rstrip(".")


def place_and_speaker(document: Document, place: Position) -> str:
    """A place with its speaker: "turn 9, Ball"."""
    page = document.pages[place.page]
    named = place_name(document, page)
    return f"{named}, {document.short_name(page.speaker)}" if page.turn else named


def bookmark_words(document: Document, bookmark: Bookmark) -> str:
    """The highlighted words, or the sentence at a bookmark; the words that it had, where they are lost."""
    if bookmark.lost:
        return bookmark.lost
    page, start = document.pages[bookmark.place.page], bookmark.place.offset
    return page.text[start : start + bookmark.length] if bookmark.length else sentence_at(page, start)


def bookmark_line(document: Document, bookmark: Bookmark) -> str:
    """A bookmark as a line: "Bookmark 1, turn 9, Ball: He still has his SAM sites. Note: what kind?".

    Where its words are lost, that stands in place of the turn.
    """
    return marked_place(document, bookmark).line


def brief_bookmark(document: Document, bookmark: Bookmark) -> str:
    """A bookmark in few cells: "1 turn 9: ... SAM sites.", with the words from the very place on."""
    return marked_place(document, bookmark).brief


def place_of(document: Document, bookmark: Bookmark) -> str:
    """The place of a bookmark with its speaker; that it is not in the document any more, where its words are lost."""
    return "no longer in the text" if bookmark.lost else place_and_speaker(document, bookmark.place)


def marked_place(document: Document, bookmark: Bookmark, path: Path | None = None) -> MarkedPlace:
    """A bookmark of a document at `path`, as it is told beside those of others."""
    from tui_reader.library.all_bookmarks import MarkedPlace, from_place
    from tui_reader.reading.selection import sentence_stretch

    of = (document.key, document.heading, path, (document.date and document.date.iso) or "")
    words = rest = bookmark_words(document, bookmark)
    typed = speaker = ""
    if not bookmark.lost:
        page, offset = document.pages[bookmark.place.page], bookmark.place.offset
        typed, speaker = place_name(document, page), document.short_name(page.speaker) if page.turn else ""
        if not bookmark.length:
            start, end = sentence_stretch(page, offset)
            rest = from_place(page.text[start.offset : end.offset], offset - start.offset)
    return MarkedPlace(
        *of, bookmark.number, bookmark.length, typed, speaker, words, rest, bookmark.note, bool(bookmark.lost)
    )


def capitalized(words: str) -> str:
    """The words with a capital first letter."""
    return words[:1].upper() + words[1:]
