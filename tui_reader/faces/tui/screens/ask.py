"""Asks for a line of text at the foot of the screen."""

from __future__ import annotations

from collections.abc import Callable

from rich.segment import Segment
from textual.app import ComposeResult
from textual.geometry import Offset, Region
from textual.strip import Strip
from textual.widget import Widget

from tui_reader.faces.tui.screen_host import host_of
from tui_reader.faces.tui.screens.list_parts import REVERSE, wrapped
from tui_reader.faces.tui.screens.question_screen import QuestionScreen
from tui_reader.faces.tui.status import WIPED
from tui_reader.terminal.wrapping import cell_width

LEAST = 12
"""Cells for what is typed that a question leaves behind its last line."""


class Prompt(Widget):
    """The question, in as many lines as it takes, and behind it what was typed so far."""

    DEFAULT_CSS = "Prompt { dock: bottom; height: 1; background: $background; }"

    def __init__(self, question: str, typed: str, fresh: bool) -> None:
        super().__init__()
        self._question, self.typed = question, typed
        self.fresh = fresh and bool(typed)
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
        before, was_fresh = self._lines, self.fresh
        self.typed, self.fresh = typed, False
        self._point()
        now = self._lines
        if was_fresh or before[:-1] != now[:-1]:
            self.refresh()
            return
        # Only what differs is painted: yasr says all that is painted, which would be the question for each character.
        same = next(
            (at for at, (old, new) in enumerate(zip(before[-1], now[-1], strict=False)) if old != new),
            len(before[-1]),
        )
        same = cell_width(now[-1][:same])
        self.refresh(Region(same, len(now) - 1, max(1, self.size.width - same), 1))

    def on_resize(self) -> None:
        """Give the question its lines, and put the cursor behind the text."""
        self._point()

    def on_mount(self) -> None:
        """Show the line; on a calm screen when all that opens has been painted, or it would be said each time."""
        self._point()
        if self._calm:
            self._hidden = True
            self.set_timer(WIPED, self._appear)

    def _appear(self) -> None:
        self._hidden = False
        self.refresh()

    def _point(self) -> None:
        lines = self._lines
        self.styles.height = len(lines)
        foot = Offset(0, self.app.size.height - 1)
        self.app.cursor_position = foot + Offset(cell_width(lines[-1]) - 1, 0)

    @property
    def _calm(self) -> bool:
        """Whether it is written without signs, and at the edge."""
        return host_of(self.app).state.settings.calm

    @property
    def _signs(self) -> tuple[str, str]:
        """What stands before a line and behind what was typed; on a calm screen, blanks."""
        return ("", " ") if self._calm else (" ", "_")

    def _set(self) -> tuple[list[str], str]:
        """The lines of the question, the last of which is followed by what was typed, and what is seen of that."""
        width = max(2, self.app.size.width) - cell_width("".join(self._signs))
        question, typed = [self._question], self.typed[-4 * width :]
        if cell_width(self._question) + LEAST > width:
            question = wrapped(self._question, width)
            question[-1] += " "
        taken = cell_width(question[-1])
        if taken > LEAST and taken + max(LEAST, cell_width(typed)) > width:
            question, taken = [*question, ""], 0
        while cell_width(typed) > max(1, width - taken):
            typed = typed[1:]
        return question, typed

    @property
    def _lines(self) -> list[str]:
        (*above, last), typed = self._set()
        before, after = self._signs
        return [*(f"{before}{line}" for line in above), f"{before}{last}{typed}{after}"]

    def render_line(self, y: int) -> Strip:
        """A line; a suggestion is reversed."""
        lines, style, width = self._lines, self.rich_style, self.size.width
        line = "" if self._hidden or y >= len(lines) else lines[y]
        parts = [Segment(line, style)]
        if y == len(lines) - 1:
            room = width - cell_width(line) - cell_width(self._found) - 1
            typed = self._set()[1]
            if self._found and room > 0:
                parts = [Segment(f"{line}{' ' * room}{self._found} ", style)]
            elif line and typed and self.fresh:
                start = len(line) - 1 - len(typed)
                parts = [Segment(line[:start], style), Segment(typed, style + REVERSE), Segment(line[-1], style)]
        return Strip(parts).adjust_cell_length(width, style)


class AskScreen(QuestionScreen):
    """Gives what was typed, or None where Escape was pressed."""

    CSS = "AskScreen { background: transparent; }"

    def __init__(
        self,
        question: str,
        typed: str = "",
        changed: Callable[[str], None] = lambda typed: None,
        fresh: bool = True,
    ) -> None:
        """`typed` is suggested, or typed already if not `fresh`; `changed` is called with each change of it."""
        super().__init__()
        self._prompt, self._changed = Prompt(question, typed, fresh), changed

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
