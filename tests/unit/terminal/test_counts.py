"""Numbers with their nouns, and durations in words."""

from __future__ import annotations

import pytest

from tui_reader.terminal.counts import duration, length


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "less than a minute"), (0.99, "less than a minute"),
        (1, "1 minute"), (1.4, "1 minute"), (59, "59 minutes"), (59.6, "1 hour"), (60, "1 hour"),
        (125, "2 hours 5 minutes"), (599, "9 hours 59 minutes"), (3451, "58 hours"),
    ],
)  # fmt: skip
def test_a_duration_is_said_to_the_minute_and_a_long_one_to_the_hour(minutes: float, words: str) -> None:
    assert duration(60 * minutes) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(11.4, "11 s"), (59.4, "59 s"), (59.6, "1 minute"), (400, "7 minutes"), (7500, "2 hours 5 minutes")],
)
def test_the_length_of_something_short_is_said_to_the_second(seconds: float, words: str) -> None:
    assert length(seconds) == words
