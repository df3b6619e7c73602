"""Accounting: whether a Document holds every character of its text exactly once, white space aside."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from tui_reader.document.model import Document, Note, Part, Passage, Span
from tui_reader.named_tuple import NamedTuple


class Gap(NamedTuple):
    """A stretch of the text that no piece of the document holds, or more than one."""

    span: Span
    text: str
    times: int
    """How many pieces hold it: 0, or 2 for more than one."""


def spans(document: Document) -> Iterator[Span]:
    """The span of every piece of the document: passages, marks, labels, notes and residue, in no order."""
    date = document.date.passage if document.date else None
    for passage in (document.title, document.collection, date):
        if passage:
            yield from _spans_of_passage(passage)
    yield from chain.from_iterable(map(_spans_of_part, document.parts))
    notes = (*document.notes, document.source) if document.source else document.notes
    yield from chain.from_iterable(map(_spans_of_note, notes))
    yield from (residue.span for residue in document.residue)


def _spans_of_passage(passage: Passage) -> Iterator[Span]:
    yield from passage.spans
    yield from (mark.span for mark in passage.marks if mark.span)


def _spans_of_part(part: Part) -> Iterator[Span]:
    yield from chain.from_iterable(map(_spans_of_passage, part.opening))
    for turn in part.turns:
        yield turn.label.span
        yield from chain.from_iterable(map(_spans_of_passage, turn.passages))


def _spans_of_note(note: Note) -> Iterator[Span]:
    if note.span:
        yield note.span
    if note.passage:
        yield from _spans_of_passage(note.passage)


def gaps(document: Document) -> tuple[Gap, ...]:
    """The stretches of the text that are held by no piece of the document or by several; empty if all is well."""
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
    """Whether every character of the text, white space aside, is in exactly one piece of the document."""
    return not gaps(document)
