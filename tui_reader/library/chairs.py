"""Whose turns the person rehearses in each document. Knows SQL, and no face.

What is listed of the words of such a turn is hidden, as it is where the document is read.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from tui_reader.document.hidden_words import people_now
from tui_reader.library.stored_values import stored_text

if TYPE_CHECKING:
    from tui_reader.document.model import Document
    from tui_reader.library.database import Database


IS_HIDDEN = (
    "EXISTS (SELECT 1 FROM chairs WHERE chairs.document = {} "
    "AND (chairs.name IN (pages.speaker, '') OR pages.speaker IS NULL "
    "OR NOT EXISTS (SELECT 1 FROM indexed WHERE indexed.document = chairs.document)))"
)
"""In SQL, whether the words of a page of a document (a column) are hidden.

Of a document with a chair they are, unless the index as it should be now has surely another speaker there.
"""


class Chairs:
    """The chairs in one library, by the key of a document."""

    def __init__(self, database: Database) -> None:
        """`database` is that of the library."""
        self._database = database

    def of(self, key: str) -> frozenset[str]:
        """The people (by id) whose turns the person rehearses in a document."""
        rows = self._database.rows("SELECT person FROM chairs WHERE document = ?", key)
        return frozenset(person for (person,) in rows)

    def in_document(self, as_read: Document, decided: Document) -> frozenset[str]:
        """These people of a document, as they are (by id) after the decisions about its labels."""
        people = self.of(as_read.key)
        now = people_now(as_read, decided) if people else {}
        return frozenset[str]().union(*(now.get(id, ()) for id in people))

    def keep(self, key: str, people: Mapping[str, str]) -> None:
        """Keep these people for a document, in place of others: by id, what each is called there.

        Raises LibraryError where that cannot be saved.
        """
        with self._database.kept():
            self._database.write("DELETE FROM chairs WHERE document = ?", key)
            for person, name in people.items():
                self._database.write("INSERT INTO chairs VALUES (?, ?, ?)", key, person, stored_text(name))

    def name(self, key: str, names: Mapping[str, str]) -> None:
        """In a transaction: take over what the people of a document, by id, are called in the index now."""
        for (person,) in self._database.write("SELECT person FROM chairs WHERE document = ?", key):
            self._database.write(
                "UPDATE chairs SET name = ? WHERE document = ? AND person = ?", names.get(person, ""), key, person
            )
