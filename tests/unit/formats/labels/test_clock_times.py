"""The times that documents print: before words, alone on a line, in brackets, of cues."""

from __future__ import annotations

import re

import pytest

from tui_reader.formats.labels.clock_times import (
    CUE_TIMES,
    IN_BRACKETS,
    IN_ELEMENT,
    MARKDOWN_STAMP,
    STAMP,
    is_time_stamp,
    seconds,
    seconds_of_event,
    stamp_end,
)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("[12:30] <zed> hi", "<zed> hi"),
        ("12/31/20, 10:15 - Ann: Hi", "Ann: Hi"),
        ("31 December 2020 at 10:15 p.m. Ann", "Ann"),
        ("04 06 45 52      CC", "CC"),
        ("00:01:02.500 Ann", "Ann"),
        ("12 boats", "12 boats"),
        ("12:30", "12:30"),
        ("Ann 12:30", "Ann 12:30"),
    ],
)
def test_a_time_before_words(line: str, words: str) -> None:
    assert line[stamp_end(line, 0, len(line)) :] == words


@pytest.mark.parametrize("line", ["1:02", "[00:01:02]", "-00:01:02.5", "(1:02):"])
def test_a_time_alone_on_its_line(line: str) -> None:
    assert is_time_stamp(line) and not is_time_stamp(f"{line} Ann")


@pytest.mark.parametrize(
    ("pattern", "times", "others"),
    [
        (STAMP, ["0:35", "[00:01:35]", "Today at 10:15 AM", "12/31/20, 10:15"], ["35", "Ann"]),
        (MARKDOWN_STAMP, ["\\[0:35\\]", "2020-12-31 10:15"], ["31 December"]),
        (IN_BRACKETS, ["[0:35]", "\\[00:01:35\\]", "(1:35)"], ["0:35", "[35]"]),
        (IN_ELEMENT, ["12:30", "(2020-12-31 12:30 PM)"], ["at noon", "Monday, 12:30"]),
        (CUE_TIMES, ["00:01.000 --> 00:02.000 align:left", "1:2 --> 1:3"], ["00:01 -> 00:02", "1 --> 2"]),
    ],
    ids=["stamp", "markdown", "in brackets", "in an element", "cue"],
)
def test_times_by_the_place_where_they_stand(pattern: str, times: list[str], others: list[str]) -> None:
    assert all(re.fullmatch(pattern, time) for time in times)
    assert not any(re.fullmatch(pattern, other) for other in others)


def test_times_in_seconds() -> None:
    assert (seconds("01:02:03.5"), seconds("02:03,5"), seconds("1:2")) == (3723.5, 123.5, 62.0)
    assert (seconds_of_event("0:00:01.50"), seconds_of_event("00:01.50"), seconds_of_event("soon")) == (1.5, None, None)
