"""Letters for which an English voice of espeak-ng has no sound (Ḥ, ễ, ʿ): it spells their whole word by numbers.

Their marks are left out. The ranges were measured with espeak-ng 1.52: each letter within a word.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from tui_reader.narration.normalization.rule import Rule

_RANGES = ((0x180, 0x300), (0x1D00, 0x1DC0), (0x1E00, 0x1F00), (0x2C60, 0x2C80), (0xA720, 0xA800), (0xFB00, 0xFB07))
_RARE = frozenset(chr(code) for start, end in _RANGES for code in range(start, end) if chr(code).isalpha()) - set(
    "șȘțȚ"
)
_PLAIN = {
    "đ": "d", "ł": "l", "ĸ": "k", "ħ": "h", "ŋ": "ng", "ŧ": "t", "ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th",
    "ð": "th", "ı": "i", "ṛ": "ri",
}  # fmt: skip
"""Letters that are no letter and a mark."""
_SOUNDS = {"ć": "ch", "ş": "sh", "ș": "sh", "ţ": "ts", "ț": "ts", "đ": "d", "ń": "n"}
"""Letters that espeak-ng knows and says wrongly."""
_NAMED = {"SCHWA": "a", "ESH": "sh", "EZH": "zh", "GAMMA": "gh", "GLOTTAL": "", "LIGATURE": ""}
"""By the last word of a letter's name in Unicode."""


def without_marks(word: str) -> str:
    """The word in letters of English: "Ḥusayn" is "Husayn", "Nguyễn" "Nguyen"."""
    return word if word.isascii() else "".join(map(_plain, word))


@cache
def _plain(letter: str) -> str:
    sound = _PLAIN.get(letter.lower())
    if sound is not None:
        return sound.capitalize() if letter.isupper() else sound
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(sign))
    if plain.isascii():
        return plain
    if letter not in _RARE:
        return letter
    last = unicodedata.name(letter, "").partition(" WITH ")[0].split(" ")[-1]
    plain = _NAMED.get(last, last.lower() if len(last) <= 2 else "")
    return plain.capitalize() if letter.isupper() else plain


_EVERYWHERE = frozenset(map(chr, range(0x1E00, 0x1F00)))
"""Those that the voices of nearly all languages spell."""


def foreign_letters(language: str) -> tuple[Rule, ...]:
    """The rules for a language other than English, by the first part of its tag."""
    return () if language in ("vi", "cy") else RULES[:1]


def _undone(match: re.Match[str]) -> str | None:
    return None if _RARE.isdisjoint(match[0]) else without_marks(match[0])


def _sounding(match: re.Match[str]) -> str:
    sound = _SOUNDS[match[0].lower()]
    return sound.capitalize() if match[0].isupper() else sound


RULES = (
    Rule(
        "rare letters",
        (("Ḥusayn of Ḥaḍramawt in Mỹ Tho", "Husayn of Hadramawt in My Tho"),),
        r"\w+",
        lambda match: None if _EVERYWHERE.isdisjoint(match[0]) else without_marks(match[0]),
        _EVERYWHERE,
        silences=True,
    ),
    Rule(
        "rare letters",
        (
            ("ʿAlī and Mūsā", "Ali and Mūsā"),
            ("Đồng, İlham Əliyev", "Dong, İlham Aliyev"),
            ("café, Škoda", "café, Škoda"),
        ),
        r"\w+",
        _undone,
        _RARE,
        silences=True,
    ),
    Rule(
        "rare letters",
        (("Ćosić in Poznań", "Chosich in Poznan"), ("Ceauşescu", "Chow-shescoo")),
        r"[ćĆđĐńŃ]|(?<=\w)[şșţț]",
        _sounding,
        frozenset("ćĆđĐńŃşșţț"),
    ),
)
