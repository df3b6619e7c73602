"""Writes what is measured of the bundled voices into their files.

Each voice file gets its gain and the table [measured], voice_lab/voice_space_axes.py the axes of the space of voices;
for human voices the table [natural] gets gain and point, voice_lab/human_space_axes.py the axes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from tests.measure_voices.word_errors import Understood
from tui_reader.casting import bundled_voices
from tui_reader.casting.voice import MeasuredVoice, Voice
from tui_reader.casting.voice_set import read_voice
from tui_reader.cli.voice_measurements import measured_table
from tui_reader.paths import bundled
from tui_reader.tts.engine import Engine
from tui_reader.tts.espeak_engine import EspeakEngine
from tui_reader.tts.open_engine import open_engine
from tui_reader.voice_lab import human_space_axes, measurement, voice_space, voice_space_axes

HEAD = '''"""The axes of the space of {voices}: written by tests/measure_voices, used by `voice_lab.voice_space`.

A row is an axis: its weight for each feature, the pitch in semitones and then the MFCC; the rest is 0. Along each axis
the utterances of one voice lie about its centroid with a standard deviation of 1. Measured on the bundled voices.
"""

from __future__ import annotations

# fmt: off
AXES: tuple[tuple[float, ...], ...] = (
'''


def features_of(voice: Voice, engine: Engine) -> list[tuple[float, ...]]:
    """The features of each sentence that voices are measured on."""
    return [
        measurement.features(pcm, engine.sample_rate)
        for pcm in measurement.sentence_sounds(voice, engine, measurement.SENTENCES)
    ]


def memorandum() -> list[str]:
    """Some of what the voices will say: loudness depends on the words too."""
    text = (bundled("corpus") / "stevenson-ball.txt").read_text(encoding="utf-8")
    return [sentence for sentence in re.split(r"(?<=[.?!])\s+", " ".join(text.split())) if len(sentence) > 40][4:64:2]


def written(axes: list[list[float]], voices: str) -> str:
    """The axes of the space of such voices as the module's source."""
    rows = []
    for number, axis in enumerate(axes, 1):
        numbers = [f"{value:.2f}" for value in axis[:number]]
        lines = [", ".join(numbers[at : at + 15]) for at in range(0, number, 15)]
        rows.append(f"    ({f',{chr(10)}     '.join(lines)},),\n")
    return f"{HEAD.replace('{voices}', voices)}{''.join(rows)})\n# fmt: on\n"


def rewrite(path: Path, gain: float, measured: MeasuredVoice) -> None:
    """A voice's file with its gain and what was measured."""
    text = re.sub(r"\n\[measured\]\n(?:\w+ = .*\n)*", "", path.read_text(encoding="utf-8"))
    text = re.sub(r"(?m)^gain = [-+.\d]+", f"gain = {gain:g}", text, count=1)
    path.write_text(f"{text.rstrip()}\n\n{measured_table(measured)}", encoding="utf-8")


def write_errors(id: str, how: Understood, plain: Understood) -> None:
    """Write how well a voice is understood, beside its accent's plain voice, into its file."""
    path = bundled("voices") / f"{id}.toml"
    voice = read_voice(path)
    if voice.measured:
        found = replace(voice.measured, errors=round(how.errors), plain_errors=round(plain.errors))
        rewrite(path, voice.espeak.gain, found)


def write_sound() -> None:
    """Measure loudness and sound of all voices by espeak-ng, and write them. Raises EngineError."""
    engine = EspeakEngine()
    voices = bundled_voices()
    axes_file = Path(voice_space_axes.__file__)
    exact = voice_space.axes(features_of(voice, engine) for voice in voices.values())
    axes = [[round(value, 2) for value in axis] for axis in exact]
    axes_file.write_text(written(axes, "voices"), encoding="utf-8")
    voice_space_axes.AXES = tuple(map(tuple, axes))
    for id, voice in voices.items():
        level = measurement.measure_voices([voice], engine, [*measurement.SENTENCES, *memorandum()])[id]
        found = measurement.profile(voice, engine).measured
        if voice.measured:
            found = replace(found, errors=voice.measured.errors, plain_errors=voice.measured.plain_errors)
        rewrite(bundled("voices") / f"{id}.toml", measurement.gain_for(level, voice.espeak.gain), found)
    engine.close()


def write_human_sound() -> None:
    """Measure loudness and sound of all voices as human voices, and write them. Raises EngineError."""
    engine = open_engine("natural")
    gains, features = {}, {}
    for id, voice in bundled_voices().items():
        sounds = list(measurement.sentence_sounds(voice, engine, measurement.SENTENCES))
        features[id] = [measurement.features(pcm, engine.sample_rate) for pcm in sounds]
        sounds += measurement.sentence_sounds(voice, engine, memorandum())
        level = measurement.measure_sound(b"".join(sounds), engine.sample_rate)
        gains[id] = measurement.gain_for(level, voice.natural.gain)
    engine.close()
    axes = [[round(value, 2) for value in axis] for axis in voice_space.axes(features.values())]
    Path(human_space_axes.__file__).write_text(written(axes, "human voices"), encoding="utf-8")
    human_space_axes.AXES = tuple(map(tuple, axes))
    for id, utterances in features.items():
        centre = voice_space.centroid(voice_space.to_point(utterance, "natural") for utterance in utterances)
        rewrite_human(bundled("voices") / f"{id}.toml", gains[id], centre)


def rewrite_human(path: Path, gain: float, centre: Sequence[float]) -> None:
    """A voice's file with its gain as a human voice and its point in the space of these."""
    before, own, after = re.split(r"(?ms)^(\[natural\]\n.*?\n)(?=\n|\Z)", path.read_text(encoding="utf-8"))
    own = re.sub(r"(?m)^gain = [-+.\d]+", f"gain = {gain:g}", re.sub(r"(?m)^point = .*\n", "", own))
    point = ", ".join(f"{round(value, 1):g}" for value in centre)
    path.write_text(f"{before}{own}point = [{point}]\n{after}", encoding="utf-8")
