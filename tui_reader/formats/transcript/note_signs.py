"""How footnotes are printed: the signs with which they begin, and the marks in the text that refer to them.

Knows a text and its characters; not paragraphs or turns.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from tui_reader.document.model import Span
from tui_reader.formats.passages import occurrences
from tui_reader.lazy_re import lazy_re
from tui_reader.named_tuple import NamedTuple

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_FIGURES = str.maketrans(_RAISED, "0123456789")
_WORDS = r"(?=[^\W\d_a-z]|[\"“'‘(\[])"
STYLES = (
    ("bare", re.compile(rf"(\d{{1,3}})[ \t]+{_WORDS}")),
    ("stop", re.compile(r"(\d{1,3})\.[ \t]+(?=\S)")),
    ("colon", re.compile(r"(\d{1,3}):[ \t]+(?=\S)")),
    ("bracket", re.compile(rf"\[(\d{{1,3}})\]:?[ \t]*{_WORDS}")),
    ("paren", re.compile(rf"\((\d{{1,3}})\)[ \t]*{_WORDS}")),
    ("brace", re.compile(r"\{(\d{1,3})\}:?[ \t]*(?=\S)")),
    ("angle", re.compile(r"<(\d{1,3})>:?[ \t]*(?=\S)")),
    ("caret", re.compile(r"\^(\d{1,3})\^?:?[ \t]+(?=\S)")),
    ("raised", re.compile(rf"([{_RAISED}]{{1,3}})[ \t]*(?=\S)")),
    ("named", re.compile(r"(?i:(?:foot|end)?note|fn)\.? ?(\d{1,3})[:.][ \t]+(?=\S)")),
    ("named in brackets", re.compile(r"\[(?i:(?:foot|end)?note|fn)\.? ?(\d{1,3})\]:?[ \t]+(?=\S)")),
)  # fmt: skip
"""Numbers before a note, each with the name of its print."""
BEGINNINGS = rf"[0-9\[({{<^{_RAISED}EFNefn]"
"""The characters with which those begin, as a set in a regular expression."""
_MARK = lazy_re(
    rf"\((\d{{1,3}})\)|\[(?:(?i:(?:foot|end)?note|fn|n)\.? ?)?(\d{{1,3}})\]|\{{(\d{{1,3}})\}}|<(\d{{1,3}})>"
    rf"|\^(\d{{1,3}})\^?|([{_RAISED}]{{1,3}})"
)
_SIGN = lazy_re(r"\[(\d{1,3}|[A-Z]|\*{1,3}|[†‡§])\][ \t]+(?=\S)|(\*{1,3}|[†‡§]{1,2})[ \t]?(?=[^\W_]|[\"“'‘(])")
_HUNG_SIGN = lazy_re(r"(?<=\S)\[(\d{1,3}|[A-Z]|\*{1,3}|[†‡§])\]|(?<=[^\s*])(\*{1,3}|[†‡§]{1,2})(?=[\s.,;:!?)”\"’]|$)")
_NAMED = lazy_re(r"\[(?:foot|end)note(?: ?([^\s:\]]{1,4}))?[:.][ \t\n]*", re.IGNORECASE)


class NoteSign(NamedTuple):
    """With what a note begins, without a number's style: a number, letter or star; or the word "Footnote"."""

    key: str
    """What its mark prints; empty for a note without."""
    end: int
    """Where its words begin."""
    bracket: bool
    """Whether a bracket is open that closes at the end of the note."""


def note_sign(text: str, start: int, end: int) -> NoteSign | None:
    """The sign of a note at the start of `text[start:end]` that may stand anywhere, below the words it belongs to."""
    if named := _NAMED.match(text, start, end):
        return NoteSign(named[1] or "", named.end(), True)
    found = _SIGN.match(text, start, end)
    return NoteSign(found[1] or found[2], found.end(), False) if found else None


def hung_signs(text: str) -> Iterator[tuple[str, Span]]:
    """The marks with which words end that `note_sign` may explain, and their places, in order."""
    for found in _HUNG_SIGN.finditer(text):
        yield found[1] or found[2], Span(*found.span())


def printed_marks(text: str, wanted: Collection[int]) -> Iterator[tuple[int, Span]]:
    """What prints one of these numbers as marks do, in order."""
    starts = [
        start for sign in ("(", "[", "{", "<", "^", *_RAISED) if sign in text for start in occurrences(sign, text)
    ]
    end = 0
    for start in sorted(starts):
        mark = _MARK.match(text, start) if start >= end else None
        if mark is None:
            continue
        end = mark.end()
        number = int(next(filter(None, mark.groups())).translate(_FIGURES))
        if number in wanted:
            yield number, Span(start, end)


def figures(printed: str) -> int:
    """The number that figures print, raised or not."""
    return int(printed.translate(_FIGURES))


def _fused_at(text: str, at: int, end: int, figures: str, fused: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Where the figures stand behind a word: they are searched for first, which is much quicker than an expression."""
    start = text.find(figures, at, end)
    while start >= 0:
        found = fused.match(text, start, end)
        if found and not text[start - 2].isdigit():
            yield found
        start = text.find(figures, start + 1, end)


def fused_marks(text: str, end: int, numbers: Sequence[int]) -> list[Span]:
    """Where the numbers stand behind words without a sign, `word1 ... end.2`, one after the other; empty if one is not.

    That is left of raised figures where their print is lost.
    """
    spans: list[Span] = []
    at = 0
    for number in numbers:
        fused = re.compile(rf"(?<=[^\W\d_A-Z]|[.,;:!?)”\"’»]){number}(?=[\s.,;:!?)”\"’»—-]|$)")
        found = next(_fused_at(text, at, end, str(number), fused), None)
        if found is None:
            return []
        spans.append(Span(*found.span()))
        at = found.end()
    return spans
