"""The package document of an EPUB: its metadata, how accessible it is, and the list of its files."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from datetime import UTC, datetime

from lxml import etree

from tui_reader.document.model import Document
from tui_reader.errors import UsageError
from tui_reader.export.epub.media_overlay import clock
from tui_reader.export.markup.xhtml_elements import Element, is_right_to_left, language_tag, printable
from tui_reader.named_tuple import NamedTuple

OPF = "http://www.idpf.org/2007/opf"
DC = "http://purl.org/dc/elements/1.1/"
_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_SUMMARY = (
    "Text without images but for the cover, which shows the title; "
    "a heading before each turn says who speaks, notes are marked as notes."
)
_SUMMARY_OF_SOUND = "Read aloud by synthetic voices, one for each speaker, each sentence marked as it is heard."
_MODIFIED = "1980-01-01T00:00:00Z"
"""The date of modification where none is given, always the same: so the same rendering gives the same bytes, and a book
with other content has another identifier."""


class ManifestItem(NamedTuple):
    """A file of the book."""

    name: str
    """Its path below the package document."""
    media_type: str
    properties: str = ""
    """EPUB manifest properties: "nav", "cover-image"."""
    overlay: str = ""
    """The name of the file with its overlay; empty without one."""
    in_spine: bool = False
    """Whether it is in the spine: part of the reading order."""
    seconds: float = 0.0
    """Of an overlay: how long its sound is."""


def package_document(document: Document, items: list[ManifestItem], identifier: str, licence: str) -> Element:
    """The package element. `identifier` is a URN, `licence` the terms of use or empty."""
    root = etree.Element(f"{{{OPF}}}package", nsmap={None: OPF, "dc": DC})
    root.set("version", "3.0")
    root.set("unique-identifier", "id")
    metadata = etree.SubElement(root, f"{{{OPF}}}metadata")
    for element in _metadata(document, items, identifier, licence):
        metadata.append(element)
    manifest, spine = etree.SubElement(root, f"{{{OPF}}}manifest"), etree.SubElement(root, f"{{{OPF}}}spine")
    if is_right_to_left(document.language):
        spine.set("page-progression-direction", "rtl")
    for item in items:
        entry = etree.SubElement(manifest, f"{{{OPF}}}item", id=_id(item.name), href=item.name)
        entry.set("media-type", item.media_type)
        if item.properties:
            entry.set("properties", item.properties)
        if item.overlay:
            entry.set("media-overlay", _id(item.overlay))
        if item.in_spine:
            etree.SubElement(spine, f"{{{OPF}}}itemref", idref=_id(item.name))
    return root


def _metadata(document: Document, items: list[ManifestItem], identifier: str, licence: str) -> Iterator[Element]:
    yield _dublin("identifier", identifier, id="id")
    yield _dublin("title", document.heading.strip() or document.name)
    yield _dublin("language", language_tag(document.language))
    for number, person in enumerate(document.people, 1):
        yield _dublin("creator", person.name or person.id, id=f"person-{number}")
        yield _meta("role", "spk", refines=f"#person-{number}", scheme="marc:relators")
    day = _DAY.match(document.date.iso) if document.date and document.date.iso else None
    if day:
        yield _dublin("date", day[0])
    if document.source and document.source.text:
        yield _dublin("source", document.source.text)
    if document.collection and document.collection.text.strip():
        yield _meta("belongs-to-collection", document.collection.text)
    if licence:
        yield _dublin("rights", licence)
    yield _meta("dcterms:modified", _modified())
    yield from _access(any(item.seconds for item in items))
    overlays = [item for item in items if item.seconds]
    if overlays:
        yield _meta("media:active-class", "heard")
        yield _meta("media:duration", clock(sum(item.seconds for item in overlays)))
        for item in overlays:
            yield _meta("media:duration", clock(item.seconds), refines=f"#{_id(item.name)}")


def _modified() -> str:
    """The date of modification, by the environment's SOURCE_DATE_EPOCH (https://reproducible-builds.org) if it is set.

    Raises UsageError where that is no time.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given is None:
        return _MODIFIED
    try:
        return f"{datetime.fromtimestamp(int(given), UTC):%Y-%m-%dT%H:%M:%SZ}"
    except (ValueError, OverflowError, OSError):
        raise UsageError(f"SOURCE_DATE_EPOCH is {given!r}; it must be the seconds since 1970-01-01.") from None


def _access(sounds: bool) -> Iterator[Element]:
    """The accessibility metadata of schema.org: access modes, features, hazards and a summary."""
    for mode in ("textual", "auditory") if sounds else ("textual",):
        yield _meta("schema:accessMode", mode)
    for sufficient in ("textual", "auditory", "textual,auditory") if sounds else ("textual",):
        yield _meta("schema:accessModeSufficient", sufficient)
    features = ["structuralNavigation", "tableOfContents", "readingOrder", "displayTransformability", "ARIA"]
    for feature in (*features, *(["synchronizedAudioText"] if sounds else [])):
        yield _meta("schema:accessibilityFeature", feature)
    yield _meta("schema:accessibilityHazard", "none")
    yield _meta("schema:accessibilitySummary", f"{_SUMMARY} {_SUMMARY_OF_SOUND}" if sounds else _SUMMARY)


def _meta(name: str, value: str, **attributes: str) -> Element:
    element = etree.Element(f"{{{OPF}}}meta", property=name, **attributes)
    element.text = _line(value)
    return element


def _dublin(name: str, value: str, **attributes: str) -> Element:
    element = etree.Element(f"{{{DC}}}{name}", nsmap={"dc": DC}, **attributes)
    element.text = _line(value)
    return element


def _line(text: str) -> str:
    return " ".join(printable(text).split())


def _id(name: str) -> str:
    return f"file-{name.replace('.', '-')}"
