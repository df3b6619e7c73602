"""What sounds is killed three times each; `python -m tests.kill.sound` does it fifty times."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest

from tests.kill import sound

pytestmark = pytest.mark.e2e


@pytest.mark.parametrize("kill", [sound.worker, sound.server, sound.program])
def test_nothing_hangs_and_each_place_is_right(
    kill: Callable[[int, Random], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PULSE_SERVER", "unix:/nonexistent")  # put back at the end
    kill(3, Random(3))
