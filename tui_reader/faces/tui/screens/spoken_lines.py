"""The chosen row of a list on a calm screen: it alone, as text from the first cell on, as screen readers say it.

A screen reader says what is new on the screen. Of a line that only partly differs Orca says that part, and what is
painted around it yasr says again; so nothing else is painted, and the row is wiped before it is written.
"""

from __future__ import annotations

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget

from tui_reader.faces.tui.screens.list_parts import wrapped
from tui_reader.faces.tui.status import WIPED


class SpokenLines(Widget, can_focus=True):
    """One text, wrapped, at the top of the screen; the terminal's cursor is at its start."""

    DEFAULT_CSS = "SpokenLines { width: 1fr; height: 1fr; }"

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        """What is shown, or is about to be."""
        self._lines: list[str] = []
        self._timer: Timer | None = None

    def say(self, text: str) -> None:
        """Show a text in place of the one before, also if it is the same."""
        if self._timer and text == self.text:
            return  # it is about to be written
        self.text = text
        if self._timer:
            self._timer.stop()
        self._set([])
        self._timer = self.set_timer(WIPED, self._write)

    def on_resize(self) -> None:
        """Wrap it anew."""
        if not self._timer:
            self._write()

    def _write(self) -> None:
        self._timer = None
        self._set(wrapped(self.text, max(1, self.size.width - 1)))

    def _set(self, lines: list[str]) -> None:
        changed = max(len(lines), len(self._lines), 1)
        self._lines = lines
        self.app.cursor_position = self.region.offset
        self.refresh(Region(0, 0, self.size.width, changed))

    def render_line(self, y: int) -> Strip:
        """A line of the text."""
        style = self.rich_style
        words = self._lines[y] if y < len(self._lines) else ""
        return Strip([Segment(words, style)]).adjust_cell_length(self.size.width, style)
