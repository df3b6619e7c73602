"""The outline of a document: its parts and turns as rows, one row for each page, made when asked for. Knows no face."""

from __future__ import annotations

from tui_reader.document.model import Position
from tui_reader.named_tuple import NamedTuple
from tui_reader.reading.place import Place


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
    """The rows of the document of a place. Row `i` is page `i`, so the current row is `place.position.page`."""

    def __init__(self, place: Place) -> None:
        self._place = place

    def __len__(self) -> int:
        return len(self._place.document.pages)

    def row(self, index: int) -> OutlineRow:
        """The row of a page."""
        from tui_reader.reading.excerpts import capitalized, place_name

        document = self._place.document
        page = document.pages[index]
        name = capitalized(place_name(document, page))
        if page.turn is None:
            return OutlineRow(Position(index, 0), 0, name, "")
        words = " ".join(page.text[:200].split())
        return OutlineRow(Position(index, 0), 1, f"{name}, {document.short_name(page.speaker)}", words)

    @property
    def parts(self) -> list[int]:
        """The row with which each part begins."""
        from tui_reader.reading.typed_place import part_starts

        return part_starts(self._place.document)
