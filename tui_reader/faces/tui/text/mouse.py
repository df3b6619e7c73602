"""The mouse in the text: a click reads from a word, opens a note or turns the page; dragging selects."""

from __future__ import annotations

from collections.abc import Callable

from tui_reader.document.model import Position
from tui_reader.faces.tui.text.frame import Frame
from tui_reader.faces.tui.text.screen_line import Look
from tui_reader.named_tuple import NamedTuple


class Pointed(NamedTuple):
    """What of the text the mouse is on."""

    nearest: Position
    """The place nearest to it."""
    look: Look | None
    """The look of what is painted there; None for nothing."""
    line: int
    """Where the text of its line begins."""
    offset: int | None
    """The character of the page's text that is painted there; None for anything else."""
    leads_to: Position | None = None
    """Where a row beside the text leads."""


def arrow_at(x: int, frame: Frame, right: str) -> int | None:
    """The step of the arrow at a cell of a small screen's head, -1 or 1; `right` are the words that end with both."""
    signs = len(right.rsplit("  ", maxsplit=1)[-1])
    column = x - (frame.left + frame.block - signs)
    return None if column < 0 else -1 if column < signs // 2 else 1


class Pointing:
    """The mouse from one press to the next."""

    def __init__(
        self,
        on_turn: Callable[[int], None],
        on_word: Callable[[Position], None],
        on_mark: Callable[[Position], None],
        on_drag: Callable[[Position, Position], None],
        on_row: Callable[[Position], None],
    ) -> None:
        """`on_turn` is called with -1 or 1 when an arrow of a small screen was clicked; `on_word` with the place of a
        word that was clicked, `on_mark` with that of the line in which the mark of a note was, `on_drag` with the
        places from which and to which the mouse was dragged, `on_row` with the place of a row beside the text."""
        self.turn, self._on_word, self._on_mark, self._on_drag = on_turn, on_word, on_mark, on_drag
        self._on_row = on_row
        self._pressed: Position | None = None
        self._dragged = False

    @property
    def pressed(self) -> bool:
        """Whether the button is held down."""
        return self._pressed is not None

    def press(self, at: Pointed | None) -> None:
        """The button was pressed: a selection may begin."""
        self._pressed, self._dragged = at.nearest if at else None, False

    def drag(self, at: Pointed | None) -> None:
        """Select as far as here."""
        if self._pressed and at and (self._dragged or at.nearest != self._pressed):
            self._dragged = True
            self._on_drag(self._pressed, at.nearest)

    def release(self) -> None:
        """The button was released: the selection stays."""
        self._pressed = None

    def click(self, at: Pointed | None, text: str) -> None:
        """Read from the word there, whose page has that text, or open the note of the mark; dragging was no click."""
        if self._dragged or at is None:
            return
        page = at.nearest.page
        if at.leads_to:
            self._on_row(at.leads_to)
        elif at.look is Look.MARK:
            self._on_mark(Position(page, at.line))
        elif at.offset is not None:
            offset = at.offset
            while offset > 0 and not text[offset - 1].isspace():
                offset -= 1
            self._on_word(Position(page, offset))

    @property
    def dragged(self) -> bool:
        """Whether the press that a click ends was a selection."""
        return self._dragged
