"""The places that jumps have left, to go back to and forward to again, as in a browser, also in other documents.

Knows no sound, no library. A face opens the other document (`elsewhere`).
"""

from __future__ import annotations

from pathlib import Path

from tui_reader.document.collection import is_standard_input
from tui_reader.document.model import Position
from tui_reader.document.positions import current_position, text_offset
from tui_reader.named_tuple import NamedTuple
from tui_reader.reading.place import Place

LIMIT = 200
"""The number of places remembered in each direction."""


class Left(NamedTuple):
    """A place that was left.

    It is also kept by its character of the document's text, so that it stays at the same words when the person decides
    something about the labels.
    """

    path: Path
    """The path that opens the document."""
    position: Position
    at: int
    """The character of the document's text."""


class History:
    """The jumps of one reading."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self._before: list[Left] = []
        self._after: list[Left] = []
        self._awaited: Left | None = None
        """A place in another document that is being opened to go there."""

    def jump(self, position: Position) -> None:
        """Go to a position, and remember the place that is left."""
        if position != self._place.position:
            self._remember()
        self._place.go(position)

    def _remember(self) -> None:
        left = self._here()
        if not self._before or self._before[-1] != left:
            self._before = [*self._before[1 - LIMIT :], left]
        self._after.clear()

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

    def _here(self) -> Left:
        place = self._place
        return Left(place.path, place.position, text_offset(place.document, place.position))

    def _move(self, source: list[Left], target: list[Left], none: str) -> str | None:
        while source and source[-1].path == self._place.path:
            left = source.pop()
            position = current_position(self._place.document, left.position, left.at)
            if position != self._place.position:
                target.append(self._here())
                self._place.go(position)
                return None
        return none

    # Other documents

    def elsewhere(self, forward: bool = False) -> Path | None:
        """The path of the document that `back`, or `forward`, leads to, where it is another one, for a face to open."""
        here = self._place
        for left in reversed(self._after if forward else self._before):
            if left.path != here.path:
                self._awaited = left
                return left.path
            if current_position(here.document, left.position, left.at) != here.position:
                return None
        return None

    def leave(self, path: Path) -> None:
        """The document at `path` is about to be opened: remember the place in this one."""
        awaited = self._awaited if self._awaited and self._awaited.path == path else None
        self._awaited = awaited
        if not self._place.document.key or is_standard_input(self._place.path):
            return
        if awaited is None:
            self._remember()
            return
        back = awaited in self._before
        source, target = (self._before, self._after) if back else (self._after, self._before)
        target.append(self._here())
        del source[len(source) - 1 - source[::-1].index(awaited) :]

    def arrive(self) -> None:
        """Another document was opened: go to the place in it that was to be gone to."""
        awaited, self._awaited = self._awaited, None
        if awaited and self._place.document.pages:
            self._place.set(current_position(self._place.document, awaited.position, awaited.at))
