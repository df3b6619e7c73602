"""The stretches of a page: its passages in the order they are said, who says each, and the names announced before them.

Knows no sentence and no engine.
"""

from __future__ import annotations

from tui_reader.document.model import NARRATOR, Document, Kind, Page, Passage
from tui_reader.named_tuple import NamedTuple
from tui_reader.narration.narration_options import Announce, LetterVoice, NarrationOptions
from tui_reader.narration.sentences import has_words

_NARRATED = frozenset((Kind.ASIDE, Kind.HEADING, Kind.DATELINE, Kind.SIGNATURE))


class SpokenStretch(NamedTuple):
    """What one voice says without a break: a passage of a page, the title, the date, or a name announced."""

    passage: Passage
    voice: str
    offset: int | None
    """The character of the page's text at which the passage begins; None for what no page shows."""
    before: str = ""
    """Words that the narrator adds before it."""
    announced: bool = False
    """Whether it is a name that is in no passage of the document."""
    opening: bool = False
    """Whether it is the title or the date."""


def stretches(document: Document, options: NarrationOptions, index: int) -> tuple[SpokenStretch, ...]:
    """The stretches of the page `index` in the order they are said; title and date are the first of page 0."""
    found: list[SpokenStretch] = []
    if index == 0:
        found += [
            SpokenStretch(passage, NARRATOR, None, opening=True)
            for passage in (document.title, document.date.passage if document.date else None)
            if passage
        ]
    if not 0 <= index < len(document.pages):
        return tuple(found)
    page = document.pages[index]
    if _announces(document, options, page):
        found.append(_announcement(document, page))
    previous: Passage | None = None
    for offset, passage in page.passages_at():
        before = "Signed, " if _needs_signed(document, passage, previous) else ""
        found.append(SpokenStretch(passage, _voice(options, page, passage), offset, before))
        previous = passage
    return tuple(found)


def is_sayable(page: Page) -> bool:
    """Whether the reading says anything of a page unasked."""
    return not page.part.on_demand and any(has_words(passage.text) for passage in page.passages)


def _needs_signed(document: Document, passage: Passage, previous: Passage | None) -> bool:
    """Whether the narrator says "Signed, " before a passage: before the first signature that does not say it."""
    if passage.kind is not Kind.SIGNATURE or (previous and previous.kind is Kind.SIGNATURE):
        return False
    return document.in_english and not passage.text.lower().startswith(("signed", "/s/"))


def _voice(options: NarrationOptions, page: Page, passage: Passage) -> str:
    """Who says a passage: a person's id or "narrator"."""
    if passage.kind in _NARRATED:
        return NARRATOR
    if page.turn:
        return page.turn.speaker
    return page.part.author or NARRATOR if options.letters is LetterVoice.AUTHOR else NARRATOR


def _announces(document: Document, options: NarrationOptions, page: Page) -> bool:
    if page.turn is None or options.announce is Announce.NEVER or not is_sayable(page):
        return False
    if options.announce is Announce.ALWAYS or page.index == 0:
        return True
    before = document.pages[page.index - 1].turn
    return before is None or before.speaker != page.turn.speaker


def _announcement(document: Document, page: Page) -> SpokenStretch:
    assert page.turn
    person = document.person(page.turn.speaker)
    name = (person and person.name) or page.turn.label.text
    return SpokenStretch(Passage(Kind.HEADING, name, ()), NARRATOR, None, announced=True)
