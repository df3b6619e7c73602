"""The people that a TEI file lists by id: lists of names, of persons in a play, casts. Knows no speeches."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from tui_reader.cleaning import clean
from tui_reader.document.people.label_parts import same, take_apart
from tui_reader.document.people.names import PersonMention, initials, spoken_order
from tui_reader.document.people.sex_and_age import NOTHING, SexAndAge, stated
from tui_reader.formats.tei.tei_blocks import xml_id
from tui_reader.formats.xml.safe_parser import Element, local
from tui_reader.named_tuple import NamedTuple

LIST = "list of persons"
_HOLDERS = frozenset(("item", "row"))


class Listed(NamedTuple):
    """Somebody whom the file lists."""

    name: str
    """In the order it is said: "George W. Ball"."""
    printed: str
    """"Ball, George W."."""
    role: str | None
    uri: str = ""
    """The address of the person on the web, where the list gives one."""


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
        people[id] = Listed(spoken_order(printed), printed, role[:300] or None, _uri(name))
    return people


def ids_by_name(people: Mapping[str, Listed]) -> dict[str, str]:
    """The id of each name that only one of the listed people has; empty for a name of several."""
    ids: dict[str, str] = {}
    for id, person in people.items():
        ids[person.name] = "" if person.name in ids else id
    return ids


def persons(root: Element) -> dict[str, Listed]:
    """The persons of a play or a talk by id: from `listPerson`, else from the cast list, which also gives the roles."""
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
        name = _in_order(source)
        if name:
            role_printed = words(about).strip(" ,;:.") or None if about is not None else None
            people[id] = Listed(name, name, role_printed, _uri(person) or _uri(source))
    for item in root.iter("{*}castItem"):
        _add_role(people, item)
    for group in root.iter("{*}castGroup"):
        about = next((child for child in group if local(child) in ("head", "roleDesc")), None)
        for item in group.iter("{*}castItem", "{*}role") if about is not None else ():
            known = people.get(xml_id(item))
            if known and known.role is None:
                people[xml_id(item)] = known._replace(role=words(about).strip(" ,;:.")[:300] or None)
    return people


def sexes_and_ages(root: Element) -> dict[str, SexAndAge]:
    """What lists of persons and casts state of sex and age, by id: TEI's attributes and elements, and older ones."""
    found: dict[str, SexAndAge] = {}
    for one in root.iter("{*}person", "{*}personGrp", "{*}castItem", "{*}role"):
        id = xml_id(one) or str(one.get("ident") or "")
        told = stated(
            next(filter(None, (_value(one, name) for name in ("sex", "gender", "civ"))), ""),
            _value(one, "age"),
            local(one) == "personGrp",
        )
        if id and told != NOTHING:
            found.setdefault(id, told)
    return found


def _uri(person: Element) -> str:
    """The address on the web by which an entry of a list knows the person; empty without one."""
    said = [str(person.get(one) or "") for one in ("corresp", "ref", "sameAs")]
    said += [words(idno) for idno in person.iterchildren("{*}idno")]
    return next((one for value in said for one in clean(value).split()[:9] if "://" in one), "")[:300]


def _value(person: Element, name: str) -> str:
    """An attribute of a person, or the value or words of an element in it."""
    inner = next((child for child in person if local(child) == name), None)
    if person.get(name) or inner is None:
        return str(person.get(name) or "")
    return str(inner.get("value") or "") or words(inner)


def _in_order(name: Element) -> str:
    """A name as it is said: forenames before surnames, where the markup tells them apart."""
    kinds = {"forename": 0, "givenName": 0, "given": 0, "nameLink": 1, "surname": 2, "familyName": 2}
    pieces = [child for child in name if local(child) in kinds]
    surnames = any(kinds[local(child)] == 2 for child in pieces)
    if surnames and len(pieces) > 1:
        pieces.sort(key=lambda child: kinds[local(child)])
        return " ".join(filter(None, (words(child).strip(" ,;:.") for child in pieces)))
    return words(name).strip(" ,;:.")


def _add_role(people: dict[str, Listed], item: Element) -> None:
    """Give a person the role that a line of the cast prints, where an id or the same name ties them."""
    role = next(item.iter("{*}role"), None)
    printed = words(item).strip()
    name, _, rest = printed.partition(",")
    if role is not None:
        name = words(role).strip(" ,;:.")
        rest = printed.partition(name)[2] if name else ""
    about = next(item.iter("{*}roleDesc"), None)
    said = (words(about) if about is not None else rest).strip(" ,;:.—–-")
    given = [str(one.get(key) or "") for one in (item, role) if one is not None for key in ("sameAs", "corresp", "ref")]
    ids = [id for one in given if (id := one.rpartition("#")[2]) in people]
    ids = ids or [id for id, person in people.items() if same(person.name) == same(name)]
    if len(ids) == 1 and said and people[ids[0]].role is None:
        people[ids[0]] = people[ids[0]]._replace(role=said[:300])


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


def named(person: Listed) -> PersonMention:
    """The person as the list names them."""
    return PersonMention(person.name, person.role, person.printed, LIST)


def with_initials(
    labels: Collection[str], people: Iterable[Listed], present: Iterable[PersonMention]
) -> list[PersonMention]:
    """The listed people whose initials are one of the labels, and nobody else's in the list.

    Initials of which the last is that of a surname among those who are `present` are theirs, if anybody's.
    """
    surnames = {one.surname[:1].upper() for one in present}
    wanted = {letters for label in labels if (letters := take_apart(label).letters) and letters[-1] not in surnames}
    found: dict[str, set[Listed]] = {}
    for person in people if wanted else ():
        found.setdefault(initials(person.name), set()).add(person)
    return [named(next(iter(found[letters]))) for letters in sorted(wanted) if len(found.get(letters, ())) == 1]
