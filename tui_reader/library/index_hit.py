"""A place that was found in the library: the document, its date, who speaks there, and the sentence with the words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from tui_reader.document.search.search_normalization import Unfolding, folded, is_even
from tui_reader.library.index_query import Term
from tui_reader.library.indexed_words import SIGNS
from tui_reader.named_tuple import NamedTuple

WIDEST = 240
"""Characters of the page that are shown; of a longer sentence those around the words."""
NEAR = 200
"""Characters within which words are near each other."""
MOST_TRIED = 40
"""How many places of a word are tried on a page, to find the one with the other words near."""
_SIGN = re.compile(f"[{SIGNS}]")


class IndexHit(NamedTuple):
    """A place that was found in a document."""

    key: str
    """The key of the document."""
    title: str
    path: Path
    """The path that opens the document."""
    date: str
    """When it was said, as ISO 8601; empty where that is not known."""
    page: int
    typed: str
    """What is typed to go there: "turn 9", "part 2"."""
    speaker: str
    """The speaker, in a word or two; empty if nobody speaks there."""
    words: str
    """The sentence with the words, as printed."""
    found: str
    """The part of it from these words on; empty if that is not known."""


def around(printed: str, terms: Sequence[Term], begins: bool) -> tuple[str, str]:
    """The sentence of a page with words that were searched for, and its part from these words on.

    The second is empty where the words are not found; then the first is the beginning of the page. Where a word has
    several places, that with the most of the others near counts.
    """
    from tui_reader.narration.sentences import sentences

    text = folded(printed)
    places = sorted(
        (found.span(), number) for number, term in enumerate(terms) for found in _places(text, term, begins)
    )
    at = 0
    if places:
        start, end = _densest(places)
        at = start if is_even(printed, len(text)) else Unfolding(printed).printed(start, end)[0]
    first = max(0, printed.rfind("\n", 0, at) + 1)
    last = printed.find("\n", at)
    paragraph = printed[first : last if last >= 0 else len(printed)]
    begin, stop = next((one for one in sentences(paragraph) if at - first < one[1]), (0, len(paragraph)))
    return _cut(paragraph[begin:stop], max(0, at - first - begin), bool(places))


def _densest(places: Sequence[tuple[tuple[int, int], int]]) -> tuple[int, int]:
    """Of places in order, each with the number of its term, the first with the most terms near behind it."""
    densest, most, until = places[0][0], 0, 0
    near = Counter[int]()
    for span, number in places:
        while until < len(places) and places[until][0][0] - span[0] < NEAR:
            near[places[until][1]] += 1
            until += 1
        if len(near) > most:
            densest, most = span, len(near)
        near[number] -= 1
        if not near[number]:
            del near[number]
    return densest


def _cut(sentence: str, at: int, known: bool) -> tuple[str, str]:
    """A sentence, of which at most WIDEST characters are shown, and its part from `at` on, if that is `known`."""
    start = sentence.rfind(" ", 0, at - WIDEST // 2) + 1 if len(sentence) > WIDEST and at > WIDEST // 2 else 0
    end = start + WIDEST if len(sentence) > start + WIDEST else len(sentence)
    shown, found = " ".join(sentence[start:end].split()), " ".join(sentence[at:end].split())
    return f"{'…' * (start > 0)}{shown}{'…' * (end < len(sentence))}", found if known else ""


def _places(text: str, term: Term, begins: bool) -> Iterator[re.Match[str]]:
    """The first places of a term in normalized text."""
    words = re.findall(r"[^\W_]+", folded(term.words))
    if not words:
        return
    before = "" if _SIGN.match(words[0]) else r"(?<![^\W_])"
    open_end = _SIGN.match(words[-1][-1]) or (not term.quoted and (begins or term.words.endswith("*")))
    pattern = re.compile(before + r"[\W_]+".join(words) + ("" if open_end else r"(?![^\W_])"))
    for number, found in enumerate(pattern.finditer(text)):
        if number == MOST_TRIED:
            return
        yield found
