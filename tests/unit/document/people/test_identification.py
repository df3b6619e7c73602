"""One person, many labels: what is merged, what is suggested, what never is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui_reader.document.collection import people_beside
from tui_reader.document.dates import is_dateline, iso
from tui_reader.document.people.identification import Identification, identify
from tui_reader.document.people.named_person import PersonEntry
from tui_reader.document.people.names import PersonMention, in_heading, in_list, writer
from tui_reader.formats.people_file import PeopleFile, load


def groups(found: Identification) -> list[tuple[str, ...]]:
    return [person.labels for person in found.people]


@pytest.mark.parametrize(
    "labels",
    [
        ("Mr. GREGG", "MR. GREGG", "Mr  Gregg"),
        ("J.F.K.", "JFK"),
        ("NORA", "NORA (CONT'D)", "Nora (V.O.)"),
        ("The PRESIDING OFFICER", "The PRESIDING OFFICER (Mr. Kyl)", "PRESIDING OFFICER (Mr. Ashcroft)"),
        ("The CHAIRMAN", "The CHAIRMAN (Mr. Ford)", "The CHAIRMAN (Mr. Ford) (during the vote)"),
        ("\u00c5se", "A\u030ase"),
        ("Senator Nunn", "Sen. NUNN"),
    ],
)
def test_what_differs_only_in_print_is_one_person_with_evidence(labels: tuple[str, ...]) -> None:
    found = identify([*labels, *labels])
    assert groups(found) == [labels]
    assert len(found.people[0].evidence) == len(labels) - 1


@pytest.mark.parametrize(
    "labels",
    [
        ("MR. SMITH", "MRS. SMITH"),
        ("Ball", "George Ball"),
        ("JACK", "ALGERNON", "JACK AND ALGERNON"),
        ("АВЕ", "ABE"),
        ("King Henry", "Prince Henry"),
        ("Alice (Red)", "Alice (Blue)"),
    ],
)
def test_what_may_be_two_people_stays_two(labels: tuple[str, ...]) -> None:
    assert groups(identify([*labels, *labels])) == [(label,) for label in labels]


def test_shorter_initials_join_where_the_two_never_meet() -> None:
    found = identify(["AES", "GWB", "AES", "GWB", "AES", "GB", "AES", "GB"])
    assert groups(found) == [("AES",), ("GWB", "GB")]
    assert found.ids["GB"] == "GWB"


def test_shorter_initials_used_side_by_side_are_only_suggested() -> None:
    found = identify(["GWB", "AES", "GB", "AES", "GWB", "GB"])
    assert groups(found) == [("GWB",), ("AES",), ("GB",)]
    assert ("GWB", "GB") in [hint.labels for hint in found.suggestions]


def test_shorter_initials_that_are_another_named_persons_stay_apart() -> None:
    named = in_list(["George W. Ball", "Glen Burke"])
    assert groups(identify(["GWB", "X", "GWB", "GB", "X", "GB"], named)) == [("GWB",), ("X",), ("GB",)]


def test_initials_that_fit_two_named_people_name_nobody() -> None:
    found = identify(
        ["GB", "X", "GB"], in_heading("Conversation Between the Under Secretary (Ball) and the Assistant (Bundy)")
    )
    assert found.people[0].name is None


def test_a_misprint_is_suggested_and_never_merged() -> None:
    found = identify(["MR. PARKER", "Q"] * 4 + ["MA. PARKER"])
    assert ("MR. PARKER",) in groups(found) and ("MA. PARKER",) in groups(found)
    assert [hint.labels for hint in found.suggestions] == [("MR. PARKER", "MA. PARKER")]


def test_speakers_told_apart_by_figures_are_no_misprints() -> None:
    assert identify(["SPEAKER 1", "SPEAKER 2", "SPEAKER 1", "SPEAKER 1", "SPEAKER 1"]).suggestions == ()


def test_an_office_and_its_holder_are_suggested() -> None:
    found = identify(
        ["JFK", "DR", "The President"], in_heading("Conversation Between President Kennedy and the Secretary (Rusk)")
    )
    assert groups(found) == [("JFK",), ("DR",), ("The President",)]
    assert [hint.labels for hint in found.suggestions] == [("JFK", "The President")]


def test_a_label_with_a_place_in_brackets_is_suggested() -> None:
    found = identify(["PLT", "CAP", "PLT (HAWK)", "CAP", "NAV", "CAP", "PLT (RIDGE)", "CAP"])
    assert [hint.labels for hint in found.suggestions] == [("PLT", "PLT (HAWK)"), ("PLT", "PLT (RIDGE)")]


def test_a_label_called_narrator_does_not_take_the_narrators_place() -> None:
    assert identify(["narrator", "AES"]).people[0].id != "narrator"


def test_a_short_label_in_capitals_is_whoever_the_list_calls_so() -> None:
    people = identify(
        ["TOM", "HELEN", "TOM"], in_list(["HELEN, a widow", "TOM, her son", "Tobias O. March, a clerk"])
    ).people
    assert [(person.name, person.role) for person in people] == [("TOM", "her son"), ("HELEN", "a widow")]


def test_titles_name_offices_and_people() -> None:
    title = (
        "Memorandum of Conversation Between the Permanent Representative to the United Nations (Stevenson), President "
        "Kennedy, and Marquis Childs"
    )
    assert [(one.name, one.role) for one in in_heading(title)] == [
        ("Stevenson", "Permanent Representative to the United Nations"),
        ("Kennedy", "President"),
        ("Marquis Childs", None),
    ]


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Memorandum From the Secretary of State (Rusk) to President Kennedy", "Rusk"),
        ("Letter From Secretary of State Rusk to President Kennedy", "Rusk"),
        ("Letter From Premier Khrushchev to President Kennedy", "Khrushchev"),
        ("Letter to President Kennedy", None),
        ("Paper Prepared in the Department", None),
    ],
)
def test_the_writer_of_a_letter_is_who_it_is_from(heading: str, name: str | None) -> None:
    found = writer(heading)
    assert (found.name if found else None) == name


def test_a_people_file_names_by_initials_surname_or_given_labels() -> None:
    entries = (
        PersonEntry("George W. Ball", "Under Secretary", (), "a list", "x.people.toml"),
        PersonEntry("Ann Bee", None, ("A", "The Chair"), None, "x.people.toml"),
    )
    found = identify(["GWB", "A", "The Chair", "GWB"], (), entries)
    assert [(person.name, person.labels) for person in found.people] == [
        ("George W. Ball", ("GWB",)),
        ("Ann Bee", ("A", "The Chair")),
    ]
    assert found.people[0].role == "Under Secretary"


def test_a_people_file_with_a_label_that_nobody_uses_is_a_warning() -> None:
    entries = (PersonEntry("Ann Bee", None, ("ZZ",), None, "x.people.toml"),)
    assert identify(["A", "B"], (), entries).warnings == (
        'x.people.toml: the label "ZZ" of Ann Bee is not in the document',
    )


@pytest.mark.parametrize(
    ("toml", "warning"),
    [
        ('[[person]]\nname = "A"\n\n[[person]]\nname = \n', "x.people.toml:5: not valid TOML"),
        ('[[person]]\nname = "A"\n\n[[person]]\nrole = "B"\n', "x.people.toml:4: a person needs a name"),
        ('[person]\nname = "A"\n', "x.people.toml:1: write each person as [[person]]"),
        ('[[person]]\nname = "A"\nlabels = "B"\n', "x.people.toml:1: labels is a list"),
        ('not_labels = "NOTE"\n', "x.people.toml:1: not_labels is a list"),
        ('[[person]]\nname = "A"\nvoice = "B"\n', 'x.people.toml:1: unknown key "voice"'),
        ('[[person]]\nname = "A"\nrole = 3\n', "x.people.toml:1: role and source are words"),
        ('[[person]]\nname = "A"\nkind = "tree"\n', "x.people.toml:1: kind is one of man, woman"),
        ('[[person]]\nname = "A"\nkind = ["man"]\n', "x.people.toml:1: kind is one of man, woman"),
        (b'[[person]]\nname = "\xe9"\n', "x.people.toml:2: not UTF-8"),
    ],
)
def test_a_broken_people_file_is_a_warning_with_its_line(tmp_path: Path, toml: str | bytes, warning: str) -> None:
    path = people_beside(tmp_path / "x.txt")
    path.write_bytes(toml if isinstance(toml, bytes) else toml.encode())
    warnings = load(path).warnings
    assert len(warnings) == 1 and warnings[0].startswith(warning)


def test_a_missing_people_file_is_nothing() -> None:
    assert load(Path("none.people.toml")) == PeopleFile()


def test_a_name_of_a_people_file_cannot_carry_an_escape(tmp_path: Path) -> None:
    path = tmp_path / "x.people.toml"
    path.write_text('[[person]]\nname = "A\\u001b[31mB"\n')
    assert load(path).entries[0].name == "AB"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("November 9, 1962, 4:15 p.m.", "1962-11-09T16:15"),
        ("Washington, August 14, 1963, 4 p.m.", "1963-08-14T16:00"),
        ("9 Nov 1962, noon", "1962-11-09T12:00"),
        ("February 14th, 1895", "1895-02-14"),
        ("2021-02-19", "2021-02-19"),
        ("5 June 1962, 0940 hours", "1962-06-05T09:40"),
        ("12:30 a.m., May 1, 1960", "1960-05-01"),
        ("February 30, 1961", None),
        ("no date", None),
    ],
)
def test_dates_are_read(text: str, found: str | None) -> None:
    assert iso(text) == found


def test_a_sentence_with_a_date_is_no_dateline() -> None:
    assert is_dateline("Washington, August 14, 1963, 4 p.m.")
    assert not is_dateline("He wrote on August 14, 1963, that nothing was decided.")


def test_the_author_of_a_letter_is_nobody_where_two_fit() -> None:
    found = identify(["Ann Bee", "Carl Bee", "Ann Bee"])
    assert found.author(PersonMention("Bee", None, "Bee", "heading")) is None


def test_a_name_and_the_same_with_mrs_are_two_people_where_they_answer_each_other() -> None:
    assert len(identify(["HIGGINS", "MRS. HIGGINS", "HIGGINS"]).people) == 2
    assert len(identify(["PAGE", "FORD", "MS. PAGE", "FORD"]).people) == 2
