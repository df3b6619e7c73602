"""Search normalization: text without case, marks and typography, so that "resume--" finds “Résumé—” and "lodz" Łódź.

Letters are casefolded and lose their accents, strokes and hooks, Hebrew its points, Arabic its vowels and the forms of
its alef; quotes and dashes become those of ASCII, white space becomes one space, a row of dashes one dash, and what is
invisible is dropped. The voice marks of Japanese stay: they make another syllable. Knows no document.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right

from tui_reader.lazy_re import lazy_re

_LETTER = lazy_re(r"[^\W_]")
_RUN = lazy_re(r" {2,}|-{2,}")
_ALIKE = {
    **dict.fromkeys("‘’‚‛′ʼ`´ʻ‹›׳", "'"),
    **dict.fromkeys("“”„‟″«»״", '"'),
    **dict.fromkeys("‐‑‒–—―−־", "-"),
    **dict.fromkeys("\t\n\r\f\v", " "),
    "\u0640": "",
}
"""Signs that are printed in several ways, by what stands for all of them; nothing for Arabic's lengthening stroke."""
_PLAIN = {
    "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i", "ȷ": "j", "ŋ": "n", "ĸ": "k", "ſ": "s",
    "ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ە": "ه",
}  # fmt: skip
"""Letters that have no accent and are typed as others, by these."""
_WITH = lazy_re(r"((?:LATIN|CYRILLIC) [A-Z ]+?) WITH ")
"""The name of a letter with a stroke, a hook or a tail, up to that."""
_VOICED = "\u3099\u309a"
"""The voice marks of Japanese."""
STRETCH = 256
"""Characters of a long text that are normalized at once to find where something is printed."""
_FEW = 50
"""Up to this number of different characters, replacing them one by one is faster than a table."""


class _Table(dict[int, str]):
    """By code point, what each character becomes; filled when a character is first met."""

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
    small = "".join(_ALIKE.get(part, part) for part in parts if not _is_unseen(part)).casefold()
    return unicodedata.normalize("NFC", "".join(map(_plain, small)))


def _is_unseen(character: str) -> bool:
    """Whether it is an accent, or selects how the character before it looks."""
    return character not in _VOICED and (unicodedata.combining(character) != 0 or character in "\ufe0e\ufe0f")


def _plain(letter: str) -> str:
    """A small letter as it is typed without a stroke or hook, and a figure of any script as that of ASCII."""
    if letter in _PLAIN:
        return _PLAIN[letter]
    figure = unicodedata.decimal(letter, None)
    if figure is not None:
        return str(figure)
    named = _WITH.match(unicodedata.name(letter, ""))
    try:
        return _folded_character(unicodedata.lookup(named[1])) if named else letter
    except KeyError:  # no letter has the rest of that name
        return letter


def folded(text: str) -> str:
    """`text` normalized for search. The time is proportional to its length, and short for text that is mostly ASCII."""
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
    """Whether each character of `text` is exactly one of its normalized form, which has the length `length`."""
    return length == len(text) and all(len(_TABLE[ord(odd)]) == 1 for odd in _odd(text))


def _odd(text: str) -> set[str]:
    """The different characters in it that are not ASCII."""
    return set() if text.isascii() else {character for character in set(text) if character > "\x7f"}


def unfolded(text: str, start: int, end: int, at: int = 0, folded_at: int = 0) -> tuple[int, int]:
    """Where in `text` the characters `start` to `end` of its normalized form are, accents included.

    The search starts at the character `at`, which is the character `folded_at` of the normalized form.
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
    """Finds where characters of a long text's normalized form are printed, stretch by stretch, each normalized once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._printed, self._folded = [0], [0]
        """Where each stretch begins, in the text and in its normalized form."""

    def printed(self, start: int, end: int) -> tuple[int, int]:
        """As `unfolded` for the whole text."""
        while self._folded[-1] <= start and self._printed[-1] < len(self._text):
            self._go_on()
        index = bisect_right(self._folded, start) - 1
        return unfolded(self._text, start, end, self._printed[index], self._folded[index])

    def _go_on(self) -> None:
        """Normalize another stretch; it ends before a letter, so that no row of spaces or dashes is cut."""
        start = self._printed[-1]
        letter = _LETTER.search(self._text, start + STRETCH)
        end = letter.start() if letter else len(self._text)
        self._printed.append(end)
        self._folded.append(self._folded[-1] + len(folded(self._text[start:end])))
