"""The page, painted line by line: its head stays, its text scrolls. Knows how to show a place, not the way there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Click, Resize
from textual.geometry import Offset, Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui_reader.document.model import Document, Note, Page, Position
from tui_reader.tui.head import compact_head, head, place_of
from tui_reader.tui.layout import Line, Look, frame, line_at, set_notes, set_page
from tui_reader.tui.paint import speaker_style, strip


class PageView(ScrollView, inherit_bindings=False):
    """One page of a document. Only lines that change are painted again."""

    DEFAULT_CSS = "PageView { scrollbar-size: 0 0; overflow-x: hidden; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "scroll(-1)", show=False),
        Binding("down", "scroll(1)", show=False),
        Binding("pageup", "scroll_page(-1)", show=False),
        Binding("pagedown", "scroll_page(1)", show=False),
        Binding("home", "scroll_far(-1)", show=False),
        Binding("end", "scroll_far(1)", show=False),
    ]

    def __init__(
        self,
        document: Document,
        measure: int,
        on_moved: Callable[[], None],
        on_turn: Callable[[int], None],
        on_word: Callable[[Position], None],
    ) -> None:
        """`measure` is the widest that text is set, in cells.

        `on_moved` is called when the size has changed or the text was scrolled; `on_turn` with -1 or 1 when an arrow of
        a small screen was clicked; `on_word` with the place of a word that was clicked.
        """
        super().__init__()
        self.frame = frame(80, 24, measure)
        """The measures of the screen as it is now."""
        self.lines: list[Line] = []
        """The text, and the notes where they stand below it."""
        self.page: Page | None = None
        self.right = ""
        """What stands on the right of the head of a small screen."""
        self.following = True
        """Whether the text scrolls with the word being said: until one scrolls away, and from the next page on."""
        self._document, self._measure = document, measure
        self._on_moved, self._on_turn, self._on_word = on_moved, on_turn, on_word
        self._head: list[Line] = []
        self._beside: list[Line] = []
        self._notes: Sequence[Note] = ()
        self._marked: tuple[int, int] | None = None
        self._said: Look | None = None
        self._place = self._offset = 0

    # What is shown

    def take_document(self, document: Document) -> None:
        """Show another document from now on, or the same understood in another way."""
        if document is not self._document:
            self._document, self.page = document, None
            self.refresh()

    def show(self, page: Page | None, notes: Sequence[Note], offset: int) -> None:
        """Show a page from its top, or from lower where the character at `offset` is; with these notes."""
        same, moved = page is self.page, offset != self._offset
        self._offset = offset
        if same and [*notes] == [*self._notes]:
            if moved and self.following:
                self.bring(offset)
            return
        self.page, self._notes = page, notes
        self._marked = None
        self._set()
        if not same:
            self.following = True
            self._scroll(0)
        self.bring(offset)
        self.refresh()

    def say(self, marked: tuple[int, int] | None, said: Look | None, right: str) -> None:
        """Mark the word being said, or what is being said above the text; `right` is for the head of a small screen."""
        if marked != self._marked:
            before, self._marked = self._marked, marked
            if marked and self.following:
                self.bring(marked[0])
            for word in (before, marked):
                if word:
                    first, last = line_at(self.lines, word[0]), line_at(self.lines, max(word[0], word[1] - 1))
                    for index in range(first, last + 1):
                        self._refresh_row(self._row(index))
        if (said, right) != (self._said, self.right):
            new = right != self.right and self.frame.compact
            self._said, self.right = said, right
            if new:
                self._head = self._set_head()
            for row in range(len(self._head)):
                self._refresh_row(row)

    def bring(self, offset: int) -> None:
        """Scroll, where it must be, so that the character at `offset` of the page's text is seen."""
        index, top = line_at(self.lines, offset), round(self.scroll_y)
        if self._room and not top <= index < top + self._room:
            # As one turns a page: what comes next is read from the top.
            self._scroll(max(0, index - 1) if index > top else index)

    def bring_notes(self) -> None:
        """Scroll so that the notes below the text are seen."""
        self._scroll(self.max_scroll_y)

    @property
    def more(self) -> bool:
        """Whether there is more of the page below what is seen."""
        return round(self.scroll_y) + self._room < len(self.lines)

    def cell_of(self, offset: int) -> Offset:
        """The cell at which a character of the page's text is painted, or the nearest that is seen."""
        if not self.lines:
            return Offset(self.frame.left, max(0, len(self._head) - 1))
        index = line_at(self.lines, offset)
        row = self._row(index)
        column = self._text_left + self.lines[index].column(offset)
        return Offset(column, min(max(row, len(self._head)), max(0, self.size.height - 1 - self._foot)))

    def _scroll(self, y: float) -> None:
        # By force, for a page that has just been set is not yet known to be longer than the screen.
        self.scroll_to(y=y, animate=False, force=True)

    # Setting

    @property
    def _room(self) -> int:
        return max(0, self.size.height - len(self._head) - self._foot)

    @property
    def _foot(self) -> int:
        """Empty lines below the text."""
        return int(not self.frame.compact)

    @property
    def _text_left(self) -> int:
        return self.frame.left + self._place + self.frame.indent

    def _row(self, index: int) -> int:
        return len(self._head) + index - round(self.scroll_y)

    def _set_head(self) -> list[Line]:
        if self.frame.compact:
            return compact_head(self._document, self.page, self.frame, self.right)
        return head(self._document, self.page, self.frame)

    def _set(self) -> None:
        """Set the page for the size of the screen."""
        size = self.app.size
        self.frame = frame(size.width, size.height, self._measure)
        self._place = place_of(self._document, self.page, self.frame.shift)
        self._head = self._set_head()
        self.lines = set_page(self.page, self.frame.measure) if self.page else []
        end = len(self.page.text) if self.page else 0
        notes = set_notes(self._notes, self.frame.notes_width, end)
        self._beside = notes if self.frame.notes_left else []
        if notes and not self._beside:
            self.lines += [Line(end), *notes]
        self.virtual_size = Size(self.size.width, len(self._head) + len(self.lines) + self._foot)

    def on_resize(self, event: Resize) -> None:
        """Set the page anew; the line that was at the top stays there."""
        top = round(self.scroll_y)
        offset = self.lines[top].start if 0 < top < len(self.lines) else 0
        self._set()
        self._scroll(line_at(self.lines, offset) if offset else 0)
        if self._marked and self.following:
            self.bring(self._marked[0])
        self.refresh()
        self._on_moved()

    # Painting

    def render_line(self, y: int) -> Strip:
        """A line of the screen, from what is set already."""
        base, width = self.rich_style, self.size.width
        people = [person.id for person in self._document.people]
        speaker = self.page.speaker if self.page else None
        style = speaker_style(people.index(speaker) if speaker in people else None)
        if y < len(self._head):
            return strip(self._head[y], width, base, style, None, self._said)
        index = y - len(self._head) + round(self.scroll_y)
        seen = index < len(self.lines) and y < self.size.height - self._foot
        line = self.lines[index] if seen else Line(0)
        line = line._replace(indent=line.indent + self._text_left)
        beside = y - len(self._head)
        if beside >= len(self._beside):
            return strip(line, width, base, style, self._marked)
        left = strip(line, self.frame.notes_left, base, style, self._marked)
        return Strip([*left, *strip(self._beside[beside], max(0, width - self.frame.notes_left), base, style)])

    def _refresh_row(self, row: int) -> None:
        if 0 <= row < self.size.height:
            self.refresh(Region(0, row, self.size.width, 1))

    # Scrolling and clicking

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Paint what is seen now, and have it said whether there is more."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self.call_next(self._on_moved)

    def action_scroll(self, lines: int) -> None:
        """Scroll by lines."""
        self.following = False
        self._scroll(self.scroll_y + lines)

    def action_scroll_page(self, pages: int) -> None:
        """Scroll by what is seen, less a line."""
        self.action_scroll(pages * max(1, self._room - 1))

    def action_scroll_far(self, direction: int) -> None:
        """Scroll to the top or to the end."""
        self.action_scroll(direction * len(self.lines))

    def on_mouse_scroll_down(self) -> None:
        """The wheel scrolls away from the word being said."""
        self.following = False

    on_mouse_scroll_up = on_mouse_scroll_down

    def on_click(self, event: Click) -> None:
        """A click on a word: read from there. A click on an arrow of a small screen: turn the page."""
        if self.frame.compact and event.y == 0:
            signs = len(self.right.split("  ")[-1])
            column = event.x - (self.frame.left + self.frame.block - signs)
            if column >= 0:
                self._on_turn(-1 if column < signs // 2 else 1)
            return
        index = event.y - len(self._head) + round(self.scroll_y)
        if self.page is None or not len(self._head) <= event.y or not 0 <= index < len(self.lines):
            return
        offset = self.lines[index].offset(event.x - self._text_left)
        if offset is not None:
            text = self.page.text
            while offset > 0 and not text[offset - 1].isspace():
                offset -= 1
            self._on_word(Position(self.page.index, offset))
