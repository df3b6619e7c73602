"""EPUB books as a producer."""

from __future__ import annotations

from tui_reader.document.model import Document
from tui_reader.errors import DocumentError
from tui_reader.formats.producers.producer import CERTAIN, Evidence, Producer
from tui_reader.formats.source_file import SourceFile


def _recognise(file: SourceFile) -> Evidence | None:
    if b"META-INF/" not in file.data:
        return None
    from tui_reader.formats import epub

    return Evidence(CERTAIN) if epub.is_epub(file.data) else None


def _read(file: SourceFile) -> Document:
    from tui_reader.formats import epub

    if not file.data.startswith(b"PK"):
        raise DocumentError(f"{file.name}: no EPUB, which is a packed file; open it without --as")
    return epub.parse(file.data, file.name, file.key, file.entries, file.warnings, file.id)


PRODUCERS = (Producer("epub", "EPUB", _recognise, _read, collects=True),)
