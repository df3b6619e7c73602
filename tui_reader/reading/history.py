"""The places that jumps have left, to go back to and forward to again, as in a browser. Knows no sound, no library."""

from __future__ import annotations

from tui_reader.document.model import Position
from tui_reader.document.positions import current_position, text_offset
from tui_reader.reading.place import Place

LIMIT = 200
"""The number of places remembered in each direction."""


class History:
    """The jumps in one document.

    Each place is also kept by its character of the document's text, so that it stays at the same words when the
    person decides something about the labels.
    """

    def __init__(self, place: Place) -> None:
        self._place = place
        self.clear()

    def clear(self) -> None:
        """Forget all places: another document is read."""
        self._before: list[tuple[Position, int]] = []
        self._after: list[tuple[Position, int]] = []

    def jump(self, position: Position) -> None:
        """Go to a position, and remember the place that is left."""
        if position != self._place.position:
            left = self._here()
            if not self._before or self._before[-1] != left:
                self._before = [*self._before[1 - LIMIT :], left]
            self._after.clear()
        self._place.go(position)

    def jump_unless_line(self, target: Position | str) -> str | None:
        """Jump to `target`, or return it if it is a line that says why there is no such place."""
        if isinstance(target, str):
            return target
        self.jump(target)
        return None

    def back(self) -> str | None:
        """Go back to the place that the last jump left."""
        return self._move(self._before, self._after, "There is nothing to go back to.")

    def forward(self) -> str | None:
        """Go forward again to the place that `back` left."""
        return self._move(self._after, self._before, "There is nothing to go forward to.")

    def _here(self) -> tuple[Position, int]:
        return self._place.position, text_offset(self._place.document, self._place.position)

    def _move(self, source: list[tuple[Position, int]], target: list[tuple[Position, int]], none: str) -> str | None:
        while source:
            position = current_position(self._place.document, *source.pop())
            if position != self._place.position:
                target.append(self._here())
                self._place.go(position)
                return None
        return none
