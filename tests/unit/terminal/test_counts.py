"""Numbers with their nouns, durations in words, and times."""

from __future__ import annotations

import pytest

from tui_reader.terminal.counts import clock, duration, length, timestamp


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


@pytest.mark.parametrize(("seconds", "told"), [(7.9, "0:07"), (751, "12:31"), (3751, "1:02:31"), (36_000, "10:00:00")])
def test_a_time_is_told_as_players_show_it(seconds: float, told: str) -> None:
    assert clock(seconds) == told


@pytest.mark.parametrize(
    ("seconds", "told"),
    [(378.912, "00:06:18.912"), (59.9996, "00:01:00.000"), (3599.9999, "01:00:00.000"), (32_405.5, "09:00:05.500")],
)
def test_a_time_in_a_file_is_exact_to_the_millisecond(seconds: float, told: str) -> None:
    assert timestamp(seconds) == told
