"""Who speaks, taken from the elements in which the records of parliaments name them."""

from __future__ import annotations

import re

from tui_reader.cleaning import clean
from tui_reader.document.people.label_parts import take_apart
from tui_reader.document.people.names import spoken_order
from tui_reader.formats.xml.safe_parser import Element, local
from tui_reader.named_tuple import NamedTuple

_OFFICE = re.compile(r"^(.{2,80}?) \(([^()]{2,120})\)$")
_MEMBER = re.compile(r"\b(?:MP|Sen|Senator)\b\.?|\([^()]*\)")
"""Printed with a member's name, and no part of it."""
_IN_LINE = re.compile(r"HPS-(?:Member|Office|General)(?:Speech|Question|Answer|Continuation|Interjecting)")
"""Classes of labels in the paragraphs of Hansard of Australia."""
_BRACKETS = re.compile(r"\s*(?:\([^()]{1,250}\)\s*){0,3}(?:[:—–-]\s*|(?<=\))|$)")


class SpeakerLabel(NamedTuple):
    """Who speaks, as an element says."""

    label: str
    """As it is printed, without the sign behind it."""
    id: str | None = None
    """The person's in the file."""
    name: str | None = None
    role: str | None = None
    rest: str = ""
    """The other words of the element, about the person."""


def words_of(element: Element) -> str:
    """The words of an element on one line; those of elements that hold only elements are divided by spaces."""
    pieces = [clean(str(piece)) for piece in element.itertext()]
    return " ".join("".join(pieces).split())


def _apart(element: Element) -> str:
    """The words of an element, of each element in it apart."""
    return " ".join(" ".join(clean(str(piece)).split()) for piece in element.itertext() if str(piece).strip())


def label_in(element: Element) -> SpeakerLabel | None:
    """Who speaks, by an element that names a speaker; None where it has no words."""
    tag = local(element).casefold()
    if tag == "talker":
        return _talker(element)
    if tag == "p":
        return _redner(element)
    printed = words_of(element).rstrip(" :")
    if not printed:
        return None
    office = _OFFICE.match(printed)
    id = next((str(one.get("DbId")) for one in element.iter() if one.get("DbId")), None)
    if id and office:
        return SpeakerLabel(printed, id, office[1], office[2])
    return SpeakerLabel(printed, id, printed if id else None)


def _redner(element: Element) -> SpeakerLabel | None:
    """`<p klasse="redner"><redner id="1"><name>...</name></redner>Ada Merrow (SPD):</p>`"""
    redner = next(element.iter("{*}redner"), None)
    if redner is None:
        return None
    about = _apart(redner)
    printed = " ".join(clean(element.text or "").split())
    printed += " ".join("".join(clean(child.tail or "") for child in element).split()).rstrip(" :")
    parts = {local(one): words_of(one) for one in redner.iter() if isinstance(one.tag, str)}
    name = " ".join(filter(None, (parts.get(part) for part in ("titel", "vorname", "namenszusatz", "nachname"))))
    return SpeakerLabel(
        printed or name,
        str(redner.get("id") or "") or None,
        name,
        parts.get("rolle_lang") or parts.get("fraktion"),
        about,
    )


def _talker(element: Element) -> SpeakerLabel | None:
    """`<talker><name role="display">Ms MERROW</name><name.id>8O6</name.id>...</talker>`"""
    found = {local(one): words_of(one) for one in element if isinstance(one.tag, str)}
    names = {str(one.get("role") or ""): words_of(one) for one in element.iter("{*}name")}
    name = spoken_order(_MEMBER.sub("", names["metadata"]).strip(" ,")) if names.get("metadata") else None
    printed = names.get("display") or name or next(iter(names.values()), "")
    if not printed:
        return None
    if take_apart(printed).office:  # the chair has one id, whoever sits there
        return SpeakerLabel(printed.rstrip(" :"), rest=_apart(element))
    member = ", ".join(filter(None, (found.get("electorate"), found.get("party"))))
    return SpeakerLabel(
        printed.rstrip(" :"), found.get("name.id") or None, name, found.get("role") or member or None, _apart(element)
    )


def label_in_line(element: Element) -> tuple[SpeakerLabel, str, str] | None:
    """The label that a paragraph begins with, what is printed behind it, and the rest.

    `<p><a href="83P"><span class="HPS-MemberSpeech">Ms MERROW</span></a> (Alder) (10:00): I rise.</p>`
    """
    span = next((one for one in element.iter("{*}span") if _IN_LINE.fullmatch(str(one.get("class") or ""))), None)
    if span is None:
        return None
    whole, printed = words_of(element), words_of(span)
    if not printed or not whole.startswith(printed):
        return None
    behind = _BRACKETS.match(whole, len(printed))
    end = behind.end() if behind else len(printed)
    name = printed.rstrip(" :")
    link = next((one for one in span.iterancestors("{*}a")), None)
    id = None if link is None or take_apart(name).office else str(link.get("href") or "").strip("()") or None
    return SpeakerLabel(name, id), whole[len(printed) : end].strip(), whole[end:].strip()
