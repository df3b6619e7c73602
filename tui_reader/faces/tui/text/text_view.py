"""The text on the screen, painted line by line: a page of it, or the whole dialogue. Knows no way from place to place.

Only what is seen is set, and only lines that have changed are painted again: a word's mark costs a line or two.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.style import Style
from textual.binding import BindingType
from textual.events import Click, MouseDown, MouseMove, Resize
from textual.geometry import Offset, Region
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget

from tui_reader.document.model import Page, Position
from tui_reader.faces.tui.bindings import MOVES
from tui_reader.faces.tui.text.colours import OWN, colours_of
from tui_reader.faces.tui.text.flow_builder import build_flow
from tui_reader.faces.tui.text.frame import frame
from tui_reader.faces.tui.text.head import compact_head, head
from tui_reader.faces.tui.text.layout import set_notes
from tui_reader.faces.tui.text.line_flow import LineFlow, Spot
from tui_reader.faces.tui.text.mouse import Pointed, Pointing
from tui_reader.faces.tui.text.paint import TextMark, speaker_style, strip
from tui_reader.faces.tui.text.scene import Scene
from tui_reader.faces.tui.text.screen_line import Look, Run, ScreenLine
from tui_reader.faces.tui.text.scroll_layout import gutter, running_head
from tui_reader.faces.tui.text.smooth_scroll import PACE, nearer
from tui_reader.faces.tui.text.typesetting import Typesetting

WHEEL = 3
"""Lines that a step of the mouse's wheel scrolls."""


class TextView(Widget, can_focus=True, inherit_bindings=False):
    """The text, and what stands above it."""

    DEFAULT_CSS = "TextView { width: 1fr; height: 1fr; }"
    BINDINGS: ClassVar[list[BindingType]] = MOVES

    def __init__(
        self,
        scene: Scene,
        setting: Typesetting,
        sign: str,
        on_moved: Callable[[], None],
        pointing: Pointing,
    ) -> None:
        """`setting` is how text is set; `sign` stands before the current turn of the dialogue.

        `on_moved` is called when the size has changed or the text was scrolled; `pointing` is told of the mouse.
        """
        super().__init__()
        self.scene = scene
        self.frame = frame(80, 24, setting.width)
        """The measures of the screen as it is now."""
        self.following = True
        """Whether the text moves with the place one is at: until one scrolls away."""
        self.hidden = False
        """Whether nothing is painted yet."""
        self._setting, self._sign = setting, sign
        self._on_moved, self._pointing = on_moved, pointing
        self._flow = LineFlow(range(1), lambda page, block: [])
        self._top = self._goal = Spot(0, 0, 0)
        """The first line that is seen; and the one that is to be, where the text is gliding there."""
        self._gliding: Timer | None = None
        self._head: list[ScreenLine] = []
        self._beside: dict[int, ScreenLine] = {}
        self._seen: Sequence[tuple[Spot, ScreenLine]] = ()
        self._marks: dict[int, Sequence[TextMark]] = {}
        self._strips: list[Strip] = []
        self._base, self._colours = Style(), OWN
        self._places: dict[str, int] = {}

    # What is shown

    def show(self, scene: Scene) -> None:
        """Show something else, or something else of the same."""
        old, self.scene = self.scene, scene
        other = scene.document is not old.document or scene.scroll != old.scroll
        turned = scene.page is not old.page or scene.sentence != old.sentence
        opened = scene.notes != old.notes
        if other or opened or (turned and not scene.scroll):
            self._set()
        if other or (turned and not scene.scroll):
            self.following = True
            self._put_top(self._flow.first())
        if turned or (scene.right != old.right and self.frame.compact):
            self._set_head()
        moved = (scene.page, scene.offset, scene.word) != (old.page, old.offset, old.word)
        if self.following and (other or opened or moved):
            self._bring(turned or other, other)
        self._repaint()

    def take(self, setting: Typesetting, sign: str) -> None:
        """Set the text otherwise from now on."""
        if (setting, sign) != (self._setting, self._sign):
            self._setting, self._sign = setting, sign
            self._reset()

    def follow(self) -> None:
        """Move with the place one is at again."""
        self.following = True
        self._bring(False)
        self._repaint()

    def _put_top(self, top: Spot) -> None:
        """See the text from there on, at once."""
        self._top = self._goal = top
        if self._gliding:
            self._gliding.stop()
            self._gliding = None

    def _glide_to(self, top: Spot) -> None:
        """See the text from there on: bit by bit, where motion is wanted."""
        if not self._setting.motion or top == self._top:
            self._put_top(top)
            return
        self._goal = top
        self._gliding = self._gliding or self.set_interval(PACE, self._glide)

    def _glide(self) -> None:
        top = nearer(self._flow, self._top, self._goal, 2 * self._room)
        if top == self._goal:
            self._put_top(top)
        self._top = top
        self._repaint()
        if not self._gliding:
            self._on_moved()

    def bring_notes(self) -> None:
        """Scroll so that the notes below the text are seen."""
        if self.scene.notes and self.scene.page and not self.frame.notes_left:
            self._put_top(self._flow.moved(self._flow.end(self.scene.page.index), 1 - self._room))
            self._repaint()

    @property
    def more(self) -> bool:
        """Whether there is more of the page below what is seen."""
        return not self.scene.scroll and bool(self._seen) and self._seen[-1][0] != self._flow.last()

    @property
    def away(self) -> bool:
        """Whether one has scrolled away from the place one is at."""
        return not self.following and self._row_of(self.scene.offset) is None

    def cell_of(self, offset: int) -> Offset:
        """The cell at which a character of the page's text is painted, or the nearest that is seen."""
        if self.scene.page is None:
            return Offset(self.frame.left, max(0, len(self._head) - 1))
        spot = self._flow.spot(self.scene.page.index, offset)
        row = self._row_of(offset)
        if row is None:
            row = 0 if spot < self._top else self._room - 1
        column = self._flow.line(spot).column(offset)
        return Offset(column, min(len(self._head) + row, max(0, self.size.height - 1)))

    def _row_of(self, offset: int) -> int | None:
        """The row of the text that shows a character of the page, None where it is not seen."""
        if self.scene.page is None:
            return None
        spot = self._flow.spot(self.scene.page.index, offset)
        return next((row for row, (seen, _) in enumerate(self._seen) if seen == spot), None)

    def _bring(self, turned: bool, at_once: bool = False) -> None:
        """Scroll, where it must be, so that the place one is at is seen; of a turn just come to, all that can be."""
        scene, room, top = self.scene, self._room, self._goal
        if scene.page is None or not room:
            return
        spot = self._flow.spot(scene.page.index, scene.offset if scene.word is None else scene.word)
        below = self._flow.moved(top, room - 1)
        if scene.scroll:
            last = max(spot, self._flow.moved(self._flow.end(spot.page), -1)) if turned else spot
            if not (top <= spot and last <= below) and (turned or not top <= spot <= below):
                top = self._flow.moved(spot, -(room // 4))
        elif not top <= spot <= below:
            # As one turns a page: what comes next is read from the top.
            top = self._flow.moved(spot, -1) if spot > top else spot
        top = self._flow.filling(top, room)
        if at_once or (turned and not scene.scroll):
            self._put_top(top)
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
        scene = self.scene
        if self.frame.compact:
            self._head = compact_head(scene.document, scene.page, self.frame, scene.right, self._setting.names)
        elif scene.scroll:
            self._head = running_head(scene.document, self.frame)
        else:
            self._head = head(scene.document, scene.page, self.frame, self._setting.names)

    def on_resize(self, event: Resize) -> None:
        """Set the text anew for the size of the screen."""
        self._reset()
        self._on_moved()

    def _reset(self) -> None:
        """Set the text anew; what was at the top, or the place one follows, stays in sight."""
        page, block, line = self._goal
        offset = self._flow.line(self._goal).start if block or line else 0
        self._set()
        self._put_top(self._flow.spot(page, offset) if offset else Spot(page, 0, 0))
        if self.following:
            self._bring(False, at_once=True)
        self._put_top(self._flow.filling(self._top, self._room))
        self._repaint()

    # Painting

    def _repaint(self) -> None:
        """Make every line that is seen, and have those painted that differ from before."""
        self._seen = self._flow.seen(self._top, self._room)
        self._marks = self._marks_seen()
        self._beside = self._notes_beside() if self.frame.notes_left else {}
        old, self._strips = self._strips, []
        self._base, self._colours = self.rich_style, colours_of(self.app.theme)
        height, width = self.size.height, self.size.width
        self._strips = [self._strip(row) for row in range(height)]
        changed = [row for row in range(height) if row >= len(old) or old[row] != self._strips[row]]
        if len(changed) == height:
            self.refresh()
        elif changed:
            self.refresh(*(Region(0, row, width, 1) for row in changed))

    def _marks_seen(self) -> dict[int, Sequence[TextMark]]:
        """What is marked of each page, as far as it is seen."""
        starts: dict[int, int] = {}
        ends: dict[int, int] = {}
        for spot, line in self._seen:
            starts.setdefault(spot.page, line.start)
            ends[spot.page] = sys.maxsize
        if self._seen:
            last = self._seen[-1][0]
            after = self._flow.moved(last, 1)
            if after.page == last.page and after != last:
                ends[last.page] = self._flow.line(after).start
        return {page: self.scene.marks(page, start, ends[page]) for page, start in starts.items()}

    def _strip(self, row: int) -> Strip:
        base, width, scene = self._base, self.size.width, self.scene
        if self.hidden:
            return Strip.blank(width, base)
        if row < len(self._head):
            return strip(self._head[row], width, base, self._colour(scene.page), self._colours, (), scene.said)
        row -= len(self._head)
        spot, line = self._seen[row] if row < len(self._seen) else (None, ScreenLine(0))
        page = scene.document.pages[spot.page] if spot and scene.document.pages else scene.page
        here = page is scene.page or bool(page and scene.page and page.index == scene.page.index)
        marked, said = self._marks.get(spot.page, ()) if spot else (), scene.said if here else None
        if scene.scroll and here and spot and spot[1:] == (0, 0):
            sign = f"{self._sign} "[: line.indent]
            line = ScreenLine(line.start, line.indent - len(sign), (Run(sign, Look.NAME), *line.runs))
        style = base if here or not scene.scroll else base + self._colours.quiet
        if row not in self._beside:
            return strip(line, width, style, self._colour(page), self._colours, marked, said)
        left = strip(line, self.frame.notes_left, style, self._colour(page), self._colours, marked, said)
        beside = strip(self._beside[row], max(0, width - self.frame.notes_left), base, Style(), self._colours)
        return Strip([*left, *beside])

    def _notes_beside(self) -> dict[int, ScreenLine]:
        """The rows of the open notes, each beside its mark's line or, where that is taken, below the one before."""
        page, found, row = self.scene.page, dict[int, ScreenLine](), 0
        marks = {
            mark.note: start + mark.offset
            for start, passage in (page.passages_at() if page else ())
            for mark in reversed(passage.marks)
        }
        for note in self.scene.notes if page else ():
            at = marks.get(note.mark, 0)
            seen = self._row_of(at)
            if seen is None and page and self._seen and self._flow.spot(page.index, at) > self._seen[-1][0]:
                break
            row = max(row, seen or 0)
            lines = set_notes([note], self.frame.notes_width, 0)
            found |= {row + index: line for index, line in enumerate(lines) if row + index < self._room}
            row += len(lines) + 1
        return found

    def _colour(self, page: Page | None) -> Style:
        return speaker_style(self._places.get(page.speaker or "") if page else None, self._colours)

    def render_line(self, y: int) -> Strip:
        """A line of the screen, as it was made."""
        if self._base != self.rich_style:
            self._base, self._colours = self.rich_style, colours_of(self.app.theme)
            self._strips = [self._strip(row) for row in range(self.size.height)]
        return self._strips[y] if y < len(self._strips) else Strip.blank(self.size.width, self._base)

    # Scrolling and clicking

    def _scroll(self, lines: int) -> None:
        self._put(self._flow.moved(self._goal, lines))

    def _put(self, top: Spot) -> None:
        self.following = False
        top = self._flow.filling(top, self._room)
        if top != self._goal:
            self._glide_to(top)
            self._repaint()
            self._on_moved()

    def action_move(self, lines: int) -> None:
        """Scroll by lines."""
        self._scroll(lines)

    def action_page(self, pages: int) -> None:
        """Scroll by what is seen, less a line."""
        self._scroll(pages * max(1, self._room - 1))

    def action_far(self, direction: int) -> None:
        """Scroll to the top or to the end."""
        self._put(self._flow.first() if direction < 0 else self._flow.last())

    def on_mouse_scroll_down(self) -> None:
        """The wheel scrolls away from the word being said."""
        self._scroll(WHEEL)

    def on_mouse_scroll_up(self) -> None:
        """And back."""
        self._scroll(-WHEEL)

    def _pointed(self, x: int, y: int) -> Pointed | None:
        """What of the text is at a cell, or nearest to it."""
        row = min(max(0, y - len(self._head)), len(self._seen) - 1)
        if self.scene.page is None or row < 0:
            return None
        spot, line = self._seen[row]
        nearest = Position(spot.page, min(line.nearest(x), len(self.scene.document.pages[spot.page].text)))
        there = row == y - len(self._head)
        return Pointed(nearest, line.look(x) if there else None, line.start, line.offset(x) if there else None)

    def on_mouse_down(self, event: MouseDown) -> None:
        """Perhaps something is selected from here."""
        self._pointing.press(self._pointed(event.x, event.y))
        self.capture_mouse()

    def on_mouse_move(self, event: MouseMove) -> None:
        """Select as far as here; at the edge, the text scrolls."""
        if not self._pointing.pressed or not event.button:
            return
        if not len(self._head) <= event.y < self.size.height:
            self._scroll(-1 if event.y < len(self._head) else 1)
        self._pointing.drag(self._pointed(event.x, event.y))

    def on_mouse_up(self) -> None:
        """What is selected stays."""
        self._pointing.release()
        self.release_mouse()

    def on_click(self, event: Click) -> None:
        """A click on a word: read from there. A click on an arrow of a small screen: turn the page."""
        if self.frame.compact and event.y == 0:
            signs = len(self.scene.right.split("  ")[-1])
            column = event.x - (self.frame.left + self.frame.block - signs)
            if column >= 0 and not self._pointing.dragged:
                self._pointing.turn(-1 if column < signs // 2 else 1)
            return
        at = self._pointed(event.x, event.y)
        self._pointing.click(at, self.scene.document.pages[at.nearest.page].text if at else "")
