"""The places that were left by a jump, to go back to and forward again as in a browser. Knows no sound, no library."""

from __future__ import annotations

from tui_reader.document.model import Document, Position
from tui_reader.document.positions import in_text, still

MOST = 200
"""So many places are remembered each way."""


class History:
    """The places of one document, each kept by its character of the text too: it stays whatever is decided."""

    def __init__(self) -> None:
        self._before: list[tuple[Position, int]] = []
        self._after: list[tuple[Position, int]] = []

    def leave(self, document: Document, here: Position) -> None:
        """One jumps away from here."""
        kept = here, in_text(document, here)
        if not self._before or self._before[-1] != kept:
            self._before = [*self._before[1 - MOST :], kept]
        self._after.clear()

    def back(self, document: Document, here: Position) -> Position | None:
        """The place that was left last; None where there is none."""
        return _take(document, here, self._before, self._after)

    def forward(self, document: Document, here: Position) -> Position | None:
        """The place from which one went back last; None where there is none."""
        return _take(document, here, self._after, self._before)


def _take(
    document: Document, here: Position, source: list[tuple[Position, int]], target: list[tuple[Position, int]]
) -> Position | None:
    while source:
        place = still(document, *source.pop())
        if place != here:
            target.append((here, in_text(document, here)))
            return place
    return None
