"""Where one is in a document: the place, kept in the library the moment it changes, and the ways to move it.

Knows no sound; who reads aloud from here (`Reading`) is told of each move by overriding `_go`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tui_reader.document.model import Document, Note, Page, Person, Position
from tui_reader.reading import steps
from tui_reader.reading.progress import Progress

if TYPE_CHECKING:
    from tui_reader.library import Library


class Place:
    """A place in one document. A command that has something to say gives it back as a line."""

    def __init__(self, document: Document, path: Path, library: Library) -> None:
        self.document, self.path = document, path
        self._library = library
        self._progress = Progress(document)
        kept = library.place(document.key)
        self.came_back = kept is not None and kept != (0, 0)
        last = max(0, len(document.pages) - 1)
        self.position = kept if kept and kept.page <= last else Position(0, 0)
        self.keep()

    @property
    def page(self) -> Page | None:
        """The page one is on; None for a document without any text."""
        pages = self.document.pages
        return pages[self.position.page] if pages else None

    def who(self, page: Page | None) -> Person | None:
        """Whose page it is."""
        return self.document.person(page.speaker) if page else None

    def notes_of(self, page: Page | None) -> tuple[Note, ...]:
        """The notes that a page refers to, in order."""
        marks = dict.fromkeys(mark.note for passage in (page.passages if page else ()) for mark in passage.marks)
        return tuple(note for mark in marks if (note := self.document.note(mark)))

    def name_of(self, page: Page) -> str:
        """A page in words: "Turn 6 of 23, Stevenson", or the part it belongs to."""
        return self._progress.name_of(page)

    def keep(self) -> None:
        """Keep the place in the library."""
        self._library.keep_place(self.document, self.path, self.position)

    def next_page(self) -> str | None:
        """Go to the next turn."""
        return self._step(steps.next_page)

    def previous_page(self) -> str | None:
        """Go to the turn before."""
        return self._step(steps.previous_page)

    def next_of_speaker(self) -> str | None:
        """Go to the next turn of who speaks here."""
        return self._step(steps.next_of_speaker)

    def previous_of_speaker(self) -> str | None:
        """Go to the turn before of who speaks here."""
        return self._step(steps.previous_of_speaker)

    def next_paragraph(self) -> str | None:
        """Go to the next paragraph."""
        return self._step(steps.next_paragraph)

    def previous_paragraph(self) -> str | None:
        """Go to the start of this paragraph, or of the one before."""
        return self._step(steps.previous_paragraph)

    def next_word(self) -> str | None:
        """Go to the next word."""
        return self._step(steps.next_word)

    def previous_word(self) -> str | None:
        """Go to the word before."""
        return self._step(steps.previous_word)

    def next_part(self) -> str | None:
        """Go to the next part."""
        return self._step(steps.next_part)

    def previous_part(self) -> str | None:
        """Go to the start of this part, or of the part before."""
        return self._step(steps.previous_part)

    def go_to(self, number: int) -> str | None:
        """Go to the turn of that number."""
        return self._go_where(steps.turn(self.document, number))

    def repeat(self) -> str | None:
        """Go back to the start of this turn."""
        self._go(Position(self.position.page, 0))
        return None

    def go(self, position: Position) -> None:
        """Go to a place, wherever it is; reading aloud goes on from there."""
        self._go(position)

    def _step(self, step: steps.Step) -> str | None:
        return self._go_where(step(self.document, self.position))

    def _go_where(self, target: Position | str) -> str | None:
        if isinstance(target, str):
            return target
        self._go(target)
        return None

    def _go(self, position: Position) -> None:
        """Go there; there is nothing to say of it."""
        self.position = position
        self.keep()
