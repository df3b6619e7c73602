"""Questions and answers by a letter or a word, in several languages, with numbers before and behind it."""

from __future__ import annotations

import pytest

from tui_reader.formats.transcript import parse

ASKED = ("Who made the boat?", "The carpenter made it, and his son.", "When was that?", "In the year of the flood.")


def turns(text: str) -> list[tuple[str, str]]:
    return [
        (turn.label.text, " ".join(one.text for one in turn.passages)) for turn in parse(text, "t.txt", "0" * 64).turns
    ]


@pytest.mark.parametrize(
    ("asking", "answering", "who"),
    [
        ("{n}. Q. ", "A. ", "QA"),
        ("Q. {n}. ", "A. ", "QA"),
        ("Q{n}: ", "A{n}: ", "QA"),
        ("Q.{n}. ", "A. ", "QA"),
        ("P. ", "R. ", "PR"),
        ("D. ", "R. ", "DR"),
        ("F. ", "A. ", "FA"),
        ("V. ", "R. ", "VR"),
        ("Question {n}. ", "Answer. ", ("Question", "Answer")),
        ("Frage {n}. ", "Antwort. ", ("Frage", "Antwort")),
        ("QUESTION. ", "ANSWER. ", ("QUESTION", "ANSWER")),
    ],
)  # fmt: skip
def test_who_asks_and_who_answers_are_told_by_a_letter_or_a_word(
    asking: str, answering: str, who: tuple[str, str]
) -> None:
    text = "\n\n".join(
        f"{asking.format(n=n)}{question}\n{answering.format(n=n)}{answer}"
        for n, (question, answer) in enumerate((ASKED[:2], ASKED[2:], ASKED[:2]), 1)
    )
    said = [*ASKED, *ASKED[:2]]
    assert turns(text) == [(who[index % 2], words) for index, words in enumerate(said)]


def test_letters_of_a_list_ask_nothing() -> None:
    rules = ("Guests pay.", "Dogs wait.", "Parking is behind.", "Rooms are let.", "Views are free.", "Fish is fresh.")
    text = "\n".join(f"{letter}. {rule}" for letter, rule in zip("ADPRVF", rules, strict=True))
    assert turns(text) == []


def test_the_answers_number_stays_in_its_words() -> None:
    text = "Q. How old?\nA. 12. It is in the book.\nQ. And she?\nA. 30. Or more.\nQ. When?\nA. In May."
    assert [words for who, words in turns(text) if who == "A"] == ["12. It is in the book.", "30. Or more.", "In May."]


_RULES = "A. Leaves grow.\nB. Roots drink.\nC. Stems bend.\nD. Seeds fly.\nE. Buds open.\nF. Fruit is sweet."


@pytest.mark.parametrize(
    "text",
    [
        "\n\n".join(f"{number}. Plants\n\n{_RULES}" for number in ("I", "II", "III")),
        "P. Hall spoke first.\n\nR. Stone spoke after him.\n\nP. Hall said no more.\n\nR. Stone went home.",
        "D. Hume, Essays.\n\nR. Burton, Anatomy.\n\nD. Defoe, Moll, 1722.\n\nR. Boyle, The Chymist, 1661.",
        "V. It is too dear.\n\nR. The road is fine.\n\nV. We pay.\n\nR. We walk.\n\nM. I like it.\n\nK. I do not.",
        "V. It is dear.\n\nSails.\n\nThe sea.\n\nRoads.\n\nR. It is fine.\n\nA wall.\n\nThe hill.\n\nV. No.\n\nR. Yes.",
        "Q1. Which?\nA. Elbe\nB. Rhin\nC. Oder\n\nQ2. Which hill?\nA. Etna\nB. Fuji\nC. Rigi\n\nQ3. Who?\nA. I\nB. You",
    ],
    ids=["outline", "initials", "books", "letters to an editor", "verses far from each other", "choices"],
)
def test_letters_that_take_turns_without_questions_ask_nothing(text: str) -> None:
    assert turns(text) == []


def test_the_number_of_a_note_may_stand_behind_a_question() -> None:
    text = "P. ¿Quién?[12]\n\nR. El hijo.\n\nP. ¿Cuándo?[13]\n\nR. Antes."
    assert [who for who, _ in turns(text)] == ["P", "R"] * 2


def test_people_coded_a_with_a_number_are_heard_where_no_question_is_numbered() -> None:
    coded = "A1: It is fine.\n\nB1: It is not.\n\nA2: It is cold.\n\nB1: It was.\n\nA1: So be it.\n\nA2: Home now."
    assert [who for who, _ in turns(coded)] == ["A1", "B1", "A2", "B1", "A1", "A2"]
    asked = "INT: Is it fine?\n\nA1: It is.\n\nINT: And you?\n\nA2: It is cold.\n\nINT: Well?\n\nA1: So be it."
    assert [who for who, _ in turns(asked)] == ["INT", "A1", "INT", "A2", "INT", "A1"]
