"""How plain text mode calls the speaker of a turn, by the setting `names`."""

from __future__ import annotations

from tui_reader.document.columnar import is_first_turn
from tui_reader.document.model import Document, Page


def speaker_name(document: Document, page: Page, names: str) -> str:
    """The speaker of a page's turn: short, whole or as printed; with "first" whole, with the role, the first time."""
    assert page.turn
    person, label = document.person(page.speaker), page.turn.label.text
    if names == "label":
        return label
    if person and (names == "name" or (names == "first" and is_first_turn(document, page))):
        whole = person.name or document.short_name(person.id)
        return f"{whole}, {person.role}" if names == "first" and person.role else whole
    return document.short_names.get(page.turn.speaker, label)
