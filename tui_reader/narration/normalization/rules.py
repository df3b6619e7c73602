"""All rules of normalizing, in the order in which they may take characters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from tui_reader.narration.normalization import (
    abbreviations,
    acronyms,
    acts_and_scenes,
    aviation,
    bracketed_remarks,
    chemistry,
    chess,
    correspondence,
    courts,
    degrees,
    designations,
    directions,
    elisions,
    emoticons,
    fractions,
    genealogy,
    german,
    homographs,
    interjections,
    maths,
    medicine,
    military,
    money,
    music,
    places,
    ranges,
    rare_letters,
    roman_numerals,
    romance,
    scripture,
    slashes,
    spoken_dates,
    spoken_days,
    spoken_times,
    stammers,
    symbols,
    telegrams,
    telephone_numbers,
    units,
    versions,
    weather,
    web_addresses,
)
from tui_reader.narration.normalization.rule import (
    BARE_POINT,
    CAPITALS,
    CLOCK,
    DASHED,
    DIGITS,
    DRAWN_OUT,
    FACE,
    GLUED,
    GROUPS,
    INNER_STOP,
    LONG,
    NUMERALS,
    POINT,
    SLASHED,
    TENS,
    VOWELLESS,
    YEAR,
    Rule,
)

RULES = (
    *web_addresses.RULES,
    *bracketed_remarks.RULES,
    *emoticons.RULES,
    *money.RULES,
    *telephone_numbers.RULES,
    *scripture.RULES,
    *acts_and_scenes.RULES,
    *music.RULES,
    *chess.RULES,
    *weather.RULES,
    *telegrams.RULES,
    *chemistry.RULES,
    *aviation.RULES,
    *military.RULES,
    *genealogy.RULES,
    *spoken_days.RULES,
    *spoken_dates.RULES,
    *spoken_times.RULES,
    *medicine.RULES,
    *directions.RULES,
    *units.RULES,
    *degrees.RULES,
    *versions.RULES,
    *fractions.RULES,
    *maths.RULES,
    *ranges.RULES,
    *designations.RULES,
    *courts.RULES,
    *roman_numerals.RULES,
    *slashes.RULES,
    *places.RULES,
    *correspondence.RULES,
    *abbreviations.RULES,
    *stammers.RULES,
    *elisions.RULES,
    *interjections.RULES,
    *homographs.RULES,
    *symbols.RULES,
    *acronyms.RULES,
)
"""Of English, before the program's lexicon."""
LATE_RULES = (*acronyms.GUESSES, *rare_letters.RULES)
"""Of English, for words that no lexicon has."""
OTHER_LANGUAGES = {"de": german.RULES, "fr": romance.FRENCH, "es": romance.SPANISH, "it": romance.ITALIAN}
"""Of languages other than English, by the first part of a tag."""
_SILENCING = tuple(rule for rule in (*RULES, *LATE_RULES) if rule.silences)
_NEEDS = frozenset[str]().union(*(rule.needs for rule in (*RULES, *LATE_RULES)))
_SIGNS = frozenset(need for need in _NEEDS if len(need) == 1)
_WORDS = _NEEDS - _SIGNS
_WORD = re.compile(r"[a-z]+")
_FACE = re.compile(
    r"[<^_>╯:;=()xX8B\\](?:(?<=[<^_>╯])|(?<=[:;=])['’^o-]{0,2}[)\](\[DPpOo0/\\|*3$@SsXx]|(?<=[()])-?[:=]"
    r"|(?<=[xX])D|(?<=[8B])-\)|(?<=\\)o/)"
)
_CONSONANT = "[B-DF-HJ-NP-TV-Zb-df-hj-np-tv-z]"
_KINDS_OF_WORDS = (
    (CAPITALS, re.compile("[A-Z][A-Z]")),
    (NUMERALS, re.compile(r"[IVXLCDM](?<!\w.)(?:[IVXLCDM]+|(?<=[VX]))(?!\w)")),
    (VOWELLESS, re.compile(rf"{_CONSONANT}(?<![\w'’].){_CONSONANT}*(?![\w'’])")),
    (INNER_STOP, re.compile(r"\.\W*\w")),
    (DRAWN_OUT, re.compile(r"([a-z])\1\1")),
    (FACE, _FACE),
)
_KINDS_OF_FIGURES = (
    (DASHED, re.compile(r"\d\S{0,3}\s?[-–—−]|[-–−]\s?\.?\d")),
    (SLASHED, re.compile(r"\d[/⁄]|/\d")),
    (CLOCK, re.compile(r"\d:\d")),
    (POINT, re.compile(r"\d\.\s?\d")),
    (GROUPS, re.compile(r"\d\s\d{3}")),
    (LONG, re.compile(r"\d{7}")),
    (BARE_POINT, re.compile(r"(?<![\w.])\.\d")),
    (GLUED, re.compile(r"\d[A-Za-z]|[A-Za-z]\d")),
    (YEAR, re.compile(r"(?:1\d|20)\d\d")),
    (TENS, re.compile(r"\d0['’]?s")),
)
_ALL_KINDS = _KINDS_OF_WORDS + _KINDS_OF_FIGURES


_NO_RULES: tuple[Sequence[Rule], Sequence[Rule]] = ((), ())


def rules_for(text: str) -> tuple[Sequence[Rule], Sequence[Rule]]:
    """Of RULES and of LATE_RULES those that may find something in `text`: few for a sentence of plain words."""
    needs = _SIGNS.intersection(text) | _WORDS.intersection(_WORD.findall(text.lower()))
    kinds = _KINDS_OF_WORDS if needs.isdisjoint(DIGITS) else _ALL_KINDS
    needs = needs.union(*(kind for kind, pattern in kinds if pattern.search(text)))
    return _rules_for(needs) if needs else _NO_RULES


@lru_cache(maxsize=4096)
def _rules_for(needs: frozenset[str]) -> tuple[Sequence[Rule], Sequence[Rule]]:
    early, late = (
        [rule for rule in rules if not rule.needs or not rule.needs.isdisjoint(needs)] for rules in (RULES, LATE_RULES)
    )
    return early, late


def silencing_rules(text: str, language: str) -> list[Rule]:
    """Those rules that may leave words of `text` unsaid; `language` is the first part of a tag."""
    rules = _SILENCING if language == "en" else other_rules(language)
    needs = FACE.union(text) if _FACE.search(text) else set(text)
    return [rule for rule in rules if rule.silences and not rule.needs.isdisjoint(needs)]


def other_rules(language: str) -> tuple[Rule, ...]:
    """The rules of a language other than English, by the first part of its tag."""
    return (*bracketed_remarks.RULES, *OTHER_LANGUAGES.get(language, ()), *rare_letters.foreign_letters(language))
