"""WebVTT, SRT and ASS as producers."""

from __future__ import annotations

from tui_reader.document.model import Document
from tui_reader.formats import captions
from tui_reader.formats.producers.producer import CERTAIN, Evidence, Producer
from tui_reader.formats.source_file import SourceFile


def _producer(kind: str, title: str) -> Producer:
    def recognise(file: SourceFile) -> Evidence | None:
        return Evidence(CERTAIN) if captions.kind_of(file.text) == kind else None

    def read(file: SourceFile) -> Document:
        return captions.parse(file.text, file.name, file.key, file.entries, file.warnings, kind)

    return Producer(kind, title, recognise, read)


PRODUCERS = (_producer("vtt", "WebVTT"), _producer("srt", "SRT"), _producer("ass", "ASS, SSA"))
