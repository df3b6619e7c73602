"""Words as the index has them: normalized for search, and of scripts without spaces each two signs that follow.

FTS5's tokenizer unicode61 folds the accents of Latin letters, and neither strokes (ł, ø) nor Cyrillic, Greek, Hebrew or
Arabic; it takes a line of Chinese for one word. So what it would divide or fold otherwise is normalized here first.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from tui_reader.document.search.search_normalization import folded

TOKENIZER = "unicode61 remove_diacritics 2 categories 'L* N* Co M*'"
"""As FTS5 is told it; vowel signs, as of Hindi, are parts of words. Trigrams would take three to four times the space
and find no word under three letters, "UN"."""
SIGNS = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff"
    "\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af"
)
"""The signs of scripts without spaces, as in a class of a regular expression: Thai, Lao, Burmese, Khmer, kana, Han."""
_UNSPACED = re.compile(f"[{SIGNS}]+")
_NO_TERM = re.compile(r'["\0]')


def indexed(text: str) -> tuple[str, str | None]:
    """The words of a text as the index has them, and the text itself where these are not the same; else None."""
    if text.isascii() or all(map(_is_alike, set(text))):
        return text, None
    return _UNSPACED.sub(_pairs, folded(text)), text


def _pairs(run: re.Match[str]) -> str:
    """Each two signs that follow, and the last by itself, so that each begins one: 中華人民 is 中華 華人 人民 民."""
    signs = run[0]
    return f" {' '.join(signs[at : at + 2] for at in range(len(signs)))} "


def phrase(words: str, begins: bool = False) -> list[str]:
    """The expressions of FTS5 that find words as they follow each other, all of them; none for what has no word.

    `begins`: whether the last word may be only the beginning of one.
    """
    found = []
    parts = re.split(f"([{SIGNS}]+)", folded(words))
    for index, part in enumerate(parts):
        if index % 2:
            pairs = " ".join(part[at : at + 2] for at in range(max(1, len(part) - 1)))
            found.append(f'"{pairs}"{"*" if len(part) == 1 else ""}')
        elif any(map(str.isalnum, part)):
            star = "*" if begins and index == len(parts) - 1 and part[-1:].isalnum() else ""
            found.append(f'"{_NO_TERM.sub(" ", part)}"{star}')
    return found


@cache
def _is_alike(character: str) -> bool:
    """Whether the tokenizer makes the same of a character as of its normalized form."""
    if character.isascii():
        return True
    small = folded(character)
    if _is_in_words(character):
        letter = unicodedata.normalize("NFD", character)[0]
        return len(small) == 1 and small == letter.casefold() and "a" <= small <= "z" and character <= "\u017e"
    return small != "" and not any(map(_is_in_words, small)) and not _UNSPACED.match(character)


def _is_in_words(character: str) -> bool:
    return unicodedata.category(character)[0] in "LNM" or unicodedata.category(character) == "Co"
