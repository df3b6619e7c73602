"""EXMARaLDA's basic transcriptions (EXB): a tier of verbal events for each speaker, on one line of time.

The format: https://exmaralda.org/pdf/EXMARaLDA_DTD.pdf.
"""

from __future__ import annotations

from collections.abc import Iterator

from tui_reader.document.model import Document
from tui_reader.document.people.sex_and_age import stated
from tui_reader.errors import DocumentError
from tui_reader.formats.builder import Builder, DeclaredPerson
from tui_reader.formats.research import tiers
from tui_reader.formats.research.tiers import Segment, Tier
from tui_reader.formats.source_file import SourceFile
from tui_reader.formats.xml.safe_parser import Element, parse_xml

_VERBAL = "t"
"""The type of tiers that hold what is said."""


def read(file: SourceFile) -> Document:
    """The Document of an EXB file. Raises DocumentError where no event holds words."""
    xml = parse_xml(file.text, file.name)
    builder = Builder(file.name, file.key, "exb", file.entries, [*file.warnings, *xml.warnings])
    language = xml.root.find(".//{*}languages-used/{*}language")
    builder.language = str(language.get("lang") or "") if language is not None else ""
    names: dict[str, str] = {}
    for speaker in xml.root.iter("{*}speaker"):
        short = " ".join("".join(abbreviation.itertext()) for abbreviation in speaker.iter("{*}abbreviation")).strip()
        names[str(speaker.get("id"))] = short or str(speaker.get("id"))
        sex = next(speaker.iter("{*}sex"), None)
        builder.people[names[str(speaker.get("id"))]] = DeclaredPerson(
            evidence=("in the table of speakers",), stated=stated(sex.get("value") if sex is not None else "")
        )
    tiers.tell(builder, file.name, list(_tiers(xml.root, names)))
    document = builder.document()
    if not document.pages:
        raise DocumentError(f"{file.name}: this EXMARaLDA file holds no events with words")
    return document


def _tiers(root: Element, names: dict[str, str]) -> Iterator[Tier]:
    line = [(str(point.get("id")), str(point.get("time") or "")) for point in root.iter("{*}tli")]
    places = {id: place for place, (id, _) in enumerate(line)}
    times: list[float | None] = []
    for _, time in line:
        times.append(_seconds(time, times[-1] if times else None))
    for element in root.iter("{*}tier"):
        speaker = names.get(str(element.get("speaker")))
        segments = []
        for event in element.iter("{*}event"):
            start, end = places.get(str(event.get("start"))), places.get(str(event.get("end")))
            at = (times[start] if start is not None else None, times[end] if end is not None else None)
            segments.append(Segment(*at, "".join(event.itertext())))
        name = str(element.get("display-name") or element.get("id"))
        kind = str(element.get("category") or "")
        yield Tier(name, speaker, None, segments, kind, may_be_speech=element.get("type") == _VERBAL)


def _seconds(printed: str, before: float | None) -> float | None:
    """A point without a time is at the one before it."""
    try:
        return float(printed)
    except ValueError:
        return before
