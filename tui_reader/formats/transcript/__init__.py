"""A plain transcript read into a Document: paragraphs, labels, turns, attachments, notes.

Everything is told by general rules of print; no document, person or phrase is named here. What is not understood is
kept as text: each character ends in exactly one place.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui_reader.document.model import Document
from tui_reader.document.people.label_parts import same
from tui_reader.document.people.named_person import PersonEntry
from tui_reader.document.people.names import in_heading
from tui_reader.formats import parsing_progress
from tui_reader.formats.labels.choice import choose
from tui_reader.formats.labels.label_warnings import label_warnings
from tui_reader.formats.labels.labelling import divide, openings, rejoined
from tui_reader.formats.paragraphs import line_of, split
from tui_reader.formats.transcript import footnotes
from tui_reader.formats.transcript import front_matter as fronts
from tui_reader.formats.transcript.assembly import assemble, with_furniture
from tui_reader.formats.transcript.emphasis_signs import unified
from tui_reader.formats.transcript.printed_pages import taken_apart

FORMAT = "transcript"


def parse(
    text: str, name: str, key: str, entries: Sequence[PersonEntry] = (), warnings: Sequence[str] = ()
) -> Document:
    """The Document of a clean text; `entries` are people of the file beside it, `warnings` what was found before."""
    text = unified(text)
    pages = taken_apart(text)
    printed, text = text, pages.words
    paragraphs = split(text)
    parsing_progress.reached(0.12)
    guess = fronts.find(text, paragraphs, len(paragraphs))
    named = {same(one.name) for one in guess.people} | {same(one.surname) for one in guess.people}
    if guess.title is not None:
        people = in_heading(line_of(text, paragraphs[guess.title]))
        named |= {same(one.surname) for one in people} | {same(one.name) for one in people}
    paragraphs, new = openings(text, paragraphs)
    labelling = choose(text, paragraphs, named)
    paragraphs = rejoined(text, paragraphs, new, labelling)
    divided = divide(text, paragraphs, labelling)
    if len(divided) > len(paragraphs):
        paragraphs = divided
        labelling = choose(text, paragraphs, named)
    parsing_progress.reached(0.42)
    labelled = sorted(labelling.at)
    found_notes = footnotes.find(text, paragraphs, labelled)
    front = fronts.find(text, paragraphs, labelled[0] if labelled else len(paragraphs), found_notes.paragraphs)
    parsing_progress.reached(0.46)
    warnings = (*warnings, *label_warnings(labelling, text, paragraphs))
    document = assemble(text, name, key, paragraphs, labelling, found_notes, front, entries, warnings, pages.breaks)
    return with_furniture(document._replace(text=printed), pages.furniture) if pages.furniture else document
