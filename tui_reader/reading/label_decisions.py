"""What the person decides about the document: who is who, what is no label, whose a turn is. Saved at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui_reader.document.model import Turn
from tui_reader.reading.place import Place
from tui_reader.reading.speakers import person_called

if TYPE_CHECKING:
    from tui_reader.document.decisions import Decision
    from tui_reader.library import Library

NO_TURN = "There is no turn here."
SHOWN = "It is no longer in your part: its words are shown."
NOTHING_TO_UNDO = "There is nothing to take back."


class LabelDecisions:
    """The decisions about one document. The place stays at the same words after each of these methods."""

    def __init__(self, place: Place, library: Library, changed: Callable[[], None]) -> None:
        """`changed` has the document read again with the decisions as they are now."""
        self._place, self._library, self._changed = place, library, changed
        self.part_told = ""
        """After the last change: with a blank before it, what the person no longer rehearses, or whose part now; or "".
        """

    def _read_again(self) -> None:
        place = self._place
        before, was_own = place.hiding.speakers, place.hiding.of(place.page)
        self._changed()
        if before != place.hiding.speakers:
            lines = [place.part_lost, f"Your part: {place.part_names}." if place.part_names else ""]
        else:
            lines = [SHOWN] if was_own and not place.hiding.of(place.page) else []
        self.part_told = "".join(f" {line}" for line in lines if line)

    def decide(self, *decisions: Decision) -> None:
        """Add decisions. Raises LibraryError where they cannot be saved."""
        self._library.label_decisions.add(self._place.document.key, decisions)
        self._read_again()

    def take_back(self) -> Decision | None:
        """Undo the last decision, and return it; None if nothing was decided."""
        last = self._library.label_decisions.take_back(self._place.document.key)
        self._read_again()
        return last

    def forget(self) -> int:
        """Undo all decisions, and return how many there were."""
        key = self._place.document.key
        decided = len(self._library.label_decisions.of(key))
        self._library.label_decisions.forget(key)
        self._read_again()
        return decided

    # Each of these returns a line that says what is so now, or why nothing has changed

    def undo(self) -> str:
        """Undo the last decision."""
        from tui_reader.library import LibraryError

        try:
            last = self.take_back()
        except LibraryError as error:
            return str(error)
        return f"Taken back: {last}{self.part_told}" if last else NOTHING_TO_UNDO

    def give_turn(self, name: str) -> str:
        """Give the turn at the place to the person who is called so, or to somebody new with that name."""
        from tui_reader.document.decisions import Decision, Verb
        from tui_reader.document.turn_corrections import first_place

        turn, document = self._turn, self._place.document
        if turn is None:
            return NO_TURN
        name = person_called(document, name)
        if name in (turn.speaker, turn.label.text):
            return f"Turn {turn.number} is {document.short_name(turn.speaker)}'s already."
        return self._correct(
            Decision(Verb.GIVE_TURN, str(first_place(turn)), name),
            lambda turn: f"Turn {turn.number} is {self._place.document.short_name(turn.speaker)}'s now.",
        )

    def split_turn(self) -> str:
        """Begin a new turn at the word of the place."""
        from tui_reader.document.decisions import Decision, Verb
        from tui_reader.document.turn_corrections import split_place

        if self._turn is None:
            return NO_TURN
        place = split_place(self._place.document, self._place.position)
        if place is None:
            return "Go to the word where the new turn begins first."
        return self._correct(Decision(Verb.SPLIT_TURN, str(place)), lambda turn: f"Turn {turn.number} begins here now.")

    def join_turn(self) -> str:
        """Have the turn at the place go on with the one before."""
        from tui_reader.document.decisions import Decision, Verb
        from tui_reader.document.turn_corrections import first_place

        turn, page = self._turn, self._place.page
        if turn is None or page is None:
            return NO_TURN
        if page.part.turns[0] == turn:
            return "There is no turn before this one in its part."
        return self._correct(
            Decision(Verb.JOIN_TURN, str(first_place(turn))), lambda turn: f"This belongs to turn {turn.number} now."
        )

    @property
    def _turn(self) -> Turn | None:
        """The turn at the place."""
        page = self._place.page
        return page.turn if page else None

    def _correct(self, decision: Decision, told: Callable[[Turn], str]) -> str:
        """Save a decision about the turn at the place; the line that `told` makes of the turn there then."""
        from tui_reader.library import LibraryError

        try:
            self.decide(decision)
        except LibraryError as error:
            return str(error)
        return f"{told(self._turn)}{self.part_told}" if self._turn else NO_TURN
