"""Whether labels are many enough for the length of a text, also where each line of verse counts."""

from __future__ import annotations

import pytest

from tui_reader.formats.transcript import parse

VERSE = "The tide comes in,\nThe boats go out,\nAnd nobody at the quay\nRemembers what they were about.\n"


def labels(text: str) -> list[str]:
    return [turn.label.text for turn in parse(text, "play.txt", "0" * 64).turns]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Ulla. So it is.", "Jens. Who knows?"),
        ("Ulla.", "Jens."),
        ("_Ulla_\n", "_Jens_\n"),
    ],
)
def test_the_lines_of_a_long_speech_in_verse_count_as_one_block(first: str, second: str) -> None:
    text = f"{first}\n{VERSE * 3}\n{second}\n{VERSE * 4}\n" * 4
    assert labels(text) == ["Ulla", "Jens"] * 4


def test_a_name_that_stands_before_words_may_also_stand_above_them() -> None:
    speeches = f"Ulla. So it is.\n{VERSE}\nJens.\n{VERSE}\nUlla.\n{VERSE}\nJens. Who knows?\n{VERSE}\n"
    assert labels(speeches * 3) == ["Ulla", "Jens"] * 6


def test_the_names_on_a_title_page_do_not_speak() -> None:
    title = "_The FERRY_\n\n_JENS HOLM_\n\n_The FERRY_\n\nACT I.\n\n"
    assert labels(title + f"_Ulla_\n\n{VERSE}\n_Jens_\n\n{VERSE}\n" * 3) == ["Ulla", "Jens"] * 3


def test_short_answers_that_are_paragraphs_are_no_names() -> None:
    assert not labels("Quite.\n\nIt rained again that day.\n\nPerhaps.\n\nThe ferry did not come.\n\n" * 4)


def test_the_refrain_of_a_song_is_no_name() -> None:
    assert not labels(f"Away.\n{VERSE}\n{VERSE}\nAway.\n{VERSE}\n{VERSE}\n" * 2)
