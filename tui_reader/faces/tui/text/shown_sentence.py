"""One sentence of a page, to be shown by itself. Pure, like layout.py."""

from __future__ import annotations

from functools import lru_cache

from tui_reader.document.model import Kind, Page, Passage
from tui_reader.named_tuple import NamedTuple
from tui_reader.narration.sentences import sentences


class ShownSentence(NamedTuple):
    """A sentence as a separate passage."""

    offset: int
    """Where it begins in the page's text."""
    passage: Passage


def sentence_of(page: Page, offset: int) -> ShownSentence | None:
    """The sentence that a place of a page is in, or the one after it; of a table all. None on a page without text."""
    found: ShownSentence | None = None
    for start, passage in page.passages_at():
        found = ShownSentence(start, passage)
        if offset < start + len(passage.text):
            break
    if found is None or found.passage.kind is Kind.TABLE:
        return found
    start, passage = found
    pieces = _sentences(passage.text)
    number = next((number for number, piece in enumerate(pieces) if offset < start + piece[1]), len(pieces) - 1)
    if number < 0:
        return found
    first, end = pieces[number]
    after = pieces[number - 1][1] if number else -1
    until = end if number + 1 < len(pieces) else len(passage.text)
    # A mark stands behind the word it belongs to, and so behind the stop of a sentence.
    own = (mark for mark in passage.marks if after < mark.offset <= until)
    marks = tuple(mark._replace(offset=max(0, mark.offset - first)) for mark in own)
    return ShownSentence(start + first, passage._replace(text=passage.text[first:until], marks=marks))


# Asked for at each word that is heard, and finding those of a megabyte takes a tenth of a second.
_sentences = lru_cache(maxsize=1)(sentences)
