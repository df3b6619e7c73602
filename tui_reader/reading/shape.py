"""The shape of a talk in words: who speaks how much, and the parts. Pure: a document in, a line out."""

from __future__ import annotations

from collections import Counter

from tui_reader.document.columnar import lengths, speakers
from tui_reader.document.model import Document
from tui_reader.terminal.counts import count

MOST = 5
"""The people, and the parts, that are named; of the others only the number is told."""


def shape_of(document: Document) -> str:
    """Who speaks how much, from the most on, and the parts: "Stevenson, 62 percent of the words, 12 turns.".

    Parts that are read on demand are not counted. The document must have turns.
    """
    said, turns = Counter[str](), Counter[str]()
    for part in document.parts:
        if not part.on_demand:
            own = lengths(part)
            if part.opening:
                next(own)
            for speaker, length in zip(speakers(part), own, strict=False):
                said[speaker] += length
                turns[speaker] += 1
    whole = max(1, said.total())
    names = document.short_names
    lines: list[str] = []
    for id, length in said.most_common(MOST):
        of = "" if lines else " of the words"
        lines.append(f"{names[id]}, {round(100 * length / whole)} percent{of}, {count(turns[id], 'turn')}.")
    lines += _others(len(said), "other")
    parts = [part for part in document.parts if part.turns or part.body]
    if len(parts) > 1:
        lines.append(f"{count(len(parts), 'part')}.")
        lines += [
            f"{' '.join(part.heading.text.split()).rstrip('.') if part.heading else document.heading.rstrip('.')}, "
            f"{count(len(part.turns), 'turn') if part.turns else count(len(part.body), 'paragraph')}."
            for part in parts[:MOST]
        ]
        lines += _others(len(parts), "other part")
    return " ".join(lines)


def _others(number: int, thing: str) -> list[str]:
    return [f"{count(number - MOST, thing)}."] if number > MOST else []
