"""Questions and answers in records of courts: the names between them, and lines that say who asks from there on."""

from __future__ import annotations

import pytest

from tui_reader.document.accounting import accounted
from tui_reader.document.model import Document, Kind
from tui_reader.formats.transcript import parse


def read(text: str) -> Document:
    document = parse(text, "t.txt", "0" * 64)
    assert accounted(document)
    return document


@pytest.mark.parametrize(
    "line",
    [
        "BY MR. ROE:",
        "By Senator LANE:",
        "By the President:",
        "BY THE COURT:",
        "Cross-examined by the ACCUSED.",
        "_Examined by_ MR. ROE:",
        "Re-examination by Mr. Roe.",
        "Examination in chief by Mr. Roe",
        "RUTH HOLM, having been first duly sworn, was examined and testified as follows:",
        "The witness withdrew.",
    ],
)
def test_a_line_that_says_who_asks_or_who_comes_is_the_narrators(line: str) -> None:
    text = f"Q. Where was the cart?\nA. In the lane.\n\n{line}\n\nQ. Since when?\nA. Since noon, sir."
    document = read(text)
    assert [turn.label.text for turn in document.turns] == ["Q", "A", "Q", "A"]
    assert [one.kind for one in document.turns[1].passages] == [Kind.SPEECH, Kind.ASIDE]


@pytest.mark.parametrize(
    "line",
    [
        "By the way, I saw the cart there:",
        "Examined by daylight, it was a poor cart, and it had lost a wheel on the road to the mill, I believe.",
        "He was examined by the surgeon.",
        "By noon, I was sworn to say nothing of it.",
    ],
)
def test_what_a_witness_goes_on_to_say_is_the_witness(line: str) -> None:
    document = read(f"Q. Where was the cart?\nA. In the lane.\n\n{line}\n\nQ. Since when?\nA. Since noon, sir.")
    assert [one.kind for one in document.turns[1].passages] == [Kind.SPEECH, Kind.SPEECH]


def test_who_asks_in_brackets_behind_the_letter_is_no_speech() -> None:
    text = (
        "Q. Where was it?\nA. There.\nQ.    (By Mr. Roe)   Since when?\nA. Noon.\nQ. (BY MR. ROE:)  And?\nA. No more."
    )
    said = [[(one.kind, one.text) for one in turn.passages] for turn in read(text).turns]
    assert said[2] == [(Kind.ASIDE, "(By Mr. Roe)"), (Kind.SPEECH, "Since when?")]
    assert said[4] == [(Kind.ASIDE, "(BY MR. ROE:)"), (Kind.SPEECH, "And?")]


def test_who_asks_first_is_told_and_not_left_in_front() -> None:
    document = read("TRIAL OF ANN ROE\n\nEXAMINATION BY MR. LANE\n\nQ. Where?\nA. Here.\nQ. When?\nA. At noon.")
    assert [(part.on_demand, [one.text for one in part.body]) for part in document.parts] == [
        (False, ["EXAMINATION BY MR. LANE"])
    ]


def test_a_title_before_a_name_in_capitals_is_as_the_other_names() -> None:
    lines = ("COURT. Where was it?", "RUTH HOLM. In the lane, sir.", "COURT. Since when?", "RUTH HOLM. Since noon.")
    text = "\n\n".join((*lines, "MR. BELL. You saw it come?", *lines))
    assert [turn.label.text for turn in read(text).turns][4] == "MR. BELL"


def test_initials_in_a_cast_ask_and_answer_nothing() -> None:
    cast = ("F. Holm", "A. Roe", "P. Lane", "F. Bell", "A. Gray")
    said = [f"{name}: We went to the mill, and came back." for name in ("I. Moss", *cast, "I. Moss")]
    text = "\n".join(("THE MILL", "", "CAST", "", *cast, "", *said))
    assert [turn.label.text for turn in read(text).turns] == ["I. Moss", *cast, "I. Moss"]
