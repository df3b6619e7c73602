"""A document as plain text: a paragraph a line, names before the turns, notes below. It can be opened here again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from tui_reader.document.model import Kind, Passage
from tui_reader.export.rendering import Rendering
from tui_reader.export.text.text_flow import TextFlow, bracketed, cut_at_marks, who
from tui_reader.terminal.output import without_controls


def write(file: BinaryIO, recording: Rendering) -> None:
    """Write all of it. Raises UsageError for a turn that there is not, OSError."""
    for number, block in enumerate(_blocks(TextFlow(recording))):
        file.write(("\n" if number else "").encode() + without_controls(block).encode() + b"\n")


def _blocks(flow: TextFlow) -> Iterator[str]:
    document = flow.document
    yield _text(document.title) if document.title else document.heading
    if document.date:
        yield document.date.passage.text
    told = [who(person, document.short_name(person.id)) for person in flow.people]
    if any(told):
        yield from filter(None, told)
    for page in flow.pages:
        name = f"{document.short_name(page.turn.speaker)}: " if page.turn else ""
        for passage in page.passages:
            yield name + _text(passage)
            name = ""
    if notes := flow.notes:
        yield "Notes"
        yield from (f"({note.mark}) {_text(note.passage)}" for note in notes if note.passage)
    if document.source and document.source.text:
        yield f"Source: {document.source.text}"


def _text(passage: Passage) -> str:
    text = ""
    for words, mark in cut_at_marks(passage):
        text += words if mark is None else f"{words}({mark})"
    return bracketed(text) if passage.kind is Kind.ASIDE else text
