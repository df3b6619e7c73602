"""Asides: a note or the speaker's name, said while the talk waits, and where the talk then goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.document.model import NARRATOR, Document, Kind, Note, Page, Position
from tui_reader.lazy_re import lazy_re
from tui_reader.narration.pause import Pause
from tui_reader.narration.utterance import Earcon, SpokenPiece, Utterance

if TYPE_CHECKING:
    from tui_reader.narration.narration import Narration

BESIDE = -1
"""The `number` of an utterance that does not belong to the reading."""
_CLAUSE = lazy_re(r"[,;:.?!)\]”’]*(?:[,;:]\s|\s[–—-]+\s|--|—)\s*")


def aside(document: Document, narration: Narration, here: Position, page: Page | None) -> tuple[Utterance, ...]:
    """What the narrator says aside at a place of a page: the note of the nearest mark there, or else who speaks.

    The nearest mark is the last one before the place, or else the first after it. Empty without note and speaker.
    """
    note = _nearest_note(document, here, page)
    said = narration.note(note) if note else _introduction(document, page.speaker if page else None)
    return tuple(utterance._replace(page=here.page, number=BESIDE) for utterance in said)


def bookmark_earcon(page: int, voice: str) -> Utterance:
    """The earcon of a bookmark that was added on a page, without words; `voice` says where in stereo it sounds."""
    return Utterance(page, BESIDE, voice, Kind.SPEECH, "", None, (), Pause.ITEM, earcons=(Earcon.BOOKMARK,))


def narrated(line: str, page: int) -> Utterance:
    """A line that is none of the document's, in the narrator's voice; `page` is where the person is."""
    return Utterance(page, BESIDE, NARRATOR, Kind.PARAGRAPH, "", None, (SpokenPiece(0, 0, line),), Pause.SENTENCE)


def clause_start(spoken: str, offset: int) -> int:
    """The start of the clause that contains character `offset` of a sentence's spoken text."""
    starts = [0, *(match.end() for match in _CLAUSE.finditer(spoken))]
    return max(start for start in starts if start <= offset)


def _nearest_note(document: Document, here: Position, page: Page | None) -> Note | None:
    marks = [
        (offset + mark.offset, mark)
        for offset, passage in (page.passages_at() if page else ())
        for mark in passage.marks
        if document.note(mark.note)
    ]
    before = [mark for offset, mark in marks if offset <= here.offset]
    mark = before[-1] if before else marks[0][1] if marks else None
    return document.note(mark.note) if mark else None


def _introduction(document: Document, speaker: str | None) -> tuple[Utterance, ...]:
    person = document.person(speaker)
    if person is None:
        return ()
    told = ", ".join(filter(None, (person.name or document.short_name(speaker), person.role)))
    return (narrated(f"{told.rstrip('.')}.", 0),)
