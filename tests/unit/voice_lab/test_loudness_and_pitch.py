"""The bundled voices are as loud as each other and told apart by pitch; pitch is measured right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tui_reader.casting import load_voices
from tui_reader.casting.voice import EspeakSettings, Voice
from tui_reader.paths import bundled
from tui_reader.tts import samples
from tui_reader.tts.espeak_engine import EspeakEngine
from tui_reader.tts.tone_engine import ToneEngine, frequency
from tui_reader.voice_lab.measurement import TARGET, gain_for, measure_voices, sentence_sounds
from tui_reader.voice_lab.pitch import median_pitch

VOICES = load_voices(Path("none"))
PARAGRAPHS = [
    " ".join(paragraph.split())
    for paragraph in (bundled("corpus") / "stevenson-ball.txt").read_text(encoding="utf-8").split("\n\n")
    if paragraph.strip()
]
SENTENCES = [
    sentence for paragraph in PARAGRAPHS[3:] for sentence in re.split(r"(?<=[.?!])\s+", paragraph) if len(sentence) > 40
][:10]


@pytest.fixture(scope="module")
def engine() -> Iterator[EspeakEngine]:
    engine = EspeakEngine()
    yield engine
    engine.close()


def test_every_voice_is_as_loud_as_the_others_and_clips_nowhere(engine: EspeakEngine) -> None:
    """Within 1.5 dB, as dBFS RMS of speech without the silence around it."""
    for id, voice in VOICES.items():
        sound = b"".join(sentence_sounds(voice, engine, SENTENCES))
        assert samples.rms_dbfs(sound) == pytest.approx(TARGET, abs=0.75), id
        assert samples.peak(sound) < 32_000, id


def test_a_gain_is_what_brings_a_voice_to_the_level_of_all(engine: EspeakEngine) -> None:
    loud = Voice("loud", "Loud", espeak=EspeakSettings("en-us+m3", gain=4))
    gain = gain_for(measure_voices([loud], engine, SENTENCES[:3])["loud"], 4)
    levelled = Voice("loud", "Loud", espeak=EspeakSettings("en-us+m3", gain=gain))
    assert measure_voices([levelled], engine, SENTENCES[:3])["loud"].level == pytest.approx(TARGET, abs=0.2)


def test_pitch_tells_the_triple_apart_on_the_paragraphs_of_the_memorandum(engine: EspeakEngine) -> None:
    for paragraph in PARAGRAPHS[3::4]:
        if len(paragraph) > 3:
            gwb, aes, narrator = (
                measure_voices([VOICES[id]], engine, [paragraph[:100]])[id].pitch for id in ("gwb", "aes", "narrator")
            )
            assert 60 < gwb < 100 < aes < 150 < narrator < 200, paragraph


def test_pitch_is_measured_right_on_known_tones() -> None:
    engine = ToneEngine()
    for voice in VOICES.values():
        if frequency(voice) < 350:
            assert measure_voices([voice], engine, ["some words of sound"])[voice.id].pitch == pytest.approx(
                frequency(voice), rel=0.02
            )
    assert median_pitch(bytes(44100), 22050) == 0
