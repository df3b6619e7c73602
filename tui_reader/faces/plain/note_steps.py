"""The notes of a page one by one in plain text mode: the first, and asked again on the same page the next."""

from __future__ import annotations

from tui_reader.document.columnar import marked_pages
from tui_reader.document.model import Document, Note
from tui_reader.faces.printing import note_text
from tui_reader.reading import Reading
from tui_reader.reading.reading_progress import NO_NOTES


class NoteSteps:
    """Remembers which note was told last."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._told = -1
        """The index of that note among those of its page."""
        self._page: tuple[Document, int] | None = None
        """The document and the index of that page; None on another page."""
        reading.place.moved.add(self._moved)

    def _moved(self) -> None:
        if self._page and self._page[1] != self._reading.place.position.page:
            self._page = None

    def next(self) -> str:
        """The first note of the page, or the one after the note that was told last; after the last the first again."""
        document, index = self._reading.document, self._reading.place.position.page
        notes = self._notes()
        if not notes:
            return NO_NOTES
        if self._page is None or self._page[0] is not document or self._page[1] != index:
            self._page, self._told = (document, index), -1
        self._told = (self._told + 1) % len(notes)
        note = notes[self._told]
        told = note_text(note.mark, note.text)
        if len(notes) == 1:
            return told
        return f"{told}{'' if told[-1] in '.?!' else '.'} {self._told + 1} of {len(notes)}."

    def _notes(self) -> list[Note]:
        """The notes of the page; those of the title with the first page, those without a mark with the last."""
        place, document = self._reading.place, self._reading.document
        page = place.page
        if page is None:
            return []
        printed = (document.title, document.date and document.date.passage, document.collection)
        above = [mark.note for one in printed if one for mark in one.marks]
        notes = [note for mark in (above if not page.index else ()) if (note := document.note(mark))]
        notes += [note for note in place.notes_of(page) if note not in notes]
        if page.index == len(document.pages) - 1 and document.notes:
            marks = {mark.note for one in marked_pages(document) for text in one.passages for mark in text.marks}
            notes += (note for note in document.notes if note.mark not in marks and note.mark not in above)
        return notes
