"""Words that a printer divided at the end of a line, told apart from words with a hyphen of their own.

Without a dictionary: the rest of the text says which words there are.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from tui_reader.document.model import Span
from tui_reader.lazy_re import lazy_re


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_HYPHENS = {sign: re.compile(rf"{sign}(?<=[^\W\d_]{sign})[ \t]*+\n[ \t]*+(?=[^\W\d_])") for sign in "-\u2010\u00ad"}
"""At the end of a line within a word. A pattern for each sign, for one that begins with it is found much quicker."""
_WORD = lazy_re(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LONGEST = 60
"""Characters of a word that is looked at."""
_SHORTEST = 4
"""Letters of two words that stay two if the text has both."""
_FIRST_OF_TWO = _set(
    """self well ill half all ex non so mid cross high low long short full part old new one two three four five six
    seven eight nine ten twenty thirty forty fifty sixty seventy eighty ninety first second third"""
)
"""English words that begin many words with a hyphen."""
_FIRST_OF_ONE = _set(
    """some every where there here with under over after when what them your their fore more never other news home house
    work back down hand hard head life light ground rain sea sun time water week"""
)
"""English words that begin many words without one."""
_LINKS = _set("and or to und oder bis sowie et ou y o e en of och eller og i a")
"""What follows half a word that stands for a whole one: `pre- and post-war`."""


def at_line_ends(text: str) -> list[Span]:
    """What stands within words that go over the end of a line, in order: from the hyphen to the rest of the word.

    The span begins after the hyphen where that is the word's own: where the word with it comes elsewhere, where a
    capital follows, or where both halves are words of the text.
    """
    found = [one for sign, pattern in _HYPHENS.items() if sign in text for one in pattern.finditer(text)]
    if not found:
        return []
    found.sort(key=re.Match.start)
    divided = {one.start() for one in found}
    known = {one[0].casefold() for one in _WORD.finditer(text) if one.end() not in divided}
    spans: list[Span] = []
    for hyphen in found:
        start, end = hyphen.span()
        before = _WORD.match(text[max(0, start - _LONGEST) : start][::-1])
        after = _WORD.match(text, end, end + _LONGEST)
        if before and after and after[0].casefold() not in _LINKS:
            own = hyphen[0][0] != "\u00ad" and _has_hyphen(before[0][::-1], after[0], known)
            spans.append(Span(start + own, end))
    return spans


def _has_hyphen(before: str, after: str, known: Collection[str]) -> bool:
    """Whether the hyphen between two halves of a word is its own, as far as the words that are `known` tell."""
    first, second = before.casefold(), after.casefold()
    if f"{first}-{second}" in known or not after[0].islower():
        return True
    if first + second in known:
        return False
    if first in _FIRST_OF_TWO:
        return True
    long = min(len(first), len(second)) >= _SHORTEST
    return long and first in known and second in known and first not in _FIRST_OF_ONE
