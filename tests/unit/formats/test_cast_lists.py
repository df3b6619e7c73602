"""What lists of persons say of those who speak, in every print and format."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.documents import read_whole, write_file
from tui_reader.formats.cast_lists import entries

PEOPLE = {"HELEN": "a widow", "TOM": "her son", "AGNES": "his wife", "VESPER": "a girl of nine"}
TALK = [("HELEN", "It rains."), ("TOM", "It does, mother."), ("AGNES", "Tea?"), ("VESPER", "No."), ("HELEN", "Oh!")]
PLAIN = "THE HOUSE\n\n{heading}\n\n{list}\n\nACT I\n\n" + "\n\n".join(f"{name}. {words}" for name, words in TALK)
PAGE = (
    "<!doctype html><html lang=en><title>The House</title><h1>The House</h1><h2>{heading}</h2>{list}<h2>Act I</h2>"
    + "".join(f"<p><b>{name}.</b> {words}</p>" for name, words in TALK)
)


def said_of(folder: Path, text: str, name: str) -> dict[str, str]:
    document = read_whole(write_file(folder, text, name))
    return {id: " / ".join(entry.about for entry in found if entry.about) for id, found in entries(document).items()}


@pytest.mark.parametrize("between", [", ", " - ", "—", ": ", " ........ ", "\t", "          "])
def test_lists_in_plain_texts_are_understood_whatever_stands_between(tmp_path: Path, between: str) -> None:
    listed = "\n".join(f"{name}{between}{about}" for name, about in PEOPLE.items())
    document = read_whole(write_file(tmp_path, PLAIN.format(heading="Persons:", list=listed), "play.txt"))
    assert {person.id: person.role for person in document.people} == PEOPLE
    assert {person.name for person in document.people} == set(PEOPLE)


@pytest.mark.parametrize(
    ("around", "one"),
    [
        ("<ul>{}</ul>", "<li>{}, <i>{}</i></li>"),
        ("<p>{}</p>", "{}, {}<br>\n"),
        ("{}", "<p>{} – {}</p>"),
        ("<table>{}</table>", "<tr><td>{}</td><td>{}</td></tr>"),
        ("<dl>{}</dl>", "<dt>{}</dt><dd>{}</dd>"),
    ],
)
def test_lists_in_web_pages_are_understood_in_any_markup(tmp_path: Path, around: str, one: str) -> None:
    listed = around.format("".join(one.format(name, about) for name, about in PEOPLE.items()))
    assert said_of(tmp_path, PAGE.format(heading="Dramatis Personae", list=listed), "play.html") == PEOPLE


def test_a_line_about_several_says_it_of_each_and_a_longer_name_is_that_of_its_only_bearer(tmp_path: Path) -> None:
    listed = (
        "<ul><li>HELEN and AGNES, sisters to the Duke</li><li>Captain TOM Hale, a sailor</li><li>A servant</li></ul>"
    )
    assert said_of(tmp_path, PAGE.format(heading="Characters", list=listed), "play.html") == {
        "HELEN": "sisters to the Duke",
        "AGNES": "sisters to the Duke",
        "TOM": "a sailor",
    }


def test_the_line_of_somebody_who_does_not_speak_is_no_description_of_the_one_before(tmp_path: Path) -> None:
    listed = "<ul><li>TOM</li><li>Miss Prism, Governess</li><li>AGNES</li><li>a maid</li></ul>"
    assert said_of(tmp_path, PAGE.format(heading="Characters", list=listed), "play.html") == {
        "TOM": "",
        "AGNES": "a maid",
    }


def test_what_is_in_no_list_says_nothing(tmp_path: Path) -> None:
    page = PAGE.format(heading="Preface", list="<p>TOM, a man without a list</p>")
    assert said_of(tmp_path, page, "play.html") == {}
