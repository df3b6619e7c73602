"""A screen of plain lines over the text, such as the help and the cast; one line may be chosen."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.geometry import Offset, Size
from textual.screen import ModalScreen
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui_reader.faces.tui.bindings import LIST_MOVES, hidden_bindings
from tui_reader.faces.tui.screen_host import host_of
from tui_reader.faces.tui.screens.list_parts import MARGINS, REVERSE, list_strip
from tui_reader.faces.tui.screens.overlays import bind_keys
from tui_reader.faces.tui.screens.spoken_lines import SpokenLines

FAR = 10**6
"""More lines than any list has."""


class LineList(ScrollView, inherit_bindings=False):
    """Lines of text; the chosen one is painted in reverse."""

    DEFAULT_CSS = "LineList { scrollbar-size: 0 0; overflow-x: hidden; }"

    def __init__(self, make: Callable[[int], list[str]]) -> None:
        """`make(width)` gives the lines for a width in cells."""
        super().__init__()
        self._make = make
        self.lines: list[str] = []
        self.chosen: int | None = None
        """The index of the chosen line."""

    def on_resize(self) -> None:
        """Make the lines anew."""
        self.renew()

    def renew(self) -> None:
        """Make the lines anew and show the chosen one."""
        self.lines = self._make(self.size.width - MARGINS)
        self.virtual_size = Size(self.size.width, len(self.lines))
        at = self.chosen
        if (
            at is not None
            and self.size.height
            and not round(self.scroll_y) <= at < round(self.scroll_y) + self.size.height
        ):
            self.scroll_to(y=max(0, at - self.size.height // 2), animate=False, force=True)
        self.app.cursor_position = Offset(1, 0 if at is None else at - round(self.scroll_y)) + self.region.offset
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line."""
        index = y + round(self.scroll_y)
        text = self.lines[index] if index < len(self.lines) else ""
        base = self.rich_style
        return list_strip(text, self.size.width, base, base + REVERSE if index == self.chosen else base)


class LinesScreen(ModalScreen[None]):
    """A screen of lines; Escape leaves it."""

    CSS = "LinesScreen { background: $background; }"
    BINDINGS: ClassVar[list[BindingType]] = [*LIST_MOVES, *hidden_bindings("escape,q dismiss", "space page(1)")]

    aloud: SpokenLines | None = None
    """Shows the chosen line alone, on a calm screen."""

    def compose(self) -> ComposeResult:
        """The lines alone; of a list on a calm screen, the chosen one."""
        self.view = LineList(self.make)
        if host_of(self.app).state.settings.calm and self.spoken():
            self.aloud = SpokenLines()
            self.view.display = False
            yield self.aloud
        yield self.view

    def on_mount(self) -> None:
        """Let keys that turn the page move here."""
        bind_keys(self)
        if self.aloud:
            self.aloud.focus()
            self.call_after_refresh(self.renew)

    def renew(self) -> None:
        """Make the lines anew; on a calm screen, the chosen one."""
        if self.aloud:
            self.aloud.say(self.spoken())
        else:
            self.view.renew()

    def spoken(self) -> str:
        """What a screen reader is to say of a list: what was done, and the chosen line; "" for what is only read."""
        return ""

    def make(self, width: int) -> list[str]:
        """The lines for a width in cells."""
        raise NotImplementedError

    def action_move(self, lines: int) -> None:
        """Scroll by a line."""
        self.view.scroll_to(y=self.view.scroll_y + lines, animate=False, force=True)

    def action_page(self, pages: int) -> None:
        """Scroll by a page."""
        self.view.scroll_to(y=self.view.scroll_y + pages * max(1, self.size.height - 1), animate=False, force=True)

    def action_far(self, way: int) -> None:
        """Go to the first line, or to the last."""
        self.action_move(way * FAR)
