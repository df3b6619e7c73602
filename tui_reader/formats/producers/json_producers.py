"""JSON of unknown make as a producer."""

from __future__ import annotations

from tui_reader.document.model import Document
from tui_reader.errors import DocumentError
from tui_reader.formats.producers.producer import POSSIBLE, Evidence, Producer
from tui_reader.formats.source_file import SourceFile


def _is_json(file: SourceFile) -> Evidence | None:
    return Evidence(POSSIBLE) if file.json is not None else None


def _read(file: SourceFile) -> Document:
    from tui_reader.formats.producers import json_collection, json_talks, json_transcript

    talks = json_talks.talks_of(file.json)
    if talks:
        units, values = [one.unit for one in talks], [one.value for one in talks]
        return json_collection.one_of(file, units, values, lambda part, _: json_transcript.read(part))
    if file.id is not None:
        raise DocumentError(f"{file.name} holds only one document; open it without #{file.id}")
    return json_transcript.read(file)


PRODUCERS = (Producer("json", "Other JSON", _is_json, _read, collects=True),)
