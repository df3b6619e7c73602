"""The chapters of a rendering, for audiobooks and players: one for each turn and each heading of a part."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tui_reader.document.model import Document
from tui_reader.named_tuple import NamedTuple
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
    is_heading: bool = False
    """Whether it is the document's title or a heading, and no turn."""


def chapters_of(document: Document, timeline: Timeline) -> tuple[Chapter, ...]:
    """The chapters in order, without gaps, from the first frame to the last."""
    chapters: list[Chapter] = []
    before: tuple[int, str, bool] | None = None
    for timed in timeline.entries:
        place = _place(document, timed.utterance)
        if place != before:
            chapters.append(Chapter(timed.start if chapters else 0, timeline.frames, place[1], place[2]))
        before = place
    return without_gaps(chapters)


def without_gaps(chapters: Sequence[Chapter]) -> tuple[Chapter, ...]:
    """The chapters, each until the next one starts; the last keeps its end."""
    joined = (one._replace(end=following.start) for one, following in pairwise(chapters))
    return (*joined, *chapters[-1:])


def at_most(chapters: Sequence[Chapter], most: int) -> tuple[Chapter, ...]:
    """As many chapters as a format can hold: the headings, and turns at even distances; all of the time is in them."""
    if len(chapters) <= most:
        return tuple(chapters)
    headings = [number for number, one in enumerate(chapters) if one.is_heading or number == 0]
    kept = _even(headings, most)
    kept |= _even([number for number, one in enumerate(chapters) if number and not one.is_heading], most - len(kept))
    found = [one for number, one in enumerate(chapters) if number in kept]
    return without_gaps([*found[:-1], found[-1]._replace(end=chapters[-1].end)])


def _even(numbers: Sequence[int], most: int) -> set[int]:
    """At most `most` of the numbers, at even distances from the first on."""
    return set(numbers[:: -(-len(numbers) // most)]) if most > 0 and numbers else set()


def _place(document: Document, utterance: Utterance) -> tuple[int, str, bool]:
    """The page of an utterance (-1 for title and date), the title of its chapter, and whether that is a heading."""
    if _is_front_matter(document, utterance) or not document.pages:
        return -1, _line(document.heading), True
    page = document.pages[utterance.page]
    if page.turn:
        return page.index, _line(f"{page.turn.number}. {document.short_name(page.turn.speaker)}"), False
    return page.index, _line((page.part.heading or page.passages[0]).text), True


def _is_front_matter(document: Document, utterance: Utterance) -> bool:
    """Whether it says the document's title or date, which come before all pages."""
    if utterance.offset is not None or utterance.note or utterance.page != 0 or not document.title:
        return False
    texts = (document.title.text, document.date.passage.text if document.date else "")
    return bool(utterance.printed) and any(utterance.printed in text for text in texts)


def _line(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST_TITLE else words[: _LONGEST_TITLE - 1].rstrip() + "…"
