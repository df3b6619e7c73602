"""Whether a label that comes once is a name, by how the rest of the text prints its words.

Knows words and their capitals; not where labels stand, nor how often they are used.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cached_property

from tui_reader.document.people.label_parts import OFFICES
from tui_reader.formats.labels.words import PARTICLES, PERSON_TITLES, ROLES, folded
from tui_reader.lazy_re import lazy_re

_FIRST_WIDE = "\u2e80"
_SHORTEST = 2
"""Signs of a Chinese name; an office behind it has two."""
_INITIAL = lazy_re(r"[^\W\d_a-z]\.")
_AROUND = ".,;:!?()[]\"'“”‘’«»*_-–—…"


class NameEvidence:
    """The words that a text prints in small letters: they are no names, whatever stands before a colon."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _small(self) -> Collection[str]:
        """Words in small letters, looked up only where a label needs it."""
        return {word.strip(_AROUND) for word in set(self._text.split()) if word.lstrip(_AROUND)[:1].islower()}

    def is_name(self, label: str) -> bool:
        """Whether each word of a label with capitals is a name's, an initial, a title or a role such as "Audience"."""
        words = [folded(word.strip(_AROUND)) for word in label.split() if not _INITIAL.fullmatch(word)]
        known = PARTICLES | PERSON_TITLES | OFFICES | ROLES
        return all(not word or word in known or word not in self._small for word in words)


def name_ends(key: str) -> Iterator[str]:
    """The first and the last word of a folded label, of Chinese the last two signs: what names of a kind share.

    "Abg. Holm" and "Abg. Roe", "speaker 1" and "speaker 2", "陳議員" and "黃議員".
    """
    words = key.split()
    if len(words) > 1:
        yield from (f"{word} " for word in words[:1] if word not in PARTICLES)
        yield from (f" {word}" for word in words[-1:] if word not in PARTICLES)
    elif len(key) > _SHORTEST and key[-1] >= _FIRST_WIDE:
        yield key[-2:]
