"""Words that one text has and another has not."""

from __future__ import annotations

import pytest

from tui_reader.document.lost_words import missing_words


@pytest.mark.parametrize(
    ("raw", "held"),
    [
        ("Well, yes.\nNo.", "no\n\nWELL yes"),
        ("Good\nday", "Good day to you"),
        ("W\nell, so be it", "Well so be it"),
        ("HomeAbout\nUs", "home\nabout us"),
        ("Straße — ÉTÉ", "STRASSE été"),
        ("", "more"),
    ],
    ids=["order", "lines", "joined", "divided", "capitals", "empty"],
)
def test_the_same_words_are_not_missing(raw: str, held: str) -> None:
    assert missing_words(raw, held) == []


def test_what_is_missing_is_told_in_its_order() -> None:
    assert missing_words("One two.\nThree four five.\nSix.", "one two six") == ["three", "four", "five"]


def test_each_copy_counts() -> None:
    assert missing_words("no\nno\nno", "no, no") == ["no"]


def test_copies_of_what_a_file_has_in_several_forms_do_not_count() -> None:
    assert missing_words("one two\none two\nthree", "one two", repeated=True) == ["three"]


def test_words_that_were_added_hide_no_others() -> None:
    assert missing_words("alpha beta", "alpha gamma delta") == ["beta"]


def test_lines_that_a_file_has_several_times_are_not_missing_and_a_line_that_nobody_has_is() -> None:
    assert missing_words("One line.\nOne line.\nAnother word.", "One line.\n\nWord", repeated=True) == ["another"]
