"""Questions and answers within a line, and behind the name of who asks, as old records of courts print them."""

from __future__ import annotations

import pytest

from tui_reader.document.accounting import accounted
from tui_reader.formats.transcript import parse


def turns(text: str) -> list[tuple[str, str]]:
    document = parse(text, "t.txt", "0" * 64)
    assert accounted(document)
    return [(turn.label.text, " ".join(one.text for one in turn.passages)) for turn in document.turns]


@pytest.mark.parametrize("sign", [" - A. ", " -- A. ", "--A. ", " — A. ", " A. "])
def test_an_answer_in_the_line_of_its_question_is_a_turn(sign: str) -> None:
    asked = [("Q", "Where was the cart?"), ("A", "In the lane."), ("Q", "Since when?"), ("A", "Since noon, sir.")]
    one_line = f"Q. Where was the cart?{sign}In the lane. Q. Since when?{sign}Since noon, sir.\n\nQ. Who saw it?"
    assert turns(one_line)[:4] == asked
    numbered = f"1. Q. Where was the cart?{sign}In the lane.\n2. Q. Since when?{sign}Since noon, sir."
    assert turns(numbered) == asked


def test_the_name_before_the_letter_is_who_asks() -> None:
    text = "\n\n".join(
        (
            "RUTH HOLM. I keep a shop in Mill-lane. The prisoner came in about nine, and asked for a chain.",
            "Court. Q. Was anybody else in the shop? - A. My boy.",
            "Q. How soon did you miss the watch? - A. In five minutes. Q. By your clock? - A. Yes.",
            "Mr. Bell. Q. You had been ill? - A. No; not for a year.",
            "PAUL ROE. I am an officer. I took him at the Bell.",
            "Court. Q. Did he say any thing? - A. Nothing at all.",
        )
    )
    names = [who for who, _ in turns(text)]
    assert names == ["RUTH HOLM", "Court", "A", "Q", "A", "Q", "A", "Mr. Bell", "A", "PAUL ROE", "Court", "A"]


def test_initials_within_a_line_answer_nothing() -> None:
    text = "Q. Whom did you meet?\nA. Two men. A. Lane and his son.\nQ. And then?\nA. Was it not you who asked me, sir?"
    assert turns(text)[1] == ("A", "Two men. A. Lane and his son.")
