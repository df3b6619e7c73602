"""What is said in German, French, Spanish and Italian; English rules are never used there."""

from __future__ import annotations

import pytest

from tui_reader.narration.normalization import TextNormalizer
from tui_reader.narration.normalization.rules import OTHER_LANGUAGES

EXAMPLES = [
    (language, *example) for language, rules in OTHER_LANGUAGES.items() for rule in rules for example in rule.examples
]


def said(normalizer: TextNormalizer, printed: str, language: str) -> str:
    """The words that are said for printed ones in a language."""
    return "".join(piece.said for piece in normalizer.pieces(printed, language))


@pytest.mark.parametrize(("language", "printed", "words"), EXAMPLES)
def test_each_rule_does_what_its_examples_say(
    normalizer: TextNormalizer, language: str, printed: str, words: str
) -> None:
    assert said(normalizer, printed, language) == words


@pytest.mark.parametrize("language", ["de", "fr", "es", "it", "pl", "nl"])
def test_english_rules_are_not_used(normalizer: TextNormalizer, language: str) -> None:
    for printed in ("$5 million", "3/4", "C# & Co.", "WWII"):
        assert said(normalizer, printed, language) == printed
