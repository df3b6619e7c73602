"""The status line below the text: the place, what is playing, a few keys; or a message.

It is painted again only when its words change, so that a screen reader does not say the same twice. It lies over the
last rows of the text, which keeps its size: what Textual lays out anew it paints twice, and all of it.
"""

from __future__ import annotations

from collections.abc import Callable

from rich.segment import Segment
from textual.events import Click
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget

from tui_reader.faces.tui.text.colours import colours_of
from tui_reader.faces.tui.text.frame import Frame
from tui_reader.faces.tui.text.head import cut
from tui_reader.terminal.wrapping import cell_width, wrap

WIPED = 0.1
"""Seconds between wiping a line and writing the next: a terminal tells Orca of both only if they come apart, and of a
line that only partly differs Orca says that part."""
WIDE, WIDEST = 82, 90
"""The width of the line in cells that is enough, and the greatest, unless the page is wider."""


class Status(Widget):
    """The line at the foot of the page, with an arrow to click at each end."""

    DEFAULT_CSS = "Status { height: 1; } Status.none { display: none; }"

    def __init__(self, arrows: tuple[str, str], turn: Callable[[int], None]) -> None:
        """`arrows` are the signs for the page before and the next; a click calls `turn(-1)` or `turn(1)`."""
        super().__init__()
        self._arrows, self._turn = arrows, turn
        self._lines: list[str] | None = None
        self.left = 0
        """The cell in which the words begin."""
        self._wiping: Timer | None = None

    def take(self, arrows: tuple[str, str]) -> None:
        """Show other arrows."""
        self._arrows = arrows
        self.refresh()

    def show(self, frame: Frame, where: str, keys: list[str], message: str | None, calm: bool = False) -> None:
        """Show the place (`where`) and, where there is room, the keys; or a message, in as many lines as it takes.

        On a `calm` screen a message begins in the first cell, and the line is wiped before it.
        """
        left = frame.left
        room = max(frame.block, min(WIDEST, frame.width - left - 4))
        if room < min(WIDE, frame.width - 4):
            room = min(WIDE, frame.width - 4)
            left = (frame.width - room) // 2
        room = min(room, frame.width - left - 2)  # an arrow stands behind it
        if calm:
            room, left = frame.width - 2, 0
        if message:
            rows = wrap(message, room)[: max(1, frame.height // 2)]
            lines = [message[row.start : row.end] for row in rows]
        elif frame.compact:
            lines = []
        else:
            where = cut(where, room)
            while keys and cell_width(where) + 3 + cell_width("   ".join(keys)) > room:
                keys = keys[:-2] + keys[-1:] if len(keys) > 1 else []
            right = "   ".join(keys)
            lines = [where + " " * (room - cell_width(where) - cell_width(right)) + right]
        if (lines, left) != (self._lines, self.left):
            self._lines, self.left = lines, left
            self.styles.height = max(1, len(lines))
            self.set_class(not lines, "none")
            if calm and message:
                self._wipe()
            self.refresh()

    def _wipe(self) -> None:
        if self._wiping:
            self._wiping.stop()
        self._wiping = self.set_timer(WIPED, self._write)

    def _write(self) -> None:
        self._wiping = None
        self.refresh()

    @property
    def rows(self) -> int:
        """How many rows it takes."""
        return len(self._lines or ())

    @property
    def text(self) -> str:
        """The words that are shown."""
        return "\n".join(self._lines or ())

    def render_line(self, y: int) -> Strip:
        """A line: arrow, words, arrow."""
        width, base = self.size.width, self.rich_style
        quiet = base + colours_of(self.app.current_theme).quiet
        before, after = self._arrows if y == 0 and self.left > 1 else ("", " ")
        words = self._lines[y] if self._lines and y < len(self._lines) and not self._wiping else ""
        start = (before if self.left < 4 else f" {before}").ljust(self.left)
        line = Strip([Segment(start, quiet), Segment(words, base)]).adjust_cell_length(max(0, width - 2), base)
        end = f" {after}" if self.left < 4 else f"{after} "
        return Strip([*line, Segment(end, quiet)]).adjust_cell_length(width, base)

    def on_click(self, event: Click) -> None:
        """A click on an arrow turns the page."""
        if event.x < self.left:
            self._turn(-1)
        elif event.x >= self.size.width - max(2, self.left):
            self._turn(1)
