"""Bookmarks and highlights: places and stretches of a document that a person marked, each with a note.

They are kept by the characters of the document's text, so that they stay at the same words when labels change. Knows
SQL, and no face.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from tui_reader.document.model import Document, Position
from tui_reader.document.positions import current_position, text_offset
from tui_reader.library.stored_values import stored_text
from tui_reader.named_tuple import NamedTuple

if TYPE_CHECKING:
    from tui_reader.library.database import Database
    from tui_reader.library.quotes import Quotes


class Bookmark(NamedTuple):
    """A place that was marked, or a stretch of text: a highlight."""

    number: int
    """From 1 in its document."""
    place: Position
    length: int
    """How many characters of the page's text are highlighted; 0 for a bookmark."""
    note: str
    lost: str = ""
    """The words that were marked, where they are not in the edited document: then the place means nothing."""


class BookmarkStore:
    """The bookmarks of one library."""

    def __init__(self, database: Database, quotes: Quotes) -> None:
        """`database` is that of the library, with these quotes."""
        self._database, self._quotes = database, quotes

    def of(self, document: Document) -> list[Bookmark]:
        """The bookmarks of a document, in the order of its text; those whose words are lost come last."""
        rows = self._database.rows(
            "SELECT number, page, bookmarks.offset, length, bookmarks.at, note FROM bookmarks WHERE document = ?",
            document.key,
        )
        quotes = self._quotes.of(document.key, "bookmark") if rows else {}
        found, lost = [], []
        for number, page, offset, length, at, note in rows:
            quote = quotes.get(number)
            if quote and quote.lost:
                lost.append(Bookmark(number, Position(0, 0), length, note, quote.quote.exact))
            else:
                place = current_position(document, Position(page, offset), at)
                found.append(Bookmark(number, place, length, note))
        self._quote([one for one in found if one.number not in quotes], document)
        return [*sorted(found, key=lambda one: (one.place, one.number)), *sorted(lost)]

    def _quote(self, bookmarks: list[Bookmark], document: Document) -> None:
        """Keep the words of bookmarks that were set before words were kept."""
        if bookmarks:
            with self._database.in_passing(), self._database.kept():
                for one in bookmarks:
                    self._quotes.take(document, "bookmark", one.number, one.place, one.length)

    def add(self, document: Document, place: Position, length: int = 0, note: str = "") -> int:
        """Mark a place, or `length` characters of its page from there on. Returns the number of the bookmark.

        This and the methods below raise LibraryError where it cannot be saved.
        """
        with self._database.kept():
            ((number,),) = self._database.write(
                "INSERT INTO bookmarks SELECT ?, coalesce(max(number), 0) + 1, ?, ?, ?, ?, ?, ? "
                "FROM bookmarks WHERE document = ? RETURNING number",
                document.key, *place, length, text_offset(document, place), stored_text(note), time.time(),
                document.key,
            )  # fmt: skip
            self._quotes.take(document, "bookmark", number, place, length)
        return int(number)

    def write_note(self, document: Document, number: int, note: str) -> None:
        """Replace the note of a bookmark."""
        with self._database.kept():
            self._database.write(
                "UPDATE bookmarks SET note = ? WHERE document = ? AND number = ?",
                stored_text(note), document.key, number,
            )  # fmt: skip

    def remove(self, document: Document, number: int) -> bool:
        """Remove a bookmark; False if no bookmark has that number. The others keep their numbers."""
        with self._database.kept():
            rows = self._database.write(
                "DELETE FROM bookmarks WHERE document = ? AND number = ? RETURNING number", document.key, number
            )
            self._quotes.forget(document.key, "bookmark", number)
        return bool(rows)
