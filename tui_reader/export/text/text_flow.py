"""What of a document is written as text, and in which order, whatever the format. Knows no markup."""

from __future__ import annotations

from collections.abc import Iterator

from tui_reader.document.model import Note, Passage, Person
from tui_reader.export.rendering import Rendering


class TextFlow:
    """The pages of a rendering's document that are wanted, with their people and notes."""

    def __init__(self, rendering: Rendering) -> None:
        """Raises UsageError for a turn number the document does not have."""
        self.document = rendering.document
        self.pages = rendering.job.pages()
        self.parts = [pages for _, pages in rendering.job.parts()]
        """The pages of each part."""
        self._whole = len(self.pages) == len(self.document.pages)

    @property
    def people(self) -> list[Person]:
        """The people who speak or write on these pages."""
        here = {page.speaker for page in self.pages}
        return [person for person in self.document.people if person.id in here]

    @property
    def notes(self) -> list[Note]:
        """The notes with words that marks on these pages refer to; all with words, if all pages are written."""
        marked = {mark.note for passage in self._passages() for mark in passage.marks}
        return [note for note in self.document.notes if note.passage and (self._whole or note.mark in marked)]

    def _passages(self) -> Iterator[Passage]:
        if self.document.title:
            yield self.document.title
        for page in self.pages:
            yield from page.passages


def who_is(person: Person, called: str) -> str:
    """A sentence about a person whom the text calls `called`: full name, role, printed labels; "" if nothing is new."""
    full = person.name if person.name != called else None
    printed = [label for label in person.labels if label not in (called, person.name)]
    facts = (full, person.role, f"printed as {' and '.join(printed)}" if printed else None)
    return f"{called} is {', '.join(filter(None, facts))}." if any(facts) else ""


def cut_at_marks(passage: Passage) -> Iterator[tuple[str, str | None]]:
    """The passage's text in pieces, each with the mark of the note that follows it; None after the last piece."""
    at = 0
    for mark in passage.marks:
        yield passage.text[at : mark.offset], mark.note
        at = mark.offset
    yield passage.text[at:], None


def bracketed(text: str) -> str:
    """An aside in brackets, unless it has them, for text without italics."""
    return text if text[:1] in "([" else f"[{text}]"
