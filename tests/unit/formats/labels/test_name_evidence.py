"""Whether a label that comes once is a name, by how the rest of the text prints its words."""

from __future__ import annotations

import pytest

from tui_reader.formats.labels.name_evidence import NameEvidence, name_ends

TEXT = 'We saw the lesson, "one" of many. The audience laughed at Cleo, and Lesson was on the board.'


@pytest.mark.parametrize(
    ("label", "name"),
    [("Cleo", True), ("Cleo de Sand", True), ("Lesson", False), ("One Lesson", False), ("Audience", True)],
)
def test_a_word_that_the_text_prints_in_small_letters_is_no_name(label: str, name: bool) -> None:
    assert NameEvidence(TEXT).is_name(label) is name


@pytest.mark.parametrize(
    ("key", "ends"),
    [("abg. holm", ["abg. ", " holm"]), ("the king", [" king"]), ("anna", []), ("陳偉業議員", ["議員"])],
)
def test_names_of_a_kind_share_their_first_or_last_word(key: str, ends: list[str]) -> None:
    assert list(name_ends(key)) == ends
