"""What the program does is killed a few times each; `python -m tests.kill` does it a hundred times."""

from __future__ import annotations

import pytest

from tests.kill.scenario import Scenario, run
from tests.kill.scenarios import SCENARIOS

pytestmark = pytest.mark.e2e


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.name)
def test_nothing_is_lost_and_nothing_left_over(scenario: Scenario) -> None:
    assert run(scenario, 3, 1962).wrong == []
