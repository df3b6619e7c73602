"""A screen with a list of any length: only visible rows are made. One row is chosen."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import Click
from textual.geometry import Offset
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widget import Widget

from tui_reader.faces.tui.bindings import MOVES, hidden_bindings
from tui_reader.faces.tui.screens.list_parts import MARGINS, REVERSE, first_seen, list_strip, wrapped
from tui_reader.faces.tui.screens.overlays import bind_keys
from tui_reader.faces.tui.text.head import cut


class Rows(Widget, can_focus=True):
    """Lines above, the rows, and lines below about the chosen row."""

    DEFAULT_CSS = "Rows { width: 1fr; height: 1fr; }"

    def __init__(self, screen: RowsScreen) -> None:
        super().__init__()
        self._of = screen
        self.at = 0
        """The chosen row."""
        self._top = 0
        self._lines: list[tuple[str, bool]] = []
        self._first = 0

    @property
    def room(self) -> int:
        """Number of rows that are visible."""
        return max(1, self.size.height - self._first - self._below)

    def renew(self) -> None:
        """Make the visible rows anew."""
        of, width, height = self._of, max(1, self.size.width - MARGINS), self.size.height
        count = of.count()
        self.at = max(0, min(self.at, count - 1))
        head = [line for words in of.head() for line in wrapped(words, width)]
        about = [line for words in of.about(self.at) for line in wrapped(words, width)] if count else []
        head, about = head[: height // 3], about[: height // 3]
        self._first, self._below = len(head) + 1, len(about) + 1
        self._top = first_seen(self._top, self.at, self.room, count)
        seen = range(self._top, min(count, self._top + self.room))
        self._lines = [(line, False) for line in [*head, ""]]
        self._lines += ((cut(of.row(index, width), width), index == self.at) for index in seen)
        self._lines += [("", False)] * (height - len(about) - len(self._lines))
        self._lines += ((line, False) for line in about)
        row = self._first + self.at - self._top if count else 0
        self.app.cursor_position = self.region.offset + Offset(1, row)
        self.refresh()

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
        row = self._top + event.y - self._first
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
        *MOVES, *hidden_bindings("escape,q dismiss", "space page(1)", "enter take")
    ]  # fmt: skip

    def compose(self) -> ComposeResult:
        """The rows alone."""
        self.rows = Rows(self)
        self.rows.at = self.first()
        yield self.rows

    def on_mount(self) -> None:
        """Keys go to the rows."""
        self.rows.focus()
        bind_keys(self)

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
        """The lines above; they are wrapped."""
        return []

    def about(self, index: int) -> list[str]:
        """Lines below about the chosen row; they are wrapped."""
        return []

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
        """Choose that row."""
        self.rows.at = index
        self.rows.renew()
