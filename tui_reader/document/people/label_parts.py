"""Labels taken apart: case, blanks, stops, courtesies and remarks in brackets, so that two prints of one are one.

Knows single labels and English courtesies; not who they mean.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from tui_reader.lazy_re import lazy_re
from tui_reader.named_tuple import NamedTuple

_GENDERS = {
    **dict.fromkeys(("mr", "messrs", "sir"), "m"),
    **dict.fromkeys(("mrs", "ms", "miss", "mme", "mlle"), "f"),
}
_SHORT = "mr mrs ms miss mx messrs mme mlle dr sir hon sen rep prof gen adm col capt gov amb lt"
_COURTESIES = {
    "senator": "sen", "representative": "rep", "professor": "prof", "general": "gen", "admiral": "adm",
    "colonel": "col", "captain": "capt", "governor": "gov", "ambassador": "amb",
    **{short: short for short in _SHORT.split()},
}  # fmt: skip
"""Folded away where no two of them differ. Not king and prince: those are other people."""

_REMARK = lazy_re(r"\s*[(\[](?:cont(?:['’]d|inued|d)?\.?|v\.?\s?o\.?|o\.?\s?[sc]\.?|off|aside)[)\]]\s*$", re.IGNORECASE)
_HOLDER = lazy_re(r"^(.{2,}?)\s*\(([^()]+)\)$")
"""The last bracket of a label; there may be more before it."""
TITLES_IN_BRACKETS = lazy_re(
    r"(?P<title>(?:The )?(?:Hon|Sen)\.?)[^\S\n]?(?:\([^()\s\d]{2,9}\)[^\S\n]?){1,2}(?=[^\W\d_a-z])"
)
"""What begins a member's name in the records of Kenya and Uganda: `Hon. (Dr.) (Ms.) Wanga`."""
_GROUP = lazy_re(r" (?:and|&|und|et|y|e|i|och|og|en) |,|/")
_OFFICE_WORDS = """officer president chairman chairwoman chair chairperson speaker secretary moderator clerk minister
    mayor judge court governor ambassador host interviewer interviewee witness reporter interpreter bailiff"""
OFFICES = frozenset(_OFFICE_WORDS.split())
"""Titles by which the holder of an office is called."""


class LabelParts(NamedTuple):
    """What is left of a label when print is folded away."""

    base: str
    """The name in small letters, without courtesy, remark and holder."""
    courtesy: str
    """"mr", "sen", or nothing."""
    holder: str | None
    """Who holds the office: "Mr. Kyl"."""
    office: bool
    letters: str
    """The capitals of a label of initials, "GWB"; empty for a name."""

    @property
    def gender(self) -> str:
        """ "m", "f", or "n" where the courtesy does not say."""
        return gender_of(self.courtesy)


def gender_of(courtesy: str) -> str:
    """What "mr" or "mrs" says: "m", "f", or "n" where it says nothing."""
    return _GENDERS.get(courtesy, "n")


def is_group(base: str) -> bool:
    """Whether a folded label is several people's, and so no other label of one of them."""
    return _GROUP.search(base) is not None


@lru_cache(maxsize=1 << 16)
def same(label: str) -> str:
    """A label folded: composed letters, small letters, single blanks, no full stops."""
    return " ".join(unicodedata.normalize("NFC", label).casefold().replace(".", " ").split())


@lru_cache(maxsize=1 << 16)
def take_apart(label: str) -> LabelParts:
    """The parts of one label as printed."""
    bare = _REMARK.sub("", unicodedata.normalize("NFC", label)).strip(" *_@+%~")
    if "!" in bare and "@" in bare:
        bare = bare.split("!", 1)[0] or bare  # nick!user@host, of a chat
    if titles := TITLES_IN_BRACKETS.match(bare):
        bare = f"{titles['title']} {bare[titles.end() :]}"
    holder = None
    while found := _HOLDER.match(bare):
        bare, inside = found[1], found[2]
        if not inside[0].islower() or holder is None:  # else "during the vote", beside who holds the office
            holder = inside
    words = same(bare).split()
    office = len(words) > 0 and (words[0] == "the" or words[-1] in OFFICES)
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    courtesy = ""
    while len(words) > 1 and words[0] in _COURTESIES:
        courtesy = courtesy or _COURTESIES[words[0]]
        words = words[1:]
    letters = re.sub(r"[.\s]", "", bare)
    one_word = len(words) == 1 or "." in bare
    is_initials = one_word and letters.isalpha() and letters.isupper() and 2 <= len(letters) <= 4
    if len(letters) == 4 and "." not in bare and any(letter in "AEIOUY" for letter in letters):
        is_initials = False  # a name of four letters
    base = letters.casefold() if is_initials else " ".join(words)
    return LabelParts(base, courtesy, holder, office, letters if is_initials else "")
