"""The lists of persons of TEI: what they state of sex and age, and the roles of groups."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.documents import read_whole, write_file
from tui_reader.document.model import Person
from tui_reader.document.people.sex_and_age import SexAndAge

TITLE = "<fileDesc><titleStmt><title>Mines</title></titleStmt></fileDesc>"
TEI = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>'
    + TITLE
    + "<profileDesc><particDesc><listPerson>{}</listPerson></particDesc></profileDesc></teiHeader><text>{}"
    '<body><sp who="#a"><speaker>ADA.</speaker><p>Yes.</p></sp><sp who="#b"><speaker>BO.</speaker><p>No.</p></sp>'
    '<sp who="#a #b"><speaker>BOTH.</speaker><p>Yes.</p></sp></body></text></TEI>'
)


def people(folder: Path, persons: str, front: str = "") -> list[Person]:
    return list(read_whole(write_file(folder, TEI.format(persons, front), "play.xml")).people)


@pytest.mark.parametrize(
    ("person", "stated"),
    [
        ('<person xml:id="a" sex="FEMALE"><persName>Ada</persName></person>', SexAndAge("female")),
        ('<person xml:id="a" sex="F"/>', SexAndAge("female")),
        ('<person xml:id="a" sex="2"/>', SexAndAge("female")),
        ('<person xml:id="a" gender="male"><persName>Ada</persName></person>', SexAndAge("male")),
        ('<person xml:id="a"><persName>Ada</persName><sex value="F"/></person>', SexAndAge("female")),
        ('<person xml:id="a"><sex value="1">male</sex></person>', SexAndAge("male")),
        ('<person xml:id="a"><sex>female</sex><age value="72"/></person>', SexAndAge("female", "old")),
        ('<person ident="a" sex="m" age="9"/>', SexAndAge("male", "child")),
        ('<personGrp xml:id="a" sex="UNKNOWN"><name>People</name></personGrp>', SexAndAge(crowd=True)),
        ('<person xml:id="a" sex="UNKNOWN"><persName>Ada</persName></person>', SexAndAge()),
    ],
)
def test_what_a_person_of_the_list_is_said_to_be_is_known(tmp_path: Path, person: str, stated: SexAndAge) -> None:
    assert people(tmp_path, person)[0].stated == stated


def test_a_cast_of_older_markup_states_it_too(tmp_path: Path) -> None:
    cast = '<front><castList><castItem><role xml:id="a" civ="F" type="H">ADA</role></castItem></castList></front>'
    assert people(tmp_path, "", cast)[0].stated == SexAndAge("female")


def test_the_heading_of_a_group_of_a_cast_is_the_role_of_each(tmp_path: Path) -> None:
    items = '<castItem><role xml:id="a">ADA</role></castItem><castItem><role xml:id="b">BO</role></castItem>'
    group = f"<castGroup><head>daughters of the miner</head>{items}</castGroup>"
    found = people(tmp_path, "", f"<front><castList>{group}</castList></front>")
    assert [person.role for person in found[:2]] == ["daughters of the miner"] * 2
