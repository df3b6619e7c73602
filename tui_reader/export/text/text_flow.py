"""A document's text in the order in which it is written out, whatever the format. Knows no markup."""

from __future__ import annotations

from collections.abc import Iterator

from tui_reader.document.model import Note, Page, Passage, Person
from tui_reader.export.rendering import Rendering


class TextFlow:
    """What of a recording's document is written: the pages that are wanted, who speaks there, notes that hang there."""

    def __init__(self, recording: Rendering) -> None:
        """Raises UsageError for a turn that there is not."""
        self.document = recording.document
        self.pages = recording.recital.pages()
        self._whole = len(self.pages) == len(self.document.pages)

    @property
    def people(self) -> list[Person]:
        """Who speaks or writes on these pages."""
        here = {page.speaker for page in self.pages}
        return [person for person in self.document.people if person.id in here]

    @property
    def notes(self) -> list[Note]:
        """The notes that have words and belong to these pages; all of them, where all pages are written."""
        marked = {mark.note for passage in self._passages() for mark in passage.marks}
        return [note for note in self.document.notes if note.passage and (self._whole or note.mark in marked)]

    def parts(self) -> Iterator[list[Page]]:
        """The pages, part by part."""
        pages: list[Page] = []
        for page in self.pages:
            if pages and pages[-1].part is not page.part:
                yield pages
                pages = []
            pages.append(page)
        if pages:
            yield pages

    def _passages(self) -> Iterator[Passage]:
        if self.document.title:
            yield self.document.title
        for page in self.pages:
            yield from page.passages


def who(person: Person, called: str) -> str:
    """A sentence on somebody who is `called` so in the text: full name, role, and what is printed for him or her."""
    full = person.name if person.name != called else None
    printed = [label for label in person.labels if label not in (called, person.name)]
    told = (full, person.role, f"printed as {' and '.join(printed)}" if printed else None)
    return f"{called} is {', '.join(filter(None, told))}." if any(told) else ""


def cut_at_marks(passage: Passage) -> Iterator[tuple[str, str | None]]:
    """The passage's text in pieces, each with the mark of the note that stands behind it; None for the last."""
    at = 0
    for mark in passage.marks:
        yield passage.text[at : mark.offset], mark.note
        at = mark.offset
    yield passage.text[at:], None


def bracketed(text: str) -> str:
    """A remark in brackets, as a text without italics needs it."""
    return text if text[:1] in "([" else f"[{text}]"
