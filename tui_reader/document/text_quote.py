"""Finds a place of a document again after the document was edited, by the words there and around them.

This is the text quote selector of W3C's Web Annotation model, as annotation tools use it: the exact words first, then
the most similar ones. A place whose words are gone is not found, rather than found elsewhere. Knows no file.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from tui_reader.document.model import Document, Position
from tui_reader.lazy_re import lazy_re
from tui_reader.named_tuple import NamedTuple

if TYPE_CHECKING:
    from difflib import Match

AROUND = 48
"""Characters quoted before and after the words."""
WORDS = 96
"""Characters of the words that are quoted at most, from a place on; of a longer stretch so many at either end."""
ENOUGH = 24
"""Characters of the words after which the end of a sentence ends them."""
TELLING = 48
"""Characters of words that are hardly there twice by chance: they are found without what is around them."""
ALIKE, MUCH_ALIKE = 0.6, 0.8
"""The share of characters in the same order with which two stretches are alike, or much so."""
RUN = 3
"""Characters in a row that count as the same; fewer are there by chance."""
MOST = 200
"""Places with the same words of which the surroundings are compared, those nearest to the place of before."""
CANDIDATES = 4
"""Places with similar words that are looked at closely."""
_SENTENCE_END = lazy_re(r"[.!?…][\"'”’)\]]*(?=\s)")
_WORD = lazy_re(r"\w+")


class TextQuote(NamedTuple):
    """The words at a place, on one line, and those around them."""

    prefix: str
    exact: str
    """The words from the place on; of a stretch longer than twice WORDS its first and its last characters."""
    suffix: str


class Found(NamedTuple):
    """Where a quote is in a document."""

    place: Position
    length: int
    """Characters on the page, of a stretch; 0 for a place."""


def quote_of(document: Document, place: Position, length: int = 0) -> TextQuote:
    """The quote of a place, or of the `length` characters of its page from there on."""
    text = document.page(place.page).text
    end = place.offset + length
    if not length:
        end = min(len(text), place.offset + WORDS)
        if sentence := _SENTENCE_END.search(text, place.offset + ENOUGH, end):
            end = sentence.end()
    exact = text[place.offset : end]
    if len(exact) > 2 * WORDS:
        exact = exact[:WORDS] + exact[-WORDS:]
    before, after = text[max(0, place.offset - AROUND) : place.offset], text[end : end + AROUND]
    index = place.page
    while len(before) < AROUND and index:
        index -= 1
        before = f"{document.page(index).text[-AROUND:]}\n{before}"
    index = place.page + 1
    while len(after) < AROUND and index < document.starts[-1]:
        after = f"{after}\n{document.page(index).text[:AROUND]}"
        index += 1
    return TextQuote(_line(before[-AROUND:]), _line(exact), _line(after[:AROUND]))


class QuoteFinder:
    """Finds quotes in one document. Ask in the order in which the places were in the document before."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._shift = 0
        """By how many pages the last quote that was found has moved."""

    @cached_property
    def _starts(self) -> list[int]:
        """Where each page begins in the text of all pages; and last, its length."""
        return [*accumulate((len(page.text) + 1 for page in self._document.pages), initial=0)]

    @cached_property
    def _text(self) -> str:
        """The text of all pages, on one line."""
        return _line("\n".join(page.text for page in self._document.pages))

    def find(self, quote: TextQuote, page: int | None = None, length: int = 0) -> Found | None:
        """Where the words are now; None where they are not there any more.

        `page` is the index of the page where they were, if that is known, and `length` that of the stretch, 0 for a
        place.
        """
        head = quote.exact[:WORDS] if length > 2 * WORDS else quote.exact
        near = 0 if page is None else self._starts[min(max(0, page + self._shift), len(self._starts) - 1)]
        found = self._exactly(quote, head, near) or self._nearly(quote, head, near) if head.strip() else None
        if found is None:
            return None
        start, end = found
        if length > 2 * WORDS:
            end = self._end(quote.exact[WORDS:], start, length)
        at = min(bisect_right(self._starts, start), len(self._starts) - 1) - 1
        if page is not None:
            self._shift = at - page
        last = self._starts[at + 1] - 1
        return Found(Position(at, start - self._starts[at]), max(1, min(end, last) - start) if length else 0)

    def _exactly(self, quote: TextQuote, head: str, near: int) -> tuple[int, int] | None:
        """The words themselves, where what is around them is alike or they are long enough to be the only ones."""
        places, at = [], self._text.find(head)
        while at >= 0:
            places.append(at)
            at = self._text.find(head, at + 1)
        nearest = sorted(places, key=lambda place: abs(place - near))[:MOST]
        if not nearest:
            return None
        size = len(head)
        likeness, at = max(
            ((self._around(quote, place, place + size), place) for place in nearest), key=lambda one: one[0]
        )
        if likeness >= ALIKE or (size >= TELLING and len(places) == 1):
            return at, at + size
        return None

    def _around(self, quote: TextQuote, start: int, end: int) -> float:
        """How alike the surroundings of a stretch are to those of the quote, on the more alike side."""
        sides = sorted(
            (
                _likeness(quote.prefix, self._text[max(0, start - len(quote.prefix)) : start]),
                _likeness(quote.suffix, self._text[end : end + len(quote.suffix)]),
            )
        )
        return sides[1] + sides[0] / 100

    def _nearly(self, quote: TextQuote, head: str, near: int) -> tuple[int, int] | None:
        """The most similar words, where they are similar enough."""
        best, found = 0.0, None
        for start in self._candidates(quote, head, near):
            begin = max(0, start - AROUND - len(quote.prefix))
            window = self._text[begin : start + len(head) + len(quote.suffix) + AROUND]
            same, first, last = _aligned(quote, head, window)
            first, last = begin + first, begin + last
            sides = [
                _likeness(quote.prefix, self._text[max(0, first - len(quote.prefix)) : first]),
                _likeness(quote.suffix, self._text[last : last + len(quote.suffix)]),
            ]
            is_it = (
                (len(head) >= TELLING and same >= MUCH_ALIKE)
                or (same >= ALIKE and max(sides) >= MUCH_ALIKE)
                or (same >= ALIKE - 0.1 and min(sides) >= ALIKE)
            )
            if is_it and same + sum(sides) > best:
                best, found = same + sum(sides), (first, last)
        return found

    def _candidates(self, quote: TextQuote, head: str, near: int) -> list[int]:
        """Where the words may begin: where several of the quote's runs of three words stand at their distances."""
        whole = f"{quote.prefix}{head}{quote.suffix}"
        words = [match.span() for match in _WORD.finditer(whole)]
        votes: Counter[int] = Counter()
        for (start, _), (_, end) in zip(words, words[2:], strict=False):
            run = whole[start:end]
            at, seen = self._text.find(run), 0
            while at >= 0 and seen < MOST:
                votes[(at - start + len(quote.prefix)) // AROUND] += 1
                seen += 1
                at = self._text.find(run, at + 1)
        ranked = sorted(votes, key=lambda cell: (-votes[cell] - votes[cell + 1], abs(cell * AROUND - near)))
        return [cell * AROUND + AROUND // 2 for cell in ranked[:CANDIDATES]]

    def _end(self, tail: str, start: int, length: int) -> int:
        """The end of a long stretch that begins at `start`: behind its last words, or as far away as it was."""
        at = self._text.find(tail, start, start + 2 * length + AROUND)
        return at + len(tail) if at >= 0 else start + length


def _likeness(one: str, other: str) -> float:
    """The share of `one` whose characters are in `other`, in the same order; 0 where it is empty."""
    if one == other:
        return 1.0 if one else 0.0
    return sum(block.size for block in _same_runs(one, other)) / max(len(one), 1)


def _same_runs(one: str, other: str) -> list[Match]:
    """The runs of characters that both have in the same order; and last, an empty one at their ends."""
    from difflib import SequenceMatcher  # not before the first page

    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return [block for block in blocks if block.size >= RUN or not block.size]


def _aligned(quote: TextQuote, head: str, window: str) -> tuple[float, int, int]:
    """The share of `head` that is in `window`, and where it begins and ends there."""
    start = len(quote.prefix)
    end = start + len(head)
    whole = f"{quote.prefix}{head}{quote.suffix}"
    blocks = _same_runs(whole, window)
    same = sum(max(0, min(block.a + block.size, end) - max(block.a, start)) for block in blocks)
    first, last = _counterpart(blocks, start), _counterpart(blocks, end, ends=True)
    return same / len(head), first, max(first, last)


def _counterpart(blocks: Sequence[Match], at: int, ends: bool = False) -> int:
    """The index in the other text of index `at`, where something begins or `ends`, by the blocks that both have."""
    before = 0
    """Where the block before ends in the other text."""
    behind = 0
    """How far `at` is behind the end of that block."""
    for block in blocks:
        if block.a <= at < block.a + block.size or (ends and block.a < at <= block.a + block.size):
            return block.b + at - block.a
        if block.a >= at:
            if ends or not behind:
                return min(block.b, before + behind)
            changed = block.b - before  # characters that stand where others were
            return before if changed <= 2 * (behind + block.a - at) else block.b
        before, behind = block.b + block.size, at - block.a - block.size
    return before


def _line(text: str) -> str:
    """The text with a blank for each line feed: how lines are divided tells nothing."""
    return text.replace("\n", " ")
