"""Mnemonics of a lexicon as the phonemes that human voices read."""

from __future__ import annotations

import pytest

from tui_reader.narration.normalization.ipa import IPA, mnemonics
from tui_reader.tts.natural.misaki import misaki

PHONEMES = frozenset("AIOWYbdfhijklmnpstuvwzæðŋɑɔəɛɜɡɪɹʃʊʌʒʤʧθᵻTˈˌ ")
"""Those of misaki's American English."""


@pytest.mark.parametrize(
    ("ipa", "said"), [("ˈædleɪ", "ˈædlA"), ("ɡɹoʊˈmiːkoʊ", "ɡɹOˈmikO"), ("tʃoʊ", "ʧO"), ("ˈhæmɚʃəld", "ˈhæməɹʃəld")]
)
def test_a_name_in_ipa_has_the_sounds_that_are_written(ipa: str, said: str) -> None:
    assert misaki(mnemonics(ipa) or "") == said


@pytest.mark.parametrize("sign", sorted(filter(None, set(IPA.values()))))
def test_every_sign_that_a_lexicon_may_use_becomes_sounds_that_are_known(sign: str) -> None:
    said = misaki(sign)
    assert said and set(said) <= PHONEMES, said
