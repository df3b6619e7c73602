"""The citation of a document, for what is copied or exported from it."""

from __future__ import annotations

from tui_reader.document.model import Document


def citation(document: Document) -> list[str]:
    """Sentences with title, collection, date, file and source, as far as they are printed."""
    title = document.heading.rstrip(".")
    parts = [document.collection and document.collection.text.rstrip("."), document.date and document.date.passage.text]
    lines = [f"{title}."] + [f"{part.rstrip('.')}." for part in parts if part and part.rstrip(".") != title]
    if document.title:
        lines.append(f"File {document.name}.")
    if document.source and document.source.text:
        lines.append(f"Source: {document.source.text}")
    return lines
