"""Which first names are men's and which are women's: by the list of gender-guesser, read once for many names.

The list (48,000 names, by Jörg Michael) says of each name how usual it is in 54 countries, for men and for women. The
countries of the document's language count where they have the name, else all. Names of both stay open.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from tui_reader.named_tuple import NamedTuple

_SHARES = {"M": 1.0, "1M": 1.0, "?M": 0.9, "?": 0.5, "?F": 0.1, "1F": 0.0, "F": 0.0}
"""By the list's sign, the share of men; 1M and 1F are names that are sure as the first of several."""
_SURE = 0.95
"""Share of one sex from which a name tells it."""
_LEAST_ABROAD = 16.0
"""How usual a name must be that is only known in other countries; rarer ones are words of the language as often."""
_NAME = slice(3, 29)
_COUNTS = slice(30, 85)
"""The columns of a line; the counts are hexadecimal, a digit for each country, each step twice as usual."""
_COUNTRIES = {
    "en": (0, 1, 2), "it": (3, 4), "pt": (5,), "es": (6,), "fr": (7, 8, 9), "nl": (8, 10), "de": (11, 12, 13, 14),
    "is": (15,), "da": (16,), "no": (17,), "nb": (17,), "sv": (18,), "fi": (19,), "et": (20,), "lv": (21,),
    "lt": (22,), "pl": (23,), "cs": (24,), "sk": (25,), "hu": (26,), "ro": (27,), "bg": (28,), "hr": (30,),
    "sr": (34,), "sl": (35,), "sq": (36,), "el": (37,), "ru": (38,), "uk": (41,), "tr": (46,), "ar": (47,),
    "he": (48,), "zh": (49,), "hi": (50,), "ja": (51,), "ko": (52,), "vi": (53,),
}  # fmt: skip
"""The columns of the countries in which a language is spoken."""


class _Listed(NamedTuple):
    """A line of the list."""

    sign: str
    name: str
    counts: str


def sexes(names: Mapping[str, bool], language: str) -> Mapping[str, str]:
    """ "male" or "female" for each of `names` that tells it in documents of `language` (BCP 47).

    The value of each name says whether it is surely a first name, and no other word that may be one. Empty where
    gender-guesser is not installed.
    """
    return _sexes(tuple(sorted(names.items())), language)


@lru_cache(maxsize=4)
def _sexes(names: tuple[tuple[str, bool], ...], language: str) -> Mapping[str, str]:
    """As `sexes`; kept, because a document is cast again whenever the person gives somebody another voice."""
    wanted: dict[str, list[tuple[str, bool]]] = defaultdict(list)
    for name, is_sure in names:
        wanted[_folded(name)].append((name, is_sure))
    found: dict[str, list[_Listed]] = defaultdict(list)
    for key, one in _listed(wanted) if wanted else ():
        found[key].append(one)
    home = _COUNTRIES.get(language.casefold().partition("-")[0], ())
    told = {}
    for key, lines in found.items():
        for name, is_sure in wanted[key]:
            exact = [one for one in lines if one.name.casefold() == name.casefold()]
            if sex := _sex(exact or lines, home, 1.0 if is_sure else _LEAST_ABROAD):
                told[name] = sex
    return told


def _listed(wanted: Collection[str]) -> Iterator[tuple[str, _Listed]]:
    """The lines of the list whose names, folded, are `wanted`; nothing where the package is not installed."""
    from importlib.util import find_spec
    from pathlib import Path

    spec = find_spec("gender_guesser")
    for folder in (spec and spec.submodule_search_locations) or ():
        # The package's own reader takes a quarter of a second for all names, by a function that Python 3.14 deprecates.
        data = Path(folder, "data", "nam_dict.txt").read_bytes()
        for found in re.finditer(_beginnings(wanted), data):
            line = found[0][1:].decode()
            name = line[_NAME].rstrip()
            key = _folded(name)
            if key in wanted and (sign := line[:2].rstrip()) in _SHARES:
                yield key, _Listed(sign, name, line[_COUNTS])


def _beginnings(wanted: Iterable[str]) -> bytes:
    """An expression for lines whose names may be `wanted`: by their first two letters, which may have accents."""
    seconds: dict[str, set[str]] = defaultdict(set)
    for key in wanted:
        if key[:1].isascii() and key[:1].isalpha():
            seconds[key[0]].add(key[1:2])
    names = [r"[\x80-\xff]"]
    for first, others in seconds.items():
        letters = "".join(sorted(letter + letter.upper() for letter in others if letter.isascii()))
        second = rf"[-+ ]?[{letters}\x80-\xff]" if all(map(str.isalpha, others)) else ""
        names.append(f"[{first}{first.upper()}]{second}")
    return rf"\n.{{3}}(?:{'|'.join(names)})[^\n]*".encode()


def _sex(lines: Sequence[_Listed], home: Sequence[int], least: float) -> str:
    """What the lines of one name say: in the countries `home` where it is known there, else everywhere."""
    for places, enough in ((home, 1.0), (range(_COUNTS.stop - _COUNTS.start), least)):
        weights = [
            sum(2.0 ** int(line.counts[place], 16) for place in places if line.counts[place : place + 1].isalnum())
            for line in lines
        ]
        if sum(weights) >= enough:
            men = sum(weight * _SHARES[line.sign] for weight, line in zip(weights, lines, strict=True)) / sum(weights)
            return "male" if men >= _SURE else "female" if men <= 1 - _SURE else ""
    return ""


def _folded(name: str) -> str:
    """A name for comparing: without case, accents and the signs within it."""
    if not name.isascii():
        name = "".join(char for char in unicodedata.normalize("NFD", name) if not unicodedata.combining(char))
    return name.casefold().replace("-", "").replace("+", "").replace(" ", "")
