"""What is told of a hesitation in a turn by heart."""

from __future__ import annotations

from tui_reader.reading.own_turn import OwnTurn


class Clock:
    """A clock that is set by hand."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_turn_that_waits_for_a_key_may_take_longer() -> None:
    clock = Clock()
    turn = OwnTurn(4, 3.0, clock)
    turn.prompts = 2
    clock.now = 8.4
    hesitation = turn.ended(waits=True)
    assert hesitation and (hesitation.page, hesitation.told) == (4, "2 prompts, 5 seconds over")


def test_a_turn_of_its_time_is_longer_only_where_it_was_paused() -> None:
    clock = Clock()
    turn = OwnTurn(4, 3.0, clock)
    turn.hold(True)
    clock.now = 1.2
    turn.hold(True)
    clock.now = 2.0
    turn.hold(False)
    clock.now = 60.0
    hesitation = turn.ended(waits=False)
    assert hesitation and hesitation.told == "2 seconds over"


def test_a_turn_without_hesitation_is_not_listed() -> None:
    clock = Clock()
    turn = OwnTurn(4, 3.0, clock)
    clock.now = 3.3
    assert turn.ended(waits=True) is None
