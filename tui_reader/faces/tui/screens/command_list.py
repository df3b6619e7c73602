"""The palette as a list, for a calm screen: Textual's own says too much of itself, and its rows are not heard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.binding import BindingType

from tui_reader.faces.tui.bindings import hidden_bindings
from tui_reader.faces.tui.palette_entry import Entry, found
from tui_reader.faces.tui.screens.ask import AskScreen
from tui_reader.faces.tui.screens.overlays import ask
from tui_reader.faces.tui.screens.rows import RowsScreen


class CommandListScreen(RowsScreen):
    """Enter does the chosen entry."""

    BINDINGS: ClassVar[list[BindingType]] = hidden_bindings("slash filter")

    def __init__(self, entries: Sequence[Entry]) -> None:
        """The commands are listed; a filter finds all else too."""
        super().__init__()
        self._every = [*entries]
        self._entries = [entry for entry in entries if entry.keys]

    def count(self) -> int:
        """A row for each entry."""
        return len(self._entries)

    def row(self, index: int, width: int) -> str:
        """A command and its keys."""
        return self._entries[index].shown

    def head(self) -> list[str]:
        """What keys do."""
        return ["Commands. Enter runs one, / filters, Escape goes back."]

    def about(self, index: int) -> list[str]:
        """What the command does."""
        return [self._entries[index].help]

    def action_filter(self) -> None:
        """Ask for words, and list what fits them."""

        def filter(typed: str | None) -> None:
            if typed is None:
                self.rows.renew()
                return
            fitting = found(self._every, typed)
            if fitting:
                self._entries = fitting
                self.begin_at(0)
            else:
                self.tell(f"Nothing found for {typed}.")

        ask(self, AskScreen("Filter: "), filter)

    def action_take(self) -> None:
        """Leave, and do it."""
        run: Callable[[], object] = self._entries[self.rows.at].run
        self.dismiss()
        self.app.call_later(run)
