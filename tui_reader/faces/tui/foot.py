"""The foot of the full screen: the shape of the talk, and below it the status or a message."""

from __future__ import annotations

from collections.abc import Callable

from tui_reader.document.model import Position
from tui_reader.faces.tui.hints import Hints
from tui_reader.faces.tui.shape_line import ShapeLine
from tui_reader.faces.tui.state import ScreenState
from tui_reader.faces.tui.status import Status
from tui_reader.faces.tui.status_words import TimeLeft, place, status_words
from tui_reader.faces.tui.text.scene import Scene
from tui_reader.faces.tui.text.text_view import TextView
from tui_reader.reading import Reading
from tui_reader.terminal.keymap import Keymap


class Foot:
    """Both widgets, and what they show."""

    def __init__(
        self,
        reading: Reading,
        utf8: bool,
        arrows: tuple[str, str],
        turn: Callable[[int], None],
        go: Callable[[Position], None],
    ) -> None:
        """`turn` is called for clicks on the arrows, `go` for those on the shape."""
        self._reading = reading
        self.shape, self.status = ShapeLine(utf8, go), Status(arrows, turn)
        for widget in (self.shape, self.status):
            widget.add_class("foot")
        self.hints, self._time_left = Hints(reading.library), TimeLeft()

    @property
    def rows(self) -> int:
        """Rows of the status, or of the message that is shown."""
        return max(1, self.status.text.count("\n") + 1)

    def show(self, view: TextView, scene: Scene, state: ScreenState, keys: Keymap, loading: str | None) -> None:
        """Show what belongs to the scene below `view`; `loading` is a line for a document that is still read."""
        reading, viewport, settings = self._reading, view.viewport, state.settings
        self.shape.show_page(reading, viewport.frame, settings)
        if view.hidden:
            return
        left = self._time_left.of(reading, scene.page)
        where = place(reading, scene.page, named=scene.scroll)  # the page alone names the speaker at its head
        words = status_words(reading, where, state, keys, left, viewport.away, viewport.more)
        message = state.messages[0] if state.messages else loading
        self.status.show(viewport.frame, words, self.hints.shown(reading, keys, settings), message, settings.calm)
        self.shape.stand_above(self.status.rows)
        view.cover(self.status.rows + self.shape.display)
