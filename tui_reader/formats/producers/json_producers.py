"""JSON of unknown make as a producer."""

from __future__ import annotations

from tui_reader.document.model import Document
from tui_reader.formats.producers.producer import POSSIBLE, Evidence, Producer
from tui_reader.formats.source_file import SourceFile


def _is_json(file: SourceFile) -> Evidence | None:
    return Evidence(POSSIBLE) if file.json is not None else None


def _read(file: SourceFile) -> Document:
    from tui_reader.formats.producers import json_transcript

    return json_transcript.read(file)


PRODUCERS = (Producer("json", "Other JSON", _is_json, _read),)
