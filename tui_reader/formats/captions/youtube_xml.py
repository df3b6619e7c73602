"""YouTube's timed text in XML: paragraphs of words with times (format 3, srv3), or texts with times (srv1, srv2)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui_reader.formats.builder import Builder
from tui_reader.formats.captions.scanner import CaptionCue, CuePiece, WordTime
from tui_reader.formats.xml.character_references import resolved
from tui_reader.formats.xml.safe_parser import Element, local, parse_xml

_TAG = re.compile(r"</?(?:i|b|u|em|strong|font|span|br|c)\b[^<>]{0,200}>", re.IGNORECASE)
_LONGEST = 1e9


def cues(text: str, builder: Builder) -> list[CaptionCue]:
    """The cues in order; what is shown twice at one time is said once."""
    xml = parse_xml(text, builder.name)
    builder.warnings += xml.warnings
    found = list(_cues(xml.root))
    seen: set[tuple[float | None, str]] = set()
    made = []
    for cue in found:
        said = (cue.start, " ".join(piece.text for piece in cue.pieces))
        again = bool(cue.pieces) and said in seen
        seen.add(said)
        made.append(CaptionCue(said[1], cue.start, cue.end, (), "shown twice at one time") if again else cue)
    return made


def _cues(root: Element) -> Iterator[CaptionCue]:
    for element in root.iter():
        name = local(element)
        if name == "text":
            in_seconds = "start" in element.attrib
            unit = 1.0 if in_seconds else 0.001
            start = _number(element.get("start" if in_seconds else "t"), unit)
            length = _number(element.get("dur" if in_seconds else "d"), unit)
            # its markup is escaped once more
            words = _TAG.sub("", resolved("".join(element.itertext()), markup=False))
            piece = CuePiece(words)
        elif name == "p":
            start, length = _number(element.get("t"), 0.001), _number(element.get("d"), 0.001)
            piece = _paragraph(element, start)
        else:
            continue
        end = start + length if start is not None and length is not None else None
        if piece.text.strip():
            yield CaptionCue("", start, end, (piece,))


def _paragraph(element: Element, start: float | None) -> CuePiece:
    """The words of a paragraph, with the time of each that has one."""
    words = [element.text or ""]
    times = []
    length = len(words[0])
    for part in element:
        if local(part) == "s":
            own = "".join(part.itertext())
            later = _number(part.get("t") or "0", 0.001)
            if start is not None and later is not None and own.strip():
                times.append(WordTime(length + len(own) - len(own.lstrip()), start + later))
        else:
            own = "\n" if local(part) == "br" else "".join(part.itertext())
        words += (own, part.tail or "")
        length += len(own) + len(part.tail or "")
    return CuePiece("".join(words), times=tuple(times) if len(times) > 1 else ())


def _number(value: str | None, unit: float) -> float | None:
    try:
        found = float(value) * unit if value else None
    except ValueError:
        return None
    return found if found is not None and 0 <= found < _LONGEST else None
