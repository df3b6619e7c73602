"""Asks whose a turn is: a speaker of the document is chosen, or a new name is typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import BindingType

from tui_reader.faces.tui.bindings import hidden_bindings
from tui_reader.faces.tui.screens.ask import AskScreen
from tui_reader.faces.tui.screens.name_choice import NameChoiceScreen
from tui_reader.faces.tui.screens.overlays import ask
from tui_reader.reading import Reading
from tui_reader.reading.speakers import likely_speakers


class WhoseTurnScreen(NameChoiceScreen):
    """Up and Down choose a person; Enter gives the turn, n asks for a new name."""

    BINDINGS: ClassVar[list[BindingType]] = hidden_bindings("n name")

    def __init__(self, reading: Reading, said: Callable[[str], None]) -> None:
        """`said` takes the line that says what has changed."""
        page = reading.place.page
        self._reading, self._said = reading, said
        self._people = likely_speakers(reading.document, page)
        number = page.turn.number if page and page.turn else 0
        question = f"Turn {number} is whose? Up and Down choose, Enter gives it, n another name, Escape."
        super().__init__(question, [reading.document.short_name(person.id) for person in self._people])

    def take(self, index: int) -> None:
        """Give the turn to the person chosen."""
        self._give(self._people[index].id)

    def action_name(self) -> None:
        """Ask for the name of somebody new, and give the turn to that person."""

        def answer(words: str | None) -> None:
            name = " ".join((words or "").split())
            if name:
                self._give(name)
            else:
                self.renew()

        ask(self, AskScreen("Name: "), answer)

    def _give(self, name: str) -> None:
        self.dismiss()
        self._said(self._reading.labels.give_turn(name))
