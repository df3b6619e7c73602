"""Why there is silence after a stretch of a page. The settings say how long each kind of pause is."""

from __future__ import annotations

from collections.abc import Sequence

from tui_reader.document.model import Document, Kind, Page
from tui_reader.narration.pause import Pause
from tui_reader.narration.sentences import ends_sentence, has_words
from tui_reader.narration.stretches import SpokenStretch, is_sayable

SHORT_ANSWER = 3
"""Words: a turn of no more is a short answer."""
QUICK = 8
"""Words: two turns of no more, one after the other, are a quick exchange."""
_DASHES = "-–—―"
_CLOSERS = " \n\t\"'”’»›*_"
_TAIL = 120
"""Characters at the end of a text in which it is looked for a break."""


def pause_after(document: Document, index: int, stretches: Sequence[SpokenStretch], place: int) -> Pause:
    """The pause after the stretch at `place` among the `stretches` of the page `index`."""
    stretch, pages = stretches[place], document.pages
    if stretch.announced:
        return Pause.SENTENCE
    following = next((later for later in stretches[place + 1 :] if has_words(later.passage.text)), None)
    if following:
        return _before_passage(stretch, following)
    later = next((later for later in range(index + 1, len(pages)) if is_sayable(pages[later])), None)
    return _before_page(pages[index], pages[later], stretch) if later else Pause.END


def breaks_off(text: str) -> bool:
    """Whether somebody who says this is interrupted or trails off: it ends in a dash or an ellipsis.

    Quotes after the sign do not count, nor a remark in brackets.
    """
    return _end(text).endswith((*_DASHES, "...", ". . .", "…"))


def is_cut_off(text: str) -> bool:
    """Whether somebody who says this is interrupted: it ends in a dash."""
    return _end(text).endswith((*_DASHES,))


def _end(text: str) -> str:
    """The end of a text without the quotes and the remark in brackets behind it."""
    end = text[-_TAIL:].rstrip(_CLOSERS)
    for opener, closer in ("()", "[]"):
        if end.endswith(closer) and opener in end:
            end = end[: end.rindex(opener)].rstrip(_CLOSERS)
    return end


def _before_passage(stretch: SpokenStretch, following: SpokenStretch) -> Pause:
    """The pause between two stretches of a page."""
    if stretch.offset is None or stretch.passage.kind is Kind.HEADING:
        return Pause.PART
    if stretch.passage.kind is Kind.ITEM is following.passage.kind and not ends_sentence(stretch.passage.text):
        return Pause.ITEM
    return Pause.PARAGRAPH


def _before_page(page: Page, later: Page, stretch: SpokenStretch) -> Pause:
    """The pause between two pages; `stretch` is the last that is said of the first."""
    if page.part is not later.part or page.passages[-1].kind is Kind.HEADING:
        return Pause.PART
    if page.speaker == later.speaker:
        return Pause.SAME_SPEAKER
    if page.turn and stretch.passage.kind is not Kind.ASIDE and breaks_off(stretch.passage.text):
        return Pause.INTERRUPTION
    return Pause.ANSWER if page.turn and _is_quick(page, later) else Pause.CHANGE


def _is_quick(page: Page, later: Page) -> bool:
    """Whether a turn is a short answer, or two turns are a quick exchange."""
    words = len(page.text.split())
    return words <= SHORT_ANSWER or (words <= QUICK and later.turn is not None and len(later.text.split()) <= QUICK)
