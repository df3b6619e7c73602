"""How well voices are understood, by a real speech recogniser: what the voice files say is what is measured."""

from __future__ import annotations

import pytest

from tests.e2e.conftest import needs
from tests.measure_voices.table import rows
from tui_reader.casting import bundled_voices

pytestmark = pytest.mark.e2e


def test_a_clear_voice_is_understood_better_than_the_plain_one_of_its_accent() -> None:
    """Walter by 50 sentences: the recogniser makes a third of the errors that it makes with plain espeak-ng."""
    needs("pocketsphinx")
    walter = bundled_voices()["walter"]
    *_, row = rows([walter], "espeak", 50, 2)
    assert walter.measured and walter.measured.errors
    assert row.voice == walter
    assert row.how.errors < row.plain.errors
    assert row.how.errors == pytest.approx(walter.measured.errors, abs=10)
