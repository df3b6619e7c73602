"""TEI, plays and other XML as producers. The readers are imported when they are needed."""

from __future__ import annotations

import re
from functools import partial

from tui_reader.document.model import Document
from tui_reader.formats.producers.producer import CERTAIN, POSSIBLE, Evidence, Producer
from tui_reader.formats.source_file import SourceFile
from tui_reader.formats.xml.parliament_vocabularies import VOCABULARIES, Vocabulary, vocabulary_of
from tui_reader.formats.xml.root_element import PLAYS, is_tei, is_xml

# Lines of the corpus; nothing in it is closed.
_SPEAKER = re.compile(r"^<SPEAKER\s[^>\n]{0,400}>", re.MULTILINE)


def _is_tei(file: SourceFile) -> Evidence | None:
    return Evidence(CERTAIN) if is_tei(file.text, file.name) else None


def _read_tei(file: SourceFile) -> Document:
    from tui_reader.formats import tei

    return tei.parse(file.text, file.name, file.key, file.entries, file.warnings, file.id, file.words_only)


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


def _is_parliament(vocabulary: Vocabulary, file: SourceFile) -> Evidence | None:
    found = vocabulary_of(file.root or "", file.head)
    return Evidence(CERTAIN, f"root element {file.root}") if found is vocabulary else None


def _read_parliament(file: SourceFile) -> Document:
    from tui_reader.formats.xml import parliaments

    return parliaments.parse(file.text, file.name, file.key, file.entries, file.warnings)


def _is_europarl(file: SourceFile) -> Evidence | None:
    return (
        Evidence(CERTAIN) if "<SPEAKER" in file.head and "</" not in file.head and _SPEAKER.search(file.head) else None
    )


def _read_europarl(file: SourceFile) -> Document:
    from tui_reader.formats.xml import europarl

    return europarl.parse(file.text, file.name, file.key, file.entries, file.warnings)


PRODUCERS = (
    Producer("tei", "TEI", _is_tei, _read_tei, collects=True),
    Producer("play-xml", "Play in XML", _is_play, _read_play),
    *(Producer(one.name, one.title, partial(_is_parliament, one), _read_parliament) for one in VOCABULARIES),
    Producer("europarl", "Europarl corpus", _is_europarl, _read_europarl),
    Producer("xml", "Other XML", _is_other, _read_other),
)
