"""Asks for the number of a turn, in a line at the foot."""

from __future__ import annotations

from rich.segment import Segment
from textual.app import ComposeResult
from textual.events import Key
from textual.geometry import Offset
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widget import Widget

LONGEST = 6
"""Digits; no document has more turns."""


class Prompt(Widget):
    """The question and the digits so far."""

    DEFAULT_CSS = "Prompt { dock: bottom; height: 1; background: $background; }"
    question = ""
    digits = ""

    def show(self, digits: str) -> None:
        """Show other digits."""
        self.digits = digits
        self.app.cursor_position = self.region.offset + Offset(1 + len(self.question) + len(digits), 0)
        self.refresh()

    def on_resize(self) -> None:
        """Put the cursor behind the question."""
        self.show(self.digits)

    def render_line(self, y: int) -> Strip:
        """The line."""
        style = self.rich_style
        return Strip([Segment(f" {self.question}{self.digits}_", style)]).adjust_cell_length(self.size.width, style)


class GoToScreen(ModalScreen["int | None"]):
    """Gives the number that was typed, or None."""

    CSS = "GoToScreen { background: transparent; }"

    def __init__(self, last: int) -> None:
        """`last` is the number of the last turn."""
        super().__init__()
        self._prompt = Prompt()
        self._prompt.question = f"Go to turn, 1 to {last}: "

    def compose(self) -> ComposeResult:
        """The line alone."""
        yield self._prompt

    def on_key(self, event: Key) -> None:
        """Take a key."""
        self.take(event)

    def take(self, event: Key) -> None:
        """Digits, Backspace; Enter or g goes there, Escape leaves."""
        digits = self._prompt.digits
        if event.key in ("escape", "q"):
            self.dismiss(None)
        elif event.key in ("enter", "g"):
            self.dismiss(int(digits) if digits else None)
        elif event.key == "backspace":
            self._prompt.show(digits[:-1])
        elif event.character and event.character in "0123456789" and len(digits) < LONGEST:
            self._prompt.show(digits + event.character)
        else:
            return
        event.stop()
