"""A plain transcript read into a Document: paragraphs, labels, turns, attachments, notes.

Everything is told by general rules of print; no document, person or phrase is named here. What is not understood is
kept as text: each character ends in exactly one place.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui_reader.document.known import PersonEntry
from tui_reader.document.labels import same
from tui_reader.document.model import Document
from tui_reader.document.names import in_heading
from tui_reader.formats import stages
from tui_reader.formats.transcript import front as fronts
from tui_reader.formats.transcript import labels, notes
from tui_reader.formats.transcript.assembly import assemble
from tui_reader.formats.transcript.doubts import doubts
from tui_reader.formats.transcript.leads import line_numbers
from tui_reader.formats.transcript.paragraphs import split

FORMAT = "transcript"


def parse(
    text: str, name: str, key: str, entries: Sequence[PersonEntry] = (), warnings: Sequence[str] = ()
) -> Document:
    """The Document of a clean text; `entries` are people of the file beside it, `warnings` what was found before."""
    margin = line_numbers(text)
    paragraphs = split(text, margin)
    stages.reached(0.12)
    guess = fronts.find(text, paragraphs, len(paragraphs))
    named = {same(one.name) for one in guess.people} | {same(one.surname) for one in guess.people}
    if guess.title is not None:
        people = in_heading(fronts.line_of(text, paragraphs[guess.title]))
        named |= {same(one.surname) for one in people} | {same(one.name) for one in people}
    labelling = labels.choose(text, paragraphs, named)
    divided = labels.divide(text, paragraphs, labelling)
    if len(divided) > len(paragraphs):
        paragraphs = divided
        labelling = labels.choose(text, paragraphs, named)
    stages.reached(0.42)
    labelled = sorted(labelling.at)
    found_notes = notes.find(text, paragraphs, labelled)
    front = fronts.find(text, paragraphs, labelled[0] if labelled else len(paragraphs), found_notes.paragraphs)
    stages.reached(0.46)
    warnings = (*warnings, *doubts(labelling, text, paragraphs))
    return assemble(text, name, key, paragraphs, labelling, found_notes, front, entries, warnings, margin)
