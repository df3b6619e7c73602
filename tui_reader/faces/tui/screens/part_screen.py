"""Asks whose part the person rehearses, and tells where they hesitated."""

from __future__ import annotations

from collections.abc import Callable

from tui_reader.faces.tui.screens.name_choice import NameChoiceScreen
from tui_reader.reading import Reading


class PartScreen(NameChoiceScreen):
    """Up and Down choose a speaker, Enter takes the part."""

    def __init__(self, reading: Reading, said: Callable[[str], None]) -> None:
        """`said` takes the line that says what has changed."""
        self._reading, self._said = reading, said
        self._choices = reading.rehearsal.choices
        question = f"{reading.rehearsal.question} Up and Down choose, Enter takes it, Escape."
        super().__init__(question, [name for name, _ in self._choices])

    def take(self, index: int) -> None:
        """Take the part, or leave the one that was taken."""
        self.dismiss()
        self._said(self._reading.rehearsal.take(self._choices[index][1]))
