"""The manual over the text: the list of its subjects, and a page of it."""

from __future__ import annotations

from tui_reader.faces.tui.screen_host import host_of
from tui_reader.faces.tui.screens.lines import LinesScreen
from tui_reader.faces.tui.screens.rows import RowsScreen
from tui_reader.manual import SUBJECTS, page, summary
from tui_reader.manual.plain_lines import plain_lines

WIDEST = 79
"""Cells of the longest line of a page, however wide the screen."""


class ManualScreen(RowsScreen):
    """The subjects; Enter opens the page of the chosen one."""

    def count(self) -> int:
        """A row for each subject."""
        return len(SUBJECTS)

    def row(self, index: int, width: int) -> str:
        """A subject and what its page is about."""
        return f"{SUBJECTS[index].ljust(max(map(len, SUBJECTS)))}  {summary(SUBJECTS[index])}"

    def spoken_row(self, index: int) -> str:
        """A subject and what its page is about."""
        return f"{SUBJECTS[index]}. {summary(SUBJECTS[index])}".rstrip(".")

    def head(self) -> list[str]:
        """How to go on."""
        return ["Manual. Enter opens a page, Escape goes back."]

    def about(self, index: int) -> list[str]:
        """The whole sentence, for a narrow screen."""
        return [summary(SUBJECTS[index])]

    def action_take(self) -> None:
        """Open the page."""
        host_of(self.app).open(ManualPageScreen(SUBJECTS[self.rows.at]))


class ManualPageScreen(LinesScreen):
    """One page, to be scrolled."""

    def __init__(self, subject: str) -> None:
        """`subject` is one of the manual's."""
        super().__init__()
        self._page = page(subject)

    def make(self, width: int) -> list[str]:
        """The page, wrapped at a width in cells."""
        return ["Escape goes back.", "", *plain_lines(self._page, min(width, WIDEST))]
