"""Asks for one of several names, in a list over the text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType

from tui_reader.faces.tui.bindings import hidden_bindings
from tui_reader.faces.tui.screens.lines import LinesScreen
from tui_reader.faces.tui.screens.list_parts import hint_lines
from tui_reader.faces.tui.text.head import cut


class NameChoiceScreen(LinesScreen):
    """Up and Down choose a name, Enter takes it."""

    BINDINGS: ClassVar[list[BindingType]] = hidden_bindings("escape,q dismiss", "enter choose")

    def __init__(self, question: str, names: Sequence[str]) -> None:
        """`question` says what the names are for and what the keys do."""
        super().__init__()
        self._question, self._names = question, names
        self._chosen = 0
        self._moved = False

    def make(self, width: int) -> list[str]:
        """The question and the names, for a width in cells."""
        head = [*hint_lines(self._question, width, self.size.height), ""]
        self.view.chosen = len(head) + self._chosen if self._names else None
        return [*head, *(cut(name, width) for name in self._names)]

    def spoken(self) -> str:
        """The chosen name; before that, first of all, the question."""
        if not self._names:
            return self._question
        row = f"{self._names[self._chosen]}, {self._chosen + 1} of {len(self._names)}"
        return row if self._moved else f"{self._question} {row}"

    def action_move(self, lines: int) -> None:
        """Choose another name."""
        self._moved = True
        self._chosen = max(0, min(self._chosen + lines, len(self._names) - 1))
        self.renew()

    def action_page(self, pages: int) -> None:
        """Choose a name further away."""
        self.action_move(pages * max(1, self.size.height // 2))

    def action_choose(self) -> None:
        """Take the chosen name."""
        if self._names:
            self.take(self._chosen)

    def take(self, index: int) -> None:
        """Do what the name with that index was asked for."""
        raise NotImplementedError
