"""Lexicons: how words are said, from a file that a person writes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui_reader.errors import ReaderError
from tui_reader.paths import bundled
from tui_reader.script.spelling import Lexicon, Speller, load_lexicon


def spell(tmp_path: Path, lexicon: str, text: str, language: str = "en") -> str:
    path = tmp_path / "lexicon.toml"
    path.write_text(lexicon, encoding="utf-8")
    speller = Speller(own=load_lexicon(path), common=Lexicon())
    return "".join(piece.said for piece in speller.pieces(text, language))


@pytest.mark.parametrize(
    ("lexicon", "text", "said"),
    [
        ('Ball = "Bawl"', "Ball, Balls and ball", "Bawl, Balls and ball"),
        ('Ball = {said = "Bawl", case = false}', "BALL and ball", "Bawl and Bawl"),
        ('Ball = {said = "Bawl", whole_word = false}', "Balls", "Bawls"),
        ('"New York" = "Gotham"', "in New York, New Yorker", "in Gotham, New Yorker"),
        ('"[sic]" = {skip = true, whole_word = false}', "so[sic] it", "so it"),
        ("sic = {skip = true}", "so sic it", "so  it"),
        ('York = "Yawk"\n"New York" = "Gotham"', "New York and York", "Gotham and Yawk"),
        ('1962 = "that year"', "in 1962", "in that year"),
        ('"C++" = "see plus plus"', "C++ code", "see plus plus code"),
        ('Ball = "\\\\1 [[x]]"', "Ball", "\\1 [[x]]"),
    ],
)
def test_a_rule_applies_where_it_says(tmp_path: Path, lexicon: str, text: str, said: str) -> None:
    assert spell(tmp_path, lexicon, text) == said


def test_a_rule_is_for_the_documents_of_its_language(tmp_path: Path) -> None:
    lexicon = 'Ball = {said = "Bal", language = "de"}'
    assert spell(tmp_path, lexicon, "Ball", "de-AT") == "Bal"
    assert spell(tmp_path, lexicon, "Ball", "en") == "Ball"


def test_the_own_lexicon_wins_over_rules_and_the_common_one(tmp_path: Path) -> None:
    path = tmp_path / "lexicon.toml"
    path.write_text('Adlai = "Bob"\n"IL-28" = "the Beagle"', encoding="utf-8")
    speller = Speller(own=load_lexicon(path))
    assert "".join(piece.said for piece in speller.pieces("Adlai, IL-28, SAM")) == "Bob, the Beagle, sam"


def test_no_file_is_an_empty_lexicon(tmp_path: Path) -> None:
    assert load_lexicon(tmp_path / "none.toml").entries == ()


@pytest.mark.parametrize(
    ("lexicon", "line", "words"),
    [
        ('Ball = "Bawl"\nAdlai = \n', 2, "is no TOML"),
        ('Ball = "Bawl"\nBall = "Bal"\n', 2, "is no TOML"),
        ("\nAdlai = 3\n", 2, "needs what is said"),
        ('# Names\n"New York" = {sad = "x"}\n', 2, '"sad" is unknown'),
        ('A = "b"\nAdlai = {said = 5}\n', 2, "said must be text in quotes"),
        ('Adlai = {said = "x", case = "no"}\n', 1, "case must be true or false"),
        ("A = {}\n", 1, "needs either"),
        ('A = {said = "x", skip = true}\n', 1, "needs either"),
        ('A = "x"\n[Adlai]\ncase = true', 2, "needs either"),
        ('"" = "x"\n', 1, "names no word"),
    ],
)
def test_a_broken_rule_is_told_with_file_and_line(tmp_path: Path, lexicon: str, line: int, words: str) -> None:
    path = tmp_path / "lexicon.toml"
    path.write_text(lexicon, encoding="utf-8")
    with pytest.raises(ReaderError) as told:
        load_lexicon(path)
    assert str(told.value).startswith(f"{path}:{line}: ")
    assert words in str(told.value)
    assert "\n" not in str(told.value)


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match="cannot be read"):
        load_lexicon(tmp_path)
    path = tmp_path / "lexicon.toml"
    path.write_bytes(b'A = "\xff"')
    with pytest.raises(ReaderError, match="is not UTF-8"):
        load_lexicon(path)


def test_the_common_lexicon_is_sound() -> None:
    entries = load_lexicon(bundled("voices") / "lexicon.toml").entries
    assert {"Adlai", "Mikoyan", "SAM"} <= {entry.written for entry in entries}
    assert all(entry.said for entry in entries)
