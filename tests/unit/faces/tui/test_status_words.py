"""The words of the status line: the time left, and the place on a page that is not a turn."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.dialogue_builder import Dialogue
from tests.support.reading_driver import silent_reading
from tui_reader.faces.tui.status_words import place, short_place, time_left
from tui_reader.library import Library


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "less than a minute left"), (59, "less than a minute left"), (60, "about 1 min left"),
        (360, "about 6 min left"), (3599, "about 1 h left"), (7500, "about 2 h 5 min left"),
        (35_999, "about 10 h left"), (207_060, "about 58 h left"),
    ],
)  # fmt: skip
def test_the_time_left_is_told_to_the_minute(seconds: float, words: str) -> None:
    assert time_left(seconds) == words


def test_turns_are_counted_as_turns_and_other_pages_as_parts() -> None:
    document = (
        Dialogue()
        .part("Preface", paragraph="Once.")
        .part()
        .turn("A", "One.")
        .turn("B", "Two.")
        .part("Letter")
        .document()
    )
    with Library(None) as library:
        reading = silent_reading(document, Path("talk.txt"), library)
        assert [place(reading, page) for page in document.pages] == [
            "Part 1 of 3", "Turn 1 of 2", "Turn 2 of 2", "Part 3 of 3",
        ]  # fmt: skip
        assert [short_place(reading, page) for page in document.pages[2:]] == ["2 of 2", "part 3 of 3"]
