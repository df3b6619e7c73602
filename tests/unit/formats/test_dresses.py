"""An invented dialogue has the same turns in every dress that real documents have: `tests.dress` draws and prints them.

2,000 of fixed numbers in a usual run; with `TUI_READER_DRESSES=500` in the environment so many more, by chance.
"""

from __future__ import annotations

import os
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.dress.target import Dresses
from tests.dress.trial import difference, dressed
from tests.fuzz.run import FuzzRun

_ASKED = int(os.environ.get("TUI_READER_DRESSES", "0"))
_SEED = 4


@pytest.mark.parametrize("part", range(20))
def test_a_dialogue_has_the_same_turns_in_dresses_of_fixed_numbers(part: int) -> None:
    for number in range(part * 100, part * 100 + 100):
        dress = dressed(Random(f"{_SEED} {number}"))
        assert difference(dress) == "", f"{number}: {dress.kind}"


@pytest.mark.skipif(not _ASKED, reason="TUI_READER_DRESSES says how many")
@settings(
    max_examples=_ASKED or 1, database=None, deadline=None,
    phases=(Phase.generate, Phase.shrink),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)  # fmt: skip
@given(chance=st.randoms(use_true_random=False))
def test_a_dialogue_has_the_same_turns_in_every_dress(chance: Random) -> None:
    dress = dressed(chance)
    assert difference(dress) == "", f"{dress.kind}\n{dress.data[:3000].decode('utf-8', 'replace')}"


def test_a_dress_follows_from_its_number(tmp_path: Path) -> None:
    assert Dresses().made(Random("1 7")) == Dresses().made(Random("1 7"))
    assert FuzzRun("dresses", 1, 3, None, tmp_path).run(1) == 0
