"""Editors' remarks inside speech: `[Hands them over.]`, `(Exit.)`, `(Laughter.)`, and not `[ships]`, a word put in.

A noise within a sentence (`I [laughs] did it`) stays there, so that the sentence is not torn; the narration skips it.
Knows the text of one paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from tui_reader.document.model import Span
from tui_reader.formats.noises import is_noise
from tui_reader.formats.paragraphs import Paragraph
from tui_reader.formats.stage_directions import is_direction
from tui_reader.lazy_re import lazy_re

_BRACKETS = lazy_re(r"\[([^\[\]\n]{1,400}(?:\n[^\[\]\n]{1,400}){0,8})\]|\(([^()\n]{1,400}(?:\n[^()\n]{1,400}){0,8})\)")
_AT_THE_MARGIN = lazy_re(r"(?<=\s{4})(?:Exit|Exeunt|Enter|Aside)\b[^\n()\[\]]{0,60}$", re.MULTILINE)
"""What plays print far to the right of the last words: `Good night.          Exit.`"""

_GOES_ON = (",", ";", "’", "'")
"""What follows words in brackets that are part of a sentence: `[The senior official], how is it?`"""

_REACH = 200
"""Characters before a bracket that are looked at."""
SIGNS = ("[", "(", "    ")
"""What has none of these has no remark."""


def may_hold_remark(text: str) -> bool:
    """Whether a text has a sign of remarks."""
    return "[" in text or "(" in text or "    " in text


def remarks(text: str, start: int, end: int) -> Sequence[Span]:
    """Where in `text[start:end]` brackets hold a remark that the speaker did not say."""
    apart: list[Span] = []
    if text.find("    ", start, end) >= 0:
        apart = [Span(*one.span()) for one in _AT_THE_MARGIN.finditer(text, start, end)]
    square, curved = text.find("[", start, end), text.find("(", start, end)
    if square < 0 and curved < 0:
        return apart
    first = max(square, curved) if min(square, curved) < 0 else min(square, curved)
    inside = [
        Span(*one.span())
        for one in _BRACKETS.finditer(text, first, end)
        if (_is_remark(text, start, one.span(), one[1]) if one[1] else _is_direction(text, start, one.span(), one[2]))
    ]
    return sorted((*inside, *apart)) if apart else inside


def _is_remark(text: str, start: int, span: tuple[int, int], inside: str) -> bool:
    """A noise between sentences, or a sentence: several words from a capital on, or a full stop before the bracket."""
    if text[span[1] : span[1] + 1] in _GOES_ON:
        return False
    if is_noise(text, *span):
        return _after_end(text, start, span[0])
    bare = inside.strip(" _.")
    return bare[:1].isupper() and (len(bare.split()) >= 3 or inside.rstrip("_ ")[-1:] in ".!?")


def _is_direction(text: str, start: int, span: tuple[int, int], inside: str) -> bool:
    """A noise between sentences, a direction by its words, or anything in emphasis with its brackets."""
    if is_noise(text, *span):
        return _after_end(text, start, span[0])
    return in_emphasis(text, *span) or is_direction(inside, _after_end(text, start, span[0]))


def in_emphasis(text: str, start: int, end: int) -> bool:
    """Whether a sign of emphasis stands on both sides: `_(laughing)_`."""
    return text[start - 1 : start] in ("_", "*") and text[start - 1] == text[end : end + 1]


def _after_end(text: str, start: int, at: int) -> bool:
    """Whether nothing of a sentence stands before `at`."""
    before = text[max(start, at - _REACH) : at].rstrip()
    while before.endswith((")", "]")) and (opening := max(before.rfind("("), before.rfind("["))) >= 0:
        before = before[:opening].rstrip("\\ \n_*")
    before = before.rstrip(" \n_*\"'”’)]")
    return not before or before[-1] in ".!?…—-:"


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
