"""CHAT: main lines are said without their codes, by the people of the header."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.documents import read_whole, turns_by_label, write_file
from tui_reader.errors import DocumentError

HEAD = "@UTF8\n@Begin\n@Languages:\tdeu, eng\n@Participants:\tCHI Lena Target_Child , MOT Mother\n"


def test_people_have_the_names_and_roles_of_the_header(tmp_path: Path) -> None:
    document = read_whole(write_file(tmp_path, f"{HEAD}*CHI:\tyes .\n*MOT:\tno .\n@End\n", "a.cha"))
    assert [(person.id, person.name, person.role) for person in document.people] == [
        ("CHI", "Lena", "Target Child"),
        ("MOT", None, "Mother"),
    ]
    assert document.language == "de"


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("a [/] a wheel . [+ IMP]", "a a wheel."),
        ("oh (.) ‡ how_about another plum+cake &=laughs ?", "oh how about another plum cake?"),
        ("<on the shelf> [//] there (be)cause you wan(t) it +...", "on the shelf there because you want it..."),
        ("&-um be:ans@c [: beans] +/.", "um beans."),
        ('+< yes 0is &+fr good +"/.', "yes fr good."),
        ("xxx duck , please .", "duck, please."),
        ("here it is . \x15100_2000\x15", "here it is."),
        ("over two\n\tlines !", "over two lines!"),
    ],
)
def test_codes_are_not_said(tmp_path: Path, printed: str, said: str) -> None:
    document = read_whole(write_file(tmp_path, f"{HEAD}*CHI:\t{printed}\n%com:\tpoints\n@End\n", "a.cha"))
    assert turns_by_label(document) == [("CHI", said)]


def test_an_utterance_may_have_the_time_of_its_begin_alone(tmp_path: Path) -> None:
    path = write_file(tmp_path, "@Begin\n*ANN:\twe wait yyy . \x151500_\x15\n@End\n", "talk.cha")
    document = read_whole(path)
    assert document.pages[0].text == "we wait." and document.times[0].start == 1.5


def test_an_utterance_has_its_time(tmp_path: Path) -> None:
    document = read_whole(write_file(tmp_path, f"{HEAD}*CHI:\tyes . \x15100_2000\x15\n@End\n", "a.cha"))
    assert [(time.start, time.end) for time in document.times] == [(0.1, 2.0)]


def test_what_was_not_understood_is_no_turn_and_a_file_without_words_is_refused(tmp_path: Path) -> None:
    document = read_whole(write_file(tmp_path, f"{HEAD}*CHI:\txxx .\n*MOT:\twhat ?\n@End\n", "a.cha"))
    assert turns_by_label(document) == [("MOT", "what?")]
    with pytest.raises(DocumentError, match="CHAT without utterances"):
        read_whole(write_file(tmp_path, f"{HEAD}*CHI:\txxx .\n@End\n", "b.cha"))


def test_figures_that_are_no_time_are_kept(tmp_path: Path) -> None:
    document = read_whole(write_file(tmp_path, f"{HEAD}*CHI:\tyes . {'9' * 5000}_1\n@End\n", "a.cha"))
    assert not document.times and len(document.turns) == 1


def test_the_sex_and_age_of_the_headers_are_known(tmp_path: Path) -> None:
    ids = "@ID:\tdeu|talk|CHI|3;02.14|female|||Target_Child|||\n@ID:\tdeu|talk|MOT||male|||Mother|||\n@ID:\tbroken\n"
    document = read_whole(write_file(tmp_path, f"{HEAD}{ids}*CHI:\tyes .\n*MOT:\tno .\n@End\n", "a.cha"))
    assert [person.stated[:2] for person in document.people] == [("female", "child"), ("male", "")]
