"""Labels beside those of the text's convention: before another sign, before none, in lists."""

from __future__ import annotations

import pytest

from tui_reader.document.model import Document, Kind
from tui_reader.formats import parse
from tui_reader.narration.ledger import ledger
from tui_reader.narration.narration import Narration

OTHERS = (
    "ANNA. The boats are in, and the men with them.\n\n"
    "BORIS -- rising slowly. -- Then we will have news.\n\n"
    "ANNA -- with a laugh. -- We will have fish.\n\n"
    "BORIS. Fish is news as well.\n\n"
    "CLARA -- coming in. -- Good day to you both.\n\n"
    "BORIS. Good day.\n\nCLARA. Is there any news?\n\nANNA. There is fish.\n\n"
)
BARE = (
    "NORA [in a low voice.]\n\nWhere is she now?\n\n"
    "CLARA She's lying down, the poor thing.\n\n"
    "NORA The young priest was here with a shirt.\n\n"
    "CLARA [spinning quickly.]\n\nWhat did he say of it?\n\n"
    'NORA "I won\'t stop him," says he.\n\n'
    "CLARA goes over to the door, and listens there.\n\n"
    "NORA Is the sea bad today?\n\n"
    "CLARA It is bad enough.\n\n"
)


def read(text: str, name: str = "play.txt") -> Document:
    return parse(text.encode(), name)


def labels(document: Document) -> list[str]:
    return [turn.label.text for turn in document.turns]


def test_capitals_before_a_stop_and_before_a_dash_are_labels_of_one_text() -> None:
    assert labels(read(OTHERS)) == ["ANNA", "BORIS", "ANNA", "BORIS", "CLARA", "BORIS", "CLARA", "ANNA"]


def test_what_stands_between_two_dashes_says_how() -> None:
    document = read(OTHERS * 2)
    first = [(one.kind, one.text) for one in document.turns[1].passages]
    assert first == [(Kind.ASIDE, "rising slowly."), (Kind.SPEECH, "Then we will have news.")]


def test_words_that_break_off_are_said() -> None:
    talk = "Ball--well, I think -- yes.\n\nBundy--no, he said -- no.\n\nBall--so it is -- yes.\n\n" * 2
    assert all(one.kind is Kind.SPEECH for turn in read(talk).turns for one in turn.passages)


def test_answers_between_two_dashes_are_said() -> None:
    talk = "ANNA -- well, it is so. -- Yes.\n\nBEN -- as far as I know. -- No.\n\nANNA -- they went. -- Good.\n\n" * 2
    document = read(talk)
    assert labels(document) == ["ANNA", "BEN", "ANNA"] * 2
    assert all(one.kind is Kind.SPEECH for turn in document.turns for one in turn.passages)


def test_capitals_before_a_sentence_are_labels_where_labels_have_no_sign() -> None:
    assert labels(read(BARE * 2)) == ["NORA", "CLARA", "NORA", "CLARA", "NORA", "NORA", "CLARA"] * 2


def test_a_stop_before_a_bracket_is_not_lost() -> None:
    document = read(OTHERS * 2 + "Anna. (To the men.) Come in.\n\nBORIS, (to the men.) Sit.\n\n")
    assert ledger(document, Narration(document)).lost == 0


def test_names_that_come_again_in_lists_of_minutes_are_labels() -> None:
    agenda = "".join(f"- [2021-0{at}] Do the {at}th thing\n" for at in range(1, 9))
    said = "".join(f"  - {('Ola', 'Eva', 'Kim')[at % 3]}: that is something we should do soon.\n" for at in range(12))
    assert set(labels(read(f"# Notes\n\n{agenda * 3}\n# Talk\n\n- Boats?\n{said}", "notes.md"))) == {
        "Ola",
        "Eva",
        "Kim",
    }


def test_fields_that_come_again_in_lists_are_none() -> None:
    fields = "".join(f"- Option {at}\n  - Type: a number of things\n  - Default: none of them\n" for at in range(12))
    assert labels(read(f"# Options\n\n{fields}", "options.md")) == []


MEALS = ["- Breakfast: eggs and bread", "- Dinner: soup with fish in it"]


@pytest.mark.parametrize("others", [["- Bring a coat", "- Sleep well"], []])
@pytest.mark.parametrize("reverse", [False, True])
def test_fields_of_each_item_stand_in_the_same_order(others: list[str], reverse: bool) -> None:
    days = [(at, MEALS[::-1] if reverse and at % 2 else MEALS) for at in range(1, 8)]
    week = "".join(f"- Day {at}\n  " + "\n  ".join([*others[:1], *meals, *others[1:]]) + "\n" for at, meals in days)
    assert {*labels(read(f"# Week\n\n{week}", "week.md"))} == ({"Breakfast", "Dinner"} if reverse else set())


def test_a_blank_behind_an_angle_bracket_is_not_of_the_name() -> None:
    log = "".join(f"17:0{at} < {('zed', 'ida')[at % 2]}> we should do it soon\n" for at in range(9))
    assert set(labels(read(log, "log.txt"))) == {"zed", "ida"}


def test_what_stands_above_the_second_heading_is_a_talk_where_its_names_come_again() -> None:
    talk = "".join(f"{('Père Jo', 'Mère Jo')[at % 2]}:\n\nOui, je le crois bien.\n\n" for at in range(8))
    cast = "PERSONNAGES\n\nPère Jo.\nMère Jo.\nUn Ours.\n\n"
    assert len(labels(read(f"{cast}La chambre\n\n{talk}Scène II\n\n{talk}"))) == 16


def test_a_name_that_begins_a_line_within_square_brackets_is_no_label() -> None:
    remark = (
        "[ANNA _goes into the next room_.  CLARA, _the maid shows_\nBORIS _in_.  _He is in grey_, _with a hat_.]\n\n"
    )
    talk = "".join(f"{('ANNA', 'BORIS', 'CLARA')[at % 3]}.  What name was it, I wonder?\n\n" for at in range(9))
    assert labels(read(talk + remark + talk)) == ["ANNA", "BORIS", "CLARA"] * 6


def test_words_in_emphasis_behind_a_name_say_how() -> None:
    talk = "".join(f"{('Anna', 'Boris')[at % 2]}:\n\nI should think so.\n\n" for at in range(8))
    document = read(f"{talk}Boris _rising_:\n\nGood day to you.\n\n{talk}")
    assert set(labels(document)) == {"Anna", "Boris"}
