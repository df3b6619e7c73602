"""Toolbox and Shoebox: records of fields, of which one holds what is said."""

from __future__ import annotations

import pytest

from tests.support.documents import turns_by_label
from tui_reader.errors import DocumentError
from tui_reader.formats import parse

_HEAD = "\\_sh v3.0  400  Text\n\n\\id water\n"


def test_what_is_said_is_the_field_tx_and_a_long_one_goes_on_in_the_next_line() -> None:
    text = (
        f"{_HEAD}\\ti The river\n\\ref 1\n\\sp Anna\n\\tx How high\nis it?\n\\mb how high\n\\ft Wie hoch?\n"
        "\\ref 2\n\\sp Ben\n\\tx Too high.\n\\begin 1.5\n\\end 2.0\n"
    )
    document = parse(text.encode(), "talk.txt")
    assert turns_by_label(document) == [("Anna", "How high is it?"), ("Ben", "Too high.")] and document.lost is None
    assert document.title and document.title.text == "The river"
    assert [(time.start, time.end) for time in document.times] == [(1.5, 2.0)]
    assert "how high\nWie hoch?" in "\n".join(one.text for one in document.residue)


def test_texts_without_speakers_are_the_narrators_and_records_may_have_no_numbers() -> None:
    document = parse(f"{_HEAD}\\t How high?\n\\g high\n\\t Too high.\n\\g high\n".encode(), "talk.txt")
    assert document.turns == () and document.pages[-1].text == "How high? Too high."


def test_a_dictionary_is_no_text() -> None:
    entries = "\\_sh v3.0  400  MDF 4.0\n\n\\lx wai\n\\ps n\n\\ge water\n".encode("ascii")
    found = parse(entries, "words.txt")
    assert found.producer and found.producer.name != "toolbox"
    with pytest.raises(DocumentError, match=r"no field .tx"):
        parse(entries, "words.txt", producer="toolbox")
