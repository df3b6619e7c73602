"""How elements of an unknown XML vocabulary name a speaker: by an attribute, by a first child, by children of that.

Knows single elements; not turns, nor people.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from tui_reader.cleaning import clean
from tui_reader.formats.xml.safe_parser import Element, local


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_LABELS = _set("speaker speakername who character spk actor sender from participant")
_LABELS_OF_TURNS = _set("name person author role user by")
"""Children that say so where their parent's name is a turn's."""
TURNS = _set(
    """speech sp said line turn utterance u message msg entry dialogue dialog contribution comment post talk statement
    question answer intervention segment cue"""
)
SPEAKER = "speaker"
PARAGRAPHS = _set("p para paragraph line l li item text seg s q quote verse said cell entry annotation_value")
_NAMES_IN = ("name", "persname", "displayname", "fullname", "post", "role")
"""Elements in a label of several that tell who it is, the plainest first."""
_UNKNOWN = _set("unknown na n/a none")
LONGEST_LABEL = 80
_LOOKED_AT = 20
"""Turns in an element that are looked at."""


def announces(element: Element) -> bool:
    """Whether an empty element says who speaks what follows it: `<speaker name="Ann"/><p>Yes.</p>`"""
    following = element.getnext()
    return (
        local(element).casefold() == SPEAKER
        and len(element) == 0
        and not (element.text or "").strip()
        and (bool((element.tail or "").strip()) or (following is not None and local(following).casefold() != SPEAKER))
    )


def is_label(child: Element, parent: Element) -> bool:
    """Whether an element's first child says who speaks the rest of it."""
    tag = local(child).casefold()
    named = tag in _LABELS or (tag in _LABELS_OF_TURNS and local(parent).casefold() in TURNS)
    if not named or next(one for one in parent if local(one)) is not child:
        return False
    return bool(name_in(child) or printed_in(child))


def holds_turns(element: Element) -> bool:
    """Whether an element is around turns that name their speakers, as one for who is in the chair."""
    inside = islice((one for one in element.iterdescendants() if local(one).casefold() in TURNS), _LOOKED_AT)
    return any(is_label(one[0], one) for one in inside if len(one) and local(one[0]))


def name_in(label: Element) -> str:
    """Who speaks, by the elements in a label: a name, or an office where that is all that is known; else empty."""
    told = [(local(one).casefold(), words_in(one, LONGEST_LABEL)) for one in label.iterdescendants() if local(one)]
    known = {tag: words for tag, words in reversed(told) if words and words.casefold() not in _UNKNOWN}
    return next((known[name] for name in _NAMES_IN if name in known), "")


def printed_in(label: Element) -> str:
    """The words of a label on one line; empty where elements in it are for a name or a paragraph, or it is too long."""
    if not is_leaf(label) or any(local(one).casefold() in _NAMES_IN for one in label.iterdescendants()):
        return ""
    words = words_in(label, LONGEST_LABEL)
    only_elements = not (label.text or "").strip() and not any((one.tail or "").strip() for one in label)
    return apart(label) if words and only_elements else words


def attribute(element: Element, names: Sequence[str]) -> str:
    """The first of an element's attributes by these names, whatever their namespace and capitals."""
    if not element.attrib:
        return ""
    by_name = {key.rpartition("}")[2].casefold(): value for key, value in element.attrib.items()}
    return next((said for name in names if (said := " ".join(clean(by_name.get(name, "")).split()))), "")


def is_leaf(element: Element) -> bool:
    """Whether an element holds words and no paragraphs."""
    return not any(local(child).casefold() in PARAGRAPHS | TURNS for child in element.iterdescendants())


def words_in(element: Element, most: int | None = None) -> str:
    """The words of an element on one line; nothing where they are more than `most` characters."""
    pieces: list[str] = []
    length = 0
    for piece in element.itertext():
        pieces.append(str(piece))
        length += len(pieces[-1].strip())
        if most is not None and length > most:
            return ""
    words = " ".join(clean("".join(pieces)).split())
    return words if most is None or len(words) <= most else ""


def apart(element: Element) -> str:
    """The words of an element, those of each element in it apart."""
    return " ".join(" ".join(clean(str(piece)).split()) for piece in element.itertext() if str(piece).strip())
