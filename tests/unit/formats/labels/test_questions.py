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
