"""The numbers of verses at the ends of lines."""

from __future__ import annotations

from tests.unit.formats.labels.test_conventions import labels, read
from tui_reader.formats.transcript.verse_numbers import verse_numbers


def test_every_fifth_number_at_the_end_of_a_line_counts_verses() -> None:
    text = (
        "OAK. Quid novi?\nELM. Nihil est mihi.   5\nOAK. Ubi est\npistor?\n"
        "ELM. Dormit.\nOAK. Et panis?\nELM. Non est. OAK. Bene. 10\nELM. Bene."
    )
    assert [text[one.start : one.end] for one in verse_numbers(text)] == ["5", "10"]
    assert labels(text) == ["OAK", "ELM"] * 4
    document = read(text)
    assert not any(char.isdigit() for turn in document.turns for char in turn.text)
    assert {rest.why for rest in document.residue} >= {"the number of a line"}


def test_other_numbers_at_the_ends_of_lines_stay() -> None:
    assert verse_numbers("It was 5\nor 12\nor 10\nor 3") == []
    assert verse_numbers("We came in 1905\nand went in 1910\nand in 1912\nand 1913.") == []
    assert verse_numbers("We met at 10\no'clock, and left\nin\nspite\nof\nthe rain\nat 10\nthe next day.") == []
    assert verse_numbers("We had 5\nhouses and 10\ncows.") == []
