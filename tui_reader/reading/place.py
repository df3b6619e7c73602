"""Where one is in a document: the place, kept in the library the moment it changes, and the ways to move it.

Knows no sound; who reads aloud from here (`Reading`) is told of each move by overriding `_go`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tui_reader.document.model import Document, Note, Page, Person, Position
from tui_reader.reading import steps
from tui_reader.reading.progress import ReadingProgress

if TYPE_CHECKING:
    from tui_reader.document.decisions import Decision
    from tui_reader.library import Library


class Place:
    """A place in one document. A command that has something to say gives it back as a line."""

    document: Document
    """As it was read, with what the person decided about its labels."""

    def __init__(self, document: Document, path: Path, library: Library) -> None:
        """`document` is as it was read, `path` where it can be opened again."""
        self._library = library
        self._begin(document, path)

    def open(self, document: Document, path: Path) -> None:
        """Read another document, from the place where it was left."""
        self._begin(document, path)

    def _begin(self, document: Document, path: Path) -> None:
        self._printed, self.path = document, path
        self.document = self._library.decided(document)
        self._progress = ReadingProgress(self.document)
        kept = self._library.place(document.key)
        self.came_back = kept is not None and kept != (0, 0)
        last = max(0, len(self.document.pages) - 1)
        self.position = kept if kept and kept.page <= last else Position(0, 0)
        self.keep()

    def take_document(self, document: Document) -> None:
        """Go on at the same words of a document that is understood in another way: its labels, how a word is said."""
        from tui_reader.document.positions import in_pages, in_text

        at = in_text(self.document, self.position)
        self._printed, self.document = document, self._library.decided(document)
        self._progress = ReadingProgress(self.document)
        self.position = in_pages(self.document, at)
        self.keep()

    @property
    def library(self) -> Library:
        """Where all of it is kept."""
        return self._library

    def take_lexicon(self, lines: tuple[str, ...]) -> None:
        """Say words of the document as these lines of a lexicon have them, from now on."""
        self.take_document(self._printed._replace(lexicon=lines))

    # What is decided about its labels, kept at once

    def decide(self, *decisions: Decision) -> None:
        """Take further decisions about labels; the place stays at the same words."""
        self._library.decide(self.document.key, decisions)
        self.take_document(self._printed)

    def take_back(self) -> Decision | None:
        """Take back the last decision, and give it; None where nothing was decided."""
        last = self._library.take_back(self.document.key)
        self.take_document(self._printed)
        return last

    def forget_decisions(self) -> int:
        """Take back all decisions, and give how many there were."""
        decided = len(self._library.decisions(self.document.key))
        self._library.forget_decisions(self.document.key)
        self.take_document(self._printed)
        return decided

    # Where one is

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
        """Keep the place in the library; a document without a key is none."""
        if not self.document.key:
            return
        self._library.keep_place(self.document, self.path, self.position)

    def next_page(self) -> str | None:
        """Go to the next turn."""
        return self._step(steps.next_page)

    def previous_page(self) -> str | None:
        """Go to the turn before."""
        return self._step(steps.previous_page)

    def next_turn_of(self, person: str, label: str | None = None) -> str | None:
        """Go to the next turn of a person, or the next with one of his or her labels."""
        return self._go_where(steps.next_turn_of(self.document, self.position, person, label))

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
