"""Values of a library as they are read: text from whoever wrote the file is cleaned like that of a document."""

from __future__ import annotations

from tui_reader.library.stored_values import check_row

HOSTILE = "a\x1b[31m\x07b\u202ec\nd\x9b1m"


def test_texts_are_cleaned_and_names_titles_and_notes_are_on_one_line() -> None:
    columns = ("title", "note", "name", "voice", "label", "words")
    assert check_row(columns, [HOSTILE] * 6) == ("abc d", "abc d", "abc d", "abc d", "abc\nd", "abc\nd")
    assert check_row(["name"], [None]) == (None,)
