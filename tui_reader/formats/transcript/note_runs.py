"""Numbered paragraphs in sequence that may be footnotes, and the evidence that they are.

Marks in the text, a heading above them, or their place and sequence say so: numbered items of a list look the same.
Knows paragraphs; not turns.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence

from tui_reader.document.model import Span
from tui_reader.formats.labels.words import LINK_RESTS
from tui_reader.formats.paragraphs import Paragraph, beginning, first_characters
from tui_reader.formats.transcript import note_signs
from tui_reader.lazy_re import lazy_re
from tui_reader.named_tuple import NamedTuple

LINK = lazy_re(r"(?<=[.!?)\]\"”’])\s+(" + "|".join(re.escape(rest) for rest in LINK_RESTS) + r")$", re.IGNORECASE)
"""What is left at the end of a note of a link back to its mark."""
_HEADING = lazy_re(r"(?:foot|end)?notes?:?", re.IGNORECASE)
_BACK = 12
"""Paragraphs at the end in which a text without speakers has its notes."""
_CONTINUATIONS = 3
"""Paragraphs without a number that one note may go on for."""
_LAST = 3
"""Sequences at the end of which marks without a sign are looked for."""
_LISTS = ("paren", "stop", "colon")
"""Prints in which sections of laws and points of a speech are counted too."""

Marks = dict[int, list[tuple[int, Span]]]
"""For each number the places that can be its mark: index of the paragraph, and span."""


class Run(NamedTuple):
    """Numbered paragraphs in sequence, of one style."""

    style: str
    places: list[tuple[int, int, int]]
    """Index of the paragraph, number, end of the printed number."""


def best_run(text: str, paragraphs: Sequence[Paragraph], labelled: Sequence[int]) -> tuple[Run, Marks] | None:
    """The run that the marks, its heading or its place make notes, with the marks; the one with the most evidence."""
    runs = _runs(text, paragraphs, set(labelled))
    marks = _marks(text, paragraphs, {number for run in runs for _, number, _ in run.places}) if runs else {}
    best: tuple[int, int] | None = None
    chosen: tuple[Run, Marks] | None = None
    for place, run in enumerate(runs, 1):
        numbers = [number for _, number, _ in run.places]
        first = run.places[0][0]
        tail = first > labelled[-1] if labelled else run.places[-1][0] >= len(paragraphs) - _BACK
        own = {index for index, _, _ in run.places}
        hits = sum(any(index not in own for index, _ in marks.get(number, ())) for number in numbers)
        fused = _fused(text, paragraphs, first, numbers) if tail and not hits and place > len(runs) - _LAST else {}
        hits += len(fused)
        linked = sum(bool(LINK.search(text, paragraphs[i].start, paragraphs[i].end)) for i, _, _ in run.places)
        headed = is_headed(text, paragraphs, first)
        if (numbers[0] != 1 and hits < 2) or not (
            headed or linked >= 0.5 * len(numbers) or _is_enough(run.style, numbers, hits, tail)
        ):
            continue
        score = (hits + 2 * headed + linked, first)
        if best is None or score > best:
            best, chosen = score, (run, fused or marks)
    return chosen


def _is_enough(style: str, numbers: Sequence[int], hits: int, tail: bool) -> bool:
    """Whether marks for so many of the numbers, or a sequence at the end of the text, make them notes."""
    if style in _LISTS:
        return tail and hits >= (0.6 * len(numbers) if style == "paren" else 1)
    if tail and numbers[0] == 1 and len(numbers) >= 2:
        return True
    return hits >= 1 if tail else hits >= 0.5 * len(numbers)


def is_headed(text: str, paragraphs: Sequence[Paragraph], first: int) -> bool:
    """Whether a heading such as "Notes" stands above the paragraph of this index."""
    above = paragraphs[first - 1] if first > 0 else None
    return above is not None and bool(_HEADING.fullmatch(text, above.start, above.end))


def _runs(text: str, paragraphs: Sequence[Paragraph], labelled: Collection[int]) -> list[Run]:
    """All sequences of numbered paragraphs, and single ones that a mark may still make a note."""
    runs: list[Run] = []
    open_runs: dict[str, Run] = {}
    firsts = first_characters(text, [paragraph.start for paragraph in paragraphs])
    for index in beginning(note_signs.BEGINNINGS, firsts):
        if index in labelled:
            continue
        paragraph = paragraphs[index]
        for style, pattern in note_signs.STYLES:
            found = pattern.match(text, paragraph.start, paragraph.end)
            if not found:
                continue
            number = note_signs.figures(found[1])
            run = open_runs.get(style)
            before = run.places[-1] if run else None
            if run and before and number == before[1] + 1 and index - before[0] <= _CONTINUATIONS + 1:
                run.places.append((index, number, found.end()))
            elif number:
                open_runs[style] = Run(style, [(index, number, found.end())])
                runs.append(open_runs[style])
            break
    return runs


def _marks(text: str, paragraphs: Sequence[Paragraph], wanted: Collection[int]) -> Marks:
    """For each wanted number the places that can be its mark.

    A mark hangs on the word before it, or ends its paragraph: `(1) do this, (2) do that` counts instead.
    """
    places: Marks = {}
    index = 0
    for number, span in note_signs.printed_marks(text, wanted):
        start, end = span
        while index < len(paragraphs) and paragraphs[index].end <= start:
            index += 1
        if index == len(paragraphs) or start <= paragraphs[index].start:
            continue
        hangs = not text[start - 1].isspace() and text[start - 1] not in "(["
        if hangs or end == paragraphs[index].end:
            places.setdefault(number, []).append((index, span))
    return places


def _fused(text: str, paragraphs: Sequence[Paragraph], first: int, numbers: Sequence[int]) -> Marks:
    """The marks without a sign, of all numbers one after the other, in the paragraphs up to `first`."""
    if len(numbers) < 2 or numbers[0] != 1:
        return {}
    spans = note_signs.fused_marks(text, paragraphs[first].start, numbers)
    ends = [paragraph.end for paragraph in paragraphs[:first]]
    return {number: [(bisect_left(ends, span.end), span)] for number, span in zip(numbers, spans, strict=False)}
