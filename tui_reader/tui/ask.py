"""Asks for a few words in a line at the foot."""

from __future__ import annotations

from rich.segment import Segment
from textual.app import ComposeResult
from textual.events import Key
from textual.geometry import Offset
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widget import Widget

from tui_reader.wrapping import cell_width


class Prompt(Widget):
    """The question and what was typed so far."""

    DEFAULT_CSS = "Prompt { dock: bottom; height: 1; background: $background; }"

    def __init__(self, question: str, typed: str) -> None:
        super().__init__()
        self._question, self.typed = question, typed

    def ask(self, question: str) -> None:
        """Ask something else; what was typed stays."""
        self._question = question
        self.show(self.typed)

    def show(self, typed: str) -> None:
        """Show other words; of what is too long, the end is seen."""
        self.typed = typed
        self.app.cursor_position = self.region.offset + Offset(cell_width(self._line) - 1, 0)
        self.refresh()

    def on_resize(self) -> None:
        """Put the cursor behind the question."""
        self.show(self.typed)

    @property
    def _line(self) -> str:
        line = f" {self._question}{self.typed}_"
        while cell_width(line) > max(2, self.size.width):
            line = " " + line[2:]
        return line

    def render_line(self, y: int) -> Strip:
        """The line."""
        style = self.rich_style
        return Strip([Segment(self._line, style)]).adjust_cell_length(self.size.width, style)


class AskScreen(ModalScreen["str | None"]):
    """Gives what was typed, or None. Enter is the answer, Escape none."""

    CSS = "AskScreen { background: transparent; }"

    def __init__(self, question: str, typed: str = "") -> None:
        """`typed` stands there to begin with."""
        super().__init__()
        self._prompt = Prompt(question, typed)

    def compose(self) -> ComposeResult:
        """The line alone."""
        yield self._prompt

    def on_key(self, event: Key) -> None:
        """Take a key."""
        self.take(event)

    def take(self, event: Key) -> None:
        """Characters, Backspace, Ctrl+U takes all away; Enter answers, Escape leaves."""
        typed = self._prompt.typed
        if event.key == "escape":
            self.dismiss(None)
        elif event.key == "ctrl+u":
            self._prompt.show("")
        elif event.key == "enter":
            self.dismiss(typed)
        elif event.key == "backspace":
            self._prompt.show(typed[:-1])
        elif event.character and event.character.isprintable():
            self._prompt.show(typed + event.character)
        else:
            return
        event.stop()
