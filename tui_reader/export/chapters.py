"""The chapters of a rendering, for audiobooks and players: one for each turn and each heading of a part."""

from __future__ import annotations

from typing import NamedTuple

from tui_reader.document.model import Document
from tui_reader.narration.utterance import Utterance
from tui_reader.playback.timeline import Timeline

_LONGEST_TITLE = 120
"""Characters of a chapter's title."""


class Chapter(NamedTuple):
    """A stretch of the timeline with a title: a turn, the opening of a part, or the document's title and date."""

    start: int
    """Frames from the start of the timeline; 0 for the first chapter."""
    end: int
    """Where the next chapter starts, or the timeline ends."""
    title: str
    """One line with words of the document: to be escaped."""


def chapters_of(document: Document, timeline: Timeline) -> tuple[Chapter, ...]:
    """The chapters in order, without gaps, from the first frame to the last."""
    starts: list[tuple[int, str]] = []
    before: tuple[int, str] | None = None
    for timed in timeline.entries:
        place = _place(document, timed.utterance)
        if place != before:
            starts.append((timed.start, place[1]))
        before = place
    ends = [start for start, _ in starts[1:]] + [timeline.frames]
    return tuple(
        Chapter(start if number else 0, end, title)
        for number, ((start, title), end) in enumerate(zip(starts, ends, strict=True))
    )


def _place(document: Document, utterance: Utterance) -> tuple[int, str]:
    """The page of an utterance (-1 for title and date) and the title of its chapter."""
    if _is_front_matter(document, utterance) or not document.pages:
        return -1, _line(document.heading)
    page = document.pages[utterance.page]
    if page.turn:
        return page.index, _line(f"{page.turn.number}. {document.short_name(page.turn.speaker)}")
    return page.index, _line((page.part.heading or page.passages[0]).text)


def _is_front_matter(document: Document, utterance: Utterance) -> bool:
    """Whether it says the document's title or date, which come before all pages."""
    if utterance.offset is not None or utterance.note or utterance.page != 0 or not document.title:
        return False
    texts = (document.title.text, document.date.passage.text if document.date else "")
    return bool(utterance.printed) and any(utterance.printed in text for text in texts)


def _line(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST_TITLE else words[: _LONGEST_TITLE - 1].rstrip() + "…"
