"""The bookmarks and highlights of all documents, with their words, found without reading the documents. Knows SQL.

The words are those of the index, or where a document is not in it, those that were kept with the bookmark.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui_reader.document.hidden_words import SIGN
from tui_reader.library.chairs import IS_HIDDEN
from tui_reader.named_tuple import NamedTuple

if TYPE_CHECKING:
    from tui_reader.library.database import Database


UNKNOWN = "A document that is not in the library"


class MarkedPlace(NamedTuple):
    """A bookmark or highlight of some document."""

    key: str
    """The key of the document."""
    title: str
    path: Path | None
    """The path that opens the document; None where it is no longer listed."""
    date: str
    """When it was said, as ISO 8601; empty where that is not known."""
    number: int
    """From 1 in its document."""
    length: int
    """How many characters are highlighted; 0 for a bookmark."""
    typed: str
    """Where it is: "turn 9"; empty where that is not known."""
    speaker: str
    words: str
    """The highlighted words, or the sentence at the bookmark."""
    rest: str
    """The words from the very place on; "..." is before them where the sentence begins earlier."""
    note: str
    lost: bool
    """Whether its words are no longer in the document."""

    def to_json(self) -> Mapping[str, object]:
        """As `tui-reader bookmarks --json` prints it."""
        return {
            "document": self.title,
            "path": str(self.path) if self.path else None,
            "date": self.date or None,
            "number": self.number,
            "kind": "highlight" if self.length else "bookmark",
            "place": self.typed or None,
            "speaker": self.speaker or None,
            "words": self.words,
            "note": self.note or None,
            "lost": self.lost,
        }

    @property
    def line(self) -> str:
        """In a line, without the document: "Bookmark 1, turn 9, Ball: He still has his SAM sites. Note: what kind?"."""
        kind = "Highlight" if self.length else "Bookmark"
        where = "no longer in the text" if self.lost else ", ".join(filter(None, (self.typed, self.speaker)))
        note = f" Note: {self.note}" if self.note else ""
        words = f": {' '.join(self.words.split())}" if self.words else ""
        return f"{', '.join(filter(None, (f'{kind} {self.number}', where)))}{words}{note}"

    @property
    def brief(self) -> str:
        """In few cells, without the document: "1 turn 9: ... SAM sites.", with the words from the very place on."""
        where = "lost" if self.lost else self.typed
        words = f": {' '.join(self.rest.split())}" if self.rest else ""
        return f"{self.number} {'highlight, ' if self.length else ''}{where}{words}"

    @property
    def told(self) -> str:
        """In a line with the document and its date."""
        return f"{', '.join(filter(None, (self.title.rstrip('.'), self.date[:10])))}. {self.line}"


def all_bookmarks(database: Database) -> list[MarkedPlace]:
    """Those of all documents: the document last read first, each in the order of its text.

    Raises LibraryError where they cannot be read.
    """
    has_index = database.select("SELECT 1 FROM sqlite_master WHERE name = 'spoken' AND sql LIKE '%facts%'")
    words = "(SELECT coalesce(printed, spoken.words) FROM spoken WHERE rowid = pages.id)" if has_index else "NULL"
    rows = database.select(
        "SELECT bookmarks.document, coalesce(title, '') AS title, coalesce(path, '') AS path, "
        "coalesce(date, '') AS date, bookmarks.number, bookmarks.offset, length, coalesce(typed, '') AS typed, "
        f"coalesce(speaker, '') AS speaker, coalesce({words}, '') AS words, coalesce(exact, '') AS value, note, "
        f"coalesce(lost, 0) AS times, {IS_HIDDEN.format('bookmarks.document')} AS number "
        "FROM bookmarks LEFT JOIN documents ON key = bookmarks.document "
        "LEFT JOIN pages ON pages.document = bookmarks.document AND pages.page = bookmarks.page "
        "LEFT JOIN quotes ON quotes.document = bookmarks.document AND kind = 'bookmark' "
        "AND quotes.number = bookmarks.number "
        "ORDER BY opened_at DESC, title, bookmarks.document, bookmarks.page, bookmarks.offset"
    )
    return [_marked(*row) for row in rows]


def _marked(*row: Any) -> MarkedPlace:
    key, title, path, date, number, offset, length, typed, speaker, text, kept, note, lost, hidden = row
    words, rest = (SIGN, SIGN) if hidden else _words(text, offset, length, kept)
    title = title or UNKNOWN
    return MarkedPlace(key, title, path, date, number, length, typed, speaker, words, rest, note, bool(lost))


def _words(text: str, offset: int, length: int, kept: str) -> tuple[str, str]:
    """The words of a bookmark, and those from the very place on.

    They are those of its page's text where that is known and has them, else those that were kept.
    """
    from tui_reader.narration.sentences import sentences

    there = " ".join(text[offset : offset + max(length, len(kept))].split())
    if not there or (kept and not there.startswith(" ".join(kept[:40].split()))):
        return kept, kept
    if length:
        highlighted = text[offset : offset + length]
        return highlighted, highlighted
    paragraph = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    words, at = text[paragraph : end if end >= 0 else len(text)], offset - paragraph
    for start, stop in sentences(words):
        if at < stop:
            return words[start:stop], from_place(words[start:stop], at - start)
    return kept, kept


def from_place(sentence: str, offset: int) -> str:
    """What of a sentence stands from a place in it on, behind "..." where that is not its beginning."""
    return f"... {sentence[offset:]}" if offset > 0 else sentence
