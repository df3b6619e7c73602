"""Measures the bundled voices anew and writes what was found: python -m tests.measure_voices.

Into each voice file its gain and the table [measured]; into casting/spread.py the axes of the space of voices.
"""

from __future__ import annotations

import re
from pathlib import Path

from tui_reader.casting import bundled_voices, similarity, similarity_axes
from tui_reader.casting.voice import Sounding, Voice
from tui_reader.cli.voice_measurements import measured_table
from tui_reader.paths import bundled
from tui_reader.tts.engine import Engine
from tui_reader.tts.espeak_engine import EspeakEngine
from tui_reader.voice_lab import measurement

HEAD = '''"""The axes of the space of voices: made by tests/measure_voices.py, used by `casting.likeness`.

A row an axis: its share of each feature, the pitch in semitones and then the MFCC; the rest is 0. Along each axis
utterances of one voice lie about its middle with a standard deviation of 1. Measured on the bundled voices.
"""

from __future__ import annotations

# fmt: off
AXES: tuple[tuple[float, ...], ...] = (
'''


def features_of(voice: Voice, engine: Engine) -> list[tuple[float, ...]]:
    """The features of each sentence that voices are measured on."""
    return [
        measurement.features(pcm, engine.sample_rate) for pcm in measurement.said(voice, engine, measurement.SENTENCES)
    ]


def memorandum() -> list[str]:
    """Some of what the voices will say: loudness depends on the words too."""
    text = (bundled("corpus") / "stevenson-ball.txt").read_text(encoding="utf-8")
    return [sentence for sentence in re.split(r"(?<=[.?!])\s+", " ".join(text.split())) if len(sentence) > 40][4:64:2]


def written(axes: list[list[float]]) -> str:
    """The axes as the module's source."""
    rows = []
    for number, axis in enumerate(axes, 1):
        numbers = [f"{value:.2f}" for value in axis[:number]]
        lines = [", ".join(numbers[at : at + 15]) for at in range(0, number, 15)]
        rows.append(f"    ({f',{chr(10)}     '.join(lines)},),\n")
    return f"{HEAD}{''.join(rows)})\n# fmt: on\n"


def rewrite(path: Path, gain: float, sounding: Sounding) -> None:
    """A voice's file with its gain and what was measured."""
    text = re.sub(r"\n\[measured\]\n(?:\w+ = .*\n)*", "", path.read_text(encoding="utf-8"))
    text = re.sub(r"(?m)^gain = [-+.\d]+", f"gain = {gain:g}", text, count=1)
    path.write_text(f"{text.rstrip()}\n\n{measured_table(sounding)}", encoding="utf-8")


def main() -> None:
    engine = EspeakEngine()
    voices = bundled_voices()
    spread_file = Path(similarity_axes.__file__)
    exact = similarity.axes(features_of(voice, engine) for voice in voices.values())
    axes = [[round(value, 2) for value in axis] for axis in exact]
    spread_file.write_text(written(axes), encoding="utf-8")
    similarity.AXES = tuple(map(tuple, axes))
    for id, voice in voices.items():
        level = measurement.measure_voices([voice], engine, [*measurement.SENTENCES, *memorandum()])[id]
        sounding = measurement.profile(voice, engine).sounding
        rewrite(bundled("voices") / f"{id}.toml", measurement.gain_for(level, voice.espeak.gain), sounding)
    engine.close()


if __name__ == "__main__":
    main()
