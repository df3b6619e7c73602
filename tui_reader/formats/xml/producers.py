"""TEI, plays and other XML as producers. The readers are imported when they are needed."""

from __future__ import annotations

from tui_reader.document.model import Document
from tui_reader.formats.producers.producer import CERTAIN, POSSIBLE, Evidence, Producer
from tui_reader.formats.source_file import SourceFile
from tui_reader.formats.xml.root_element import PLAYS, is_tei, is_xml


def _is_tei(file: SourceFile) -> Evidence | None:
    return Evidence(CERTAIN) if is_tei(file.text, file.name) else None


def _read_tei(file: SourceFile) -> Document:
    from tui_reader.formats import tei

    return tei.parse(file.text, file.name, file.key, file.entries, file.warnings, file.id)


def _is_play(file: SourceFile) -> Evidence | None:
    return Evidence(CERTAIN) if file.root in PLAYS else None


def _read_play(file: SourceFile) -> Document:
    from tui_reader.formats.xml import plays

    return plays.parse(file.text, file.name, file.key, file.entries, file.warnings)


def _is_other(file: SourceFile) -> Evidence | None:
    return Evidence(POSSIBLE, f"root element {file.root}") if is_xml(file.text) else None


def _read_other(file: SourceFile) -> Document:
    from tui_reader.formats.xml import other_vocabularies

    return other_vocabularies.parse(file.text, file.name, file.key, file.entries, file.warnings)


PRODUCERS = (
    Producer("tei", "TEI", _is_tei, _read_tei, collects=True),
    Producer("play-xml", "Play in XML", _is_play, _read_play),
    Producer("xml", "Other XML", _is_other, _read_other),
)
