"""Who of a document could be taken for somebody else by the ear."""

from __future__ import annotations

import random

import pytest

from tests.unit.casting.test_cast import VOICES, dialogue, measured
from tui_reader.casting import cast
from tui_reader.voice_lab.confusability import confusable


def test_two_who_answer_each_other_in_alike_voices_are_told_and_others_are_not() -> None:
    voices = measured(n=(0.0,), a=(20.0,), b=(22.0,), c=(50.0,))
    document = dialogue(["ANN", "BEN", "ANN", "CAL"], {"ANN": "Ann Lee"})
    chosen = {"ANN": "a", "BEN": "b", "CAL": "c"}
    assert confusable(cast(document, voices, chosen), document) == [
        "Lee and BEN could be confused: the voices a and b are alike, and they answer each other 2 times."
    ]
    assert confusable(cast(document, voices, {**chosen, "BEN": "c", "ANN": "c", "CAL": "a"}), document) == [
        "Lee and BEN could be confused: both have the voice c, and they answer each other 2 times."
    ]
    assert confusable(cast(document, voices), document) == []


@pytest.mark.parametrize("seed", range(3))
def test_of_three_thousand_speakers_no_two_who_answer_each_other_sound_alike(seed: int) -> None:
    rng = random.Random(seed)
    speakers = [f"{rng.choice(('Mr. ', 'Mrs. ', ''))}S{int(rng.expovariate(0.001)) % 3000}" for _ in range(9_000)]
    document = dialogue(speakers)
    assert confusable(cast(document, VOICES), document) == []
