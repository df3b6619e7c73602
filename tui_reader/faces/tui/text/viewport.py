"""The part of the text that is visible: set for the size of the screen, scrolled, and moved along with the reading.

Knows no widget and paints nothing; the text view asks it for what is visible now.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from textual.geometry import Offset, Size

from tui_reader.faces.tui.text.beside import BesideLine, beside_of, notes_beside, outline_beside, speakers_beside
from tui_reader.faces.tui.text.flow_builder import build_flow
from tui_reader.faces.tui.text.frame import frame
from tui_reader.faces.tui.text.line_flow import LineFlow, Spot
from tui_reader.faces.tui.text.scene import Scene
from tui_reader.faces.tui.text.scene_head import head_of
from tui_reader.faces.tui.text.screen_line import ScreenLine
from tui_reader.faces.tui.text.scroll_layout import gutter, label_of, label_rows, labelled
from tui_reader.faces.tui.text.smooth_scroll import ScrollPosition, Timer, top_showing
from tui_reader.faces.tui.text.typesetting import Typesetting
from tui_reader.faces.tui.text.visible_text import Lines, VisibleText, row_of, visible_marks


class Viewport:
    """A window over the flow of the text, with a height in lines."""

    def __init__(
        self,
        scene: Scene,
        setting: Typesetting,
        sign: str,
        sizes: Callable[[], tuple[Size, int]],
        repeat: Callable[[], Timer],
    ) -> None:
        """`setting` is how text is set; `sign` stands before the current turn of the dialogue.

        `sizes` gives the size of the screen and the rows for head and text; `repeat` starts a timer that calls `step`.
        """
        self.scene = scene
        self.frame = frame(80, 24, setting.width, calm=setting.calm)
        """The measures of the screen as it is now."""
        self.following = True
        """Whether the text scrolls with the place of the reading: until somebody scrolls away."""
        self.scroll = ScrollPosition(repeat)
        self.head: list[ScreenLine] = []
        """The lines above the text."""
        self.lines: Lines = ()
        """The lines of the text that were visible last."""
        self._setting, self._sign, self._sizes = setting, sign, sizes
        self._flow = LineFlow(range(1), lambda page, block: [])
        self._places: dict[str, int] = {}

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
            self.scroll.put(self._flow.first())
        if turned or (scene.right != old.right and self.frame.compact):
            self._set_head()
        moved = (scene.page, scene.offset, scene.word) != (old.page, old.offset, old.word)
        if self.following and (other or turned or opened or moved):
            self._bring(turned or other, other)

    def take(self, setting: Typesetting, sign: str) -> bool:
        """Set the text in another way from now on; whether it is another."""
        if (setting, sign) == (self._setting, self._sign):
            return False
        self._setting, self._sign = setting, sign
        self.reset()
        return True

    def reset(self) -> None:
        """Set the text anew; what was at the top, or the place that is followed, stays in sight."""
        page, block, line = self.scroll.goal
        offset = self._flow.line(self.scroll.goal).start if block or line else 0
        self._set()
        self.scroll.put(self._flow.spot(page, offset) if offset else Spot(page, 0, 0))
        if self.following:
            self._bring(self.scene.scroll, at_once=True)
        self.scroll.put(self._flow.filling(self.scroll.top, self._room))

    def _set(self) -> None:
        """Set the text for the size of the screen; what is not visible is set when it is."""
        scene, (size, _), setting = self.scene, self._sizes(), self._setting
        wide = gutter(scene.document, size.width, setting.names) if scene.scroll else 0
        self.frame = frame(size.width, size.height, setting.width, wide, setting.margins, setting.calm)
        self._set_head()
        self._places = {person.id: place for place, person in enumerate(scene.document.people)}
        self._flow = build_flow(scene, self.frame, setting)

    def _set_head(self) -> None:
        self.head = head_of(self.scene, self.frame, self._setting.names)

    @property
    def _room(self) -> int:
        """Rows for the text."""
        return max(0, self._sizes()[1] - len(self.head) - int(not self.frame.compact))

    def visible(self) -> VisibleText:
        """What is visible now."""
        scene, flow = self.scene, self._flow
        self.lines = flow.seen(self.scroll.top, self._room)
        lines, marks = self._named(self.lines), visible_marks(scene, flow, self.lines)
        return VisibleText(scene, self.frame, self.head, lines, marks, self._beside(), self._places, self._sign)

    def _named(self, lines: Lines) -> Lines:
        """The visible lines of a dialogue: the label of a turn that began above them is repeated on the first."""
        scene = self.scene
        if not (scene.scroll and lines and scene.document.pages):
            return lines
        (spot, line), rest = lines[0], lines[1:]
        page = scene.document.pages[spot.page]
        label = label_of(scene.document, page, self._setting.names)
        if not label or spot[1:] == (0, 0) or spot == self._flow.end(spot.page):
            return lines
        rows = label_rows(label, self.frame)
        if not rows:
            return lines
        return [(spot, labelled(line, rows[0], self.frame)), *rest]

    def _beside(self) -> Mapping[int, BesideLine]:
        """What stands beside the text, by its row."""
        scene, frame, room = self.scene, self.frame, self._room
        if scene.page is None or not frame.notes_left:
            return {}
        if scene.beside == "speakers":
            return dict(enumerate(speakers_beside(scene.document, frame.notes_width, room)))
        if scene.beside == "outline":
            return dict(enumerate(outline_beside(scene.document, scene.page, frame.notes_width, room)))
        if scene.beside != "notes":
            return {}
        at, pages = scene.page.index, dict.fromkeys(spot.page for spot, _ in self.lines)
        noted = {index: scene.notes_of(scene.document.pages[index]) for index in pages}
        rows = {spot: row for row, (spot, _) in enumerate(self.lines)}
        notes = notes_beside(scene.document, noted, at, self._flow, rows, frame, room)
        if not scene.scroll:
            return notes
        people = [*speakers_beside(scene.document, frame.notes_width, room)]
        first = room - len(people)
        if len(people) > room // 2 or max(notes, default=-2) + 1 >= first:
            return notes
        return notes | dict(enumerate(people, first))

    # Where things are

    def notes_are_beside(self, wanted: str) -> bool:
        """Whether notes stand beside the text also when they are not open; `wanted` as in the settings."""
        scene = self.scene
        return scene.scroll and self.frame.notes_left > 0 and beside_of(scene.document, wanted) == "notes"

    @property
    def more(self) -> bool:
        """Whether there is more of the page below what is visible."""
        return not self.scene.scroll and bool(self.lines) and self.lines[-1][0] != self._flow.last()

    def shows_all(self, way: int) -> bool:
        """Whether the last line (above 0) or the first of the place's turn is visible among the talk around it."""
        page = self.scene.page
        if page is None or not self.scene.scroll:
            return False
        return row_of(self.lines, self._flow.end(page.index) if way > 0 else Spot(page.index, 0, 0)) is not None

    @property
    def away(self) -> bool:
        """Whether the place of the reading was scrolled out of sight."""
        return not self.following and self._row_of(self.scene.offset) is None

    def cell_of(self, offset: int) -> Offset:
        """The cell at which a character of the page's text is painted, or the nearest visible one."""
        if self.scene.page is None:
            return Offset(self.frame.left, max(0, len(self.head) - 1))
        spot = self._flow.spot(self.scene.page.index, offset)
        row = self._row_of(offset)
        if row is None:
            row = 0 if spot < self.scroll.top else self._room - 1
        column = self._flow.line(spot).column(offset)
        return Offset(column, min(len(self.head) + row, max(0, self._sizes()[1] - 1)))

    def _row_of(self, offset: int) -> int | None:
        """The row of the text that shows a character of the page; None where it is not visible."""
        if self.scene.page is None:
            return None
        return row_of(self.lines, self._flow.spot(self.scene.page.index, offset))

    # Scrolling with the reading

    def follow(self) -> None:
        """Scroll to the place of the reading, and with it from now on."""
        self.following = True
        self._bring(False)

    def bring_notes(self) -> bool:
        """Scroll to the notes below the text; whether there are such."""
        if not (self.scene.notes and self.scene.page) or self.frame.notes_left:
            return False
        self.scroll.put(self._flow.moved(self._flow.end(self.scene.page.index), 1 - self._room))
        return True

    def _bring(self, turned: bool, at_once: bool = False) -> None:
        """Scroll only as far as needed to show the place; of a turn just come to, all that can be shown."""
        scene, room = self.scene, self._room
        if scene.page is None or not room:
            return
        spot = self._flow.spot(scene.page.index, scene.offset if scene.word is None else scene.word)
        top = top_showing(self._flow, spot, self.scroll.goal, room, scene.scroll, turned)
        if at_once or (turned and not scene.scroll):
            self.scroll.put(top)
        else:
            self._scroll_to(top)

    # Scrolling by hand

    def move(self, lines: int) -> bool:
        """Scroll by lines, away from the place of the reading; whether that changes anything."""
        return self._move_to(self._flow.moved(self.scroll.goal, lines))

    def move_pages(self, pages: int) -> bool:
        """Scroll by a screenful, less a line."""
        return self.move(pages * max(1, self._room - 1))

    def move_far(self, direction: int) -> bool:
        """Scroll to the top (-1) or to the end (1)."""
        return self._move_to(self._flow.first() if direction < 0 else self._flow.last())

    def _move_to(self, top: Spot) -> bool:
        self.following = False
        top = self._flow.filling(top, self._room)
        if top == self.scroll.goal:
            return False
        self._scroll_to(top)
        return True

    def _scroll_to(self, top: Spot) -> None:
        """Scroll to that line at the top: in steps, where motion is wanted."""
        if self._setting.motion:
            self.scroll.glide_to(top)
        else:
            self.scroll.put(top)

    def step(self) -> bool:
        """Scroll a step of a smooth scroll; whether it was the last."""
        self.scroll.step(self._flow, 2 * self._room)
        return not self.scroll.gliding
