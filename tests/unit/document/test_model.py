"""What the people of a document are called."""

from __future__ import annotations

import pytest

from tui_reader.document.model import Document, Person


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("J. R. R. Tolkien", "Tolkien"),
        ("George W. Ball", "Ball"),
        ("Ludwig van Beethoven", "Beethoven"),
        ("Malcolm X", "X"),
        ("User 12", "User 12"),
        ("A. " * 200 + "1", "A. " * 200 + "1"),  # initials without an end take no long time
        ("A B " * 200 + "1", "A B " * 200 + "1"),
    ],
)
def test_a_name_that_was_given_is_shown_by_its_surname(name: str, called: str) -> None:
    person = Person("AB", name, None, ("AB",), given=True)
    document = Document(name="talk.txt", key="", text="", format="transcript", people=(person,))
    assert document.short_name("AB") == called
