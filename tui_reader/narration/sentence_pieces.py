"""A printed sentence as pieces: what is added, the brackets and time stamps that are skipped, and the words.

How the words are said it leaves to a function. Knows no document.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from tui_reader.narration.utterance import ASIDE_BRACKET, SpokenPiece

_BRACKETS = {"(": ")", "[": "]"}
_STAMP = re.compile(r"\\?\[(?:\d{1,3}:){1,2}\d{2}(?:[.,]\d{1,3})?\\?\][ \t]*")
"""A time in square brackets, which transcribers put into speech: it is not said."""
_ENDS = (".", "!", "?", "…", ":", ";", ",")

Normalize = Callable[[str], tuple[SpokenPiece, ...]]
"""Gives the pieces of some printed words, whose offsets count from the first of them."""


def sentence_pieces(
    printed: str, normalize: Normalize, opening: bool, closing: bool, before: str, stop: bool
) -> tuple[SpokenPiece, ...]:
    """The pieces of a sentence; together they cover `printed`.

    `opening` and `closing`: its first or last character is a bracket that is skipped. `before` are words added before
    it. `stop`: a full stop is added where it ends without a sign.
    """
    start, end = int(opening), len(printed) - int(closing)
    pieces = [SpokenPiece(0, 0, before)] if before else []
    if opening:
        pieces.append(SpokenPiece(0, start, "", ASIDE_BRACKET))
    at = start
    for stamp in _STAMP.finditer(printed, start, end):
        pieces += _words(printed, at, stamp.start(), normalize)
        pieces.append(SpokenPiece(stamp.start(), stamp.end(), "", "time stamp"))
        at = stamp.end()
    pieces += _words(printed, at, end, normalize)
    if stop and not printed[start:end].endswith(_ENDS):
        pieces.append(SpokenPiece(end, end, "."))
    if closing:
        pieces.append(SpokenPiece(end, len(printed), "", ASIDE_BRACKET))
    return tuple(pieces)


def _words(printed: str, start: int, end: int, normalize: Normalize) -> list[SpokenPiece]:
    """The pieces of the words from character `start` to `end`."""
    return [piece._replace(start=piece.start + start, end=piece.end + start) for piece in normalize(printed[start:end])]


def has_time_stamp(printed: str) -> bool:
    """Whether a sentence holds a time stamp, which is not said."""
    return "[" in printed and _STAMP.search(printed) is not None


def in_brackets(text: str) -> bool:
    """Whether one pair of brackets holds all of it."""
    closer = _BRACKETS.get(text[:1], "")
    if not closer or not text.endswith(closer) or len(text) < 2:
        return False
    depth = 0
    for index, sign in enumerate(text):
        depth += (sign == text[0]) - (sign == closer)
        if depth == 0:
            return index == len(text) - 1
    return False
