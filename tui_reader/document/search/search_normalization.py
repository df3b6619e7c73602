"""Text as it is searched: without case, accents and typography, so that "resume--" finds “Résumé—”.

Letters are casefolded and lose their accents, quotes and dashes are the typewriter's, white space is one blank, a run
of dashes one dash; what cannot be seen is dropped. Knows no document.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right

_LETTER = re.compile(r"[^\W_]")
_RUN = re.compile(r" {2,}|-{2,}")
_ALIKE = {
    **dict.fromkeys("‘’‚‛′ʼ`´ʻ‹›", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\t\n\r\f\v", " "),
}
STRETCH = 256
"""Characters of a long text that are folded at once, to find where something is printed."""
_FEW = 50
"""So many different characters are replaced one by one faster than all are looked up."""


class _Table(dict[int, str]):
    """What each character becomes, found out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = found = _folded_character(chr(code))
        return found


_TABLE = _Table()


def _folded_character(character: str) -> str:
    if character in _ALIKE:
        return _ALIKE[character]
    if character.isspace():
        return " "
    if unicodedata.category(character) == "Cf":  # soft hyphens, joiners, directions
        return ""
    parts = unicodedata.normalize("NFKD", character)
    return "".join(_ALIKE.get(part, part) for part in parts if not _is_unseen(part)).casefold()


def _is_unseen(character: str) -> bool:
    """Whether it is an accent, or chooses how the character before it is painted."""
    return unicodedata.combining(character) != 0 or character in "\ufe0e\ufe0f"


def folded(text: str) -> str:
    """`text` as it is searched. Takes time in proportion to it, little for text that is mostly ASCII."""
    odd = _odd(text)
    if len(odd) > _FEW:
        text = text.translate(_TABLE)
    else:
        for character in odd:
            text = text.replace(character, _TABLE[ord(character)])
        for character in "\t\n\r\f\v`":
            text = text.replace(character, _ALIKE[character])
        text = text.casefold()
    if "  " in text or "--" in text:
        text = _RUN.sub(lambda run: run[0][0], text)
    return text


def is_even(text: str, length: int) -> bool:
    """Whether each character of `text` is one of its folded form, which is `length` long."""
    return length == len(text) and all(len(_TABLE[ord(odd)]) == 1 for odd in _odd(text))


def _odd(text: str) -> set[str]:
    """The characters in it that are not ASCII."""
    return set() if text.isascii() else {character for character in set(text) if character > "\x7f"}


def unfolded(text: str, start: int, end: int, at: int = 0, folded_at: int = 0) -> tuple[int, int]:
    """Where in `text` the characters `start` to `end` of its folded form are printed, accents included.

    Looked for from the character `at` on, which is the character `folded_at` of the folded form.
    """
    first, last = at, ""
    while folded_at < end:
        for sign in _TABLE[ord(text[at])]:
            if sign != last or sign not in " -":
                first = at if folded_at == start else first
                folded_at += 1
            last = sign
        at += 1
    while at < len(text) and not _TABLE[ord(text[at])]:
        at += 1
    return first, at


class Unfolding:
    """Where what is found in the folded form of a long text is printed: looked for in stretches, each folded once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._printed, self._folded = [0], [0]
        """Where each stretch begins, in the text and in its folded form."""

    def printed(self, start: int, end: int) -> tuple[int, int]:
        """As `unfolded` of the whole text."""
        while self._folded[-1] <= start and self._printed[-1] < len(self._text):
            self._go_on()
        index = bisect_right(self._folded, start) - 1
        return unfolded(self._text, start, end, self._printed[index], self._folded[index])

    def _go_on(self) -> None:
        """Fold another stretch; it ends before a letter, so that no run of blanks or dashes is cut."""
        start = self._printed[-1]
        letter = _LETTER.search(self._text, start + STRETCH)
        end = letter.start() if letter else len(self._text)
        self._printed.append(end)
        self._folded.append(self._folded[-1] + len(folded(self._text[start:end])))
