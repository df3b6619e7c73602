"""Editors' remarks inside speech: `[Hands them over.]`, `[laughs]`, `(Laughter.)`, and not `[ships]`, a word put in.

Knows the text of one paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from tui_reader.document.model import Span
from tui_reader.formats.labels.words import SOUNDS
from tui_reader.formats.lazy_re import lazy_re
from tui_reader.formats.paragraphs import Paragraph

_BRACKETS = lazy_re(
    r"\[([^\[\]\n]{2,400}(?:\n[^\[\]\n]{1,400}){0,8})\]|\((" + "|".join(sorted(SOUNDS)) + r")\.?\)", re.IGNORECASE
)
_AT_THE_MARGIN = lazy_re(r"(?<=\s{4})(?:Exit|Exeunt|Enter|Aside)\b[^\n()\[\]]{0,60}$", re.MULTILINE)
"""What plays print far to the right of the last words: `Good night.          Exit.`"""

_GOES_ON = tuple(",;’'")
"""What follows words in brackets that are part of a sentence: `[The senior official], how is it?`"""

SIGNS = ("[", "(", "    ")
"""What has none of these has no remark."""


def remarks(text: str, start: int, end: int) -> Sequence[Span]:
    """Where in `text[start:end]` brackets hold a remark that the speaker did not say."""
    apart: list[Span] = []
    if text.find("    ", start, end) >= 0:
        apart = [Span(*one.span()) for one in _AT_THE_MARGIN.finditer(text, start, end)]
    square, curved = text.find("[", start, end), text.find("(", start, end)
    if square < 0 and curved < 0:
        return apart
    first = max(square, curved) if min(square, curved) < 0 else min(square, curved)
    found = _BRACKETS.finditer(text, first, end)
    inside = [
        Span(*one.span())
        for one in found
        if one[2] or (text[one.end() : one.end() + 1] not in _GOES_ON and _is_remark(one[1]))
    ]
    return sorted((*inside, *apart)) if apart else inside


def _is_remark(inside: str) -> bool:
    """A known sound, or a sentence: several words from a capital on, or a full stop before the bracket."""
    bare = inside.strip(" _.")
    if bare.casefold() in SOUNDS:
        return True
    return bare[:1].isupper() and (len(bare.split()) >= 3 or inside.rstrip("_ ")[-1:] in ".!?")


def paragraphs_with(signs: Iterable[str], text: str, paragraphs: Sequence[Paragraph]) -> set[int]:
    """The indices of the paragraphs that have one of the signs in them; of 100,000 they are few."""
    starts = [paragraph.start for paragraph in paragraphs]
    found = set()
    for sign in signs:
        at = text.find(sign)
        while at >= 0:
            index = bisect_right(starts, at)
            found.add(index - 1)
            at = text.find(sign, at + 1 if index == len(starts) else starts[index])
    return found
