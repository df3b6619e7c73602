"""Who wrote a letter, a memorandum or a telegram: the one person whom the markup of its heading says it is from."""

from __future__ import annotations

from collections.abc import Mapping

from tui_reader.document.model import Document, Person
from tui_reader.formats import headings
from tui_reader.formats.tei.persons import LIST, Listed
from tui_reader.formats.tei.tei_blocks import TeiBlock


def with_author(document: Document, head: TeiBlock, people: Mapping[str, Listed]) -> Document:
    """The document, a letter without turns, with the author of its text; `people` are those that the file lists by id.

    The same document where the heading names nobody or several, or is not that of a letter.
    """
    told = head.text.partition(". ")[2] or head.text
    if " From " not in told or not headings.document_kind(told) or "Conversation" in told:
        return document
    senders = {
        str(name.get("corresp") or name.get("ref") or "").lstrip("#")
        for name in head.owner.iter("{*}persName")
        if name.get("type") == "from"
    }
    known = [people[id] for id in senders if id in people]
    if len(senders) != 1 or not known:
        return document
    person = Person(known[0].name, known[0].name, known[0].role, (), (f"The heading and the {LIST} name its author.",))
    parts = tuple(
        part._replace(author=person.id) if part.heading is None and not part.on_demand else part
        for part in document.parts
    )
    return document._replace(people=(*document.people, person), parts=parts)
