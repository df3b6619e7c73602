"""What a TEI volume explains of a document: its lists of abbreviations and of persons, where the text points to them.

FRUS volumes print `<gloss target="#t_NSC_1">NSC</gloss>` and `<persName corresp="#p_KHA_1">Kissinger</persName>`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tui_reader.document.model import Gloss
from tui_reader.formats.tei.persons import Listed, words
from tui_reader.formats.tei.tei_blocks import xml_id
from tui_reader.formats.xml.safe_parser import Element, local

_POINTERS = ("target", "corresp", "ref", "key")
LONGEST = 300
"""Characters of an explanation."""


def glosses(
    unit: Element, meanings: Mapping[str, str], listed: Callable[[], Mapping[str, Listed]]
) -> tuple[Gloss, ...]:
    """What is explained of the words of a document, in the order of their first use; of two meanings the first.

    `meanings` are those of the file's terms, `listed` gives the people whom it lists, both by id.
    """
    found: dict[str, Gloss] = {}
    for mention in unit.iter("{*}gloss", "{*}term", "{*}abbr", "{*}persName", "{*}rs", "{*}name"):
        pointed = next((str(value) for one in _POINTERS if (value := mention.get(one))), "").rpartition("#")[2]
        if not pointed:
            continue
        printed = words(mention).strip(" ,;:")
        if len(printed) < 2 or printed in found:
            continue
        meaning = meanings.get(pointed)
        if meaning is None:
            people = listed()
            meaning = _told(people[pointed]) if pointed in people else None
        if meaning:
            found[printed] = Gloss(printed, meaning)
    return tuple(found.values())


def terms(root: Element) -> dict[str, str]:
    """What the lists of terms say, by id."""
    meanings: dict[str, str] = {}
    for term in root.iter("{*}term"):
        id, holder = xml_id(term), term.getparent()
        while holder is not None and local(holder) == "hi":
            holder = holder.getparent()
        if id and holder is not None and local(holder) in ("item", "row"):
            meaning = words(holder).replace(words(term), "", 1).strip(" ,;:.—–-")
            if meaning:
                meanings.setdefault(id, meaning[:LONGEST])
    return meanings


def _told(person: Listed) -> str | None:
    return f"{person.name}, {person.role}" if person.role else None
