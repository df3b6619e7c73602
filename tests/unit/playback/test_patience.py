"""How long words may take: figures and signs of East Asia take longer than letters."""

from __future__ import annotations

import pytest

from tui_reader.playback.patience import seconds_to_say


@pytest.mark.parametrize(
    ("text", "letters"), [("Good day", 8), ("1962", 20), ("Привет", 6), ("危機", 10), ("e-mail", 10)]
)
def test_a_sign_that_is_a_word_by_itself_takes_longer(text: str, letters: int) -> None:
    assert seconds_to_say(text, 2.0) == letters / 2
