"""Decisions that two people are one in all documents: kept, listed and taken back. Knows SQL, and no face."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from tui_reader.document.people.across_documents import SamePerson
from tui_reader.library.stored_values import stored_text
from tui_reader.named_tuple import NamedTuple

if TYPE_CHECKING:
    from tui_reader.library.database import Database

_ORDER = "ORDER BY kept_at, one, other"


class PersonDecision(NamedTuple):
    """A decision as a person sees it."""

    one: str
    """By what the first of the two is known, as `across_documents.anchor` gives it."""
    one_name: str
    other: str
    other_name: str

    @property
    def same(self) -> SamePerson:
        """The decision as the rules take it."""
        return SamePerson(self.one, self.other)

    @property
    def line(self) -> str:
        """In words."""
        return f"{self.one_name} and {self.other_name} are one person."


class SamePeopleStore:
    """The decisions of one library, in the order in which they were made."""

    def __init__(self, database: Database) -> None:
        """`database` is that of the library. Methods that change something raise LibraryError."""
        self._database = database

    def all(self) -> list[PersonDecision]:
        """All decisions, the oldest first."""
        rows = self._database.rows(f"SELECT one, one_name, other, other_name FROM same_people {_ORDER}")
        return [PersonDecision(*row) for row in rows]

    def add(self, *decisions: PersonDecision) -> int:
        """Remember decisions, all or none. Returns how many are new."""
        new = 0
        with self._database.kept():
            for one in decisions:
                new += len(
                    self._database.write(
                        "INSERT OR IGNORE INTO same_people SELECT ?, ?, ?, ?, ? WHERE NOT EXISTS "
                        "(SELECT 1 FROM same_people WHERE one = ? AND other = ?) RETURNING 1",
                        *map(stored_text, one), time.time(), stored_text(one.other), stored_text(one.one),
                    )
                )  # fmt: skip
        return new

    def take_back(self, decision: PersonDecision) -> None:
        """Remove a decision."""
        with self._database.kept():
            self._database.write("DELETE FROM same_people WHERE one = ? AND other = ?", decision.one, decision.other)
