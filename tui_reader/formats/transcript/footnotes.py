"""Footnotes of a plain text: which paragraphs they are, and the marks that refer to them.

A number before a paragraph makes it a note only where marks in the text, or its place and sequence, say so: numbered
items of a list look the same. Knows paragraphs; not turns.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from tui_reader.document.model import Kind, Note, Residue, Span
from tui_reader.formats.labels.words import LINK_RESTS
from tui_reader.formats.paragraphs import Paragraph, beginning, first_characters
from tui_reader.formats.passages import PrintedMark, occurrences, passage

_STYLES = (
    ("bare", re.compile(r"(\d{1,3})[ \t]+(?=[^\W\d_a-z]|[\"“'‘(\[])")),
    ("stop", re.compile(r"(\d{1,3})\.[ \t]+(?=\S)")),
    ("bracket", re.compile(r"\[(\d{1,3})\][ \t]*(?=[^\W\d_a-z]|[\"“'‘(\[])")),
    ("paren", re.compile(r"\((\d{1,3})\)[ \t]*(?=[^\W\d_a-z]|[\"“'‘(\[])")),
)
_MARK = re.compile(r"\((\d{1,3})\)|\[(\d{1,3})\]")
_HEADING = re.compile(r"(?:foot|end)?notes:?", re.IGNORECASE)
_LINK = re.compile(r"(?<=[.!?)\]\"”’])\s+(" + "|".join(re.escape(rest) for rest in LINK_RESTS) + r")$", re.IGNORECASE)
_BACK = 12
"""Paragraphs at the end in which a text without speakers has its notes."""
_CONTINUATIONS = 3
"""Paragraphs without a number that one note may go on for."""


class Footnotes:
    """The notes of a document, and their marks by paragraph."""

    def __init__(self) -> None:
        self.notes: list[Note] = []
        self.paragraphs: set[int] = set()
        """Indices of the paragraphs that are notes, their heading included."""
        self.heading: int | None = None
        self.marks: dict[int, list[PrintedMark]] = {}
        """By index of the paragraph that the mark stands in."""
        self.residue: list[Residue] = []

    @property
    def marked(self) -> dict[int, int]:
        """The paragraph of its mark, for each number that has one."""
        return {int(mark.note): index for index, marks in self.marks.items() for mark in marks}


class _Run(NamedTuple):
    """Numbered paragraphs in sequence, of one style."""

    style: str
    places: list[tuple[int, int, int]]
    """Index of the paragraph, number, end of the printed number."""


def find(text: str, paragraphs: Sequence[Paragraph], labelled: Sequence[int]) -> Footnotes:
    """The notes of the document; `labelled` are the indices of the paragraphs that begin with a label, in order."""
    last = labelled[-1] if labelled else -1
    runs = _runs(text, paragraphs, set(labelled))
    if not runs:
        return Footnotes()
    wanted = {number for run in runs for _, number, _ in run.places}
    marks = _marks(text, paragraphs, wanted)
    best: tuple[int, int] | None = None
    chosen: _Run | None = None
    for run in runs:
        numbers = [number for _, number, _ in run.places]
        first = run.places[0][0]
        own = {index for index, _, _ in run.places}
        hits = sum(any(index not in own for index, _ in marks.get(number, ())) for number in numbers)
        tail = first > last if labelled else run.places[-1][0] >= len(paragraphs) - _BACK
        headed = first > 0 and bool(_HEADING.fullmatch(text[paragraphs[first - 1].start : paragraphs[first - 1].end]))
        linked = sum(bool(_LINK.search(text, paragraphs[i].start, paragraphs[i].end)) for i, _, _ in run.places)
        sequence = tail and run.style in ("bare", "bracket") and numbers[0] == 1 and len(numbers) >= 2
        enough = hits >= 1 if tail else hits >= 0.5 * len(numbers)
        if run.style in ("paren", "stop"):  # so sections of laws and points of a speech are counted too
            enough = tail and hits >= (0.6 * len(numbers) if run.style == "paren" else 1)
        if numbers[0] != 1 and hits < 2:
            continue
        if not (enough or headed or linked >= 0.5 * len(numbers) or sequence):
            continue
        score = (hits + 2 * headed + linked, first)
        if best is None or score > best:
            best, chosen = score, run
    return _made(text, paragraphs, chosen, marks) if chosen else Footnotes()


def _runs(text: str, paragraphs: Sequence[Paragraph], labelled: set[int]) -> list[_Run]:
    """All sequences of numbered paragraphs, and single ones that a mark may still make a note."""
    runs: list[_Run] = []
    open_runs: dict[str, _Run] = {}
    for index in beginning(r"[0-9\[(]", first_characters(text, [paragraph.start for paragraph in paragraphs])):
        if index in labelled:
            continue
        paragraph = paragraphs[index]
        for style, pattern in _STYLES:
            found = pattern.match(text, paragraph.start, paragraph.end)
            if not found:
                continue
            number = int(found[1])
            run = open_runs.get(style)
            before = run.places[-1] if run else None
            if run and before and number == before[1] + 1 and index - before[0] <= _CONTINUATIONS + 1:
                run.places.append((index, number, found.end()))
            elif number:
                open_runs[style] = _Run(style, [(index, number, found.end())])
                runs.append(open_runs[style])
            break
    return runs


def _marks(text: str, paragraphs: Sequence[Paragraph], wanted: set[int]) -> dict[int, list[tuple[int, Span]]]:
    """For each wanted number the places that can be its mark: index of the paragraph, and span.

    A mark hangs on the word before it, or ends its paragraph: `(1) do this, (2) do that` counts instead.
    """
    places: dict[int, list[tuple[int, Span]]] = {}
    index = 0
    for start in sorted([*occurrences("(", text), *occurrences("[", text)]):
        mark = _MARK.match(text, start)
        number = int(mark[1] or mark[2]) if mark else None
        if mark is None or number not in wanted:
            continue
        end = mark.end()
        while index < len(paragraphs) and paragraphs[index].end <= start:
            index += 1
        if index == len(paragraphs) or start <= paragraphs[index].start:
            continue
        hangs = not text[start - 1].isspace() and text[start - 1] not in "(["
        if hangs or end == paragraphs[index].end:
            places.setdefault(number, []).append((index, Span(start, end)))
    return places


def _made(text: str, paragraphs: Sequence[Paragraph], run: _Run, marks: dict[int, list[tuple[int, Span]]]) -> Footnotes:
    made = Footnotes()
    first = run.places[0][0]
    if first > 0 and _HEADING.fullmatch(text[paragraphs[first - 1].start : paragraphs[first - 1].end]):
        made.heading = first - 1
        made.paragraphs.add(first - 1)
    ends = [index for index, _, _ in run.places[1:]]
    for (index, number, after), following in zip(run.places, [*ends, run.places[-1][0] + 1], strict=True):
        made.paragraphs.update(range(index, following))
        start, end = paragraphs[index].start, paragraphs[following - 1].end
        link = _LINK.search(text, after, end)
        if link:
            made.residue.append(Residue(link[1], Span(*link.span(1)), "rest of a web link", inline=True))
            end = link.start()
        words = passage(Kind.PARAGRAPH, text, after, end)
        made.notes.append(Note(str(number), Span(start, after), words))
    for _, number, _ in run.places:
        first_mark = next((mark for mark in marks.get(number, ()) if mark[0] not in made.paragraphs), None)
        if first_mark:
            made.marks.setdefault(first_mark[0], []).append(PrintedMark(str(number), first_mark[1]))
    for several in made.marks.values():
        several.sort(key=lambda mark: mark.span)
    return made
