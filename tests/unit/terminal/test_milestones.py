"""Long work is told in five lines at most, the time left in words; short work not at all."""

from __future__ import annotations

import pytest

from tui_reader.terminal import milestones
from tui_reader.terminal.milestones import Milestones


class Clock:
    """A clock that a test sets."""

    seconds = 0.0

    def monotonic(self) -> float:
        return self.seconds


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(milestones, "time", clock)
    return clock


def test_each_quarter_is_told_once_with_the_time_left(clock: Clock) -> None:
    told: list[str] = []
    work = Milestones("Reading.", told.append)
    for percent in range(101):
        clock.seconds = 100.0 * percent
        work.reached(percent / 100)
    assert told == [
        "Reading.",
        "A quarter done, 2 hours 5 minutes left.",
        "Half done, 1 hour 23 minutes left.",
        "Three quarters done, 42 minutes left.",
    ]


def test_work_within_a_second_is_not_told(clock: Clock) -> None:
    told: list[str] = []
    work = Milestones("Reading.", told.append)
    for percent in range(101):
        clock.seconds = 0.0099 * percent
        work.reached(percent / 100)
    assert told == []


def test_a_start_that_is_told_at_once_has_no_quarters_within_a_second(clock: Clock) -> None:
    told: list[str] = []
    work = Milestones("Reading.", told.append, at_once=True)
    for percent in range(101):
        clock.seconds = 0.0099 * percent
        work.reached(percent / 100)
    assert told == ["Reading."]


def test_of_a_jump_only_the_last_quarter_is_told_and_never_one_before_it(clock: Clock) -> None:
    told: list[str] = []
    work = Milestones("Reading.", told.append)
    clock.seconds = 2.0
    for share in (0.8, 0.3, 0.6, 1.0):
        work.reached(share)
    assert told == ["Reading.", "Three quarters done, 1 second left."]
