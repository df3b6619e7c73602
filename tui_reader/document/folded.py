"""Text as it is searched: without case, accents and typography, so that "resume--" finds “Résumé—”.

Letters are casefolded and lose their accents, quotes and dashes are the typewriter's, white space is one blank, a run
of dashes one dash; what cannot be seen is dropped. Knows no document.
"""

from __future__ import annotations

import re
import unicodedata

_ODD = re.compile(r"[^\x00-\x7f]")
_RUN = re.compile(r" {2,}|-{2,}")
_ALIKE = {
    **dict.fromkeys("‘’‚‛′ʼ`´ʻ‹›", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\t\n\r\f\v", " "),
}
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
    odd = set(_ODD.findall(text))
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
    return length == len(text) and all(len(_TABLE[ord(odd)]) == 1 for odd in _ODD.findall(text))


def unfolded(text: str, start: int, end: int) -> tuple[int, int]:
    """Where in `text` the characters `start` to `end` of its folded form are printed, accents included."""
    places: list[int] = []
    last = ""
    for at, character in enumerate(text):
        for sign in _TABLE[ord(character)]:
            if sign != last or sign not in " -":
                places.append(at)
            last = sign
    until = places[end - 1] + 1
    while until < len(text) and not _TABLE[ord(text[until])]:
        until += 1
    return places[start], until
