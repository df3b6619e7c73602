"""Asks for a few words, or for a number, in a line at the foot."""

from __future__ import annotations

from rich.segment import Segment
from textual.app import ComposeResult
from textual.events import Key
from textual.geometry import Offset
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widget import Widget

from tui_reader.wrapping import cell_width

LONGEST_NUMBER = 6
"""Digits; no document has more turns."""


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

    def __init__(self, question: str, typed: str = "", number: bool = False) -> None:
        """`typed` stands there to begin with; where a `number` is asked for, only digits are taken."""
        super().__init__()
        self._prompt = Prompt(question, typed)
        self._number = number

    def compose(self) -> ComposeResult:
        """The line alone."""
        yield self._prompt

    def on_key(self, event: Key) -> None:
        """Take a key."""
        self.take(event)

    def take(self, event: Key) -> None:
        """Characters, Backspace; Enter answers, Escape leaves. Around a number g and q do as well."""
        typed = self._prompt.typed
        if event.key == "escape" or (self._number and event.key == "q"):
            self.dismiss(None)
        elif event.key == "enter" or (self._number and event.key == "g"):
            self.dismiss(typed)
        elif event.key == "backspace":
            self._prompt.show(typed[:-1])
        elif event.character and self._takes(event.character):
            self._prompt.show(typed + event.character)
        else:
            return
        event.stop()

    def _takes(self, character: str) -> bool:
        if self._number:
            return character in "0123456789" and len(self._prompt.typed) < LONGEST_NUMBER
        return character.isprintable()
