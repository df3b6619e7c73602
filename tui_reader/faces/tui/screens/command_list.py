"""The commands as a list, for a calm screen: Textual's palette says too much of itself, and its rows are not heard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.binding import BindingType

from tui_reader.faces.tui.bindings import hidden_bindings
from tui_reader.faces.tui.screens.ask import AskScreen
from tui_reader.faces.tui.screens.overlays import ask
from tui_reader.faces.tui.screens.rows import RowsScreen
from tui_reader.terminal.commands import Command, CommandId, keys_of


class CommandListScreen(RowsScreen):
    """Enter runs the chosen command."""

    BINDINGS: ClassVar[list[BindingType]] = hidden_bindings("slash filter")

    def __init__(self, commands: Sequence[Command], run: Callable[[CommandId], None]) -> None:
        """`run` runs the command that was chosen, when this screen is left."""
        super().__init__()
        self._every, self._run = commands, run
        self._commands = commands

    def count(self) -> int:
        """A row for each command."""
        return len(self._commands)

    def row(self, index: int, width: int) -> str:
        """A command and its keys."""
        command = self._commands[index]
        return f"{command.words} ({keys_of(command)})"

    def head(self) -> list[str]:
        """What keys do."""
        return ["Commands. Enter runs one, / filters, Escape goes back."]

    def about(self, index: int) -> list[str]:
        """What the command does."""
        return [self._commands[index].help]

    def action_filter(self) -> None:
        """Ask for words, and list the commands that have them."""

        def filter(typed: str | None) -> None:
            if typed is None:
                self.rows.renew()
                return
            words = typed.casefold().split()
            found = [one for one in self._every if all(word in f"{one.words} {one.help}".casefold() for word in words)]
            if found:
                self._commands = found
                self.begin_at(0)
            else:
                self.tell(f"Nothing found for {typed}.")

        ask(self, AskScreen("Filter: "), filter)

    def action_take(self) -> None:
        """Leave, and run it."""
        id = self._commands[self.rows.at].id
        self.dismiss()
        self.app.call_later(self._run, id)
