"""Plain text: a line for each paragraph, names before the turns, notes below. tui-reader can open it again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from tui_reader.document.model import Kind, Passage
from tui_reader.export.rendering import Rendering
from tui_reader.export.text.text_flow import TextFlow, bracketed, cut_at_marks, who_is
from tui_reader.terminal.output import without_controls


def write(file: BinaryIO, rendering: Rendering) -> None:
    """Write the rendering's document into `file`. Raises UsageError for an unknown turn number, OSError."""
    for number, block in enumerate(_blocks(TextFlow(rendering))):
        file.write(("\n" if number else "").encode() + without_controls(block).encode() + b"\n")


def _blocks(flow: TextFlow) -> Iterator[str]:
    document = flow.document
    yield _text(document.title) if document.title else document.heading
    if document.date:
        yield document.date.passage.text
    people = [who_is(person, document.short_name(person.id)) for person in flow.people]
    if any(people):
        yield from filter(None, people)
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
