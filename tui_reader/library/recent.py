"""A document, or a volume of documents, as the library lists it."""

from __future__ import annotations

from pathlib import Path

from tui_reader.named_tuple import NamedTuple


class Recent(NamedTuple):
    """A document in the library, and how far it was read."""

    key: str
    title: str
    path: Path
    page: int
    """The index of the page where the reading stopped."""
    pages: int
    opened_at: float
    """When it was last read, in seconds since 1970; 0 for one that was added and never read."""
    numbered: str = ""
    """The number that its series gives it; empty without."""
    date: str = ""
    """When it was said, as ISO 8601; empty where that is not known."""
    speakers: str = ""
    """Who speaks or writes in it, with commas."""

    @property
    def percent(self) -> int:
        """How many of its pages lie before the one where the reading stopped."""
        return 100 * self.page // max(1, self.pages - 1)


class ListedVolume(NamedTuple):
    """A file of many documents in the library, and how far these were read."""

    id: int
    title: str
    path: Path
    documents: int
    begun: int
    """How many of the documents were read, or begun."""
    page: int
    """How many pages lie before the places where the readings stopped."""
    pages: int
    """The pages of all documents."""
    opened_at: float
    """When one of them was last read, in seconds since 1970; 0 for never."""
    first: str
    """The earliest date of a document, as ISO 8601; empty where none is known."""
    last: str
    """The latest."""

    @property
    def percent(self) -> int:
        """How many of its pages were read."""
        return 100 * self.page // max(1, self.pages - self.documents)
