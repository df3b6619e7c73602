"""Media Overlays: SMIL that says which clip of the sound is heard with which sentence. After EPUB 3.3, section 9."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from lxml import etree

from tui_reader.export.epub.book_chapters import OPS, TYPE, BookChapter
from tui_reader.export.markup.timed_sentences import Clip
from tui_reader.export.markup.xhtml_elements import Element
from tui_reader.named_tuple import NamedTuple

SMIL = "http://www.w3.org/ns/SMIL"
_CONTAINERS = {"turn": None, "note": "footnote", "notes": None, "part": None, "front": None}
"""The classes of elements around sentences, each with the epub:type by which book readers may skip it."""


class Overlay(NamedTuple):
    """The overlay of one text file."""

    smil: Element
    seconds: float
    """How long its sound is."""


def overlays(chapters: Sequence[BookChapter], clips: Sequence[tuple[str, Clip]], sound: str) -> dict[str, Overlay]:
    """By name of the text file, the overlay of each file in which a sentence is heard.

    `clips`: sentence ids with their clips, in the order of time; `sound`: the name of the sound file.
    """
    places = {element.get("id"): (chapter, element) for chapter in chapters for element in chapter.text.iter("{*}*")}
    found: dict[str, Overlay] = {}
    for chapter in chapters:
        own = [(id, clip) for id, clip in clips if id in places and places[id][0] is chapter and _lasts(clip)]
        if not own:
            continue
        body = _element("body")
        for container, group in groupby(own, key=lambda one: _container(places[one[0]][1])):
            body.append(_sequence(chapter.name, container, list(group), sound))
        smil = _element("smil", body, version="3.0")
        found[chapter.name] = Overlay(smil, sum(clip.end - clip.start for _, clip in own))
    return found


def _lasts(clip: Clip) -> bool:
    """Whether a clip has a length: of two who speak at once the words of one are over when the other's are."""
    return clock(clip.start) != clock(clip.end)


def clock(seconds: float) -> str:
    """Seconds as SMIL writes a time, to the millisecond: "0:06:18.912"."""
    whole = round(seconds * 1000)
    return f"{whole // 3_600_000}:{whole // 60_000 % 60:02}:{whole // 1000 % 60:02}.{whole % 1000:03}"


def _container(element: Element) -> tuple[str, str]:
    """The id and the class of the turn, note or part that a sentence is in."""
    containers = (one for one in element.iterancestors() if one.get("class") in _CONTAINERS and one.get("id"))
    return next((one.get("id"), one.get("class")) for one in containers)


def _sequence(name: str, container: tuple[str, str], own: list[tuple[str, Clip]], sound: str) -> Element:
    id, kind = container
    sequence = _element("seq")
    sequence.set(f"{{{OPS}}}textref", f"{name}#{id}")
    if semantics := _CONTAINERS[kind]:
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
