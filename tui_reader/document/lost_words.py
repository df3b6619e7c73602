"""Words of a file that its Document does not hold, found by comparing both texts.

The order of the words does not count, for formats put notes and titles elsewhere, nor where they are joined or divided:
markup stands within words. Lines that both have are set aside first, which is quick; only what is left is taken word by
word. Knows no format.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection

_WORD = re.compile(r"[^\W_]+")
_LONGEST = 2_000
"""Characters of a word that is tried as a row of others."""
_PIECE = 1_000_000
"""Bytes that are divided into words at once."""
_SIGNS = bytes(sign for sign in range(128) if not chr(sign).isalnum())
_SMALL = bytes(range(256)).lower()
_WORDS_APART = bytes(32 if sign in _SIGNS else sign for sign in _SMALL)
"""Bytes of UTF-8 in small letters, with a blank for each sign of ASCII."""


def missing_words(raw: str, held: str, repeated: bool = False) -> list[str]:
    """The words of `raw`, the text of a file, that `held` does not have, or not as often; in order, in small letters.

    Where the file has the same words several times, `repeated`, a word that `held` has at all is never missing.
    """
    rest, other = _differing_lines(raw, held, repeated)
    if not rest:
        return []
    ours, theirs = _tokens(rest), _tokens(held if repeated else other)
    tokens, further = ours - theirs, theirs - ours
    missing, further_words = _difference(_words(tokens), _words(further))
    if repeated and missing:
        known = set(_words_of(held))
        missing = Counter({word: times for word, times in missing.items() if word not in known})
    if missing:
        _match(missing, further_words)
        _match(further_words, missing)
    if not any(missing.values()):
        return []
    words = _words_of(rest)
    kept = Counter(words) - missing  # the first of them, for most often the end is lost
    found = []
    for word in words:
        if kept[word] > 0:
            kept[word] -= 1
        elif missing[word] > 0:
            found.append(word)
    return found


def _differing_lines(raw: str, held: str, repeated: bool) -> tuple[str, str]:
    """The lines of both that the other does not have as often, whatever their signs, blanks and capitals.

    Of a file that is `repeated`, a line that the other has at all does not differ.
    """
    raw, held = raw.replace(": ", ":\n"), held.replace(": ", ":\n")  # a label has a line of its own in one of them
    ours, theirs = _bare_lines(raw), _bare_lines(held)
    if repeated:
        wanted = set(ours) - set(theirs) - {b""}
        return (_picked(raw, ours, wanted) if wanted else ""), ""
    first, second = Counter(ours), Counter(theirs)
    first.pop(b"", None)
    if first.items() <= second.items():  # mostly so, and much quicker than what follows
        return "", ""
    missing = first - second
    if not missing:
        return "", ""
    differing = missing.keys() | (second - first).keys()
    return _picked(raw, ours, differing), _picked(held, theirs, differing)


def _bare_lines(text: str) -> list[bytes]:
    return text.encode("utf-8", "replace").translate(_SMALL, _SIGNS.replace(b"\n", b"")).split(b"\n")


def _picked(text: str, bare: list[bytes], wanted: Collection[bytes]) -> str:
    return "\n".join([line for line, own in zip(text.split("\n"), bare, strict=True) if own in wanted])


def _tokens(text: str) -> Counter[bytes]:
    """The words as far as the signs of ASCII tell them apart: five times as quick as `_words_of`."""
    apart = text.encode("utf-8", "replace").translate(_WORDS_APART)
    counted: Counter[bytes] = Counter()
    at = 0
    while at < len(apart):  # piece by piece, for all words at once take ten times the memory of the text
        end = apart.find(b" ", at + _PIECE)
        end = len(apart) if end < 0 else end
        counted.update(apart[at:end].split())
        at = end
    return counted


def _words(tokens: Counter[bytes]) -> list[str]:
    return _words_of(b" ".join(tokens.elements()).decode())


def _words_of(text: str) -> list[str]:
    """The words of a text in small letters; raised figures are figures."""
    return _WORD.findall((text if text.isascii() else unicodedata.normalize("NFKC", text)).casefold())


def _difference(ours: list[str], theirs: list[str]) -> tuple[Counter[str], Counter[str]]:
    """What the first has and the second has not, or not as often; and the other way round."""
    first, second = Counter(ours), Counter(theirs)
    return first - second, second - first


def _match(joined: Counter[str], pieces: Counter[str]) -> None:
    """Take from both what is one word here and a row of words there."""
    longest = min(_LONGEST, max(map(len, pieces), default=0))
    for word, times in list(joined.items()):
        row = Counter(_divided(word, pieces, longest))
        both = min([times, *(pieces[piece] // often for piece, often in row.items())]) if row else 0
        if both:
            joined[word] -= both
            for piece, often in row.items():
                pieces[piece] -= often * both


def _divided(word: str, pieces: Counter[str], longest: int) -> list[str]:
    """The pieces that make up a word one after another; none where they do not."""
    if not 1 < len(word) <= _LONGEST:
        return []
    before = {0: 0}  # where a piece may end, and where that piece begins
    for end in range(1, len(word) + 1):
        for start in range(max(0, end - longest), end):
            if start in before and pieces[word[start:end]] > 0:
                before[end] = start
                break
    row: list[str] = []
    end = len(word)
    while end and end in before:
        row.append(word[before[end] : end])
        end = before[end]
    return row if end == 0 else []
