"""FOLKER and OrthoNormal (FLK, FLN): contributions in order of time, each as one text, as segments or as words.

The format: https://exmaralda.org/de/folker/.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite

from tui_reader.document.model import Document
from tui_reader.errors import DocumentError
from tui_reader.formats.builder import Builder
from tui_reader.formats.captions import cue_turns
from tui_reader.formats.captions.scanner import CaptionCue, CuePiece
from tui_reader.formats.source_file import SourceFile
from tui_reader.formats.xml.safe_parser import Element, local, parse_xml

_SAID = frozenset(("unparsed", "segment", "w", "p"))
"""Elements that hold words and their signs; the others are pauses, breath and points of time."""


def read(file: SourceFile) -> Document:
    """The Document of a FOLKER file. Raises DocumentError where no contribution holds words."""
    xml = parse_xml(file.text, file.name)
    builder = Builder(file.name, file.key, "flk", file.entries, [*file.warnings, *xml.warnings])
    names = {str(one.get("speaker-id")): _name(one) for one in xml.root.iter("{*}speaker") if one.get("speaker-id")}
    times = {str(one.get("timepoint-id")): _seconds(one.get("absolute-time")) for one in xml.root.iter("{*}timepoint")}
    cue_turns.tell(builder, list(_cues(xml.root, names, times)))
    document = builder.document()
    if not document.pages:
        raise DocumentError(f"{file.name}: this FOLKER file holds no contributions with words")
    return document


def _name(speaker: Element) -> str:
    """The name of a speaker, else the id."""
    printed = " ".join(one.text or "" for one in speaker.iter("{*}name")).split()
    return " ".join(printed) or str(speaker.get("speaker-id"))


def _cues(root: Element, names: dict[str, str], times: dict[str, float | None]) -> Iterator[CaptionCue]:
    before = None
    for one in root.iter("{*}contribution"):
        words = _words(one)
        id = one.get("speaker-reference")
        start, end = (times.get(str(one.get(f"{side}-reference"))) for side in ("start", "end"))
        if not id:
            yield CaptionCue(words, None, None, (), "a pause or a noise")
            continue
        speaker = names.get(str(id), str(id))
        yield CaptionCue("", start, end, (CuePiece(words, speaker, speaker if speaker != before else ""),), "")
        before = speaker


def _words(contribution: Element) -> str:
    """The words with their signs; a sign of punctuation stands close to the word before it.

    Of a segment that is divided into words, these are taken.
    """
    said = ""
    for one in contribution.iter():
        if local(one) in _SAID and not any(local(inner) in _SAID for inner in one):
            text = " ".join("".join(one.itertext()).split())
            said += text if local(one) == "p" or not said else f" {text}"
    return said


def _seconds(printed: str | None) -> float | None:
    try:
        time = float(printed or "")
    except ValueError:
        return None
    return time if isfinite(time) else None
