"""Who a person of the document being read is in all documents of the library."""

from __future__ import annotations

from tui_reader.library.people_everywhere import PersonEverywhere
from tui_reader.reading.reading import Reading

MOST = 5_000
"""Turns of a document that is taken into the library at once, where it is not there yet."""


def people_found(reading: Reading, id: str) -> list[PersonEverywhere]:
    """The person with an id, or whoever in the library has the name. Raises ReaderError."""
    library, document = reading.library, reading.place.whole
    if library.path and not library.index.holds(document.key) and len(document.turns) <= MOST:
        library.index.add(document)
    person = library.everywhere.of(document.key, id)
    known = document.person(id)
    return [person] if person else library.everywhere.find(known.name or known.id) if known else []
