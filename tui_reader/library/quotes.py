"""The words at and around what is kept of documents, by which it is found again when a document was edited."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from tui_reader.document.model import Document, Position
from tui_reader.library.stored_values import stored_text
from tui_reader.named_tuple import NamedTuple

if TYPE_CHECKING:
    from tui_reader.document.text_quote import TextQuote
    from tui_reader.library.database import Database

QuoteKind = Literal["place", "bookmark", "decision"]
"""What a quote is of: the reading position, or a bookmark or a decision about a turn by its number."""


class KeptQuote(NamedTuple):
    """A quote as it was kept."""

    quote: TextQuote
    lost: bool
    """Whether its words were not found in the document as it is now."""


class Quotes:
    """The quotes of one library."""

    def __init__(self, database: Database) -> None:
        """`database` is that of the library."""
        self._database = database

    def of(self, key: str, kind: QuoteKind) -> dict[int, KeptQuote]:
        """The quotes of one kind in a document, by number."""
        rows = self._database.rows(
            "SELECT number, prefix, exact, suffix, lost FROM quotes WHERE document = ? AND kind = ?", key, kind
        )
        if not rows:
            return {}
        from tui_reader.document.text_quote import TextQuote

        return {number: KeptQuote(TextQuote(*quote), bool(lost)) for number, *quote, lost in rows}

    def take(self, document: Document, kind: QuoteKind, number: int, place: Position, length: int = 0) -> None:
        """Quote a place, or a stretch of so many characters. In a transaction, as the other methods below."""
        from tui_reader.document.text_quote import quote_of

        if place.page < len(document.pages):
            self.keep(document.key, kind, number, KeptQuote(quote_of(document, place, length), lost=False))

    def keep(self, key: str, kind: QuoteKind, number: int, kept: KeptQuote) -> None:
        """Keep a quote in place of the one with that number."""
        self._database.write(
            "INSERT OR REPLACE INTO quotes VALUES (?, ?, ?, ?, ?, ?, ?)",
            key, kind, number, *map(stored_text, kept.quote), kept.lost,
        )  # fmt: skip

    def forget(self, key: str, kind: QuoteKind, number: int | None = None) -> None:
        """Forget one quote, or all of a kind."""
        self._database.write(
            "DELETE FROM quotes WHERE document = ? AND kind = ? AND number = coalesce(?, number)", key, kind, number
        )
