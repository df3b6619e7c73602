"""The long ways through a document: to a turn by number, to what was typed, to parts and memos.

Each jump leaves its place in the history. A jump returns None, or a line that says why it leads nowhere.
"""

from __future__ import annotations

from tui_reader.document.model import Position
from tui_reader.reading import steps
from tui_reader.reading.history import History
from tui_reader.reading.place import Place


class Jumps:
    """Jumps from the place of a reading."""

    def __init__(self, place: Place, history: History) -> None:
        self._place, self._history = place, history

    def to_turn(self, number: int) -> str | None:
        """Go to the turn with that number."""
        return self._history.jump_unless_line(steps.turn(self._place.document, number))

    def to_last_turn(self) -> str | None:
        """Go to the last turn; without turns, to the last page."""
        turns = self._place.document.turns
        return self.to_turn(turns[-1].number) if turns else self.to_typed("end")

    def to_typed(self, typed: str) -> str | None:
        """Go to what was typed: `12`, `50%`, `part 2`, a word of a part's heading, `start`, `end`."""
        from tui_reader.reading.typed_place import place_typed

        return self._history.jump_unless_line(place_typed(self._place.document, self._place.progress, typed))

    def begin_at(self, typed: str) -> str | None:
        """Begin at what was typed: no place of this document is left, so the way back leads to the one before."""
        from tui_reader.reading.typed_place import place_typed

        return self._place.go_unless_line(place_typed(self._place.document, self._place.progress, typed))

    def to_words(self, words: str) -> None:
        """Go to these words of this page, whatever white space is between them; stay if they are not found."""
        import re

        place = self._place
        found = re.search(r"\s+".join(map(re.escape, words.split())), place.page.text) if place.page else None
        if words and found:
            place.go(Position(place.position.page, found.start()))

    def next_part(self) -> str | None:
        """Go to the next part."""
        return self._jump(steps.next_part)

    def previous_part(self) -> str | None:
        """Go to the start of this part, or to the previous one if already there."""
        return self._jump(steps.previous_part)

    def next_memo(self) -> str | None:
        """Go to the next memo or letter; after the last, to the first; without any, to the front matter."""
        return self._jump(steps.next_memo)

    def _jump(self, step: steps.Step) -> str | None:
        return self._history.jump_unless_line(step(self._place.document, self._place.position))
