"""Whether a label that comes once is a name, by how the rest of the text prints its words."""

from __future__ import annotations

import pytest

from tui_reader.formats.labels.name_evidence import NameEvidence

TEXT = 'We saw the lesson, "one" of many. The audience laughed at Cleo, and Lesson was on the board.'


@pytest.mark.parametrize(
    ("label", "name"),
    [("Cleo", True), ("Cleo de Sand", True), ("Lesson", False), ("One Lesson", False), ("Audience", True)],
)
def test_a_word_that_the_text_prints_in_small_letters_is_no_name(label: str, name: bool) -> None:
    assert NameEvidence(TEXT).is_name(label) is name
