"""Footnotes of plain texts in the prints that are met, and what looks like them and is none."""

from __future__ import annotations

import pytest

from tui_reader.document.accounting import accounted, gaps
from tui_reader.document.model import Document
from tui_reader.formats.transcript import parse


def read(text: str) -> Document:
    document = parse(text, "talk.txt", "0" * 64)
    assert accounted(document), gaps(document)
    return document


TALK = """ANNA BERG: The boat{0} was sold. It was old.{1}

KURT VOGEL: Thank you.

ANNA BERG: That is all.{2}

KURT VOGEL: Good.

"""
NOTES = ("Says where the boat was kept.", "See who sold it, and when.", "What it cost.")
NUMBERED = [
    ("({})", "{} {}"),
    ("[{}]", "[{}] {}"),
    ("[{}]", "{}. {}"),
    ("({})", "({}) {}"),
    ("[{}]", "[{}]: {}"),
    ("[{}]", "{}: {}"),
    ("^{}", "^{} {}"),
    ("{{{}}}", "{{{}}} {}"),
    ("<{}>", "<{}> {}"),
    ("[{}]", "[Footnote {}: {}]"),
    ("[fn {}]", "[fn {}] {}"),
    ("[Note {}]", "Note {}: {}"),
    ("{}", "{} {}"),
    ("{}", "{}. {}"),
]


@pytest.mark.parametrize("heading", ["", "Notes\n\n", "FOOTNOTES:\n\n"])
@pytest.mark.parametrize("between", ["\n\n", "\n"])
@pytest.mark.parametrize(("mark", "note"), NUMBERED)
def test_numbered_notes_at_the_end_are_notes_in_each_print(mark: str, note: str, between: str, heading: str) -> None:
    text = TALK.format(*map(mark.format, (1, 2, 3)))
    document = read(text + heading + between.join(note.format(n, words) for n, words in enumerate(NOTES, 1)))
    assert [turn.label.text for turn in document.turns] == ["ANNA BERG", "KURT VOGEL"] * 2
    assert document.turns[0].text == "The boat was sold. It was old." and document.turns[2].text == "That is all."
    assert [(one.mark, one.text) for one in document.notes] == list(zip("123", NOTES, strict=True))
    assert [mark.note for turn in document.turns for one in turn.passages for mark in one.marks] == ["1", "2", "3"]


@pytest.mark.parametrize(
    "signs", [("*", "**", "***"), ("*", "†", "‡"), ("[*]", "[†]", "[‡]"), ("[A]", "[B]", "[C]"), ("¹", "²", "³")]
)
def test_stars_and_letters_are_marks(signs: tuple[str, str, str]) -> None:
    text = TALK.format(*signs) + "\n\n".join(f"{sign} {words}" for sign, words in zip(signs, NOTES, strict=True))
    document = read(text)
    assert [one.text for one in document.notes] == list(NOTES)
    assert document.turns[0].text == "The boat was sold. It was old."
    assert document.turns[-1].text == "Good."


def test_notes_below_the_words_as_on_pages_of_a_book_are_notes() -> None:
    document = read(
        "ANNA: The boat[1] was sold.\n\n[Footnote 1: It was an old boat,\nwhich was kept here.\n\nNobody used it.]\n\n"
        "BEN: Thank you.\n\nANNA: That is all[*] of it.\n\n[*] It was not all.\n\nBEN: Good[*] day.\n\n"
        "[Footnote: It was night.]\n\nANNA: Yes."
    )
    assert [turn.text for turn in document.turns] == [
        "The boat was sold.", "Thank you.", "That is all of it.", "Good day.", "Yes.",
    ]  # fmt: skip
    assert [(one.mark, one.text) for one in document.notes] == [
        ("1", "It was an old boat, which was kept here. Nobody used it."),
        ("*", "It was not all."),
        ("*-2", "It was night."),
    ]


@pytest.mark.parametrize(
    "said",
    [
        "We *must* have *these*:\n\n* Boats\n\n* Ropes",
        "We need it.\n\n*She goes out*",
        "Take (1) the boats and (2) the ropes.\n\n1. Boats.\n\n2. Ropes.",
        "The B2 flew in 1963. It took 2, or 3.\n\n1. Boats.\n\n2. Ropes.",
        "It is [1] the boat.\n\n[Ropes: two.\n\nThat is all.",
    ],
)
def test_lists_and_emphasis_are_speech(said: str) -> None:
    document = read(f"ANNA: Now.\n\nBEN: Yes.\n\nANNA: {said}\n\nBEN: No.\n\nANNA: Good.\n\nBEN: So.")
    assert not document.notes
    assert document.turns[2].text.split() == said.split()
