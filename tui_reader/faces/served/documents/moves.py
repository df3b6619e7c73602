"""The place in a document that a page shows: where it was left, where a step leads, and its keeping in the library."""

from __future__ import annotations

from tui_reader.document.model import Position
from tui_reader.errors import ReaderError
from tui_reader.faces.served.documents.jobs import Answer, Job
from tui_reader.faces.served.documents.opened import Opened
from tui_reader.faces.served.documents.sound import from_script, sentence_id, sentence_numbers
from tui_reader.narration.utterance import Utterance
from tui_reader.reading import steps
from tui_reader.reading.typed_place import place_typed

_STEPS: dict[str, steps.Step] = {
    "next_page": steps.next_page,
    "previous_page": steps.previous_page,
    "next_of_speaker": steps.next_of_speaker,
    "previous_of_speaker": steps.previous_of_speaker,
    "next_part": steps.next_part,
    "previous_part": steps.previous_part,
    "repeat": lambda document, here: Position(here.page, 0),
    "stay": lambda document, here: here,
}
"""What leads to another page, by the names of the reader's commands."""


def left(opened: Opened, typed: str) -> Answer:
    """The place where the document was left, or the one that is typed, such as "9"; it becomes the one read last.

    Raises ReaderError where there is no such place.
    """
    place, document = opened.place, opened.document
    if typed:
        found = place_typed(document, place.progress, typed)
        if isinstance(found, str):
            raise ReaderError(found)
        place.position = found
    place.keep()
    first = None if place.came_back or typed else opened.narration.first()
    return _told(opened, first or opened.narration.at(place.position))


def move(opened: Opened, job: Job) -> Answer:
    """Do the command of a job at its sentence; a line where it leads nowhere. The new place is kept at once."""
    page, number = sentence_numbers(job.at)
    said = opened.narration.page(page)
    if not said:
        raise ReaderError("No such sentence.")
    here = said[min(number, len(said) - 1)]
    place = opened.place
    place.position = _position(here, job.number)
    found = _found(opened, here, job)
    if isinstance(found, str):
        return {"told": found}
    if isinstance(found, Utterance):
        place.set(_position(found))
    else:
        place.set(found)
        found = here if job.command == "stay" else opened.narration.at(found)
    return _told(opened, found)


def _found(opened: Opened, here: Utterance, job: Job) -> Position | Utterance | str:
    place, narration = opened.place, opened.narration
    document = place.document
    if job.command == "go":
        return place_typed(document, place.progress, job.words)
    if job.command == "next_sentence":
        return narration.after(here) or steps.end_of(document)
    if job.command == "previous_sentence":
        return narration.before(here) or "Start of document."
    if job.command not in _STEPS:
        raise ReaderError("No such command.")
    return _STEPS[job.command](document, place.position)


def _position(utterance: Utterance, character: int = 0) -> Position:
    """The place of a sentence, or of a character of it as scripts count them."""
    offset = utterance.offset
    return Position(utterance.page, 0 if offset is None else offset + from_script(utterance.printed, character))


def _told(opened: Opened, said: Utterance) -> Answer:
    """A sentence for the page: its id, its page in words, and how much of the document is left at speed 1."""
    place, document = opened.place, opened.document
    seconds = place.progress.seconds_left(place.position, 1.0, 0)
    name = place.name_of(document.pages[said.page]) if document.pages else document.heading
    if document.pages and place.hiding.of(document.pages[said.page]):
        name += ", your turn"
    return {"at": sentence_id(said), "page": said.page, "name": name, "seconds": round(seconds)}
