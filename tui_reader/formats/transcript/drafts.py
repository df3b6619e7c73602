"""What a transcript is divided into before it is known who speaks: parts and turns being put together."""

from __future__ import annotations

from tui_reader.document.model import Passage
from tui_reader.formats.labels.candidates import LabelCandidate


class Speech:
    """A turn before it is known whose it is."""

    __slots__ = ("found", "passages")

    def __init__(self, found: LabelCandidate) -> None:
        self.found = found
        self.passages: list[Passage] = []


class Draft:
    """A part being put together."""

    def __init__(self, id: str, on_demand: bool = False) -> None:
        self.id = id
        self.heading: Passage | None = None
        self.heading_at: int | None = None
        """Index of the heading's paragraph."""
        self.letter = False
        """Whether it is a letter or paper: what follows belongs to it and to no turn."""
        self.body: list[Passage] = []
        self.speeches: list[Speech] = []
        self.on_demand = on_demand

    @property
    def empty(self) -> bool:
        """Whether nothing came to stand in it."""
        return not (self.heading or self.body or self.speeches)
