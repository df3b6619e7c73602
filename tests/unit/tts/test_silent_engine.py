"""Silence as long as speech would be, with the words marked."""

from __future__ import annotations

import pytest

from tests.support.sound import FakeCast, utterance
from tui_reader.casting.voice import Voice
from tui_reader.tts.engine import Chunk
from tui_reader.tts.render import Sound, SpeechStyle, render
from tui_reader.tts.silent_engine import SilentEngine


def test_it_is_silent_and_marks_each_word_in_order() -> None:
    chunks: list[Chunk] = []
    SilentEngine().synthesise("Good morning to you.", Voice("v", "V"), 1.0, lambda c: chunks.append(c) or True)
    marks = [mark for chunk in chunks for mark in chunk.marks]
    assert [mark.offset for mark in marks] == [0, 5, 13, 16]
    assert marks == sorted(marks) and marks[0].sample == 0
    assert not any(b"".join(chunk.pcm for chunk in chunks))


@pytest.mark.parametrize("speed", [0.5, 1.0, 4.0])
def test_it_is_as_long_as_the_characters_take(speed: float) -> None:
    chunks: list[Chunk] = []
    engine = SilentEngine()
    engine.synthesise("a" * 160, Voice("v", "V"), speed, lambda c: chunks.append(c) or True)
    assert sum(len(chunk.pcm) for chunk in chunks) // 2 == round(10 / speed * engine.sample_rate)


def test_its_silence_is_not_trimmed() -> None:
    sounds: list[Sound] = []
    frames = render(
        utterance("Good morning."), SilentEngine(), FakeCast(), SpeechStyle(), lambda s: sounds.append(s) or True
    )
    assert frames == round(13 / 16 * 22050)
    assert [word.start for sound in sounds for word in sound.words] == [0, 5]


def test_it_stops_when_no_more_is_wanted() -> None:
    chunks: list[Chunk] = []
    SilentEngine().synthesise("One two three.", Voice("v", "V"), 1.0, lambda c: bool(chunks.append(c)))
    assert len(chunks) == 1
