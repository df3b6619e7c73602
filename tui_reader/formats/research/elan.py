"""ELAN's annotation files (EAF): tiers of participants, with times in a list of their own.

The format: https://www.mpi.nl/tools/elan/EAF_Annotation_Format_3.0_and_ELAN.pdf.
pympi-ling 1.71 fails on a file without the address of its schema, and on tiers that hang on a subdivision of time.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from tui_reader.document.model import Document
from tui_reader.errors import DocumentError
from tui_reader.formats.builder import Builder
from tui_reader.formats.research import tiers
from tui_reader.formats.research.tiers import Segment, Tier
from tui_reader.formats.source_file import SourceFile
from tui_reader.formats.xml.safe_parser import Element, local, parse_xml

_THOUSANDTH = 1000
"""Milliseconds in a second; ELAN knows no other unit."""
Times = tuple[float | None, float | None]


def read(file: SourceFile) -> Document:
    """The Document of an EAF file. Raises DocumentError where no annotation holds words."""
    xml = parse_xml(file.text, file.name)
    builder = Builder(file.name, file.key, "eaf", file.entries, [*file.warnings, *xml.warnings])
    elements = [element for element in xml.root if local(element) == "TIER"]
    builder.language = next((str(element.get("LANG_REF")) for element in elements if element.get("LANG_REF")), "")
    if not builder.language:
        builder.language = next(
            (str(tier.get("DEFAULT_LOCALE")) for tier in elements if tier.get("DEFAULT_LOCALE")), ""
        )
    tiers.tell(builder, file.name, list(_tiers(elements, _slots(xml.root))))
    document = builder.document()
    if not document.pages:
        raise DocumentError(f"{file.name}: this ELAN file holds no annotations with words")
    return document


def _slots(root: Element) -> dict[str, float]:
    """Seconds by the id of a time slot; a slot without a time stands between those that have one."""
    ids: list[str] = []
    known: list[int] = []
    values: dict[int, float] = {}
    for slot in root.iter("{*}TIME_SLOT"):
        value = slot.get("TIME_VALUE") or ""
        if value.isdecimal():
            known.append(len(ids))
            values[len(ids)] = int(value) / _THOUSANDTH
        ids.append(str(slot.get("TIME_SLOT_ID")))
    found: dict[str, float] = {}
    for place, id in enumerate(ids):
        before, after = bisect_right(known, place) - 1, bisect_left(known, place)
        if before < 0 and after >= len(known):
            break
        first = known[before] if before >= 0 else known[after]
        last = known[after] if after < len(known) else first
        share = (place - first) / (last - first) if last > first else 0.0
        found[id] = values[first] + share * (values[last] - values[first])
    return found


def _tiers(elements: list[Element], slots: dict[str, float]) -> Iterator[Tier]:
    times: dict[str, Times] = {}  # by the id of an annotation
    for element in _parents_first(elements):
        segments = []
        for annotation in element.iter("{*}ALIGNABLE_ANNOTATION", "{*}REF_ANNOTATION"):
            own = (
                slots.get(str(annotation.get("TIME_SLOT_REF1"))),
                slots.get(str(annotation.get("TIME_SLOT_REF2"))),
            )
            own = own if own != (None, None) else times.get(str(annotation.get("ANNOTATION_REF")), own)
            times[str(annotation.get("ANNOTATION_ID"))] = own
            text = "".join("".join(value.itertext()) for value in annotation.iter("{*}ANNOTATION_VALUE"))
            segments.append(Segment(*own, text))
        speaker = " ".join(str(element.get("PARTICIPANT") or "").split()) or None
        kind = str(element.get("LINGUISTIC_TYPE_REF") or "")
        yield Tier(str(element.get("TIER_ID")), speaker, element.get("PARENT_REF"), segments, kind)


def _parents_first(elements: list[Element]) -> list[Element]:
    """The tiers in such an order that none comes before the one that it hangs on."""
    left = {str(element.get("TIER_ID")): element for element in elements}
    ordered: list[Element] = []
    for element in elements:
        chain, tier = [], element
        while tier is not None and left.pop(str(tier.get("TIER_ID")), None) is not None:
            chain.append(tier)
            tier = left.get(str(tier.get("PARENT_REF")))
        ordered += reversed(chain)
    return ordered
