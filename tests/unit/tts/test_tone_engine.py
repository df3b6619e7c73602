"""The engine of tests."""

from __future__ import annotations

import pytest

from tests.support.sound import chunks_of, joined
from tui_reader.casting.voice import EspeakSettings, Voice
from tui_reader.tts import samples
from tui_reader.tts.engine import Chunk, WordMark
from tui_reader.tts.tone_engine import LETTER, ToneEngine, frequency
from tui_reader.voice_lab.pitch import median_pitch

LOW, HIGH = Voice("low", "Low", espeak=EspeakSettings("en", 5)), Voice("high", "High", espeak=EspeakSettings("en", 20))


def said(text: str, voice: Voice = LOW, speed: float = 1) -> tuple[bytes, tuple[WordMark, ...]]:
    """Sound and marks."""
    return joined(chunks_of(ToneEngine(), text, voice, speed))


@pytest.mark.parametrize("speed", [0.5, 1, 3, 4])
def test_words_are_as_long_as_their_letters_and_begin_where_their_marks_say(speed: float) -> None:
    pcm, marks = said("one  three, é", speed=speed)
    assert [mark.offset for mark in marks] == [0, 5, 12]
    assert [mark.sample for mark in marks] == [0, round(3 * LETTER / speed), round(9 * LETTER / speed)]
    assert len(pcm) == 2 * round(10 * LETTER / speed)


@pytest.mark.parametrize("voice", [LOW, HIGH], ids=lambda voice: voice.id)
def test_each_voice_has_its_own_tone_at_the_level_of_speech(voice: Voice) -> None:
    pcm, _ = said("a tone of some length", voice)
    assert samples.rms_dbfs(pcm) == pytest.approx(-22, abs=0.1)
    assert median_pitch(pcm, 22050) == pytest.approx(frequency(voice), rel=0.02)


def test_the_tone_goes_on_without_a_break_from_word_to_word() -> None:
    long, _ = said("abcdefghijklmnopqrstuvwxyz abcdefghijklmnopqrstuvwxyz")
    whole, _ = said("abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz")
    assert long == whole
    assert long == said("abcdefghijklmnopqrstuvwxyz abcdefghijklmnopqrstuvwxyz")[0]


def test_no_more_words_come_when_no_more_are_wanted() -> None:
    taken: list[Chunk] = []
    ToneEngine().synthesise("one two three", LOW, 1, lambda chunk: bool(taken.append(chunk)))
    assert len(taken) == 1


def test_a_text_without_words_makes_no_sound() -> None:
    assert said(" \n") == (b"", ())
