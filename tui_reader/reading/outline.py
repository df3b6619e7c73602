"""The outline of a document: its parts and turns as rows, a row a page, made when they are looked at. Knows no face."""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

from tui_reader.document.model import Document, Position
from tui_reader.reading.excerpts import capitalized, place_name
from tui_reader.reading.typed_place import part_starts


class OutlineRow(NamedTuple):
    """A row of the outline."""

    position: Position
    """Where it leads."""
    level: int
    """0 for a part, 1 for a turn in one."""
    name: str
    """What it is called: "Turn 9, Ball", or the heading of the part."""
    words: str
    """How it begins, for a turn; empty for a part."""


class Outline:
    """The rows of one document. Row `i` is page `i`: the row where one is is `Position.page`."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def __len__(self) -> int:
        return len(self._document.pages)

    def row(self, index: int) -> OutlineRow:
        """The row of a page."""
        page = self._document.pages[index]
        name = capitalized(place_name(self._document, page))
        if page.turn is None:
            return OutlineRow(Position(index, 0), 0, name, "")
        words = " ".join(page.text[:200].split())
        return OutlineRow(Position(index, 0), 1, f"{name}, {self._document.short_name(page.speaker)}", words)

    @cached_property
    def parts(self) -> list[int]:
        """The row with which each part begins."""
        return part_starts(self._document)
