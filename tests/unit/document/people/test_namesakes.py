"""Namesakes, shortened names and offices: who is joined, who is offered as one person, and who never is."""

from __future__ import annotations

import pytest

from tui_reader.document.people.identification import Identification, identify
from tui_reader.document.people.label_parts import take_apart
from tui_reader.document.people.names import PersonMention, in_list, initials
from tui_reader.document.people.namesakes import may_be_one, surname_in


def offers(found: Identification) -> list[tuple[str, ...]]:
    return [hint.labels for hint in found.suggestions]


@pytest.mark.parametrize(
    "labels",
    [
        ("T. Marlowe", "X", "R. Marlowe"),
        ("Tom Marlowe", "X", "Rose Marlowe"),
        ("Holt", "Mrs. Holt", "X"),
        ("Miss Holt", "X", "Mrs. Holt"),
        ("Mr. Holt", "X", "General Holt"),
        ("A Sailor", "X", "A Drunken Sailor"),
        ("First Citizen", "X", "Second Citizen"),
        ("Ein Bauer", "X", "Alter Bauer"),
        ("Holt", "X", "Ann Holt", "X", "Ben Holt"),
        ("Q", "A", "Anderson"),
    ],
)
def test_who_is_certainly_another_is_not_offered(labels: tuple[str, ...]) -> None:
    assert offers(identify([*labels, *labels])) == []


@pytest.mark.parametrize(
    "labels",
    [("Ball", "X", "George Ball"), ("George Ball", "X", "G. Ball"), ("A. Marlowe", "X", "Anna Marlowe")],
)
def test_who_may_be_the_same_is_offered(labels: tuple[str, ...]) -> None:
    assert offers(identify([*labels, "X"])) == [(labels[0], labels[2])]


@pytest.mark.parametrize(
    "labels",
    [
        "PHILEMON HYLDA PHIL HYL PHIL HYL PHIL HYL",
        "Pisc Viat Piscat Viat Pisc Viat Pis Viat Piscat Viat Pisc Viat Pis Viat Pisc via Piscat Viat Pis Viat",
    ],
)
def test_a_shortened_name_in_the_place_of_the_full_one_is_one_person(labels: str) -> None:
    people = identify(labels.split()).people
    assert ["".join({label[0].upper() for label in person.labels}) for person in people] in (["P", "H"], ["P", "V"])


@pytest.mark.parametrize(
    "labels",
    [
        "ANNA BOB ANNA BOB ANN BOB ANNA ANN BOB ANN",
        "ANN BOB CARL ANN BOB CARL ANNA CARL BOB ANNA BOB ANNA CARL",
        "ANN BOB ANNA BOB ANN BOB ANNA BOB ANN BOB ANNA",
        "GUARD BOB GUARDS BOB GUARD BOB GUARDS BOB GUARD BOB GUARDS BOB",
    ],
)
def test_names_of_which_one_begins_the_other_stay_two_people_without_that(labels: str) -> None:
    assert {len(person.labels) for person in identify(labels.split()).people} == {1}


@pytest.mark.parametrize(
    "labels",
    ["Ada Merrow:Bo Quill:AM:BQ:AM:BQ:AM", "Ada Merrow:Bo Quill:Merrow:Quill:Merrow:Quill", "Anna:Ben:A:B:A:B:A",
     "Ada Merrow:Q:Ada:Q:Ada:Q"],
)  # fmt: skip
def test_who_is_printed_in_full_at_first_and_short_afterwards_is_one_person(labels: str) -> None:
    people = identify(labels.split(":")).people
    assert len(people) == 2 and people[0].id == labels.split(":", maxsplit=1)[0]


@pytest.mark.parametrize(
    "labels",
    [
        "Ada Merrow:Bo:Merrow:Ada Merrow:Merrow:Bo",
        "First Citizen:Bo:Citizen:Cleo:Citizen",
        "King of France:Bo:King:Bo:King:Bo",
    ],
)
def test_a_part_of_a_name_is_not_the_whole_name_without_that(labels: str) -> None:
    assert {len(person.labels) for person in identify(labels.split(":")).people} == {1}


def test_a_chair_of_several_holders_is_named_by_its_office() -> None:
    labels = ["The PRESIDING OFFICER (Mr. Kyl)", "Mr. BYRD", "The PRESIDING OFFICER", "Mr. BYRD",
              "The PRESIDING OFFICER (Mrs. Murray)"]  # fmt: skip
    chair = identify(labels).people[0]
    assert (chair.id, chair.name, len(chair.labels)) == ("The PRESIDING OFFICER", "The PRESIDING OFFICER", 3)


def test_initials_are_a_named_persons_whose_other_label_ends_before_them() -> None:
    named = [PersonMention("Tobias J. Farrow, Jr.", None, "Farrow, Tobias J., Jr.", "heading")]
    found = identify(["Mr. Farrow", "LMC", "Mr. Farrow", "LMC", "TF", "LMC", "TF"], named)
    assert [person.labels for person in found.people] == [("Mr. Farrow", "TF"), ("LMC",)]
    assert len(identify(["Mr. Farrow", "LMC", "TF", "Mr. Farrow", "LMC", "TF"], named).people) == 3


def test_who_is_said_to_preside_is_offered_as_the_chairman() -> None:
    named = in_list(["Dr. Hugo Fenn, Canal Office, presiding", "Dr. Ida Stroud, College"])
    found = identify(["THE CHAIRMAN", "MISS STROUD", "THE CHAIRMAN", "MISS STROUD", "MR. FENN"], named)
    assert offers(found) == [("MR. FENN", "THE CHAIRMAN")]


def test_junior_is_no_initial() -> None:
    assert initials("Tobias J. Farrow, Jr.") == "TJF"


@pytest.mark.parametrize("label", ["", " ", "Jr.", "(aside)"])
def test_a_label_without_a_name_has_no_surname(label: str) -> None:
    assert surname_in(label, take_apart(label)) == ""
    assert may_be_one(take_apart(label), take_apart("Ann Holt"))


def test_a_dash_within_a_name_is_a_part_of_it_and_one_behind_it_is_not() -> None:
    lines = ["Pierre Mendès–France, Prime Minister", "AGNES–His wife", "AGNES—widow", "Ann Lee – a clerk"]
    assert [(named.name, named.role) for named in in_list(lines)] == [
        ("Pierre Mendès–France", "Prime Minister"), ("AGNES", "His wife"), ("AGNES", "widow"), ("Ann Lee", "a clerk"),
    ]  # fmt: skip
