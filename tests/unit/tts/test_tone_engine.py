"""The engine of tests, spread marks, and engines by name."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tui_reader.casting.voice import EspeakSettings, Voice
from tui_reader.errors import UsageError
from tui_reader.tts import samples
from tui_reader.tts.engine import Chunk, WordMark
from tui_reader.tts.open_engine import ENGINES, LIVE, default_engine, open_engine
from tui_reader.tts.tone_engine import LETTER, ToneEngine, frequency
from tui_reader.tts.word_marks import spread
from tui_reader.voice_lab.pitch import median_pitch

LOW, HIGH = Voice("low", "Low", espeak=EspeakSettings("en", 5)), Voice("high", "High", espeak=EspeakSettings("en", 20))


def said(text: str, voice: Voice = LOW, speed: float = 1) -> tuple[bytes, tuple[WordMark, ...]]:
    chunks: list[Chunk] = []

    def take(chunk: Chunk) -> bool:
        chunks.append(chunk)
        return True

    ToneEngine().synthesise(text, voice, speed, take)
    return b"".join(chunk.pcm for chunk in chunks), tuple(mark for chunk in chunks for mark in chunk.marks)


@pytest.mark.parametrize("speed", [0.5, 1, 3, 4])
def test_words_are_as_long_as_their_letters_and_begin_where_their_marks_say(speed: float) -> None:
    pcm, marks = said("one  three, é", speed=speed)
    assert [mark.offset for mark in marks] == [0, 5, 12]
    assert [mark.sample for mark in marks] == [0, round(3 * LETTER / speed), round(9 * LETTER / speed)]
    assert len(pcm) == 2 * round(10 * LETTER / speed)


def test_each_voice_has_its_own_tone_at_the_level_of_speech() -> None:
    for voice in (LOW, HIGH):
        pcm, _ = said("a tone of some length")
        assert samples.rms_dbfs(pcm) == pytest.approx(-22, abs=0.1)
        pcm, _ = said("a tone of some length", voice)
        assert median_pitch(pcm, 22050) == pytest.approx(frequency(voice), rel=0.02)


def test_the_tone_goes_on_without_a_break_from_word_to_word() -> None:
    long, _ = said("abcdefghijklmnopqrstuvwxyz abcdefghijklmnopqrstuvwxyz")
    whole, _ = said("abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz")
    assert long == whole
    assert long == said("abcdefghijklmnopqrstuvwxyz abcdefghijklmnopqrstuvwxyz")[0]


def test_no_more_words_come_when_no_more_are_wanted() -> None:
    taken: list[Chunk] = []
    ToneEngine().synthesise("one two three", LOW, 1, lambda chunk: bool(taken.append(chunk)))  # type: ignore[func-returns-value]
    assert len(taken) == 1


def test_a_text_without_words_makes_no_sound() -> None:
    assert said(" \n") == (b"", ())


def test_spread_marks_follow_the_length_of_the_words() -> None:
    assert spread("a bbb cc", 100, 1000) == (WordMark(100, 0), WordMark(300, 2), WordMark(700, 6))
    assert spread("", 0, 100) == ()
    assert [mark.sample for mark in spread("1 22 333", 0, 210)] == [0, 40, 110]


def test_engines_are_opened_by_name() -> None:
    for name in ENGINES.keys() - {*LIVE, "piper"}:  # Piper has tests of its own, with a voice
        engine = open_engine(name)
        assert engine.name == name
        assert engine.sample_rate == 22050
        engine.close()


def test_an_unknown_engine_is_a_line_that_lists_those_there_are() -> None:
    with pytest.raises(
        UsageError, match=r"There is no engine 'flite'; there are espeak, pyttsx3, speech-disp.* quiet\."
    ):
        open_engine("flite")


@pytest.mark.parametrize(
    ("platform", "name"), [("linux", "espeak"), ("freebsd14", "espeak"), ("win32", "pyttsx3"), ("darwin", "pyttsx3")]
)
def test_each_system_has_its_default(monkeypatch: pytest.MonkeyPatch, platform: str, name: str) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert default_engine() == name


def test_naming_the_engines_loads_none_of_them() -> None:
    program = "import tui_reader.tts.open_engine, sys; print([m for m in sys.modules if m in ('ctypes', 'subprocess')])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
