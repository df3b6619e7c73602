"""Whom a TEI document points to, by the ids of its file or series."""

from __future__ import annotations

import pytest

from tests.support.volumes import KENNEDY, volume
from tui_reader.document.model import Document
from tui_reader.formats import parse

TALK = (
    ("p_KJF1", "We should wait for them to answer."),
    ("p_BGW1", 'I think <persName corresp="#p_DC1">the General</persName> is right.'),
    ("p_KJF1", "Good."),
    ("p_BGW1", "Yes, sir."),
)
PERSONS = {**KENNEDY, "p_DC1": ("de Gaulle, Charles", "President of France")}


def document(text: str, name: str = "frus9.xml") -> Document:
    return parse(text.encode(), name, id="d1")


def test_speakers_and_mentioned_people_have_the_ids_of_the_volume() -> None:
    found = document(volume("frus9", PERSONS, [("1962-11-09", TALK)] * 2))
    assert [person.reference for person in found.people] == ["frus9#p_KJF1", "frus9#p_BGW1"]
    assert [(one.name, one.times) for one in found.mentioned] == [
        ("John F. Kennedy", 2), ("George W. Ball", 2), ("Charles de Gaulle", 1),
    ]  # fmt: skip


def test_a_volume_without_an_id_is_known_by_its_file() -> None:
    text = volume("frus9", PERSONS, [("1962-11-09", TALK)] * 2).replace('<idno type="frus">frus9</idno>', "")
    assert document(text, "vol 5.xml").people[0].reference == "vol 5#p_KJF1"


def test_an_address_on_the_web_is_the_reference() -> None:
    text = volume("frus9", PERSONS, [("1962-11-09", TALK)] * 2).replace(
        '<persName xml:id="p_KJF1">', '<persName xml:id="p_KJF1" ref="https://viaf.org/viaf/1">'
    )
    found = document(text)
    assert found.people[0].reference == found.mentioned[0].reference == "https://viaf.org/viaf/1"


@pytest.mark.parametrize(
    ("pointer", "reference"),
    [
        ('ref="https://viaf.org/viaf/2"', "https://viaf.org/viaf/2"),
        ('ref="../persons.xml#dg"', "persons#dg"),
        ('corresp="p_DC1"', "frus9#p_DC1"),
        ('key="viaf:3"', "viaf:3"),
    ],
)
def test_pointers_out_of_the_file_are_references_too(pointer: str, reference: str) -> None:
    text = volume("frus9", PERSONS, [("1962-11-09", TALK)] * 2).replace('corresp="#p_DC1"', pointer)
    assert document(text).mentioned[-1].reference == reference


@pytest.mark.parametrize("pointer", ['corresp="#p_gone"', 'corresp=""', 'corresp="#"', ""])
def test_what_points_to_nobody_is_nobody(pointer: str) -> None:
    text = volume("frus9", PERSONS, [("1962-11-09", TALK)] * 2).replace('corresp="#p_DC1"', pointer)
    assert len(document(text).mentioned) == 2


def test_two_who_are_listed_with_one_name_are_not_told_apart_by_it() -> None:
    persons = {"p_SJ1": ("Smith, John", "Ambassador"), "p_SJ2": ("Smith, John", "Senator"), **KENNEDY}
    talk = [("p_SJ1", "One."), ("p_KJF1", "Two."), ("p_SJ1", "Three."), ("p_KJF1", "Four.")]
    found = document(volume("frus9", persons, [("1962-11-09", talk)] * 2))
    assert [person.reference for person in found.people] == ["", "frus9#p_KJF1"]


def test_a_play_knows_its_persons_by_id() -> None:
    play = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="play7"><teiHeader><profileDesc><particDesc><listPerson>
<person xml:id="ann" corresp="https://www.wikidata.org/entity/Q1"><persName>Ann Day</persName></person>
<person xml:id="ben"><persName>Ben Low</persName></person></listPerson></particDesc></profileDesc></teiHeader><text>
<body><sp who="#ann"><speaker>Ann</speaker><p>Yes.</p></sp><sp who="#ben"><speaker>Ben</speaker><p>No.</p></sp></body>
</text></TEI>"""
    found = parse(play.encode(), "play.xml")
    assert [person.reference for person in found.people] == ["https://www.wikidata.org/entity/Q1", "play7#ben"]


def test_namesakes_with_one_label_are_told_apart_by_their_ids() -> None:
    persons = {**KENNEDY, "p_KRF1": ("Kennedy, Robert F.", "Attorney General")}
    talk = [("p_KJF1", "One."), ("p_BGW1", "Two."), ("p_KRF1", "Three."), ("p_KJF1", "Four."), ("p_BGW1", "Five.")]
    found = document(volume("frus9", persons, [("1962-11-09", talk)] * 2))
    assert [person.name for person in found.people] == ["John F. Kennedy", "Robert F. Kennedy", "George W. Ball"]
    assert [person.reference.rpartition("#")[2] for person in found.people] == ["p_KJF1", "p_KRF1", "p_BGW1"]
    names = [found.short_name(turn.speaker) for turn in found.turns]
    assert names == ["John F. Kennedy", "Ball", "Robert F. Kennedy", "John F. Kennedy", "Ball"]


def test_a_label_that_is_tied_to_another_surname_by_mistake_is_one_person() -> None:
    talk = [("p_KJF1", "One."), ("p_BGW1", "Two."), ("p_KJF1", "Three."), ("p_BGW1", "Four."), ("p_KJF1", "Five.")]
    text = volume("frus9", KENNEDY, [("1962-11-09", talk)] * 2).replace(
        '<persName corresp="#p_KJF1">Kennedy</persName></hi>: Five',
        '<persName corresp="#p_BGW1">Kennedy</persName></hi>: Five',
    )
    assert len(document(text).people) == 2
