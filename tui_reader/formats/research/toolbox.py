"""Toolbox and Shoebox (SIL): records of fields such as `\\tx`, of which one holds what is said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui_reader.document.model import Document, Kind
from tui_reader.errors import DocumentError
from tui_reader.formats.builder import Builder
from tui_reader.formats.captions import cue_turns
from tui_reader.formats.captions.scanner import CaptionCue, CuePiece
from tui_reader.formats.producers.producer import CERTAIN, Evidence
from tui_reader.formats.recognisers.values import seconds
from tui_reader.formats.source_file import SourceFile

_FIELD = re.compile(r"\\([A-Za-z_]\w{0,30})(?:@\w{1,30})?[ \t]*(.*)")
_START = re.compile(r"\\_sh[ \t]+v\d|\\(?:id|ref)[ \t]")
_SAID = ("tx", "t", "utt", "txt")
"""Fields of what is said, in the order in which one is looked for."""
_SPEAKER = frozenset(("elanparticipant", "sp", "spk", "speaker", "part", "participant"))
_BEGIN, _END = frozenset(("elanbegin", "begin", "start", "ts")), frozenset(("elanend", "end", "te"))
_RECORD = frozenset(("ref", "rf"))
"""Fields that begin a record."""
_TITLES = frozenset(("ti", "title", "tit"))


def is_toolbox(file: SourceFile) -> Evidence | None:
    """Whether the first fields are those of a text, and no dictionary's."""
    if not _START.match(file.head):
        return None
    names = {field[1] for line in file.first_lines if (field := _FIELD.fullmatch(line))}
    return Evidence(CERTAIN) if not names.isdisjoint(_SAID) else None


def read(file: SourceFile) -> Document:
    """The Document of the texts; fields of words, glosses and translations are not said. DocumentError without one."""
    fields = list(_fields(file.text))
    names = {name for name, _ in fields}
    said = next((name for name in _SAID if name in names), None)
    if said is None:
        raise DocumentError(f"{file.name}: no text of Toolbox: no field \\tx holds what is said")
    builder = Builder(file.name, file.key, "toolbox", file.entries, file.warnings)
    title = next((value for name, value in fields if name in _TITLES and value), None)
    if title:
        builder.title = builder.passage(Kind.HEADING, title)
    cue_turns.tell(builder, list(_cues(fields, said)), apart=True)
    document = builder.document()
    if not document.pages:
        raise DocumentError(f"{file.name}: the fields \\{said} of this file are empty")
    return document


def _fields(text: str) -> Iterator[tuple[str, str]]:
    """The fields with their values; a line without a sign goes on with the field above."""
    name, values = "", list[str]()
    for line in map(str.strip, text.split("\n")):
        found = _FIELD.fullmatch(line)
        if found:
            if name:
                yield name, " ".join(values)
            name, values = found[1].casefold(), [found[2].strip()] if found[2].strip() else []
        elif line:
            values.append(line)
    if name:
        yield name, " ".join(values)


def _cues(fields: list[tuple[str, str]], said: str) -> Iterator[CaptionCue]:
    """A cue for each record with words, and after it what of the record is not said."""
    records: list[list[tuple[str, str]]] = [[]]
    begins = _RECORD if any(name in _RECORD for name, _ in fields) else frozenset((said,))
    for name, value in fields:
        if name in begins:
            records.append([])
        if name not in _TITLES:
            records[-1].append((name, value))
    for record in records:
        words = " ".join(value for name, value in record if name == said)
        speaker = next((value for name, value in record if name in _SPEAKER and value), None)
        start, end = (
            next((seconds(value) for name, value in record if name in names), None) for names in (_BEGIN, _END)
        )
        rest = "\n".join(value for name, value in record if name != said and name not in _SPEAKER and value)
        if words:
            yield CaptionCue("", start, end, (CuePiece(words, speaker, speaker or ""),))
        if rest:
            yield CaptionCue(rest, None, None, (), "fields that are not what is said")
