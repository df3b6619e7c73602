"""The widget of the text: a page of the document, a sentence of it or the whole dialogue; scrolled and clicked on.

Only visible text is set into lines, and only changed lines are painted again: to mark a word costs one or two.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from rich.style import Style
from textual.binding import BindingType
from textual.events import Click, MouseDown, MouseMove, Resize
from textual.geometry import Offset, Region
from textual.strip import Strip
from textual.widget import Widget

from tui_reader.faces.tui.bindings import MOVES
from tui_reader.faces.tui.text.colours import OWN, colours_of
from tui_reader.faces.tui.text.flow_builder import build_flow
from tui_reader.faces.tui.text.frame import frame
from tui_reader.faces.tui.text.line_flow import LineFlow, Spot
from tui_reader.faces.tui.text.mouse import Pointed, Pointing, arrow_at
from tui_reader.faces.tui.text.scene import Scene
from tui_reader.faces.tui.text.scene_head import head_of
from tui_reader.faces.tui.text.screen_line import ScreenLine
from tui_reader.faces.tui.text.scroll_layout import gutter
from tui_reader.faces.tui.text.smooth_scroll import PACE, ScrollPosition, top_showing
from tui_reader.faces.tui.text.typesetting import Typesetting
from tui_reader.faces.tui.text.visible_text import Lines, VisibleText, notes_beside, row_of, visible_marks

WHEEL = 3
"""Lines that a step of the mouse's wheel scrolls."""


class TextView(Widget, can_focus=True, inherit_bindings=False):
    """The text, and what stands above it."""

    DEFAULT_CSS = "TextView { width: 1fr; height: 1fr; }"
    BINDINGS: ClassVar[list[BindingType]] = MOVES

    def __init__(
        self, scene: Scene, setting: Typesetting, sign: str, on_moved: Callable[[], None], pointing: Pointing
    ) -> None:
        """`setting` is how text is set; `sign` stands before the current turn of the dialogue.

        `on_moved` is called when the size has changed or the text was scrolled; `pointing` is told of the mouse.
        """
        super().__init__()
        self.scene = scene
        self.frame = frame(80, 24, setting.width)
        """The measures of the screen as it is now."""
        self.following = True
        """Whether the text scrolls with the place of the reading: until somebody scrolls away."""
        self.hidden = False
        """Whether nothing is painted yet."""
        self._setting, self._sign = setting, sign
        self._on_moved, self._pointing = on_moved, pointing
        self._flow = LineFlow(range(1), lambda page, block: [])
        self._scroll = ScrollPosition(lambda: self.set_interval(PACE, self._glide))
        self._head: list[ScreenLine] = []
        self._seen: Lines = ()
        self._strips: list[Strip] = []
        self._base, self._colours = Style(), OWN
        self._places: dict[str, int] = {}
        self._visible: VisibleText | None = None

    # What is shown

    def show(self, scene: Scene) -> None:
        """Show another scene; what is the same as before is left as it is."""
        old, self.scene = self.scene, scene
        other = scene.document is not old.document or scene.scroll != old.scroll
        turned = scene.page is not old.page or scene.sentence != old.sentence
        opened = scene.notes != old.notes
        if other or opened or (turned and not scene.scroll):
            self._set()
        if other or (turned and not scene.scroll):
            self.following = True
            self._scroll.put(self._flow.first())
        if turned or (scene.right != old.right and self.frame.compact):
            self._set_head()
        moved = (scene.page, scene.offset, scene.word) != (old.page, old.offset, old.word)
        if self.following and (other or opened or moved):
            self._bring(turned or other, other)
        self._repaint()

    def take(self, setting: Typesetting, sign: str) -> None:
        """Set the text in another way from now on."""
        if (setting, sign) != (self._setting, self._sign):
            self._setting, self._sign = setting, sign
            self._reset()

    def follow(self) -> None:
        """Scroll to the place of the reading, and with it from now on."""
        self.following = True
        self._bring(False)
        self._repaint()

    def _glide(self) -> None:
        self._scroll.step(self._flow, 2 * self._room)
        self._repaint()
        if not self._scroll.gliding:
            self._on_moved()

    def _glide_to(self, top: Spot) -> None:
        """Scroll to that line at the top: bit by bit, where motion is wanted."""
        if self._setting.motion:
            self._scroll.glide_to(top)
        else:
            self._scroll.put(top)

    def bring_notes(self) -> None:
        """Scroll so that the notes below the text are seen."""
        if self.scene.notes and self.scene.page and not self.frame.notes_left:
            self._scroll.put(self._flow.moved(self._flow.end(self.scene.page.index), 1 - self._room))
            self._repaint()

    @property
    def more(self) -> bool:
        """Whether there is more of the page below what is seen."""
        return not self.scene.scroll and bool(self._seen) and self._seen[-1][0] != self._flow.last()

    @property
    def away(self) -> bool:
        """Whether the place of the reading was scrolled out of sight."""
        return not self.following and self._row_of(self.scene.offset) is None

    def cell_of(self, offset: int) -> Offset:
        """The cell at which a character of the page's text is painted, or the nearest that is seen."""
        if self.scene.page is None:
            return Offset(self.frame.left, max(0, len(self._head) - 1))
        spot = self._flow.spot(self.scene.page.index, offset)
        row = self._row_of(offset)
        if row is None:
            row = 0 if spot < self._scroll.top else self._room - 1
        column = self._flow.line(spot).column(offset)
        return Offset(column, min(len(self._head) + row, max(0, self.size.height - 1)))

    def _row_of(self, offset: int) -> int | None:
        """The row of the text that shows a character of the page, None where it is not seen."""
        if self.scene.page is None:
            return None
        return row_of(self._seen, self._flow.spot(self.scene.page.index, offset))

    def _bring(self, turned: bool, at_once: bool = False) -> None:
        """Scroll only as far as needed to show the place; of a turn just come to, all that can be shown."""
        scene, room = self.scene, self._room
        if scene.page is None or not room:
            return
        spot = self._flow.spot(scene.page.index, scene.offset if scene.word is None else scene.word)
        top = top_showing(self._flow, spot, self._scroll.goal, room, scene.scroll, turned)
        if at_once or (turned and not scene.scroll):
            self._scroll.put(top)
        else:
            self._glide_to(top)

    # Setting

    @property
    def _room(self) -> int:
        return max(0, self.size.height - len(self._head) - int(not self.frame.compact))

    def _set(self) -> None:
        """Set the text for the size of the screen; what is not seen is set when it is."""
        scene, size, setting = self.scene, self.app.size, self._setting
        wide = gutter(scene.document, size.width, setting.names) if scene.scroll else 0
        self.frame = frame(size.width, size.height, setting.width, wide, setting.margins)
        self._set_head()
        self._places = {person.id: place for place, person in enumerate(scene.document.people)}
        self._flow = build_flow(scene, self.frame, setting)

    def _set_head(self) -> None:
        self._head = head_of(self.scene, self.frame, self._setting.names)

    def on_resize(self, event: Resize) -> None:
        """Set the text anew for the size of the screen."""
        self._reset()
        self._on_moved()

    def _reset(self) -> None:
        """Set the text anew; what was at the top, or the place that is followed, stays in sight."""
        page, block, line = self._scroll.goal
        offset = self._flow.line(self._scroll.goal).start if block or line else 0
        self._set()
        self._scroll.put(self._flow.spot(page, offset) if offset else Spot(page, 0, 0))
        if self.following:
            self._bring(False, at_once=True)
        self._scroll.put(self._flow.filling(self._scroll.top, self._room))
        self._repaint()

    # Painting

    def _repaint(self) -> None:
        """Make every visible line, and have those painted that differ from before."""
        self._seen = self._flow.seen(self._scroll.top, self._room)
        notes: dict[int, ScreenLine] = {}
        if self.frame.notes_left:
            notes = notes_beside(self.scene, self._flow, self._seen, self.frame.notes_width, self._room)
        marks = visible_marks(self.scene, self._flow, self._seen)
        self._visible = VisibleText(
            self.scene, self.frame, self._head, self._seen, marks, notes, self._places, self._sign
        )  # fmt: skip
        old, height, width = self._strips, self.size.height, self.size.width
        self._paint()
        changed = [row for row in range(height) if row >= len(old) or old[row] != self._strips[row]]
        if len(changed) == height:
            self.refresh()
        elif changed:
            self.refresh(*(Region(0, row, width, 1) for row in changed))

    def _paint(self) -> None:
        self._base, self._colours = self.rich_style, colours_of(self.app.theme)
        width, visible = self.size.width, None if self.hidden else self._visible
        blank = Strip.blank(width, self._base)
        self._strips = [
            visible.strip(row, width, self._base, self._colours) if visible else blank
            for row in range(self.size.height)
        ]  # fmt: skip

    def render_line(self, y: int) -> Strip:
        """A line of the screen, as it was made."""
        if self._base != self.rich_style:
            self._paint()
        return self._strips[y] if y < len(self._strips) else Strip.blank(self.size.width, self._base)

    # Scrolling and clicking

    def _scroll_by(self, lines: int) -> None:
        self._put(self._flow.moved(self._scroll.goal, lines))

    def _put(self, top: Spot) -> None:
        self.following = False
        top = self._flow.filling(top, self._room)
        if top != self._scroll.goal:
            self._glide_to(top)
            self._repaint()
            self._on_moved()

    def action_move(self, lines: int) -> None:
        """Scroll by lines."""
        self._scroll_by(lines)

    def action_page(self, pages: int) -> None:
        """Scroll by what is visible, less a line."""
        self._scroll_by(pages * max(1, self._room - 1))

    def action_far(self, direction: int) -> None:
        """Scroll to the top or to the end."""
        self._put(self._flow.first() if direction < 0 else self._flow.last())

    def on_mouse_scroll_down(self) -> None:
        """The wheel scrolls away from the word being said."""
        self._scroll_by(WHEEL)

    def on_mouse_scroll_up(self) -> None:
        """The same, upwards."""
        self._scroll_by(-WHEEL)

    def _pointed(self, x: int, y: int) -> Pointed | None:
        return self._visible.pointed(x, y) if self._visible else None

    def on_mouse_down(self, event: MouseDown) -> None:
        """Perhaps something is selected from here."""
        self._pointing.press(self._pointed(event.x, event.y))
        self.capture_mouse()

    def on_mouse_move(self, event: MouseMove) -> None:
        """Select as far as here; at the edge, the text scrolls."""
        if not self._pointing.pressed or not event.button:
            return
        if not len(self._head) <= event.y < self.size.height:
            self._scroll_by(-1 if event.y < len(self._head) else 1)
        self._pointing.drag(self._pointed(event.x, event.y))

    def on_mouse_up(self) -> None:
        """What is selected stays."""
        self._pointing.release()
        self.release_mouse()

    def on_click(self, event: Click) -> None:
        """A click on a word: read from there. A click on an arrow of a small screen: turn the page."""
        if self.frame.compact and event.y == 0:
            step = arrow_at(event.x, self.frame, self.scene.right)
            if step and not self._pointing.dragged:
                self._pointing.turn(step)
            return
        at = self._pointed(event.x, event.y)
        self._pointing.click(at, self.scene.document.pages[at.nearest.page].text if at else "")
