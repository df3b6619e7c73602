"""Headings of acts, scenes, parts, sessions and casts, told by the words of each language.

A word is compared in small letters without accents, for printers leave those out in capitals.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Literal

from tui_reader.document.division_words import COUNTED, COUNTED_SCENES, TABLE
from tui_reader.lazy_re import lazy_re
from tui_reader.named_tuple import NamedTuple

Division = Literal["act", "scene"]
"""An act, or a part, chapter or session, which stands as high; a scene, which stands below one."""

_LONGEST = 60
"""Characters that a heading without a place may take."""
_LONGEST_PLACED = 160
"""Characters that an act or a scene may take with what follows it: `Scène II. Les mêmes, Luc.`"""
_MOST_WORDS = 8
_WORD = lazy_re(r"(?!-\s)[^\s.,:;–—]+")
_END = lazy_re(r"[.:]\s*[–—-]*\s*(?=\S)|\s*(?:[–—]|--)\s*(?=\S)|\s-\s(?=\S)")
"""What stands between a heading and its place."""
_ROMAN = r"(?=[ivxl])(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,4})"
_NUMBER = lazy_re(rf"\d{{1,3}}(?:[ºª°]|-?[^\W\d_]{{1,3}})?|{_ROMAN}(?:e|eme|[ºª°])?|i(?:er|re|ere)")
"""A number in figures, which may have an ending: `2`, `2e`, `1-е`, `xiv`, `ier`."""
_COUNTED = lazy_re(rf"{COUNTED}(?P<place>[\s:：、.]\s*\S.*)?")
_COUNT = lazy_re(r"\d+\s")
"""Figures that begin no heading: `3 actes` counts them."""


class _Words(NamedTuple):
    """A row made ready for the look-up."""

    names: frozenset[str]
    parts: frozenset[str]
    scenes: frozenset[str]
    ordinals: frozenset[str]
    cardinals: frozenset[str]
    links: frozenset[str]


def without_accents(text: str) -> str:
    """The text in small letters without accents."""
    text = text.casefold()
    if text.isascii():
        return text
    return "".join(char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char))


def _words(text: str) -> frozenset[str]:
    return frozenset(without_accents(text).split())


@cache
def _by_name() -> dict[str, list[_Words]]:
    """By each name of a division the languages that have it."""
    found: dict[str, list[_Words]] = {}
    for row in TABLE:
        ordinals = " ".join(stem + ending.strip("-") for stem in row.ordinals.split() for ending in row.endings.split())
        names = _words(f"{row.acts} {row.parts} {row.scenes}")
        words = _Words(names, *map(_words, (row.parts, row.scenes, ordinals, row.cardinals, row.links)))
        for name in names:
            found.setdefault(name, []).append(words)
    return found


def _phrases(column: Iterable[str]) -> frozenset[str]:
    return frozenset(without_accents(phrase) for phrases in column for phrase in phrases.split(", "))


@cache
def _alone() -> frozenset[str]:
    return _phrases(row.alone for row in TABLE)


@cache
def _casts() -> frozenset[str]:
    return _phrases(row.casts for row in TABLE)


def is_division_word(word: str) -> bool:
    """Whether a folded word names acts, scenes or parts: "acte"."""
    return word in _by_name()


def _is_heading(found: Sequence[str], figure: bool, words: _Words) -> bool:
    """Whether folded words are all of a heading in a language; `figure` says whether a figure may begin it."""
    if found[0] == "the" and len(found) > 2:
        found = found[1:]
    compound = found[0] in words.cardinals and found[1] in words.links  # "Drey und zwanzigste Scene"
    number = found[0] in words.ordinals or compound or (figure and _NUMBER.fullmatch(found[0]))
    if not (found[0] in words.names or number):
        return False
    rest = [word for word in found if word not in words.names and word not in words.links]
    numbers = words.ordinals | words.cardinals
    return bool(rest) and all(word in numbers or _NUMBER.fullmatch(word) for word in rest)


def numbered_division(line: str, whole: bool = True) -> Division | None:
    """What a line names that is no more than a division and its number: `Acte II, Scène première.`, `1. Akt`.

    Where it is not the `whole` line, only acts and scenes count.
    """
    if (counted := _counted(line)) and not counted["place"]:
        return "scene" if counted["what"] in COUNTED_SCENES else "act"
    if not 4 < len(line) <= _LONGEST or line[0].islower() or line[-1] in ",;–—-":
        return None
    found, names = _WORD.findall(without_accents(line).replace("--", "—")), _by_name()
    name = next((word for word in found if word in names), None)
    if name is None or not 2 <= len(found) <= _MOST_WORDS:
        return None
    figure = not _COUNT.match(line)
    words = next((words for words in names[name] if _is_heading(found, figure, words)), None)
    if words is None or not (whole or words.parts.isdisjoint(found)):
        return None
    return "act" if words.scenes.isdisjoint(found) else "scene"


def _counted(line: str) -> re.Match[str] | None:
    """A heading in a script without capitals, and what stands behind it."""
    return _COUNTED.fullmatch(line) if line[:1] in "第제" and len(line) <= _LONGEST else None


def division(line: str) -> Division | None:
    """What a heading begins: one with its number, perhaps with its place behind it, or one that needs no number."""
    if len(line) > _LONGEST_PLACED or line[:1].islower():
        return None
    folded, names = without_accents(line[:_LONGEST]), _by_name()
    alone = folded.rstrip(".:")
    if alone in _alone():
        return "scene" if any(alone in words.scenes for words in names.get(alone, ())) else "act"
    if counted := _counted(line):
        return "scene" if counted["what"] in COUNTED_SCENES else "act"
    if names.keys().isdisjoint(_WORD.findall(folded.replace("--", "—"))):
        return None
    if found := numbered_division(line):
        return found
    ends = [end.start() for end in _END.finditer(line, 0, _LONGEST)]
    return next((found for end in reversed(ends) if (found := numbered_division(line[:end], whole=False))), None)


def cast_heading(line: str) -> int | None:
    """Where the names begin after the heading of a cast, `Personen: `, as an offset; None where it is none."""
    head, sign, _ = line[:_LONGEST].partition(":")
    return len(head) + len(sign) if without_accents(head.strip().rstrip(".")) in _casts() else None
