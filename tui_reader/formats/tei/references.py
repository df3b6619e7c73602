"""Whom a TEI document points to: its speakers and those it speaks of, by the ids of the file or series.

FRUS volumes print `<persName corresp="#p_KJF1">Kennedy</persName>` for an entry of their list of persons; other files
point to a file that all of a series share, or to an authority on the web.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import PurePosixPath

from tui_reader.cleaning import one_line
from tui_reader.document.model import Document, Mentioned, Person
from tui_reader.formats.tei.persons import Listed, ids_by_name, words
from tui_reader.formats.tei.tei_blocks import xml_id
from tui_reader.formats.tei.whole_file import WholeFile
from tui_reader.formats.xml.safe_parser import Element, local

_POINTERS = ("corresp", "ref", "sameAs", "key")
_LONGEST = 300
"""Characters of a pointer."""
_MOST = 2_000
"""People whom one document mentions."""


def with_references(document: Document, unit: Element, file: WholeFile, people: Mapping[str, Listed]) -> Document:
    """The document with the references of its people, and the people whom the markup of `unit` mentions.

    `people` are those that the file lists and that the document does not contradict, by id.
    """
    series = _series(file.root, document.name)
    mentioned = _mentioned(unit, people, series)
    if not people and not mentioned:
        return document
    ids = file.ids_by_name if people is file.listed else ids_by_name(people)
    speakers = tuple(_referred(person, people, ids, series) for person in document.people)
    return document._replace(people=speakers, mentioned=tuple(mentioned.values()))


def _series(root: Element, name: str) -> str:
    """What stands before "#" in a reference to an id of this file: the volume's id, else the file's name."""
    numbers = (
        idno for one in root.iterfind("{*}teiHeader//{*}publicationStmt") for idno in one.iterchildren("{*}idno")
    )
    volume = next((words(idno) for idno in numbers if idno.get("type") == "frus"), "")
    return one_line(xml_id(root) or volume) or PurePosixPath(name).stem


def _mentioned(unit: Element, people: Mapping[str, Listed], series: str) -> dict[str, Mentioned]:
    """The people whom the text points to, by reference, in the order of their first mention."""
    found: dict[str, Mentioned] = {}
    for name in unit.iter("{*}persName", "{*}rs", "{*}name"):
        if xml_id(name) or (local(name) != "persName" and name.get("type") != "person"):
            continue
        said = " ".join([value for one in _POINTERS if (value := name.get(one))])
        for pointer in _pointers(said) if said else ():
            inside, id = pointer.startswith("#"), pointer.removeprefix("#")
            listed = people.get(id) if inside else None
            if inside and listed is None:
                continue  # an id that the file does not list says nothing
            reference = listed.uri or f"{series}#{id}" if listed else _outside(pointer)
            known = found.get(reference)
            if known:
                found[reference] = known._replace(times=known.times + 1)
            elif len(found) < _MOST:
                printed = listed.name if listed else words(name).strip(" ,;:")
                found[reference] = Mentioned(reference, printed, listed.role if listed else None, 1)
            break
    return found


@lru_cache(maxsize=1 << 12)
def _pointers(said: str) -> list[str]:
    """The pointers in the attributes of an element; an id without "#" is given one."""
    return [one if "#" in one or "/" in one or ":" in one else f"#{one}" for one in one_line(said, _LONGEST).split()]


def _outside(pointer: str) -> str:
    """A pointer out of the file: an address as it is; of a file of the same series its name and the id."""
    if "://" in pointer or "#" not in pointer:
        return pointer
    file, _, id = pointer.rpartition("#")
    return f"{PurePosixPath(file).stem}#{id}"


def _referred(person: Person, people: Mapping[str, Listed], ids: Mapping[str, str], series: str) -> Person:
    """The person with a reference: by their own id where the format gives it, else by the listed name."""
    id = person.id if person.id in people else ids.get(person.name or "", "")
    if not id:
        return person
    return person._replace(reference=people[id].uri or f"{series}#{id}")
