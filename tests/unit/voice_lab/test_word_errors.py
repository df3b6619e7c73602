"""The word errors of a recogniser: how they are counted, and on what."""

from __future__ import annotations

import pytest

from tests.measure_voices.table import Row, plain_voice
from tests.measure_voices.word_errors import Understood, sentences, word_errors, words_of
from tui_reader.casting.voice import EspeakSettings, Voice


@pytest.mark.parametrize(
    ("said", "heard", "errors"),
    [
        ("a b c", "a b c", 0),
        ("a b c", "a x c", 1),
        ("a b c", "a c", 1),
        ("a b c", "a b b c", 1),
        ("a b c", "", 3),
        ("", "a b", 2),
        ("a b c d", "x a b d", 2),
    ],
)
def test_words_that_are_wrong_missing_or_too_many_are_counted(said: str, heard: str, errors: int) -> None:
    assert word_errors(said.split(), heard.split()) == errors


def test_words_are_compared_without_signs_and_capitals() -> None:
    assert words_of("Don't, Mr. Chairman!") == ["don't", "mr", "chairman"]


def test_there_are_two_hundred_sentences_without_figures_and_a_part_of_them_is_spread_over_all() -> None:
    every = sentences()
    assert len(every) == len(set(every)) == 200
    assert not any(letter.isdigit() for letter in "".join(every))
    assert sentences(40) == every[::5]


def test_a_voice_is_compared_with_its_accent_alone() -> None:
    voice = Voice("x", "X", espeak=EspeakSettings("en-gb-scotland+f4", 30, 50, 185))
    plain = plain_voice(voice, "espeak")
    assert plain.espeak == EspeakSettings("en-gb-scotland")
    assert plain_voice(voice, "piper").espeak == EspeakSettings("en-us")
    row = Row("espeak", voice, Understood(60, 200), Understood(48, 190))
    assert str(row) == "| espeak | x | en-gb-scotland+f4, rate 185 | 200 | 60.0 | 48.0 | 1.25 |"
