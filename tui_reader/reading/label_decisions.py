"""What the person decides about the labels of the document: who is who, what is no label. Saved at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui_reader.reading.place import Place

if TYPE_CHECKING:
    from tui_reader.document.decisions import Decision
    from tui_reader.library import Library


class LabelDecisions:
    """The decisions about one document. The place stays at the same words after each of these methods."""

    def __init__(self, place: Place, library: Library, changed: Callable[[], None]) -> None:
        """`changed` has the document read again with the decisions as they are now."""
        self._place, self._library, self._changed = place, library, changed

    def decide(self, *decisions: Decision) -> None:
        """Add decisions about labels."""
        self._library.label_decisions.add(self._place.document.key, decisions)
        self._changed()

    def take_back(self) -> Decision | None:
        """Undo the last decision, and return it; None if nothing was decided."""
        last = self._library.label_decisions.take_back(self._place.document.key)
        self._changed()
        return last

    def forget(self) -> int:
        """Undo all decisions, and return how many there were."""
        key = self._place.document.key
        decided = len(self._library.label_decisions.of(key))
        self._library.label_decisions.forget(key)
        self._changed()
        return decided
