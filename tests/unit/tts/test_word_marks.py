"""Marks spread over a sound that has none of its own."""

from __future__ import annotations

from array import array

import pytest

from tui_reader.tts.engine import WordMark
from tui_reader.tts.word_marks import speech_bounds, spread, spread_over_speech


def test_spread_marks_follow_the_length_of_the_words() -> None:
    assert spread("a bbb cc", 100, 1000) == (WordMark(100, 0), WordMark(300, 2), WordMark(700, 6))
    assert spread("", 0, 100) == ()
    assert [mark.sample for mark in spread("1 22 333", 0, 210)] == [0, 40, 110]


def test_marks_are_spread_over_the_speech_alone() -> None:
    pcm = array("h", [0] * 50 + [9000] * 100 + [0] * 30).tobytes()
    assert speech_bounds(pcm) == (50, 150)
    assert spread_over_speech("a bb", pcm) == (WordMark(50, 0), WordMark(90, 2))


@pytest.mark.parametrize("samples", [0, 700])
def test_in_a_sound_without_speech_all_words_begin_at_once(samples: int) -> None:
    assert speech_bounds(bytes(2 * samples)) == (0, 0)
    assert spread_over_speech("a b", bytes(2 * samples)) == (WordMark(0, 0), WordMark(0, 2))
