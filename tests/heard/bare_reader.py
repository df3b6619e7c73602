"""What a reader is without thought for those who hear it: a Textual app with header, footer and a turn a page."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Footer, Header, Static

from tui_reader.faces.printing import page_text
from tui_reader.formats import read


class BareReader(App[None]):
    """n next turn, w where am I, f the first note, / the turn where Castro is first named, G the last turn."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "show(1)", "Next"), Binding("w", "where", "Where"), Binding("f", "note", "Note"),
        Binding("slash", "find", "Find"), Binding("G", "show(99)", "End"),
    ]  # fmt: skip

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._document, self._at = read(path), 0
        self._pages = [page_text(page, self._document.short_names) for page in self._document.pages if page.turn]

    def compose(self) -> ComposeResult:
        yield Header()
        with VerticalScroll():
            yield Static(self._pages[0], id="page", markup=False)
        yield Footer()

    def action_show(self, step: int) -> None:
        self._at = min(len(self._pages) - 1, self._at + step)
        self._tell(self._pages[self._at])

    def action_where(self) -> None:
        self.notify(f"Turn {self._at + 1} of {len(self._pages)}")

    def action_note(self) -> None:
        self.notify(self._document.notes[0].text or "")

    def action_find(self) -> None:
        self._at = next(number for number, page in enumerate(self._pages) if "Castro" in page)
        self._tell(self._pages[self._at])

    def _tell(self, text: str) -> None:
        self.query_one("#page", Static).update(text)


if __name__ == "__main__":
    BareReader(Path(sys.argv[1])).run()
