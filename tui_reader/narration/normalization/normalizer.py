"""Applies lexicons and rules to a sentence. Knows no document, voice or engine."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from tui_reader.narration.normalization.lexicon import Lexicon, LexiconEntry, load_lexicon, own_lexicon
from tui_reader.narration.normalization.rule import Rule
from tui_reader.narration.normalization.rules import other_rules, rules_for, silencing_rules
from tui_reader.narration.utterance import SpokenPiece
from tui_reader.paths import bundled

LEXICON = "lexicon"
"""The reason in the ledger for what a lexicon says."""


@cache
def _common_lexicon() -> Lexicon:
    """The lexicon of the program, read once."""
    return load_lexicon(bundled("voices") / "lexicon.toml")


class TextNormalizer:
    """Normalizes sentences: by the document's lexicon, then the person's, the rules and the program's lexicon."""

    def __init__(
        self, own: Lexicon | None = None, common: Lexicon | None = None, document: Lexicon | None = None
    ) -> None:
        """By default `own` is the lexicon of the configuration folder and `common` that of the program.

        Raises ReaderError for a lexicon that cannot be read.
        """
        self.document = document or Lexicon()
        self.own = own_lexicon() if own is None else own
        self.common = _common_lexicon() if common is None else common

    def corrected(self, entry: LexiconEntry) -> TextNormalizer:
        """A normalizer in which that entry of the document comes before all others."""
        return TextNormalizer(self.own, self.common, Lexicon((*self.document.entries, entry)))

    def pieces(self, printed: str, language: str = "en") -> tuple[SpokenPiece, ...]:
        """The pieces of `printed`, which cover it exactly. `language` is BCP 47; each has its own rules or none."""
        taken: list[SpokenPiece] = []
        for piece in self._found(printed, language.partition("-")[0].lower()):
            start, end = piece.start, piece.end
            place = bisect_left(taken, (start,))
            free = (place == 0 or taken[place - 1].end <= start) and (place == len(taken) or end <= taken[place].start)
            if free and start < end:
                taken.insert(place, piece)
        return tuple(_filled(printed, taken))

    def may_leave_out(self, printed: str, language: str = "en") -> bool:
        """Whether words of `printed` may be left unsaid; where it says no, all of them are said in some way."""
        if any(lexicon.silences for lexicon in (self.document, self.own, self.common)):
            return True
        rules = silencing_rules(printed, language.partition("-")[0].lower())
        return any(rule.found(printed) for rule in rules)

    def _found(self, printed: str, language: str) -> Iterator[SpokenPiece]:
        for lexicon in (self.document, self.own):
            yield from _by_lexicon(lexicon, printed, language)
        early, late = rules_for(printed) if language == "en" else ((), other_rules(language))
        yield from _by_rules(early, printed)
        yield from _by_lexicon(self.common, printed, language)
        yield from _by_rules(late, printed)


def _by_rules(rules: Iterable[Rule], printed: str) -> Iterator[SpokenPiece]:
    for rule in rules:
        for start, end, said, phonemes in rule.found(printed):
            yield SpokenPiece(start, end, said, rule.name, phonemes)


def _by_lexicon(lexicon: Lexicon, printed: str, language: str) -> Iterator[SpokenPiece]:
    for start, end, said, phonemes in lexicon.found(printed, language):
        yield SpokenPiece(start, end, said, LEXICON, phonemes)


def _filled(printed: str, taken: Sequence[SpokenPiece]) -> Iterator[SpokenPiece]:
    """The pieces, and between them the stretches that are said as printed."""
    at = 0
    for piece in taken:
        if piece.start > at:
            yield SpokenPiece(at, piece.start, printed[at : piece.start])
        yield piece
        at = piece.end
    if at < len(printed):
        yield SpokenPiece(at, len(printed), printed[at:])
