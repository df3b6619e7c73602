"""Media Overlays: which stretch of the sound is heard for which sentence, as SMIL. After EPUB 3.3, section 9."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from lxml import etree

from tui_reader.export.epub.book_chapters import OPS, TYPE, BookChapter
from tui_reader.export.markup.elements import Element
from tui_reader.export.markup.timed_sentences import Clip

SMIL = "http://www.w3.org/ns/SMIL"
_HOLDERS = {"turn": None, "note": "footnote", "notes": None, "part": None, "front": None}
"""By class: what holds sentences, and what it is called where a reader may pass over it."""


class Overlay(NamedTuple):
    """The overlay of one file of text."""

    smil: Element
    seconds: float
    """How long it is."""


def overlays(chapters: Sequence[BookChapter], clips: Sequence[tuple[str, Clip]], sound: str) -> dict[str, Overlay]:
    """By the name of its file of text: the overlay of each file of which something is heard.

    `clips`: ids of sentences in the order of time; `sound`: the name of the file of sound.
    """
    places = {element.get("id"): (chapter, element) for chapter in chapters for element in chapter.text.iter("{*}*")}
    found: dict[str, Overlay] = {}
    for chapter in chapters:
        own = [(id, clip) for id, clip in clips if id in places and places[id][0] is chapter]
        if not own:
            continue
        body = _element("body")
        for holder, group in groupby(own, key=lambda one: _holder(places[one[0]][1])):
            body.append(_sequence(chapter.name, holder, list(group), sound))
        smil = _element("smil", body, version="3.0")
        found[chapter.name] = Overlay(smil, sum(clip.end - clip.start for _, clip in own))
    return found


def clock(seconds: float) -> str:
    """A time as SMIL writes it, to the millisecond: "0:06:18.912"."""
    whole = round(seconds * 1000)
    return f"{whole // 3_600_000}:{whole // 60_000 % 60:02}:{whole // 1000 % 60:02}.{whole % 1000:03}"


def _holder(element: Element) -> tuple[str, str]:
    """Id and class of the turn, note or part that a sentence is in."""
    holders = (one for one in element.iterancestors() if one.get("class") in _HOLDERS and one.get("id"))
    return next((one.get("id"), one.get("class")) for one in holders)


def _sequence(name: str, holder: tuple[str, str], own: list[tuple[str, Clip]], sound: str) -> Element:
    id, kind = holder
    sequence = _element("seq")
    sequence.set(f"{{{OPS}}}textref", f"{name}#{id}")
    if semantics := _HOLDERS[kind]:
        sequence.set(TYPE, semantics)
    for sentence, clip in own:
        text = _element("text", src=f"{name}#{sentence}")
        audio = _element("audio", src=sound, clipBegin=clock(clip.start), clipEnd=clock(clip.end))
        sequence.append(_element("par", text, audio, id=f"o-{sentence}"))
    return sequence


def _element(tag: str, *content: Element, **attributes: str) -> Element:
    element = etree.Element(f"{{{SMIL}}}{tag}", nsmap={None: SMIL, "epub": OPS})
    for name, value in attributes.items():
        element.set(name, value)
    element.extend(content)
    return element
