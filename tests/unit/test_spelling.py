"""Spelling out: each rule does what its examples say, and espeak-ng then says what a person would."""

from __future__ import annotations

import pytest

from tests.unit.phonemes import phonemes
from tui_reader.script.spelling import Lexicon, Speller
from tui_reader.script.spelling.rules import RULES

EXAMPLES = [(rule.name, printed, said) for rule in RULES for printed, said in rule.examples]


@pytest.fixture(scope="module")
def speller() -> Speller:
    """The program's lexicon and nobody's own."""
    return Speller(own=Lexicon())


def spelled(speller: Speller, printed: str) -> str:
    return "".join(piece.said for piece in speller.pieces(printed))


def heard(text: str) -> str:
    """The phonemes without stress and blanks, which differ between figures and words."""
    return "".join(sign for sign in phonemes(text) if sign not in " ˈˌ")


@pytest.mark.parametrize(("name", "printed", "said"), EXAMPLES)
def test_each_rule_does_what_its_examples_say(speller: Speller, name: str, printed: str, said: str) -> None:
    assert spelled(speller, printed) == said


def test_each_rule_has_a_name_and_an_example_that_it_changes(speller: Speller) -> None:
    for rule in RULES:
        assert rule.name
        assert any(rule.found(printed) for printed, said in rule.examples if printed != said), rule
