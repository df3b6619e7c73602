"""The outline (parts and turns, a row each, with the current one marked), and the bookmarks of the document."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from tui_reader.document.model import Position
from tui_reader.faces.tui.bindings import hidden_bindings
from tui_reader.faces.tui.screen_host import host_of
from tui_reader.faces.tui.screens.ask import AskScreen
from tui_reader.faces.tui.screens.list_parts import MARGINS, NARROW
from tui_reader.faces.tui.screens.overlays import ask
from tui_reader.faces.tui.screens.rows import FAR, RowsScreen
from tui_reader.faces.tui.shape_line import ShapeLine, fits
from tui_reader.reading import Reading
from tui_reader.reading.excerpts import bookmark_line, brief_bookmark


class OutlineScreen(RowsScreen):
    """Enter goes to the chosen row."""

    BINDINGS: ClassVar[list[BindingType]] = hidden_bindings(
        "right_square_bracket part(1)", "left_square_bracket part(-1)"
    )

    def __init__(self, reading: Reading, sign: str) -> None:
        """`sign` stands before the current row."""
        super().__init__()
        self._reading, self._sign = reading, sign

    def compose(self) -> ComposeResult:
        """The rows, and below them the shape of the talk with the chosen row on it."""
        yield from super().compose()
        self._shape = ShapeLine(self._sign != ">", lambda place: self.choose(place.page))
        yield self._shape

    def renewed(self, index: int) -> None:
        """Show the chosen row on the shape of the talk."""
        width, height = self.app.size
        if host_of(self.app).state.settings.shape and fits(width, height) and self.count():
            self._shape.show(self._reading, MARGINS // 2, width - MARGINS, Position(index, 0))
        else:
            self._shape.hide()

    def first(self) -> int:
        """The row of the current page."""
        return self._reading.place.position.page

    def count(self) -> int:
        """A row for each page."""
        return len(self._reading.outline)

    def row(self, index: int, width: int) -> str:
        """The sign of the current row, the name of the page, how it begins."""
        row = self._reading.outline.row(index)
        here = self._sign if index == self._reading.place.position.page else " "
        return f"{here} {'  ' * row.level}{row.name}{f': {row.words}' if row.words else ''}"

    def head(self) -> list[str]:
        """What keys do."""
        return ["Outline. Enter goes there, ] and [ to the next part and the part before, Escape back."]

    def action_part(self, way: int) -> None:
        """Choose the next part, or the one before."""
        parts, at = self._reading.outline.parts, self.rows.at
        further = [row for row in parts if row > at] if way > 0 else [row for row in reversed(parts) if row < at]
        if further:
            self.choose(further[0])

    def action_take(self) -> None:
        """Go there."""
        if self.count():
            self._reading.history.jump(self._reading.outline.row(self.rows.at).position)
        self.dismiss()


class BookmarksScreen(RowsScreen):
    """Enter goes to the chosen bookmark; a note is written, a bookmark removed."""

    BINDINGS: ClassVar[list[BindingType]] = hidden_bindings("n note", "x,delete remove", "a all")

    def __init__(self, reading: Reading, say: Callable[[str], None], all: Callable[[], None]) -> None:
        """`say` shows a line when this screen is left, `all` shows the bookmarks of all documents."""
        super().__init__()
        self._reading, self._say, self._all = reading, say, all

    def first(self) -> int:
        """The next bookmark from the current place."""
        marks = self._reading.bookmarks.all
        return next(
            (at for at, mark in enumerate(marks) if not mark.lost and mark.place > self._reading.place.position), 0
        )

    def count(self) -> int:
        """A row for each bookmark."""
        return len(self._reading.bookmarks.all)

    def row(self, index: int, width: int) -> str:
        """A bookmark in a line; in a narrow one what tells it from the others comes first."""
        mark, document = self._reading.bookmarks.all[index], self._reading.document
        return brief_bookmark(document, mark) if width < NARROW else bookmark_line(document, mark)

    def head(self) -> list[str]:
        """What keys do."""
        return ["Bookmarks. Enter goes there, n writes a note, x removes, a lists those of all documents, Escape back."]

    def about(self, index: int) -> list[str]:
        """The whole of it."""
        return [self.row(index, FAR)]

    def action_take(self) -> None:
        """Go there."""
        if self.count():
            self._say(self._reading.bookmarks.go_to(self._number))
        self.dismiss()

    def action_all(self) -> None:
        """The bookmarks of all documents."""
        self.dismiss()
        self._all()

    @property
    def _number(self) -> int:
        return self._reading.bookmarks.all[self.rows.at].number

    def action_note(self) -> None:
        """Write a note for it."""
        if not self.count():
            return
        mark = self._reading.bookmarks.all[self.rows.at]

        def write(note: str | None) -> None:
            if note is not None:
                self.told = self._reading.bookmarks.write_note(mark.number, note)
            self.rows.renew()

        ask(self, AskScreen("Note: ", mark.note), write)

    def action_remove(self) -> None:
        """Remove it."""
        if self.count():
            self.tell(self._reading.bookmarks.remove(self._number))
