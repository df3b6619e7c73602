"""Lists of places in plain text mode: parts and turns, bookmarks, the documents of a volume. Each leads to one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui_reader.document.collection import split_id
from tui_reader.errors import ReaderError
from tui_reader.faces.plain.numbered_list import ListContents, MadeRows, NumberedList
from tui_reader.narration.sentences import as_sentence
from tui_reader.terminal.counts import count

if TYPE_CHECKING:
    from tui_reader.faces.plain.parts import PlainParts
    from tui_reader.startup.collection_shelf import Shelf

NOTE = "Note: "
BEGINNING = 60
"""The most characters that are told of how a turn begins."""


def list_outline(parts: PlainParts) -> None:
    """List parts and turns, from the one where the person is; a number goes there."""
    outline = parts.reading.outline

    def row(index: int) -> str:
        found = outline.row(index)
        return f"{found.name}{f': {_begun(found.words)}' if found.words else ''}"

    def go(index: int) -> None:
        parts.reading.history.jump(outline.row(index).position)
        parts.telling.page()

    if not len(outline):
        parts.writing.say("The document has no text.")
        return
    rows = MadeRows(len(outline), row)
    hint = "A number goes there, Down and Up step, slash filters."
    here = parts.reading.place.position.page
    _open(parts, ListContents("place", rows, go, hint, first=here, before="Outline."))


def list_bookmarks(parts: PlainParts) -> None:
    """List the bookmarks and highlights: a number goes to one, `e` writes a note for one, `x` removes one."""
    from tui_reader.reading.excerpts import bookmark_line

    bookmarks, say = parts.reading.bookmarks, parts.writing.say
    marks = bookmarks.all
    if not marks:
        list_all_bookmarks(parts)
        return

    def note(index: int) -> None:
        mark = marks[index]
        told = f"The note is: {mark.note}" if mark.note else "Type a note, then Enter."
        parts.questions.ask_line(told, NOTE, lambda typed: say(bookmarks.write_note(mark.number, typed)))

    rows = [
        f"{'highlight, ' if mark.length else ''}{bookmark_line(parts.reading.document, mark).partition(', ')[2]}"
        for mark in marks
    ]
    contents = ListContents(
        "bookmark",
        rows,
        lambda index: say(bookmarks.go_to(marks[index].number)),
        "A number goes there, e writes a note, x removes, a lists those of all documents.",
        {"e": note, "x": lambda index: say(bookmarks.remove(marks[index].number))},
        {"a": lambda: list_all_bookmarks(parts)},
        numbers=[mark.number for mark in marks],
    )
    _open(parts, contents)


def list_all_bookmarks(parts: PlainParts) -> None:
    """List the bookmarks and highlights of all documents: a number opens the document there."""
    reading, say = parts.reading, parts.writing.say
    try:
        marks = reading.bookmarks.everywhere
    except ReaderError as error:
        say(str(error))
        return
    if not marks:
        say("There are no bookmarks.")
        return

    def go(index: int) -> None:
        mark = marks[index]
        if mark.key == reading.document.key:
            say(reading.bookmarks.go_to(mark.number))
        elif mark.path is None:
            say(f"{mark.title.rstrip('.')} is no longer in the library.")
        else:
            parts.opening.take_up(mark.path, f"bookmark {mark.number}")

    rows, before = [mark.told for mark in marks], "Of all documents."
    _open(parts, ListContents("bookmark", rows, go, "A number goes there.", before=before))


def list_documents(parts: PlainParts) -> None:
    """List the documents of the volume, from the one that is open; a number opens one."""
    path = parts.reading.place.path
    try:
        shelf = parts.session.find_shelf(path)
    except ReaderError as error:
        parts.writing.say(str(error))
        return
    if shelf is None:
        parts.writing.say("This file holds one document.")
        return
    entries, id = shelf.collection.entries, split_id(path)[1]
    here = next((index for index, entry in enumerate(entries) if entry.id == id), 0)
    hint = "A number opens, Down and Up step, slash filters by words or dates."
    title = shelf.collection.title or shelf.collection.name
    rows = MadeRows(len(entries), _document_row(shelf))
    chosen = _document_opener(parts, shelf)
    _open(parts, ListContents("document", rows, chosen, hint, first=here, before=as_sentence(title)))


def _document_row(shelf: Shelf) -> Callable[[int], str]:
    """What is told of a document: its title, date, how many turns it has, its id."""

    def row(index: int) -> str:
        entry = shelf.collection.entries[index]
        title = entry.title.removeprefix(f"{index + 1}. ").rstrip(".")
        turns = count(entry.turns, "turn") if entry.turns else "no speakers"
        return ", ".join(filter(None, (title, (entry.date or "")[:10], turns, entry.id)))

    return row


def _document_opener(parts: PlainParts, shelf: Shelf) -> Callable[[int], None]:
    return lambda index: parts.opening.take_document(shelf, shelf.collection.entries[index].id)


def _begun(words: str) -> str:
    """The first words of a turn, enough to know it."""
    return words if len(words) <= BEGINNING else f"{words[:BEGINNING].rpartition(' ')[0]} ..."


def _open(parts: PlainParts, contents: ListContents) -> None:
    NumberedList(parts.questions, contents).open()
