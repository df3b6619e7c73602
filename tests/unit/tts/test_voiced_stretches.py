"""A parenthesis is said lower and quicker by every engine that can, in the words and times of one sentence."""

from __future__ import annotations

from functools import partial

import pytest

from tests.support.sound import FakeCast, PlainEngine, utterance
from tui_reader.casting import bundled_voices
from tui_reader.casting.voice import EspeakSettings, NaturalSettings, Voice
from tui_reader.narration.foreign_words import with_languages
from tui_reader.narration.utterance import SpokenPiece
from tui_reader.tts.engine import Take
from tui_reader.tts.espeak_engine import EspeakEngine
from tui_reader.tts.render import BESIDE_PARENTHESIS, Sound, SpeechStyle, render
from tui_reader.tts.voiced_stretches import QUICKER, lower, stretches_of
from tui_reader.voice_lab.pitch import median_pitch

SAID = "I told him (and this is important) that we go."
PLAIN = Voice("a", "A", espeak=EspeakSettings("en-us", pitch=50), natural=NaturalSettings(pitch=100.0))


class NotingEngine(PlainEngine):
    """Notes what it is given: the words, the pitch and the speed."""

    def __init__(self) -> None:
        super().__init__()
        self.given: list[tuple[str, int, float]] = []

    def synthesise(self, text: str, voice: Voice, speed: float, take: Take) -> None:
        self.given.append((text, voice.espeak.pitch, speed))
        super().synthesise(text, voice, speed, take)


@pytest.mark.parametrize("speed", [1.0, 2.0, 4.0])
def test_an_engine_is_given_it_apart(speed: float) -> None:
    engine, sounds = NotingEngine(), list[Sound]()
    render(utterance(SAID), engine, FakeCast(PLAIN), SpeechStyle(speed), partial(keep, sounds))
    assert engine.given == [
        ("I told him,", 50, speed),
        ("(and this is important),", 42, min(4.0, speed * QUICKER)),
        (" that we go.", 50, speed),
    ]
    words = [word for sound in sounds for word in sound.words]
    assert [SAID[word.start : word.end] for word in words] == SAID.split()
    assert [word.frame for word in words] == sorted(word.frame for word in words)


def test_reading_on_within_it_stays_low() -> None:
    engine = NotingEngine()
    render(utterance(SAID), engine, FakeCast(PLAIN), SpeechStyle(), lambda sound: True, SAID.index("this"))
    assert [(text, pitch) for text, pitch, _ in engine.given] == [("this is important),", 42), (" that we go.", 50)]


@pytest.mark.parametrize("text", ["He left (or so they say).", "(He left, or so they say.)", "He left (so they say)!"])
def test_the_signs_at_the_end_belong_to_it(text: str) -> None:
    assert "".join(text[one.start : one.end] for one in stretches_of(utterance(text), 0)) == text
    assert [one.in_parenthesis for one in stretches_of(utterance(text), 0)][-1]


def test_words_of_another_language_in_it_are_lower_too() -> None:
    printed = "He said (in the word λόγος) all."
    said = utterance(printed)._replace(pieces=with_languages((SpokenPiece(0, len(printed), printed),), "en"))
    found = [(printed[one.start : one.end], one.language, one.in_parenthesis) for one in stretches_of(said, 0)]
    assert found == [("He said ", "", False), ("(in the word ", "", True), ("λόγος)", "el", True), ("all.", "", False)]


def test_a_voice_is_lowered_for_each_engine_and_never_below_its_scale() -> None:
    assert lower(PLAIN).natural.pitch == pytest.approx(93)
    assert lower(Voice("b", "B", espeak=EspeakSettings("en", pitch=3))).espeak.pitch == 0


def keep(sounds: list[Sound], sound: Sound) -> bool:
    sounds.append(sound)
    return True


def test_it_sounds_lower_and_quicker_and_apart_from_the_rest() -> None:
    inside = "and this is rather important to all of us here today"
    engine, found = EspeakEngine(), {}
    try:
        for text in (f"We ask ({inside}) that you go.", f"We ask, {inside}, that you go."):
            said, sounds = utterance(text), list[Sound]()
            cast, style = FakeCast(bundled_voices()["aes"]), SpeechStyle(stereo=False)
            render(said, engine, cast, style, partial(keep, sounds))
            starts = {text[word.start : word.end]: word.frame for sound in sounds for word in sound.words}
            first, last = (frame for word, frame in starts.items() if word.strip("(),") in ("and", "that"))
            pcm = b"".join(sound.pcm for sound in sounds)
            mono = b"".join(pcm[at : at + 2] for at in range(4 * first, 4 * last, 4))
            found[text[7]] = median_pitch(mono, engine.sample_rate), (last - first) / engine.sample_rate
    finally:
        engine.close()
    (pitch, seconds), (plain_pitch, plain_seconds) = found["("], found[" "]
    assert 0.8 < pitch / plain_pitch < 0.97
    assert seconds < plain_seconds + BESIDE_PARENTHESIS
