"""The voices of the reader are told apart by ear, measured on the real espeak-ng; the command that measures."""

from __future__ import annotations

import math
import random
import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

import pytest

from tests.unit.casting.test_cast import dialogue
from tui_reader.casting import cast, load_voices
from tui_reader.casting.similarity import CONFUSABLE, distance
from tui_reader.cli.voice_measurements import measured_lines
from tui_reader.paths import bundled
from tui_reader.tts.espeak_engine import EspeakEngine
from tui_reader.voice_lab.measurement import SENTENCES, confusions, features, profile, sentence_sounds
from tui_reader.voice_lab.voice_space import Point, axes, centroid, nearest, to_point

VOICES = load_voices(Path("none"))
LEARNED = {id: voice.measured.point for id, voice in VOICES.items() if voice.measured}
WORDS = (bundled("corpus") / "stevenson-ball.txt").read_text(encoding="utf-8").split()
CLAUSES = [" ".join(WORDS[at : at + 6]) for at in range(200, 1000, 6)]
"""One to two seconds each; no voice was measured on them."""


@pytest.fixture(scope="module")
def engine() -> Iterator[EspeakEngine]:
    engine = EspeakEngine()
    yield engine
    engine.close()


def heard(engine: EspeakEngine, clauses: Sequence[str]) -> dict[str, list[Point]]:
    """Where each voice's utterances longer than a second lie."""
    return {
        id: [
            to_point(features(pcm, engine.sample_rate))
            for pcm in sentence_sounds(voice, engine, clauses)
            if len(pcm) > 2 * engine.sample_rate
        ]
        for id, voice in VOICES.items()
    }


def draws(number: int) -> Iterator[list[str]]:
    """The eight voices, the narrator's among them, of casts of men and women in many proportions."""
    rng = random.Random(number)
    for _ in range(number):
        women = rng.random()
        speakers = [f"{'Mrs.' if rng.random() < women else 'Mr.'} {letter}" for letter in "ABCDEFG"]
        chosen = {one: rng.choice(list(VOICES)) for one in speakers[: rng.randrange(3)]}
        yield [voice.id for voice in cast(dialogue(speakers), VOICES, known=chosen).voices.values()]


def rightly(heard: dict[str, list[Point]], voices: list[str]) -> tuple[int, int]:
    """How many utterances of these voices are taken for whose they are, of how many."""
    points = {id: LEARNED[id] for id in voices}
    right = sum(nearest(point, points) == id for id in voices for point in heard[id])
    return right, sum(len(heard[id]) for id in voices)


def test_every_voice_was_measured_and_none_is_near_another() -> None:
    assert LEARNED.keys() == VOICES.keys()
    for id, voice in VOICES.items():
        assert min(distance(voice, other) for other in VOICES.values() if other.id != id) > CONFUSABLE, id


def test_eight_voices_that_are_cast_together_are_told_apart_in_99_of_100_utterances(engine: EspeakEngine) -> None:
    found = heard(engine, CLAUSES[::30])
    results = [rightly(found, voices) for voices in draws(60)]
    assert sum(right for right, _ in results) >= 0.99 * sum(total for _, total in results)


def test_what_the_voice_files_say_is_what_is_measured(engine: EspeakEngine) -> None:
    for id in random.Random(SENTENCES[0]).sample(sorted(VOICES), 1):
        voice, now = VOICES[id], profile(VOICES[id], engine).measured
        assert voice.measured
        assert now.pitch == pytest.approx(voice.measured.pitch, rel=0.03), id
        assert math.dist(now.point, voice.measured.point) < 1.5, id


@pytest.mark.e2e
def test_any_eight_that_are_cast_together_are_told_apart_on_a_long_text(engine: EspeakEngine) -> None:
    found = heard(engine, CLAUSES[::2])
    assert all(len(points) > 40 for points in found.values())
    for voices in draws(300):
        right, total = rightly(found, voices)
        assert right >= 0.985 * total, (voices, right / total)


@pytest.mark.e2e
def test_all_voice_files_say_what_is_measured(engine: EspeakEngine) -> None:
    for id, voice in VOICES.items():
        now = profile(voice, engine).measured
        assert voice.measured
        assert now.pitch == pytest.approx(voice.measured.pitch, rel=0.03), id
        assert math.dist(now.point, voice.measured.point) < 1.5, id


def test_the_axes_make_utterances_of_one_voice_lie_alike_in_all_directions() -> None:
    rng = random.Random(4)
    voices = []
    for centre in (0.0, 50.0, 90.0):
        noise = [(rng.gauss(0, 3), rng.gauss(0, 1)) for _ in range(1000)]
        voices.append([(centre + one, centre + 2 * one + other) for one, other in noise])
    stretched = axes(voices)
    turned = [
        tuple(sum(weight * value for weight, value in zip(axis, row, strict=True)) for axis in stretched)
        for row in voices[0]
    ]
    middle = centroid(turned)
    for axis in range(2):
        assert sum((row[axis] - middle[axis]) ** 2 for row in turned) / len(turned) == pytest.approx(1, abs=0.1)
    assert sum((row[0] - middle[0]) * (row[1] - middle[1]) for row in turned) / len(turned) == pytest.approx(0, abs=0.1)


def test_the_measure_tells_pitch_loudness_pace_and_who_is_taken_for_whom(engine: EspeakEngine) -> None:
    voices = {id: VOICES[id] for id in ("aes", "gwb", "narrator")}
    lines = [*measured_lines(voices, engine, None, 60, SENTENCES[:8])]
    assert re.fullmatch(r"gwb +8\d Hz +-2\d\.\d dBFS +\d+ words/min  \w+, \d+\.\d away", lines[2])
    assert [line.split() for line in lines[-3:]] == [
        ["1", "aes", "100", ".", "."],
        ["2", "gwb", ".", "100", "."],
        ["3", "narrator", ".", ".", "100"],
    ]
    own = [*measured_lines(voices, engine, "gwb", 60, SENTENCES[:8])]
    assert own[3] == "Taken for others: gwb 100 of 100"
    assert own[-3] == "[measured]"


def test_one_voice_under_two_names_is_taken_for_the_other(engine: EspeakEngine) -> None:
    one = profile(VOICES["aes"], engine, SENTENCES[:8])
    wrong = confusions({"one": one, "other": one, "narrator": profile(VOICES["narrator"], engine, SENTENCES[:8])})
    assert wrong["other"]["one"] == 4
    assert wrong["narrator"] == {"narrator": 4}


def test_each_voice_is_a_human_voice_of_its_own() -> None:
    """By the points that were measured, whose unit is the spread of one voice: no two are alike."""
    points = [voice.natural.point for voice in load_voices(Path("none")).values()]
    assert all(points)
    apart = [math.dist(one, other) for one, other in combinations(points, 2)]
    assert min(apart) > CONFUSABLE
