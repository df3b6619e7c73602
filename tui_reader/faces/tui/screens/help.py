"""The help: all commands with their keys, from the one table; Enter opens the manual."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from tui_reader.faces.tui.screen_host import host_of
from tui_reader.faces.tui.screens.lines import LinesScreen
from tui_reader.faces.tui.screens.list_parts import wrapped
from tui_reader.terminal.commands import Command, keys_of
from tui_reader.terminal.wrapping import wrap

OTHERS = (
    ("Up, Down", "Scroll a long page by a line; PageUp and PageDown by a screenful. The wheel does it too."),
    ("Ctrl+P", "Find a command, setting, theme, document, speaker or export."),
    ("Ctrl+Z", "Suspend; fg brings it back."),
    ("Click", "On a word: read from there. On an arrow at the foot: turn the page."),
)


class HelpScreen(LinesScreen):
    """One command a line: keys, name, what it does."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "manual", show=False)]

    def __init__(self, commands: Sequence[Command]) -> None:
        """`commands` are those of the full screen, with the keys that are in force."""
        super().__init__()
        self._commands = commands

    def make(self, width: int) -> list[str]:
        """The help, wrapped at a width in cells."""
        rows = [(keys_of(command), f"{command.words}. {command.help}") for command in self._commands]
        rows += OTHERS
        column = max(len(keys) for keys, _ in rows) + 2
        if width < 60:
            column = 4
        lines = [*wrapped("Help. Enter opens the manual, Escape goes back.", width), ""]
        for keys, words in rows:
            first = max(len(keys) + 2, column)
            for index, row in enumerate(wrap(words, width, first, column)):
                before = keys.ljust(first) if index == 0 else " " * column
                lines.append(before + words[row.start : row.end])
        return lines

    def action_manual(self) -> None:
        """Open the list of the manual's subjects."""
        from tui_reader.faces.tui.screens.manual_screen import ManualScreen

        host_of(self.app).open(ManualScreen())
