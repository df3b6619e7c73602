"""A person in all documents of the library, and decisions about who is one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.archive import write_archive
from tests.support.volumes import KENNEDY, write_volume
from tui_reader.document.decisions import Decision, Verb
from tui_reader.formats import read
from tui_reader.library import Library
from tui_reader.library.people_everywhere import PersonEverywhere
from tui_reader.library.people_words import person_json, person_lines


@pytest.fixture
def library(library: Library, tmp_path: Path) -> Library:
    """A library with the archive in it."""
    folder = tmp_path / "archive"
    folder.mkdir()
    write_archive(folder)
    list(library.folders.add(folder))
    return library


def found(library: Library, typed: str) -> list[tuple[str, int, int]]:
    return [(one.name, one.turns, len(one.speaking)) for one in library.everywhere.find(typed)]


def one(library: Library, typed: str) -> PersonEverywhere:
    (person,) = library.everywhere.find(typed)
    return person


@pytest.mark.parametrize("typed", ["Kennedy", "kennedy", "KENNEDY", "Kenn"])
def test_people_are_found_by_words_of_their_names(typed: str, library: Library) -> None:
    assert found(library, typed) == [
        ("John F. Kennedy", 10, 4), ("Robert F. Kennedy", 4, 3), ("Jack Kennedy", 2, 1),
    ]  # fmt: skip


@pytest.mark.parametrize("typed", ["John Kennedy", "John F Kennedy", "Kennedy, John F.", "p_KJF1", "v6#p_KJF1"])
def test_a_person_is_found_by_the_full_name_or_an_id(typed: str, library: Library) -> None:
    assert found(library, typed) == [("John F. Kennedy", 10, 4)]


@pytest.mark.parametrize("typed", ["Nobody", "", " ", "%", "'", "a\0b"])
def test_nobody_is_found_by_anything_else(typed: str, library: Library) -> None:
    assert found(library, typed) == []


def test_who_is_only_spoken_of_is_found_too(library: Library) -> None:
    (person,) = library.everywhere.find("Gaulle")
    assert (person.name, len(person.rows), person.speaking) == ("Charles de Gaulle", 2, [])


def test_a_person_has_roles_ids_dates_and_documents_in_the_order_of_time(library: Library) -> None:
    person = one(library, "John Kennedy")
    assert person.roles == ("President of the United States",)
    assert person.references == ("v5#p_KJF1", "v6#p_KJF1")
    assert person.dates == ("1961-02-03", "1963-02-09")
    assert [place.path.name for place in library.everywhere.places(person)] == [
        "v5.xml#d2", "v5.xml#d1", "v6.xml#d1", "v6.xml#d2",
    ]  # fmt: skip


def test_with_whom_a_person_talks_how_much(library: Library) -> None:
    talks = library.everywhere.talks_with(one(library, "John Kennedy"))
    assert [(other.name, other.turns, other.documents) for other in talks] == [
        ("George W. Ball", 13, 4), ("Robert F. Kennedy", 2, 2),
    ]  # fmt: skip


def test_one_decision_holds_everywhere_and_can_be_taken_back(library: Library, tmp_path: Path) -> None:
    jack, john = one(library, "Jack Kennedy"), one(library, "John Kennedy")
    decision = library.everywhere.decide_same(jack, john)
    assert decision.line == "Jack Kennedy and John F. Kennedy are one person."
    assert found(library, "Jack") == found(library, "John") == [("John F. Kennedy", 12, 5)]
    later = tmp_path / "later.txt"
    later.write_text("JACK KENNEDY: One.\n\nANNE DAY: Two.\n\nJACK KENNEDY: Three.\n\nANNE DAY: Four.\n")
    list(library.folders.add(later))
    assert found(library, "John Kennedy") == [("John F. Kennedy", 14, 6)]
    assert library.everywhere.decisions.all() == [decision] == library.everywhere.about(one(library, "Jack"))
    assert library.everywhere.decisions.add(decision) == 0
    library.everywhere.decisions.take_back(decision)
    assert found(library, "John Kennedy") == [("John F. Kennedy", 10, 4)]


def test_a_decision_leads_to_another_surname(library: Library) -> None:
    library.everywhere.decide_same(one(library, "George Ball"), one(library, "Jack Kennedy"))
    assert found(library, "Kennedy")[0] == found(library, "Ball")[0]


def test_a_name_that_was_decided_in_a_document_counts(library: Library, tmp_path: Path) -> None:
    document = read(tmp_path / "archive" / "call.txt")
    library.label_decisions.add(document.key, [Decision(Verb.NAME, "JACK KENNEDY", "John F. Kennedy")])
    list(library.folders.refresh())
    assert found(library, "John Kennedy") == [("John F. Kennedy", 12, 5)]


def test_somebody_of_a_document_is_found_by_their_label(library: Library, tmp_path: Path) -> None:
    document = read(tmp_path / "archive" / "call.txt")
    person = library.everywhere.of(document.key, "BALL")
    assert person is not None and person.name == "George W. Ball"
    assert library.everywhere.of(document.key, "NOBODY") is None


def test_what_is_no_longer_listed_is_not_found(library: Library, tmp_path: Path) -> None:
    library.folders.remove(tmp_path / "archive" / "call.txt")
    assert found(library, "Jack") == []


def test_the_words_about_a_person(library: Library) -> None:
    person = one(library, "Robert")
    lines = list(person_lines(person, library.everywhere))
    who = "Robert F. Kennedy, Attorney General: 4 turns in 3 documents, spoken of in 1 more, 1962-11-09 to 1963-02-09."
    assert lines[0] == who
    assert lines[1:4] == [
        "Known as v5#p_KRF1, v6#p_KRF1.",
        "Talks with George W. Ball, 5 exchanges in 3 documents; John F. Kennedy, 2 exchanges in 2 documents.",
        "Speaks in:",
    ]
    told = person_json(person, library.everywhere)
    assert told["first"] == "1962-11-09" and len(told["documents"]) == 4 and told["talks_with"][0]["turns"] == 5


def test_a_document_that_only_prints_the_full_name_speaks_of_the_person(library: Library, tmp_path: Path) -> None:
    robert = one(library, "Robert")
    assert [row.mentions for row in robert.rows if not row.speaks] == [1]  # in the call, without markup
    note = tmp_path / "note.txt"
    note.write_text("ANNE: Robert F. Kennedy, Jr., and Mrs. Robert F. Kennedy.\n\nBEN: No.\n\nANNE: Yes.\n\nBEN: No.\n")
    list(library.folders.add(note))
    assert one(library, "Robert").rows == robert.rows
    note.write_text("ANNE: Robert F. Kennedy.\n\nBEN: No.\n\nANNE: Robert F Kennedy?\n\nBEN: No.\n")
    list(library.folders.add(note))
    assert [row.mentions for row in one(library, "Robert").rows if not row.speaks] == [2, 1]


def test_namesakes_are_not_found_by_print(library: Library, tmp_path: Path) -> None:
    persons = {"a": ("Smith, John", "Ambassador"), "b": ("Smith, John", "Senator"), **KENNEDY}
    write_volume(
        tmp_path, "v7", persons, [("1962-11-09", [("a", "Yes."), ("p_KJF1", "No."), ("b", "John Smith.")])] * 2
    )
    list(library.folders.add(tmp_path / "v7.xml"))
    assert [len(person.rows) for person in library.everywhere.find("John Smith")] == [2, 2]
