"""Whether a Document holds every character of its text exactly once, white space aside. Knows only the model."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tui_reader.document.model import Document, Passage, Span


class Gap(NamedTuple):
    """A stretch that is in no place, or in more than one."""

    span: Span
    text: str
    times: int
    """How many places hold it: 0, or more than one."""


def _of(passage: Passage) -> Iterator[Span]:
    yield from passage.spans
    yield from (mark.span for mark in passage.marks if mark.span)


def spans(document: Document) -> Iterator[Span]:
    """Where each thing of the document stands in its text, in no order."""
    if document.title:
        yield from _of(document.title)
    if document.collection:
        yield from _of(document.collection)
    if document.date:
        yield from _of(document.date.passage)
    for part in document.parts:
        if part.heading:
            yield from _of(part.heading)
        for passage in part.body:
            yield from _of(passage)
        for turn in part.turns:
            yield turn.label.span
            for passage in turn.passages:
                yield from _of(passage)
    for note in (*document.notes, *((document.source,) if document.source else ())):
        if note.span:
            yield note.span
        if note.passage:
            yield from _of(note.passage)
    yield from (residue.span for residue in document.residue)


def gaps(document: Document) -> tuple[Gap, ...]:
    """The stretches of the text that are in no place or in several; none where all is accounted for."""
    found: list[Gap] = []
    text, at = document.text, 0
    for span in sorted(span for span in spans(document) if span.start < span.end):
        if span.start > at and text[at : span.start].strip():
            found.append(Gap(Span(at, span.start), text[at : span.start], 0))
        elif span.start < at and text[span.start : min(at, span.end)].strip():
            twice = Span(span.start, min(at, span.end))
            found.append(Gap(twice, text[twice.start : twice.end], 2))
        at = max(at, span.end)
    if text[at:].strip():
        found.append(Gap(Span(at, len(text)), text[at:], 0))
    return tuple(found)


def accounted(document: Document) -> bool:
    """Whether every character of the text, white space aside, is in exactly one place."""
    return not gaps(document)
