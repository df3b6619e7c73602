"""Whose turns the person rehearses in each document. Knows SQL, and no face.

What is listed of the words of such a turn is hidden, as it is where the document is read.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from tui_reader.library.stored_values import stored_text

if TYPE_CHECKING:
    from tui_reader.library.database import Database


IS_HIDDEN = (
    "EXISTS (SELECT 1 FROM chairs WHERE chairs.document = {} "
    "AND (chairs.name = pages.speaker OR pages.speaker IS NULL))"
)
"""In SQL, whether the words of a page of a document (a column) are hidden; of one that is not in the index they are."""


class Chairs:
    """The chairs in one library, by the key of a document."""

    def __init__(self, database: Database) -> None:
        """`database` is that of the library."""
        self._database = database

    def of(self, key: str) -> frozenset[str]:
        """The people (by id) whose turns the person rehearses in a document."""
        rows = self._database.rows("SELECT person FROM chairs WHERE document = ?", key)
        return frozenset(person for (person,) in rows)

    def keep(self, key: str, people: Mapping[str, str]) -> None:
        """Keep these people for a document, in place of others: by id, what each is called there.

        Raises LibraryError where that cannot be saved.
        """
        with self._database.kept():
            self._database.write("DELETE FROM chairs WHERE document = ?", key)
            for person, name in people.items():
                self._database.write("INSERT INTO chairs VALUES (?, ?, ?)", key, person, stored_text(name))
