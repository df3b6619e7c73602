"""What the letters of a possible label say about it, whoever it means and wherever it stands."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from tui_reader.document.people.label_parts import OFFICES
from tui_reader.formats.labels.words import (
    ABBREVIATED_TITLES,
    FIELD_STARTS,
    FIELDS,
    PARTICLES,
    PEOPLE_FIELDS,
    PERSON_TITLES,
    SPEECH_VERBS,
    folded,
)

_SENTENCE_SIGNS = frozenset('!?;“”"…{}|\\/=@<>')
_MOST_WORDS = 8
_TELEPHONE = re.compile(r"\+\d[\d ()\u00a0-]{6,24}")


class Shape(NamedTuple):
    """What the letters of a possible label say about it."""

    possible: bool
    named: bool = False
    """Each word begins with a capital, or is a particle."""
    field: bool = False
    """A word that is a field's name as often."""
    kind: str = "plain"
    """"titled", "office", "initials" or "capitals": no sentence begins so; else "plain"."""

    @property
    def strong(self) -> bool:
        """Whether it is a label by its shape alone."""
        return self.kind != "plain"


@lru_cache(maxsize=1 << 16)
def shape(label: str) -> Shape:
    """Judge the letters of a label."""
    if label[:1] == "+" and _TELEPHONE.fullmatch(label):
        return Shape(True, named=True)  # somebody who is in nobody's address book
    if not label or label[0] in "-–—*#'’.,(&%$+~^_" or not _SENTENCE_SIGNS.isdisjoint(label):
        return Shape(False)
    core = label.split("(", 1)[0].split("[", 1)[0].strip() or label
    words = core.split()
    if len(words) > _MOST_WORDS:
        return Shape(False)
    letters = [char for char in core if char.isalpha()]
    if not letters:
        return Shape(False)
    plain = [folded(word).strip(",") for word in words]
    if plain[-1] in SPEECH_VERBS or plain[0] == "dear" or plain[-1] in ("note", "notes") or "by" in plain:
        return Shape(False)
    if label.count("[") != label.count("]"):
        return Shape(False)
    if plain[0] in FIELD_STARTS or folded(core) in FIELDS:
        return Shape(len(plain) == 1 and plain[0] in PEOPLE_FIELDS, named=True, field=True)
    if len(plain) > 1 and any(word in SPEECH_VERBS for word in plain):
        return Shape(False)
    if plain[-1] == "to" or any(word[-1] in ".,:" and word[:-1].islower() for word in words[:-1]):
        return Shape(False)
    named = all(not word[0].islower() or folded(word) in PARTICLES for word in words) and not core[0].islower()
    capitals = [char for char in letters if char.isupper()]
    small = PARTICLES | ABBREVIATED_TITLES if len(words) > 1 else frozenset()
    big = [word for word in words if folded(word) not in small]
    all_big = bool(big) and all(not any(char.islower() for char in word) for word in big) and bool(capitals)
    titled = len(words) > 1 and plain[0] in PERSON_TITLES
    office = plain[0] == "the" and plain[-1] in OFFICES
    if not named or not (all_big or titled or office):
        return Shape(True, named)
    if titled:
        return Shape(True, True, kind="titled")
    if plain[0] == "the":
        return Shape(True, True, kind="office")
    return Shape(True, True, kind="initials" if len(words) == 1 and len(letters) <= 4 else "capitals")
