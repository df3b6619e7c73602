"""The people that a TEI file lists by id: lists of names, of persons in a play, casts. Knows no speeches."""

from __future__ import annotations

import re
from typing import NamedTuple

from tui_reader.document.names import Named, in_list
from tui_reader.formats.cleaning import clean
from tui_reader.formats.tei.blocks import xml_id
from tui_reader.formats.xml_safe import Element, local

LIST = "list of persons"
_JUNIOR = re.compile(r"(?:Jr|Sr)\.?|I{2,3}|IV")
_HOLDERS = frozenset(("item", "row"))


class Listed(NamedTuple):
    """Somebody whom the file lists."""

    name: str
    """In the order it is said: "George W. Ball"."""
    printed: str
    """"Ball, George W."."""
    role: str | None


def listed(root: Element) -> dict[str, Listed]:
    """Everybody whom lists of names give, by id; the first of one id counts."""
    people: dict[str, Listed] = {}
    for name in root.iter("{*}persName", "{*}name", "{*}rs"):
        id = xml_id(name)
        if not id or id in people:
            continue
        holder = name.getparent()
        for _ in range(3):
            if holder is None or local(holder) in _HOLDERS:
                break
            holder = holder.getparent()
        printed = words(name).strip(" ,;:")
        if holder is None or local(holder) not in _HOLDERS or not printed:
            continue
        role = words(holder).replace(words(name), "", 1).strip(" ,;:.—–-")
        people[id] = Listed(spoken_order(printed), printed, role[:300] or None)
    return people


def persons(root: Element) -> dict[str, Listed]:
    """The persons of a play by id: from `listPerson`, else from the cast list."""
    people: dict[str, Listed] = {}
    for person in root.iter("{*}person", "{*}personGrp", "{*}castItem", "{*}role"):
        id = xml_id(person)
        if not id or id in people:
            continue
        role = next(person.iter("{*}role"), None) if local(person) == "castItem" else None
        named = next((child for child in person if local(child) in ("persName", "name")), None)
        source = named if named is not None else role if role is not None else person
        around = person.getparent() if local(person) == "role" else person
        about = next(around.iter("{*}roleDesc"), None)
        name = words(source).strip(" ,;:.")
        if name:
            people[id] = Listed(name, name, words(about).strip(" ,;:.") or None if about is not None else None)
    return people


def words(element: Element) -> str:
    """The text of an element on one line, without its notes."""
    pieces = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str):
            pieces.append(" " if local(child) == "lb" else "" if local(child) == "note" else words(child))
        pieces.append(child.tail or "")
    text = clean("".join(pieces))
    folded = " ".join(text.split())
    return (" " if text[:1].isspace() and folded else "") + folded + (" " if text[-1:].isspace() and folded else "")


def spoken_order(printed: str) -> str:
    """ "Ball, George W." as it is said: "George W. Ball"."""
    pieces = [piece.strip() for piece in printed.split(",") if piece.strip()]
    if len(pieces) < 2:
        return printed
    junior = [piece for piece in pieces[1:] if _JUNIOR.fullmatch(piece)]
    given = [piece for piece in pieces[1:] if piece not in junior]
    name = " ".join([*given[:1], pieces[0], *junior])
    found = in_list([name])
    return found[0].name if found else name


def named(person: Listed) -> Named:
    """The person as the list names them."""
    return Named(person.name, None, person.printed, LIST)
