"""A rule of text normalization: what it finds in print and what is said for it. Knows no document, voice or engine."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from tui_reader.named_tuple import NamedTuple

DIGITS = frozenset("0123456789")
STOP = frozenset(".")
CAPITALS, NUMERALS = frozenset(("CAPITALS",)), frozenset(("NUMERALS",))
VOWELLESS, DRAWN_OUT = frozenset(("VOWELLESS",)), frozenset(("DRAWN OUT",))
INNER_STOP = frozenset(("INNER STOP",))
DASHED, SLASHED, CLOCK = frozenset(("DASHED",)), frozenset(("SLASHED",)), frozenset(("CLOCK",))
POINT, GROUPS, LONG = frozenset(("POINT",)), frozenset(("GROUPS",)), frozenset(("LONG",))
FACE = frozenset(("FACE",))
BARE_POINT, GLUED, YEAR, TENS = (frozenset((kind,)) for kind in ("BARE POINT", "GLUED", "YEAR", "TENS"))
"""What rules need that find two capitals in a row, a Roman numeral other than I, a word without a vowel, a letter three
times, a stop before the end of the sentence, a face made of signs; a number beside a dash, a slash, a colon or a point,
in groups, of many figures; a point before a number, a letter beside a figure, four figures like a year, tens with an
s."""


class Sounded(NamedTuple):
    """What is said, with its sounds."""

    said: str
    """In letters, for the engines that take no sounds."""
    phonemes: str
    """In espeak-ng's mnemonics."""


class Place(NamedTuple):
    """Where a rule applies, in characters of a sentence, and what is said there."""

    start: int
    end: int
    said: str
    phonemes: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A way in which print is rewritten so that it is heard right.

    `pattern` finds the place. Its group `said` is rewritten, or the whole match if there is no such group; the rest of
    the match is context. If two rules want the same characters, the earlier one has them.
    """

    name: str
    """For the ledger: "years"."""
    examples: tuple[tuple[str, str], ...]
    """What is printed and what is said for it; a test checks each of them."""
    pattern: str
    """A regular expression. No sentence is longer than a few hundred characters."""
    say: Callable[[re.Match[str]], str | Sounded | None] | str
    """What is said for a match: None leaves it as printed, an empty text skips it."""
    needs: frozenset[str] = frozenset()
    """Every match has one of these: a character, a word in small letters, or CAPITALS and the like. A sentence without
    them is not searched. Empty for a rule that is always tried."""
    silences: bool = False
    """Whether it may leave letters or figures unsaid."""

    def found(self, text: str) -> list[Place]:
        """Where the rule applies in `text`."""
        places: list[Place] = []
        for match in compiled(self.pattern).finditer(text):
            said = self.say if isinstance(self.say, str) else self.say(match)
            if said is not None:
                group = "said" if "said" in match.re.groupindex else 0
                both = said if isinstance(said, Sounded) else Sounded(said, "")
                places.append(Place(*match.span(group), *both))
        return places


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern, compiled when it is first needed: most texts need few of the rules."""
    return re.compile(pattern)


def words(text: str) -> tuple[str, ...]:
    """The words of a table that is written as running text."""
    return tuple(text.split())


def one_of(words: Iterable[str]) -> str:
    """A pattern for one of the words, the longest first."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + ")"


def without_stop(said: str, match: re.Match[str]) -> str:
    """What is said for a short form with a stop; the stop is added again if it ends the sentence too."""
    return said if match.string[match.end() :].strip("\"'”’)] ") else said + "."
