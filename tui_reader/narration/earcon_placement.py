"""Which utterances of a page have an earcon. What it sounds like is `speech.earcons`'s."""

from __future__ import annotations

from collections.abc import Sequence

from tui_reader.document.model import Document, Page, Passage
from tui_reader.narration.narration_options import Earcons, NarrationOptions, NoteReading
from tui_reader.narration.spoken_notes import marks_behind
from tui_reader.narration.utterance import Earcon, Pause, Utterance


def wants_earcons(options: NarrationOptions) -> bool:
    """Whether anything is to have one."""
    return options.earcons is not Earcons.OFF or options.notes is NoteReading.SOUND


def with_earcons(
    document: Document,
    options: NarrationOptions,
    page: Page | None,
    said: Sequence[Utterance],
    passages: Sequence[Passage],
) -> tuple[Utterance, ...]:
    """The utterances of a page, or of a document without one, with their earcons.

    An utterance's `paragraph` is an index into `passages`.
    """
    found: list[list[Earcon]] = [[] for _ in said]
    if options.earcons is not Earcons.OFF and page and _changes(document, page):
        first = next((one for one in said if page.turn and one.voice == page.turn.speaker and not one.note), None)
        if first:
            found[first.number].append(Earcon.SPEAKER)
    every = options.earcons is Earcons.ALL
    if options.notes is NoteReading.SOUND or (every and options.notes is not NoteReading.MARK):
        for sentence, marks in marks_behind([one for one in said if not one.note], passages):
            found[sentence.number] += [Earcon.NOTE for mark in marks if document.note(mark.note)]
    if every and said and said[-1].pause is Pause.END:
        found[-1].append(Earcon.END)
    elif every and said and page and _ends_part(document, page):
        found[-1].append(Earcon.PART)
    return tuple(one._replace(earcons=tuple(earcons)) for one, earcons in zip(said, found, strict=True))


def _changes(document: Document, page: Page) -> bool:
    """Whether another speaks than on the page before; at the beginning nobody does."""
    before = document.pages[page.index - 1] if page.index else None
    return before is not None and page.turn is not None and before.speaker != page.speaker


def _ends_part(document: Document, page: Page) -> bool:
    following = page.index + 1
    return following == len(document.pages) or document.pages[following].part is not page.part
