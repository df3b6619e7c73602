"""Where Piper's words begin, told by alignments that are made up: the library itself is tried in tests/e2e."""

from __future__ import annotations

import sys
from types import SimpleNamespace
from typing import Any

import pytest

from tui_reader.errors import EngineError
from tui_reader.tts.piper_engine import SAMPLE_RATE, PiperEngine, _marks, _word_starts

SOUND = b"\xe8\x03" * 10_000
"""10,000 samples of sound."""


def part(phonemes: str, samples: int = 500, rate: int = SAMPLE_RATE) -> Any:
    aligned = [SimpleNamespace(phoneme=one, num_samples=samples) for one in phonemes]
    return SimpleNamespace(phoneme_alignments=aligned, sample_rate=rate)


def test_words_begin_behind_blanks_and_signs_are_no_words() -> None:
    assert list(_word_starts(part("^hə lˈoʊ, θɛɹ.$"))) == [500, 2000, 5000]


def test_as_many_words_as_sounds_are_matched_one_by_one_at_any_rate() -> None:
    marks = _marks("He loves there.", part("hə lˈʌvz ðɛɹ.", 250, SAMPLE_RATE // 2), SOUND)
    assert [(mark.sample, mark.offset) for mark in marks] == [(0, 0), (1500, 3), (4500, 9)]


def test_words_that_are_said_as_one_begin_with_it() -> None:
    marks = _marks("one of the four", part("wʌn ʌvðə fɔːɹ", 800), SOUND)
    assert [mark.offset for mark in marks] == [0, 4, 7, 11]
    assert [mark.sample for mark in marks][::3] == [0, 7200]
    assert [mark.sample for mark in marks] == sorted(mark.sample for mark in marks)


def test_without_alignments_words_are_spread_over_the_sound() -> None:
    silent = SimpleNamespace(phoneme_alignments=None, sample_rate=SAMPLE_RATE)
    marks = _marks("one two", silent, SOUND)
    assert [mark.offset for mark in marks] == [0, 4] and marks[1].sample == 5000


def test_without_the_library_one_line_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "piper", None)
    with pytest.raises(EngineError, match=r"pip install 'tui-reader\[piper\]'"):
        PiperEngine()
