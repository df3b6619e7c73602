"""What a person decided about the labels of documents: merged, split, named, no label. Knows SQL, and no face."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tui_reader.document.model import Document

if TYPE_CHECKING:
    from tui_reader.document.decisions import Decision
    from tui_reader.library.database import Database
    from tui_reader.library.quotes import Quotes


class LabelDecisionStore:
    """The decisions in one library, by the key of a document and in the order in which they were made."""

    def __init__(self, database: Database, quotes: Quotes, changed: Callable[[str], None]) -> None:
        """`database` is that of the library, with these quotes.

        `changed` is called in a transaction with the key of a document whose decisions change. The methods that change
        them raise LibraryError where that cannot be saved.
        """
        self._database, self._quotes, self._changed = database, quotes, changed

    def of(self, key: str) -> tuple[Decision, ...]:
        """The decisions about a document."""
        rows = self._database.rows("SELECT verb, label, value FROM decisions WHERE document = ? ORDER BY number", key)
        if not rows:
            return ()
        from tui_reader.document.decisions import Decision

        return tuple(Decision(*row) for row in rows)

    def all(self) -> dict[str, tuple[Decision, ...]]:
        """All decisions, by the key of a document."""
        rows = self._database.rows("SELECT document, verb, label, value FROM decisions ORDER BY document, number")
        if not rows:
            return {}
        from tui_reader.document.decisions import Decision

        found: dict[str, tuple[Decision, ...]] = {}
        for key, *row in rows:
            found[key] = (*found.get(key, ()), Decision(*row))
        return found

    def apply_to(self, document: Document) -> Document:
        """A document that is given as it was read, with the decisions about it."""
        decisions = self.of(document.key)
        if not decisions:
            return document
        from tui_reader.document.decisions import apply

        self._quote(document)
        return apply(document, decisions)

    def _quote(self, document: Document) -> None:
        """Keep the words of the turns that were decided about, where that was not done yet."""
        from tui_reader.document.decisions import OF_TURNS, Decision
        from tui_reader.document.positions import position_at

        rows = self._database.rows("SELECT number, verb, label FROM decisions WHERE document = ?", document.key)
        of_turns = {number: Decision(verb, label).place for number, verb, label in rows if verb in OF_TURNS}
        if of_turns.keys() - self._quotes.of(document.key, "decision").keys():
            with self._database.in_passing(), self._database.kept():
                for number, place in of_turns.items():
                    if place >= 0:
                        self._quotes.take(document, "decision", number, position_at(document, place))

    def add(self, key: str, decisions: Sequence[Decision]) -> None:
        """Remember further decisions, all of them or none."""
        with self._database.kept():
            self._changed(key)
            for decision in decisions:
                self._database.write(
                    "INSERT INTO decisions SELECT ?, coalesce(max(number), 0) + 1, ?, ?, ? "
                    "FROM decisions WHERE document = ?",
                    key,
                    *decision,
                    key,
                )

    def take_back(self, key: str, index: int = -1) -> Decision | None:
        """Remove the last decision about a document, or the one at an index, and return it; None where it is not."""
        decided = self.of(key)[index:][:1]
        with self._database.kept():
            self._changed(key)
            numbers = self._database.rows("SELECT number FROM decisions WHERE document = ? ORDER BY number", key)
            for (number,) in numbers[index:][:1]:
                self._database.write("DELETE FROM decisions WHERE document = ? AND number = ?", key, number)
                self._quotes.forget(key, "decision", number)
        return decided[0] if decided else None

    def forget(self, key: str) -> None:
        """Remove all decisions about a document."""
        with self._database.kept():
            self._changed(key)
            self._database.write("DELETE FROM decisions WHERE document = ?", key)
            self._quotes.forget(key, "decision")
