"""The shape of the talk in one line: each turn a stretch in its speaker's colour and height, as long as its words.

On it stand where the reader is, bookmarks, search hits and the parts. A click goes there. Each sign means the same
without colour. Painted again only when a sign changes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.events import Click
from textual.strip import Strip
from textual.widget import Widget

from tui_reader.document.model import Position
from tui_reader.document.talk_shape import TalkShape
from tui_reader.faces.tui.text.colours import colours_of
from tui_reader.faces.tui.text.frame import COMPACT_WIDTH, Frame
from tui_reader.faces.tui.text.paint import speaker_style
from tui_reader.named_tuple import NamedTuple
from tui_reader.reading import Reading
from tui_reader.settings import Settings

if TYPE_CHECKING:
    from tui_reader.document.search.document_search import Hits

LEAST_HEIGHT = 20
"""A lower screen has no line for it."""


def fits(width: int, height: int) -> bool:
    """Whether a screen of that size has a line for it."""
    return width >= COMPACT_WIDTH and height >= LEAST_HEIGHT


class Signs(NamedTuple):
    """How the line is drawn."""

    speakers: str
    """One for each speaker in turn, the first again after the last."""
    nobody: str
    """For what nobody says, such as a memo."""
    here: str
    bookmark: str
    hit: str
    part: str


BLOCKS = Signs("▂▆▄█▁▅", "·", "▲", "◆", "•", "│")
ASCII = Signs("_=-#~+", ".", "^", "*", "o", "|")


class TalkLine:
    """The signs of one document for one width."""

    def __init__(self, shape: TalkShape, width: int, signs: Signs) -> None:
        document = shape.document
        self.shape, self.width, self._signs = shape, width, signs
        self._places = {person.id: place for place, person in enumerate(document.people)}
        self._speakers = self.shape.speakers(width)
        self._borders = self.shape.borders(width) if self._speakers else []
        self._marked: tuple[object, ...] = ()
        self._marks: dict[int, str] = {}

    def signs(self, here: int, bookmarks: Sequence[Position], hits: Hits | None) -> list[tuple[str, int | None]]:
        """Each sign, with the place of the speaker whose colour it has; `here` is the index of the current one."""
        marked = (tuple(bookmarks), hits, len(hits or ()))
        if marked != self._marked:
            self._marked, self._marks = marked, self._find_marks(bookmarks, hits)
        found: list[tuple[str, int | None]] = []
        for cell, speaker in enumerate(self._speakers):
            place = self._places.get(speaker or "")
            sign = self._signs.nobody if place is None else self._signs.speakers[place % len(self._signs.speakers)]
            found.append((self._marks[cell], None) if cell in self._marks else (sign, place))
        if found:
            found[here] = (self._signs.here, None)
        return found

    def _find_marks(self, bookmarks: Sequence[Position], hits: Hits | None) -> dict[int, str]:
        """The sign of each stretch that has one; of several the last of parts, hits and bookmarks."""
        if not self._speakers:
            return {}
        marks = dict.fromkeys(self.shape.parts(self.width), self._signs.part)
        if hits:
            before = [-1 if (index := hits.before(border)) is None else index for border in self._borders]
            marks |= {cell: self._signs.hit for cell in range(self.width) if before[cell] < before[cell + 1]}
        return marks | {self.shape.stretch(place, self.width): self._signs.bookmark for place in bookmarks}


class ShapeLine(Widget):
    """The line between the text and the foot."""

    DEFAULT_CSS = "ShapeLine { height: 1; display: none; }"

    def __init__(self, utf8: bool, go: Callable[[Position], None]) -> None:
        """`utf8` is whether the terminal takes more than ASCII; a click calls `go` with the place."""
        super().__init__()
        self._signs, self._go = BLOCKS if utf8 else ASCII, go
        self._line: TalkLine | None = None
        self._left = 0
        self._shown: list[tuple[str, int | None]] = []

    def hide(self) -> None:
        """Show nothing, and take no room."""
        self.display = False

    def stand_above(self, rows: int) -> None:
        """Stand above so many rows at the foot."""
        if self.styles.offset.y.value != -rows:
            self.styles.offset = (0, -rows)

    def show_page(self, reading: Reading, frame: Frame, settings: Settings) -> None:
        """Show the talk below a page, where it is wanted and has room."""
        if settings.shape and not settings.calm and fits(frame.width, frame.height):
            self.show(reading, frame.left, frame.block)
        else:
            self.hide()

    def show(self, reading: Reading, left: int, width: int, at: Position | None = None) -> None:
        """Show the talk in cells from `left` on, with `at` or the place of the reading as where the reader is."""
        document = reading.document
        if not document.pages or width < 1:
            self.hide()
            return
        line = self._line
        if line is None or line.shape.document is not document or line.width != width:
            known = line.shape if line and line.shape.document is document else None
            shape = known or TalkShape(document)
            self._line = line = TalkLine(shape, width, self._signs)
        if not line.shape.length:
            self.hide()
            return
        here = line.shape.stretch(at or reading.place.position, width)
        results = reading.search.results
        shown = line.signs(here, [mark.place for mark in reading.bookmarks.all], results.hits if results else None)
        if (shown, left, True) != (self._shown, self._left, self.display):
            self._shown, self._left, self.display = shown, left, True
            self.refresh()

    @property
    def text(self) -> str:
        """The signs as they stand there."""
        return "".join(sign for sign, _ in self._shown)

    def render_line(self, y: int) -> Strip:
        """The line."""
        base, colours = self.rich_style, colours_of(self.app.current_theme)
        segments = [Segment(" " * self._left, base)]
        marked = base + Style(bold=True)
        for (mark, place), cells in groupby(self._shown, key=lambda cell: (cell[1] is None, cell[1])):
            style = marked if mark else base + speaker_style(place, colours)
            segments.append(Segment("".join(sign for sign, _ in cells), style))
        return Strip(segments).adjust_cell_length(self.size.width, base)

    def on_click(self, event: Click) -> None:
        """Go to the place that was clicked."""
        cell = event.x - self._left
        if self._line and 0 <= cell < self._line.width:
            from tui_reader.reading.typed_place import sentence_start

            self._go(sentence_start(self._line.shape.document, self._line.shape.place(cell, self._line.width)))
