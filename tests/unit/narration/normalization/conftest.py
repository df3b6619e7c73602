"""What the tests of normalization share: a normalizer without a person's own lexicon."""

from __future__ import annotations

import pytest

from tui_reader.narration.normalization import Lexicon, TextNormalizer


@pytest.fixture(scope="package")
def normalizer() -> TextNormalizer:
    """The program's lexicon and nobody's own."""
    return TextNormalizer(own=Lexicon())
