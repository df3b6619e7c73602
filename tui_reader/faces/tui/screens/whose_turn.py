"""Asks whose a turn is: a speaker of the document is chosen, or a new name is typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import BindingType

from tui_reader.document.model import Person
from tui_reader.faces.tui.bindings import hidden_bindings
from tui_reader.faces.tui.screens.ask import AskScreen
from tui_reader.faces.tui.screens.lines import LinesScreen
from tui_reader.faces.tui.screens.list_parts import hint_lines
from tui_reader.faces.tui.screens.overlays import ask
from tui_reader.faces.tui.text.head import cut
from tui_reader.reading import Reading
from tui_reader.reading.speakers import likely_speakers


class WhoseTurnScreen(LinesScreen):
    """Up and Down choose a person; Enter gives the turn, n asks for a new name."""

    BINDINGS: ClassVar[list[BindingType]] = hidden_bindings("escape,q dismiss", "enter choose", "n name")

    def __init__(self, reading: Reading, said: Callable[[str], None]) -> None:
        """`said` takes the line that says what has changed."""
        super().__init__()
        self._reading, self._said = reading, said
        self._people: list[Person] = likely_speakers(reading.document, reading.place.page)
        self._chosen = 0
        self._moved = False

    def make(self, width: int) -> list[str]:
        """The question and the people, for a width in cells."""
        head = [*hint_lines(self._question, width, self.size.height), ""]
        self.view.chosen = len(head) + self._chosen if self._people else None
        names = self._reading.document.short_names
        return [*head, *(cut(names[person.id], width) for person in self._people)]

    @property
    def _question(self) -> str:
        page = self._reading.place.page
        number = page.turn.number if page and page.turn else 0
        return f"Turn {number} is whose? Up and Down choose, Enter gives it, n another name, Escape."

    def spoken(self) -> str:
        """The chosen person; before that, first of all, the question."""
        if not self._people:
            return self._question
        name = self._reading.document.short_name(self._people[self._chosen].id)
        row = f"{name}, {self._chosen + 1} of {len(self._people)}"
        return row if self._moved else f"{self._question} {row}"

    def action_move(self, lines: int) -> None:
        """Choose another person."""
        self._moved = True
        self._chosen = max(0, min(self._chosen + lines, len(self._people) - 1))
        self.renew()

    def action_page(self, pages: int) -> None:
        """Choose a person further away."""
        self.action_move(pages * max(1, self.size.height // 2))

    def action_choose(self) -> None:
        """Give the turn to the person chosen."""
        if self._people:
            self._give(self._people[self._chosen].id)

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
