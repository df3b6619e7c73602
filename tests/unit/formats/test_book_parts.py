"""Headings of what stands before and after a text, and the words for its end."""

from __future__ import annotations

import pytest

from tui_reader.formats.book_parts import is_end, is_matter, is_song


@pytest.mark.parametrize(
    ("line", "matter"),
    [
        ("INTRODUCTION.", True), ("Préface", True), ("Anmerkungen:", True), ("_Indice._", True), ("Предисловие", True),
        ("Introduction to the boats", False), ("PROLOGUE", False), ("Notes were taken.", False), ("", False),
    ],
)  # fmt: skip
def test_a_preface_or_an_appendix_is_told_by_its_heading(line: str, matter: bool) -> None:
    assert is_matter(line) is matter


@pytest.mark.parametrize(
    ("line", "end"),
    [
        ("THE END", True), ("Rideau.", True), ("OPONA", True), ("_Der Vorhang fällt._", True), ("[END OF TAPE]", True),
        ("Ende des ersten Aktes", True), ("END OF ACT II.", True), ("FINE", True), ("Fine.", False),
        ("The end of it was that he left.", False), ("End it?", False), ("", False),
    ],
)  # fmt: skip
def test_the_end_is_told_in_each_language_and_an_answer_is_no_end(line: str, end: bool) -> None:
    assert is_end(line) is end


@pytest.mark.parametrize(
    ("line", "song"), [("AIR II. The merry Miller, &c.", True), ("Nr. 4. Terzett", True), ("No. I will not go.", False)]
)
def test_a_number_of_an_opera_is_a_heading(line: str, song: bool) -> None:
    assert is_song(line) is song
