"""A screen with a list of any length: only visible rows are made. One row is chosen."""

from __future__ import annotations

from string import digits
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import Click, Key
from textual.geometry import Offset
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widget import Widget

from tui_reader.faces.tui.bindings import LIST_MOVES, hidden_bindings
from tui_reader.faces.tui.screen_host import host_of
from tui_reader.faces.tui.screens.list_parts import LOW, MARGINS, REVERSE, first_seen, hint_lines, list_strip, wrapped
from tui_reader.faces.tui.screens.overlays import bind_keys
from tui_reader.faces.tui.screens.spoken_lines import SpokenLines
from tui_reader.faces.tui.text.head import cut

FAR = 10**6
"""More rows, and more cells, than any list has."""


class Rows(Widget, can_focus=True):
    """Lines above, the rows, and lines below about the chosen row."""

    DEFAULT_CSS = "Rows { width: 1fr; height: 1fr; }"

    def __init__(self, screen: RowsScreen) -> None:
        super().__init__()
        self._of = screen
        self.at = 0
        """The chosen row."""
        self.top = 0
        """The first row that is seen."""
        self._lines: list[tuple[str, bool]] = []
        self._first = 0

    @property
    def room(self) -> int:
        """Number of rows that are visible."""
        return max(1, self.size.height - self._first - self._below)

    def renew(self) -> None:
        """Make the visible rows anew; on a calm screen, the chosen one."""
        of, width, height = self._of, max(1, self.size.width - MARGINS), self.size.height
        count = of.count()
        self.at = max(0, min(self.at, count - 1))
        if of.aloud:
            of.aloud.say(of.spoken())
            return
        head = [line for words in of.shown_head() for line in hint_lines(words, width, height if not of.told else LOW)]
        about = [line for words in of.about(self.at) for line in wrapped(words, width)] if count else []
        room = height // 3 if of.told or height >= LOW else 2
        head, about = head[:room], about[: height // 3]
        self._first, self._below = len(head) + 1, len(about) + 1
        self.top = first_seen(self.top, self.at, self.room, count)
        seen = range(self.top, min(count, self.top + self.room))
        self._lines = [(line, False) for line in [*head, ""]]
        self._lines += ((cut(of.row(index, width), width), index == self.at) for index in seen)
        self._lines += [("", False)] * (height - len(about) - len(self._lines))
        self._lines += ((line, False) for line in about)
        row = self._first + self.at - self.top if count else 0
        self.app.cursor_position = self.region.offset + Offset(1, row)
        self.refresh()
        of.renewed(self.at)

    _below = 0

    def on_resize(self) -> None:
        """Make it anew."""
        self.renew()

    def render_line(self, y: int) -> Strip:
        """A line, as it was made."""
        base, width = self.rich_style, self.size.width
        text, chosen = self._lines[y] if y < len(self._lines) else ("", False)
        return list_strip(text, width, base, base + REVERSE if chosen else base)

    def on_click(self, event: Click) -> None:
        """A click chooses a row, a second click opens it."""
        row = self.top + event.y - self._first
        if self._first <= event.y < self._first + self.room and row < self._of.count():
            if row == self.at:
                self._of.action_take()
            else:
                self.at = row
                self.renew()


class RowsScreen(ModalScreen[None]):
    """A screen of rows. Escape leaves it."""

    CSS = "RowsScreen { background: $background; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        *LIST_MOVES, *hidden_bindings("escape,q dismiss", "space page(1)", "enter take")
    ]  # fmt: skip

    told = ""
    """What was done, until another row is chosen."""
    aloud: SpokenLines | None = None
    """Shows the chosen row alone, on a calm screen."""
    _introduced = False

    def compose(self) -> ComposeResult:
        """The rows alone; on a calm screen, the chosen one."""
        self.rows = Rows(self)
        self.rows.at = self.first()
        if host_of(self.app).state.settings.calm:
            self.aloud = SpokenLines()
            self.rows.display = False
            yield self.aloud
        yield self.rows

    def on_mount(self) -> None:
        """Keys go to the rows."""
        (self.aloud or self.rows).focus()
        bind_keys(self)
        if self.aloud:
            self.call_after_refresh(self.rows.renew)

    def first(self) -> int:
        """The row that is chosen to begin with."""
        return 0

    def count(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    def row(self, index: int, width: int) -> str:
        """A row, for a width in cells."""
        raise NotImplementedError

    def head(self) -> list[str]:
        """The lines above, which say what keys do; they are wrapped."""
        return []

    def shown_head(self) -> list[str]:
        """What was done, or else what keys do."""
        return [self.told] if self.told else self.head()

    def spoken_row(self, index: int) -> str:
        """A row as it is said: without columns."""
        return " ".join(self.row(index, FAR).split()).rstrip(".")

    def spoken(self) -> str:
        """What a screen reader is to say: what was done, or first of all what keys do; then the chosen row."""
        count = self.count()
        before = self.told or ("" if self._introduced and count else " ".join(self.head()))
        row = f"{self.spoken_row(self.rows.at)}, {self.rows.at + 1} of {count}" if count else ""
        return " ".join(filter(None, (before, row)))

    def about(self, index: int) -> list[str]:
        """Lines below about the chosen row; they are wrapped."""
        return []

    def renewed(self, index: int) -> None:
        """The rows were made anew, with that one chosen."""

    def tell(self, line: str) -> None:
        """Show a message, until another row is chosen."""
        self.told = line
        self.rows.renew()

    def on_key(self, event: Key) -> None:
        """A digit begins the value of the chosen row, where that is a number."""
        if event.character and event.character in digits and self.type_value(event.character):
            event.stop()

    def type_value(self, begun: str) -> bool:
        """Ask for the value of the chosen row, of which so much is typed; False where it is no number."""
        return False

    def action_take(self) -> None:
        """Open the chosen row."""

    def action_move(self, rows: int) -> None:
        """Choose a row further on."""
        self.choose(self.rows.at + rows)

    def action_page(self, pages: int) -> None:
        """Choose a row as many further on as are visible."""
        self.choose(self.rows.at + pages * max(1, self.rows.room - 1))

    def action_far(self, way: int) -> None:
        """Choose the first or the last."""
        self.choose(0 if way < 0 else self.count() - 1)

    def choose(self, index: int) -> None:
        """Choose that row; the message has been read."""
        self._introduced = True
        self._show(index)

    def begin_at(self, index: int) -> None:
        """Choose that row of another list, which is said with what it is."""
        self._introduced = False
        self._show(index)

    def _show(self, index: int) -> None:
        self.told = ""
        self.rows.at = index
        self.rows.renew()
