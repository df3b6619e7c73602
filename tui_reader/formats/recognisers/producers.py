"""Programs that write transcripts in JSON, as producers."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

from tui_reader.document.model import Document
from tui_reader.errors import DocumentError
from tui_reader.formats.producers.producer import Evidence, Producer
from tui_reader.formats.recognisers.known_keys import ROWS, Row, has_all
from tui_reader.formats.source_file import SourceFile


def _producer(row: Row) -> Producer:
    def recognise(file: SourceFile) -> Evidence | None:
        found = next((keys for keys in row.keys if has_all(file.json, keys.paths)), None)
        return Evidence(row.points, found.seen) if found else None

    def read(file: SourceFile) -> Document:
        if not row.segments:
            from tui_reader.formats.producers import json_transcript

            return json_transcript.read(file)
        from tui_reader.formats.recognisers.telling import document_of

        module, _, function = row.segments.partition(".")
        segments: Callable[[Any], Any] = getattr(import_module(f"tui_reader.formats.recognisers.{module}"), function)
        found = segments(file.json)
        if not found:
            keys = " or ".join(dict.fromkeys(one.paths.split()[0].replace(".*", "[]") for one in row.keys))
            raise DocumentError(f"{file.name}: not a file of {row.title}, which has {keys}; open it without --as")
        return document_of(file, found, file.json, format=row.format)

    return Producer(row.name, row.title, recognise, read)


PRODUCERS = tuple(map(_producer, ROWS))
