"""A document as the library lists it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


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

    @property
    def percent(self) -> int:
        """How many of its pages lie before the one where the reading stopped."""
        return 100 * self.page // max(1, self.pages - 1)
