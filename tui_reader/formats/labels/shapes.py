"""What the letters of a possible label say about it, whoever it means and wherever it stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from tui_reader.document.divisions import cast_heading, numbered_division
from tui_reader.document.people.label_parts import OFFICES, TITLES_IN_BRACKETS, same
from tui_reader.formats.book_parts import is_end, is_matter
from tui_reader.formats.labels.offices import (
    NOBLE,
    SMALL,
    has_party,
    has_small_title,
    is_office_and_name,
    is_with_office,
)
from tui_reader.formats.labels.words import (
    ABBREVIATED_TITLES,
    CHINESE_SPEECH_VERBS,
    COUNTED_FIELDS,
    DAYS,
    FIELD_STARTS,
    FIELDS,
    OPEN_ENDS,
    PARTICLES,
    PEOPLE_FIELDS,
    PERSON_TITLES,
    ROLES,
    SOUND_CUES,
    SPEECH_VERBS,
    folded,
)
from tui_reader.lazy_re import lazy_re
from tui_reader.named_tuple import NamedTuple

_NO_START = frozenset("-–—*#'’.,(&%$+~^_")
_SENTENCE_SIGNS = frozenset('!?;“”"…{}|\\=@<>。，、！？「」『』')
_LOOSE_SIGN = lazy_re(r"(?<![^\W\d_])/|/(?![^\W\d_])|(?<![^\W\d_])`")
"""A stroke that does not join two words, or the sign before code."""
_MOST_WORDS, _MOST_WORDS_WITH_OFFICE = 8, 18
_YEAR = lazy_re(r"M[CDLXVI]{4,}\.?")
"""A year in Roman numerals, as title pages print it."""
_FIGURES = 3
"""Figures with which a single word is the number of a section, "5000A", and no name."""
_TELEPHONE = lazy_re(r"\+\d[\d ()\u00a0-]{6,24}")
_COUNTED = lazy_re(r"[^\w]|\d|.*(?:\b(?:SUBJECTS?|CONVERSATION|RECORD|TEXT)|\d)$")
_LETTERED = lazy_re(r"[A-Z]\. [A-Z]")
_ABBREVIATED_WORDS = ABBREVIATED_TITLES | {"v", "d"}
_ORDINAL_SIGNS = "ºª"
"""Letters without capitals, behind a number: `MINERO 2º`."""
_ELIDED = lazy_re(r"[^\W\d_]{1,4}['’-][^\W\d_]")
"""A particle that is joined to its name: `d'Alban`, `al-Amin`."""
_SURNAME_FIRST = lazy_re(r"[^\W\d_]{2,30} [A-ZА-ЯЁ]\. ?[A-ZА-ЯЁ]\.?")
"""A surname and two initials: `Иванов И. И.`"""
_MOST_WORDS_OF_LABEL = 4
"""Words of a label that comes below an empty line."""
_JOINING = PARTICLES | frozenset(("im", "am", "vom", "zum", "zur", "aus", "des", "dem"))
"""Small words between the first and the last of a name: `Stimmen im Volk`."""
_MOST_WORDS_OF_CUE, _MOST_WORDS_OF_NAME = 6, 4
_TITLES = "Mr|Mrs|Ms|Mx|Mme|Mlle|Dr|Dott|Hr|Fr|Sr|Sra|Srta|Prof|St|Jr|Sen|Rep|Gov|Gen|Col|Capt|Lt"
_ABBREVIATED = rf"\b(?:(?i:{_TITLES})|Inc|Ltd|Corp|Co|[^\W\d_a-z])\."
_STOPS_OF_CUE = r"[.?!,;…\"“”]"
_KINDS = {
    "titled": "printed with a title",
    "member": "printed with a party or an office behind it",
    "office": "printed as an office",
    "initials": "printed in capitals",
    "capitals": "printed in capitals",
}


class Shape(NamedTuple):
    """What the letters of a possible label say about it."""

    possible: bool
    named: bool = False
    """Each word begins with a capital, or is a particle."""
    field: bool = False
    """A word that is a field's name as often."""
    kind: str = "plain"
    """"titled", "member", "office", "initials" or "capitals": no sentence begins so; else "plain"."""
    why: str = ""
    """Why it is not possible, in words."""

    @property
    def strong(self) -> bool:
        """Whether it is a label by its shape alone."""
        return self.kind != "plain"

    @property
    def words(self) -> str:
        """The shape in words: "printed in capitals"."""
        if not self.possible:
            return self.why
        if self.field:
            return "a field's name"
        return _KINDS.get(self.kind) or ("printed as a name" if self.named else "not printed as a name")


@lru_cache(maxsize=1 << 16)
def shape(label: str) -> Shape:
    """Judge the letters of a label."""
    if label[:1] == "+" and _TELEPHONE.fullmatch(label):
        return Shape(True, named=True)  # somebody who is in nobody's address book
    if "(" in label and (titles := TITLES_IN_BRACKETS.match(label)):
        label = f"{titles['title']} {label[titles.end() :]}"
    core = label.split("(", 1)[0].split("[", 1)[0].strip() or label
    if not label or label[0] in _NO_START or not _SENTENCE_SIGNS.isdisjoint(label) or _LOOSE_SIGN.search(core):
        return Shape(False, why="has signs that no name has")
    words = core.split()
    of_office = is_with_office(core)
    if len(words) > (_MOST_WORDS_WITH_OFFICE if of_office else _MOST_WORDS):
        return Shape(False, why=f"has more than {_MOST_WORDS} words")
    if not any(char.isalpha() for char in core):
        return Shape(False, why="has no letters")
    plain = [folded(word).strip(",") for word in words]
    if why := _phrase(plain) or _announced(core) or _open_bracket(label):
        return Shape(False, why=why)
    numbered = len(plain) > 1 and plain[0].strip(")").isdecimal()
    if (plain[numbered] in FIELD_STARTS and plain != ["int"]) or " ".join(plain[numbered:]) in FIELDS:
        people = len(plain) == 1 and plain[0] in (PEOPLE_FIELDS | DAYS)
        return Shape(people, named=True, field=True, why="" if people else "a field's name")
    named = len(core.partition(",")[0].split()) if of_office else len(words)
    if why := _sentence(words[:named], plain[:named]):
        return Shape(False, why=why)
    looks = _looks(core, words, plain)
    member = looks.kind == "plain" and looks.named and (of_office or has_party(label, words))
    return looks._replace(kind="member") if member else looks


def _open_bracket(label: str) -> str:
    is_open = label.count("[") != label.count("]") or label.count("(") > label.count(")")
    return "has an open bracket" if is_open else ""


def _phrase(plain: Sequence[str]) -> str:
    """Why folded words are a phrase that announces something and no name; empty where they may be a name."""
    if plain[-1] in SPEECH_VERBS or plain[-1].endswith(CHINESE_SPEECH_VERBS):
        return "ends in a verb of saying"
    if plain[0] == "dear":
        return "a salutation"
    if plain[0] in DAYS and any(map(str.isdecimal, plain)):
        return "a date"
    number = plain[1].lstrip("#") if len(plain) == 2 else ""
    counted = bool(number) and plain[0] in COUNTED_FIELDS and (len(number) == 1 or number.isdecimal())
    if plain[-1] in ("note", "notes", "footnote", "footnotes", "endnote", "endnotes") or counted:
        return "a field's name"
    return "tells who made something" if "by" in plain else ""


def _announced(core: str) -> str:
    """What words that name nobody announce; empty where they may be a name."""
    if core in SOUND_CUES:
        return "a cue for a sound or music"
    heading = numbered_division(core) or cast_heading(core) is not None or is_matter(core) or is_end(core)
    return "the heading of an act, a cast or notes, or the end" if heading else ""


def _sentence(words: Sequence[str], plain: Sequence[str]) -> str:
    """Why words are a piece of a sentence and no name; empty where they may be a name."""
    if len(plain) > 1 and any(word in SPEECH_VERBS for word in plain):
        return "has a verb of saying"
    broken = any(
        word[-1] in ".,:"
        and word[:-1].islower()
        and not (word[-1] == "." and (len(bare) == 1 or bare in _ABBREVIATED_WORDS))
        for word, bare in zip(words[:-1], plain, strict=False)
    )
    if broken or (len(plain) > 1 and plain[-1] in OPEN_ENDS):
        return "reads as a sentence"
    if len(plain) == 1 and (plain[0] == "the" or _YEAR.fullmatch(words[0]) or plain[0][:_FIGURES].isdecimal()):
        return "is no name"
    return ""


def _looks(core: str, words: Sequence[str], plain: Sequence[str]) -> Shape:
    """The shape of words that may be a name: whether each has a capital, and of which kind it is."""
    if is_with_office(core):
        words = core.partition(",")[0].split()
    parts = [part for word in words for part in word.split("/") if part]
    noble = len(words) > 1 and plain[0] in NOBLE and words[1][0].isupper()
    named = (noble or not core[0].islower()) and all(
        not part[0].islower() or folded(part) in SMALL or _ELIDED.match(part) for part in parts
    )
    if has_small_title(words, plain) or is_office_and_name(words, plain):
        return Shape(True, True, kind="titled")
    if not named:
        return Shape(True)
    all_big = _all_big(core, words)
    if _SURNAME_FIRST.fullmatch(core):
        return Shape(True, True, kind="titled")
    if len(words) > 1 and (plain[0] in PERSON_TITLES or words[0] == "M."):
        return Shape(True, True, kind="titled")
    if plain[0] == "the" and (all_big or plain[-1] in OFFICES):
        return Shape(True, True, kind="office")
    if not all_big:
        return Shape(True, True)
    few = len(words) == 1 and sum(map(str.isalpha, core)) <= 4
    return Shape(True, True, kind="initials" if few else "capitals")


def _all_big(core: str, words: Sequence[str]) -> bool:
    """Whether all is printed in capitals, but for particles and abbreviated titles."""
    small = PARTICLES | ABBREVIATED_TITLES if len(words) > 1 else frozenset()
    big = [word for word in words if folded(word) not in small]
    small_letters = any(char.islower() and char not in _ORDINAL_SIGNS for word in big for char in word)
    return bool(big) and not small_letters and any(map(str.isupper, core))


@lru_cache(maxsize=1 << 12)
def cue_shape(label: str) -> Shape:
    """Judge a name in the text of a caption: shorter than in a transcript, without stops, no field at its start."""
    words = same(label).split()
    if not words or len(words) > _MOST_WORDS_OF_CUE or not any(char.isalpha() for char in label):
        return Shape(False, why=f"has no letters, or more than {_MOST_WORDS_OF_CUE} words")
    if words[-1] in SPEECH_VERBS:
        return Shape(False, why="ends in a verb of saying")
    if words[0] in FIELDS:
        return Shape(False, why="a field's name")
    if "//" in label or label.lower().startswith(("http", "www")):
        return Shape(False, why="a web address")
    if re.search(_STOPS_OF_CUE, re.sub(_ABBREVIATED, "", label)):
        return Shape(False, why="has a stop in it")
    bare = re.sub(r"\([^()]*\)", "", label).split()
    small = [word for word in bare if word[0].islower() and word not in PARTICLES]
    joined = all(not word.islower() and _ELIDED.match(word) for word in small)
    return Shape(True, 0 < len(bare) <= _MOST_WORDS_OF_NAME and joined)


def counted(labels: Sequence[str]) -> set[str]:
    """Those of the labels, in order, that are the number of a paragraph, or a heading of a memorandum or telegram.

    Letters count paragraphs only one after the other: `A. Boats`, `B. Ropes`. Others are initials: `M. Bundy`. What
    counts voices is somebody's: `Speaker 2`.
    """
    uses = Counter(labels)
    found = {label for label in uses if _COUNTED.match(label) and folded(label.split(None, 1)[0]) not in ROLES}
    lettered = {label: times for label, times in uses.items() if _LETTERED.match(label)}
    letters = [label[0] for label in lettered]
    in_order = letters == [chr(ord("A") + number) for number in range(len(letters))]
    return found | lettered.keys() if in_order and max(lettered.values(), default=0) == 1 else found


def is_built_as_name(label: str, looks: Shape) -> bool:
    """Whether a label of a few words may be a name, also one with small words within: `Stimmen im Volk`."""
    words = label.split()
    small = {word for word in words if word.islower()}
    joined = words[0][0].isupper() and words[-1][0].isupper() and small <= _JOINING
    return len(words) <= _MOST_WORDS_OF_LABEL and (looks.named or joined) and not any(map(str.isdecimal, label))


def kind_of(looks: Shape) -> str:
    """The kind of a shape as compared with the usual ones: capitals may be few, titles and offices stand together."""
    return {"initials": "capitals", "office": "titled", "member": "titled"}.get(looks.kind, looks.kind)


def kinds_of(looks: Shape, label: str) -> tuple[str, ...]:
    """The kinds that a label may be of: `MR. KNAPP` has a title, and is in capitals."""
    return (kind_of(looks), "capitals") if looks.strong and label.isupper() else (kind_of(looks),)
