"""The bookmarks and highlights of all documents; Enter opens the document there."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tui_reader.faces.tui.screens.list_parts import NARROW
from tui_reader.faces.tui.screens.rows import FAR, RowsScreen
from tui_reader.library.all_bookmarks import MarkedPlace
from tui_reader.reading import Reading
from tui_reader.terminal.output import without_controls

HEAD = "Bookmarks of all documents. Enter opens, Escape back."


class AllBookmarksScreen(RowsScreen):
    """Enter goes to the chosen bookmark, in whichever document."""

    def __init__(
        self,
        reading: Reading,
        marks: Sequence[MarkedPlace],
        say: Callable[[str], None],
        open: Callable[..., str | None],
    ) -> None:
        """`say` shows a line when this screen is left; `open` opens the document at a path, at a place."""
        super().__init__()
        self._reading, self._marks, self._say, self._open = reading, marks, say, open

    def first(self) -> int:
        """The first of the document that is open."""
        return next((at for at, mark in enumerate(self._marks) if mark.key == self._reading.document.key), 0)

    def count(self) -> int:
        """A row for each bookmark."""
        return len(self._marks)

    def row(self, index: int, width: int) -> str:
        """A bookmark in a line, with its document; in a narrow one that comes last."""
        mark = self._marks[index]
        return without_controls(f"{mark.brief} {mark.title}" if width < NARROW else mark.told)

    def head(self) -> list[str]:
        """What keys do."""
        return [HEAD]

    def about(self, index: int) -> list[str]:
        """The whole of it."""
        return [self.row(index, FAR)]

    def action_take(self) -> None:
        """Go there; where the document cannot be opened, say why and stay."""
        mark = self._marks[self.rows.at]
        if mark.key == self._reading.document.key:
            self._say(self._reading.bookmarks.go_to(mark.number))
            self.dismiss()
        elif mark.path is None:
            self.tell(f"{without_controls(mark.title.rstrip('.'))} is no longer in the library.")
        elif refused := self._open(mark.path, f"bookmark {mark.number}"):
            self.tell(without_controls(refused))
        else:
            self.dismiss()
