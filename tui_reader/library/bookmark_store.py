"""Bookmarks and highlights: places and stretches of a document that a person marked, each with a note.

They are kept by the characters of the document's text, so that they stay at the same words when labels change. Knows
SQL, and no face.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any, NamedTuple

from tui_reader.document.model import Document, Position
from tui_reader.document.positions import current_position, text_offset
from tui_reader.library.database import stored_text


class Bookmark(NamedTuple):
    """A place that was marked, or a stretch of text: a highlight."""

    number: int
    """From 1 in its document."""
    place: Position
    length: int
    """How many characters of the page's text are highlighted; 0 for a bookmark."""
    note: str


class BookmarkStore:
    """The bookmarks of one library."""

    def __init__(self, run: Callable[..., list[Any]], kept: Callable[[], AbstractContextManager[None]]) -> None:
        """`run` does a statement of SQL with its values, `kept` is a transaction of the library."""
        self._run, self._kept = run, kept

    def of(self, document: Document) -> list[Bookmark]:
        """The bookmarks of a document, in the order of its text."""
        rows = self._run(
            'SELECT number, page, "offset", length, "at", note FROM bookmarks WHERE document = ?', document.key
        )
        found = [
            Bookmark(number, current_position(document, Position(page, offset), at), length, note)
            for number, page, offset, length, at, note in rows
        ]
        return sorted(found, key=lambda bookmark: (bookmark.place, bookmark.number))

    def add(self, document: Document, place: Position, length: int = 0, note: str = "") -> int | None:
        """Mark a place, or `length` characters of its page from there on. Returns the number of the bookmark.

        None if it could not be saved: the library's `trouble` says why.
        """
        rows: list[Any] = []
        with self._kept():
            rows = self._run(
                "INSERT INTO bookmarks SELECT ?, coalesce(max(number), 0) + 1, ?, ?, ?, ?, ?, ? "
                "FROM bookmarks WHERE document = ? RETURNING number",
                document.key, *place, length, text_offset(document, place), stored_text(note), time.time(),
                document.key,
            )  # fmt: skip
        return rows[0][0] if rows else None

    def write_note(self, document: Document, number: int, note: str) -> None:
        """Replace the note of a bookmark."""
        with self._kept():
            self._run(
                "UPDATE bookmarks SET note = ? WHERE document = ? AND number = ?",
                stored_text(note), document.key, number,
            )  # fmt: skip

    def remove(self, document: Document, number: int) -> bool:
        """Remove a bookmark; False if no bookmark has that number. The others keep their numbers."""
        rows: list[Any] = []
        with self._kept():
            rows = self._run(
                "DELETE FROM bookmarks WHERE document = ? AND number = ? RETURNING number", document.key, number
            )
        return bool(rows)
