"""The widget of the text: paints what is visible of it, scrolls by keys and wheel, and passes clicks on.

Only changed lines are painted again: to mark a word costs one or two.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from rich.style import Style
from textual.binding import BindingType
from textual.events import Click, MouseDown, MouseMove
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from tui_reader.faces.tui.bindings import MOVES
from tui_reader.faces.tui.screen_host import host_of
from tui_reader.faces.tui.text.colours import OWN, colours_of
from tui_reader.faces.tui.text.mouse import Pointed, Pointing, arrow_at
from tui_reader.faces.tui.text.scene import Scene
from tui_reader.faces.tui.text.smooth_scroll import PACE
from tui_reader.faces.tui.text.typesetting import Typesetting
from tui_reader.faces.tui.text.viewport import Viewport
from tui_reader.faces.tui.text.visible_text import VisibleText

WHEEL = 3
"""Lines that a step of the mouse's wheel scrolls."""


class TextView(Widget, can_focus=True, inherit_bindings=False):
    """The text, and the head above it."""

    DEFAULT_CSS = "TextView { width: 1fr; height: 1fr; }"
    BINDINGS: ClassVar[list[BindingType]] = MOVES

    def __init__(
        self, scene: Scene, setting: Typesetting, sign: str, on_moved: Callable[[], None], pointing: Pointing
    ) -> None:
        """`setting` is how text is set; `sign` stands before the current turn of the dialogue.

        `on_moved` is called when the size has changed or the text was scrolled; `pointing` is told of the mouse.
        """
        super().__init__()
        self.hidden = False
        """Whether nothing is painted yet."""
        self.viewport = Viewport(
            scene, setting, sign, lambda: (self.app.size, self._height), lambda: self.set_interval(PACE, self._step)
        )
        self._on_moved, self._pointing = on_moved, pointing
        self._covered = 0
        """Its last rows that something lies over."""
        self._visible: VisibleText | None = None
        self._strips: list[Strip] = []
        self._painted = Size(0, 0)
        """The size for which they were made."""
        self._base, self._colours = Style(), OWN

    # Showing

    def show(self, scene: Scene) -> None:
        """Show another scene; what is the same as before is left as it is."""
        self.viewport.show(scene)
        self._repaint()

    def hide(self) -> None:
        """Paint nothing as long as `hidden` is true."""
        self.hidden = True
        self._repaint()

    def take(self, setting: Typesetting, sign: str) -> None:
        """Set the text in another way from now on."""
        if self.viewport.take(setting, sign):
            self._repaint()

    def follow(self) -> None:
        """Scroll to the place of the reading, and with it from now on."""
        self.viewport.follow()
        self._repaint()

    def bring_notes(self) -> None:
        """Scroll to the notes below the text."""
        if self.viewport.bring_notes():
            self._repaint()

    def on_resize(self) -> None:
        """Set the text anew for the size of the screen."""
        self.viewport.reset()
        self._repaint()
        self._on_moved()

    def _step(self) -> None:
        arrived = self.viewport.step()
        self._repaint()
        if arrived:
            self._on_moved()

    def cover(self, rows: int) -> None:
        """Show nothing in so many of the last rows, over which something lies."""
        if rows != self._covered:
            self._covered = rows
            self.on_resize()

    @property
    def _height(self) -> int:
        """The rows that can be seen."""
        return max(0, self.size.height - self._covered)

    # Painting

    def _repaint(self) -> None:
        """Make every visible line, and have those painted that differ from before."""
        self._visible = self.viewport.visible()
        old, height, width = self._strips, self.size.height, self.size.width
        self._paint()
        changed = [row for row in range(height) if row >= len(old) or old[row] != self._strips[row]]
        if len(changed) == height:
            self.refresh()
        elif changed:
            self.refresh(*(Region(0, row, width, 1) for row in changed))

    def _paint(self) -> None:
        self._base, self._colours = self.rich_style, colours_of(self.app.current_theme)
        self._painted = self.size
        width, visible = self.size.width, None if self.hidden else self._visible
        blank = Strip.blank(width, self._base)
        self._strips = [
            visible.strip(row, width, self._base, self._colours) if visible and row < self._height else blank
            for row in range(self.size.height)
        ]  # fmt: skip

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a region, made anew under another theme and for another size, which Textual paints before
        `on_resize` tells it: so the first paint has the words. The style is asked for once: it costs as much as a line.
        """
        if self._painted != self.size:
            self.viewport.reset()
            self._visible = self.viewport.visible()
            self._paint()
        elif self._base != self.rich_style:
            self._paint()
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """A line of the screen, as it was made."""
        return self._strips[y] if y < len(self._strips) else Strip.blank(self.size.width, self._base)

    # Scrolling

    def _moved(self, moved: bool) -> bool:
        if moved:
            self._repaint()
            self._on_moved()
        return moved

    def action_move(self, lines: int) -> None:
        """Scroll by lines; where the turn has no more of them that way, turn the page."""
        if self._turns(lines) or not self._moved(self.viewport.move(lines)):
            host_of(self.app).turn_beyond(lines)

    def action_page(self, pages: int) -> None:
        """Scroll by a screenful, less a line; likewise."""
        if self._turns(pages) or not self._moved(self.viewport.move_pages(pages)):
            host_of(self.app).turn_beyond(pages)

    def action_far(self, direction: int) -> None:
        """Scroll to the top or to the end; already there, go to the first page or to the last turn."""
        if self._turns(direction) or not self._moved(self.viewport.move_far(direction)):
            host_of(self.app).turn_beyond(direction, far=True)

    def _turns(self, way: int) -> bool:
        """Whether keys turn the page: with the talk around it, unless that is to be scrolled as a whole."""
        return host_of(self.app).state.layout != "scroll" and self.viewport.shows_all(way)

    def on_mouse_scroll_down(self) -> None:
        """The wheel scrolls away from the word being said."""
        self._moved(self.viewport.move(WHEEL))

    def on_mouse_scroll_up(self) -> None:
        """The same, upwards."""
        self._moved(self.viewport.move(-WHEEL))

    # The mouse

    def _pointed(self, x: int, y: int) -> Pointed | None:
        return self._visible.pointed(x, y) if self._visible else None

    def on_mouse_down(self, event: MouseDown) -> None:
        """A selection may begin here."""
        self._pointing.press(self._pointed(event.x, event.y))
        self.capture_mouse()

    def on_mouse_move(self, event: MouseMove) -> None:
        """Select as far as here; at the edge, the text scrolls."""
        if not self._pointing.pressed or not event.button:
            return
        head = len(self.viewport.head)
        if not head <= event.y < self._height:
            self._moved(self.viewport.move(-1 if event.y < head else 1))
        self._pointing.drag(self._pointed(event.x, event.y))

    def on_mouse_up(self) -> None:
        """The selection stays."""
        self._pointing.release()
        self.release_mouse()

    def on_click(self, event: Click) -> None:
        """A click on a word: read from there. A click on an arrow of a small screen: turn the page."""
        frame, scene = self.viewport.frame, self.viewport.scene
        if frame.compact and event.y == 0:
            step = arrow_at(event.x, frame, scene.right)
            if step and not self._pointing.dragged:
                self._pointing.turn(step)
            return
        at = self._pointed(event.x, event.y)
        self._pointing.click(at, scene.document.pages[at.nearest.page].text if at else "")
