"""Asks for a line of text at the foot of the screen."""

from __future__ import annotations

from collections.abc import Callable

from rich.segment import Segment
from textual.app import ComposeResult
from textual.geometry import Offset, Region
from textual.strip import Strip
from textual.widget import Widget

from tui_reader.faces.tui.screen_host import host_of
from tui_reader.faces.tui.screens.list_parts import REVERSE
from tui_reader.faces.tui.screens.question_screen import QuestionScreen
from tui_reader.faces.tui.status import WIPED
from tui_reader.terminal.wrapping import cell_width


class Prompt(Widget):
    """The question and what was typed so far."""

    DEFAULT_CSS = "Prompt { dock: bottom; height: 1; background: $background; }"

    def __init__(self, question: str, typed: str) -> None:
        super().__init__()
        self._question, self.typed = question, typed
        self.fresh = bool(typed)
        """Whether the text is a suggestion, which the next character replaces."""
        self._hidden = False
        self._found = ""

    def tell(self, found: str) -> None:
        """Show at the right what comes of what was typed so far, where there is room."""
        if found != self._found:
            self._found = found
            self.refresh()

    def ask(self, question: str) -> None:
        """Ask something else; what was typed stays."""
        self._question = question
        self.show(self.typed)
        self.refresh()

    def type(self, character: str) -> None:
        """Add a character, or replace the suggestion by it."""
        self.show(character if self.fresh else self.typed + character)

    def rub_out(self) -> None:
        """Take away the last character."""
        self.show(self.typed[:-1])

    def show(self, typed: str) -> None:
        """Show these words, to be typed on; of a line that is too long, the end is seen."""
        before, was_fresh = self._line, self.fresh
        self.typed, self.fresh = typed, False
        self._point()
        if was_fresh:
            self.refresh()
            return
        # Only what differs is painted: yasr says all that is painted, which would be the question for each character.
        same = next(
            (at for at, (old, new) in enumerate(zip(before, self._line, strict=False)) if old != new), len(before)
        )
        same = cell_width(self._line[:same])
        self.refresh(Region(same, 0, max(1, self.size.width - same), 1))

    def on_resize(self) -> None:
        """Put the cursor behind the text."""
        self._point()

    def on_mount(self) -> None:
        """Show the line; on a calm screen when all that opens has been painted, or it would be said each time."""
        if host_of(self.app).state.settings.calm:
            self._hidden = True
            self.set_timer(WIPED, self._appear)

    def _appear(self) -> None:
        self._hidden = False
        self.refresh()

    def _point(self) -> None:
        self.app.cursor_position = self.region.offset + Offset(cell_width(self._line) - 1, 0)

    @property
    def _line(self) -> str:
        width = max(2, self.size.width)
        calm = host_of(self.app).state.settings.calm  # without signs, and at the edge
        line = f"{self._question}{self.typed} " if calm else f" {self._question}{self.typed}_"
        if len(line) > 4 * width:
            line = f" {line[-4 * width :]}"
        while cell_width(line) > width:
            line = " " + line[2:]
        return line

    def render_line(self, y: int) -> Strip:
        """The line; a suggestion is reversed."""
        style, line = self.rich_style, "" if self._hidden else self._line
        start = len(line) - 1 - len(self.typed)
        room = self.size.width - cell_width(line) - cell_width(self._found) - 1
        if self._found and room > 0:
            line += f"{' ' * room}{self._found} "
            start = len(line)
        if not self.fresh or start < 1 or self._found:
            return Strip([Segment(line, style)]).adjust_cell_length(self.size.width, style)
        parts = [Segment(line[:start], style), Segment(self.typed, style + REVERSE), Segment(line[-1], style)]
        return Strip(parts).adjust_cell_length(self.size.width, style)


class AskScreen(QuestionScreen):
    """Gives what was typed, or None where Escape was pressed."""

    CSS = "AskScreen { background: transparent; }"

    def __init__(self, question: str, typed: str = "", changed: Callable[[str], None] = lambda typed: None) -> None:
        """`typed` is suggested; `changed` is called with what is typed whenever that changes."""
        super().__init__()
        self._prompt, self._changed = Prompt(question, typed), changed

    def compose(self) -> ComposeResult:
        """The line alone."""
        yield self._prompt

    def tell(self, found: str) -> None:
        """Show what comes of what was typed so far."""
        self._prompt.tell(found)

    def answer(self) -> None:
        """Leave with what was typed."""
        self.dismiss(self._prompt.typed)

    def rub_out(self) -> None:
        """Take away the last character."""
        self._prompt.rub_out()
        self._changed(self._prompt.typed)

    def type(self, character: str) -> None:
        """Type a character."""
        self._prompt.type(character)
        self._changed(self._prompt.typed)

    def take_other(self, key: str) -> bool:
        """Ctrl+U takes away all that was typed; End and Right keep what stands there to be changed."""
        if key not in ("ctrl+u", "end", "right"):
            return False
        self._prompt.show("" if key == "ctrl+u" else self._prompt.typed)
        self._changed(self._prompt.typed)
        return True


class LiveAskScreen(AskScreen):
    """The same, telling what was typed so far at each key."""

    CSS = "LiveAskScreen { background: transparent; }"

    def __init__(self, question: str, typed: str, changed: Callable[[str], None]) -> None:
        """`changed` is called with what was typed so far."""
        super().__init__(question, typed)
        self._changed = changed

    def rub_out(self) -> None:
        """Take away the last character."""
        super().rub_out()
        self._changed(self._prompt.typed)

    def type(self, character: str) -> None:
        """Type a character."""
        super().type(character)
        self._changed(self._prompt.typed)

    def take_other(self, key: str) -> bool:
        """Ctrl+U takes away all that was typed."""
        taken = super().take_other(key)
        self._changed(self._prompt.typed)
        return taken
