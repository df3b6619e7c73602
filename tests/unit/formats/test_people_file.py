"""A file of people corrects single turns, and says what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui_reader.document.collection import people_beside
from tui_reader.document.people.sex_and_age import KINDS
from tui_reader.formats import read
from tui_reader.formats.people_file import load, people_toml

TALK = "ANN: Hello. Who is it?\n\nBEN: Ben.\n\nANN: Come in.\n\nBEN: Thanks.\n"
GIVEN = '[[turn]]\nat = 29\nwords = "Ben."\nchange = "give"\nspeaker = "ANN"\n'


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    file = tmp_path / "talk.txt"
    file.write_text(TALK)
    return file


def test_a_turn_is_given_where_its_words_are_at_the_place(talk: Path) -> None:
    people_beside(talk).write_text(GIVEN)
    document = read(talk)
    assert [turn.speaker for turn in document.turns] == ["ANN", "ANN", "ANN", "BEN"] and not document.warnings


def test_the_turns_of_another_version_of_the_text_are_told_and_left(talk: Path) -> None:
    people_beside(talk).write_text(GIVEN)
    talk.write_text(f"A talk.\n\n{TALK}")
    document = read(talk)
    assert [turn.speaker for turn in document.turns] == ["ANN", "BEN", "ANN", "BEN"]
    assert document.warnings == ("talk.txt: 1 turn of the people file could not be found",)


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ('at = -1\nwords = "Ben."\nchange = "join"', "at is the number of a character of the text"),
        ('at = true\nwords = "Ben."\nchange = "join"', "at is the number of a character of the text"),
        ('at = 29\nchange = "join"', "words and speaker are words in quotes"),
        ('at = 29\nwords = "Ben."\nchange = "give"', 'change is "give", with a speaker, or "split" or "join"'),
        ('at = 29\nwords = "Ben."\nchange = ["join"]', 'change is "give", with a speaker, or "split" or "join"'),
        ("who = 1", 'unknown key "who"; a turn has at, words, change and speaker'),
    ],
)
def test_a_wrong_table_is_a_warning_with_its_line(talk: Path, table: str, told: str) -> None:
    people_beside(talk).write_text(f"[[turn]]\n{table}\n")
    assert read(talk).warnings == (f"talk.people.toml:1: {told}",)


def test_the_kind_of_a_person_is_kept_and_written_again(talk: Path) -> None:
    people_beside(talk).write_text('[[person]]\nname = "Ann Lee"\nkind = "old woman"\nlabels = ["ANN"]\n')
    document = read(talk)
    assert document.people[0].stated == KINDS["old woman"]
    assert 'kind = "old woman"' in people_toml(document)


def test_tables_need_two_brackets(talk: Path) -> None:
    people_beside(talk).write_text("[turn]\nat = 29\n")
    assert read(talk).warnings == ("talk.people.toml:1: write each turn as [[turn]], with two brackets",)


def test_the_recording_stays_where_the_people_are_shared_again(talk: Path) -> None:
    people_beside(talk).write_text('audio = "sound/talk \\"1\\".wav"\n')
    audio = load(people_beside(talk)).audio
    assert audio == 'sound/talk "1".wav'
    people_beside(talk).write_text(people_toml(read(talk), audio))
    assert load(people_beside(talk)).audio == audio
