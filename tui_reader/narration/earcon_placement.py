"""Which utterances of a page have an earcon. How earcons sound: `tts.earcon_sounds`."""

from __future__ import annotations

from collections.abc import Sequence

from tui_reader.document.model import Document, Page, Passage
from tui_reader.narration.narration_options import Earcons, NarrationOptions, NoteReading
from tui_reader.narration.pause import Pause
from tui_reader.narration.spoken_notes import marks_behind
from tui_reader.narration.utterance import EARCONS_OF_KINDS, Earcon, Utterance


def wants_earcons(options: NarrationOptions) -> bool:
    """Whether any utterance is to have an earcon."""
    return options.earcons is not Earcons.OFF or options.notes is NoteReading.SOUND


def with_earcons(
    document: Document,
    options: NarrationOptions,
    page: Page | None,
    said: Sequence[Utterance],
    passages: Sequence[Passage],
) -> tuple[Utterance, ...]:
    """The utterances `said` on a page with their earcons; `page` is None for a document without pages.

    An utterance's `paragraph` is an index into `passages`.
    """
    found: list[list[Earcon]] = [[] for _ in said]
    every = options.earcons is Earcons.ALL
    kinds = every or options.earcons is Earcons.KINDS
    if options.earcons in (Earcons.SPEAKERS, Earcons.ALL) and page and _changes(document, page):
        first = next((u for u in said if page.turn and u.voice == page.turn.speaker and not u.note), None)
        if first:
            found[first.number].append(Earcon.SPEAKER)
    if kinds:
        for utterance, before in zip(said, (None, *said), strict=False):
            begins = before is None or before.paragraph != utterance.paragraph or before.note
            if begins and not utterance.note and utterance.offset is not None and utterance.kind in EARCONS_OF_KINDS:
                found[utterance.number].append(EARCONS_OF_KINDS[utterance.kind])
    if options.notes is NoteReading.SOUND or (kinds and options.notes is not NoteReading.MARK):
        for sentence, marks in marks_behind([utterance for utterance in said if not utterance.note], passages):
            found[sentence.number] += [Earcon.NOTE for mark in marks if document.note(mark.note)]
    if every and said and said[-1].pause is Pause.END:
        found[-1].append(Earcon.END)
    elif every and said and page and _ends_part(document, page):
        found[-1].append(Earcon.PART)
    return tuple(utterance._replace(earcons=tuple(earcons)) for utterance, earcons in zip(said, found, strict=True))


def _changes(document: Document, page: Page) -> bool:
    """Whether the speaker is another than on the page before; False for the first page."""
    before = document.pages[page.index - 1] if page.index else None
    return before is not None and page.turn is not None and before.speaker != page.speaker


def _ends_part(document: Document, page: Page) -> bool:
    following = page.index + 1
    return following == len(document.pages) or document.pages[following].part is not page.part
