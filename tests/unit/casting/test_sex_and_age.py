"""Who is a man or a woman, a child, old or a crowd, and what says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.told_people import told_of_all
from tui_reader.casting.sex_and_age import is_narrator, sexes_and_ages
from tui_reader.document.model import Document, Person
from tui_reader.document.people.sex_and_age import KINDS, SexAndAge, stated
from tui_reader.formats import read


def told(person: Person, language: str = "en", source: str = "guessed") -> str:
    """What is told of one person."""
    return told_of_all([person], language, source)[person.id]


def of_label(label: str, language: str = "en") -> str:
    return told(Person(label, label, None, (label,)), language)


@pytest.mark.parametrize(
    ("name", "role", "labels", "gender"),
    [
        ("Mrs. Alving", None, ["MRS. ALVING"], "female"),
        (None, None, ["Mr. GREGG"], "male"),
        (None, None, ["LADY MACBETH"], "female"),
        (None, None, ["SECOND LADY"], "female"),
        (None, None, ["OLD MAN"], "male"),
        (None, None, ["KING LEAR"], "male"),
        ("Zyx King", None, ["ZK"], ""),
        ("Mr. and Mrs. Smith", None, ["BOTH"], ""),
        ("Portia", "wife to Brutus", ["PORTIA"], "female"),
        ("Zyx", "servant to Lady Capulet", ["ZYX"], ""),
        ("Dr. Stockmann", None, ["Mr. STOCKMANN", "Mrs. STOCKMANN"], ""),
        (None, "Under Secretary of State", ["GWB", "GB"], ""),
        (None, None, ["1"], ""),
        (None, None, ["THE KING"], "male"),
        (None, None, ["FIRST SISTER"], "female"),
        (None, None, ["Señor ROJAS"], "male"),
        (None, None, ["THE OLD KING"], "male"),
        (None, None, ["OLD"], ""),
    ],
)
def test_titles_and_roles_tell_the_sex(name: str | None, role: str | None, labels: list[str], gender: str) -> None:
    assert told(Person(labels[0], name, role, tuple(labels))).partition(" ")[0].removeprefix("crowd") == gender


@pytest.mark.usefixtures("first_names")
def test_a_name_tells_what_it_tells_in_the_language_of_the_document() -> None:
    assert [of_label("Andrea Rossi", language) for language in ("it", "de")] == ["male", "female"]
    assert [of_label("Jean Dupont", language) for language in ("fr", "en")] == ["male", ""]


@pytest.mark.parametrize(
    ("label", "language", "is_what"),
    [
        ("LE ROI", "fr", "male"), ("LA MARQUISE", "fr", "female"), ("LA SUIVANTE", "fr", "female"),
        ("LE VIEILLARD", "fr", "male old"), ("TOUS", "fr", "crowd"), ("M. JOURDAIN", "fr", "male"),
        ("M. THATCHER", "en", ""), ("DIE GRÄFIN", "de", "female"), ("EIN KNABE", "de", "male child"),
        ("ALTE FRAU", "de", "female old"), ("ALLE", "de", "crowd"), ("EL CRIADO", "es", "male"),
        ("LA DUEÑA", "es", "female"), ("TODOS", "es", "crowd"), ("IL CONTE", "it", "male"),
        ("UNA SERVA", "it", "female"), ("LA GUARDIA", "it", "female"), ("CORO", "it", "crowd"),
    ],
)  # fmt: skip
def test_nouns_and_articles_hold_in_documents_of_their_language(label: str, language: str, is_what: str) -> None:
    assert of_label(label, language) == is_what


def test_nouns_of_all_languages_hold_where_the_language_is_only_assumed() -> None:
    assert told(Person("LE ROI", "LE ROI", None, ("LE ROI",)), "en", "default") == "male"


def test_what_is_stated_goes_before_a_title_that_before_a_description_that_before_a_noun_that_before_a_name() -> None:
    everything = Person("Mrs. Tom, waiter", "Mrs. Tom", "a man", ("Mrs. Tom",), stated=SexAndAge("male", "old"))
    assert told(everything) == "male old"
    assert told(everything._replace(stated=SexAndAge())) == "female"
    assert told(Person("x", "WAITER TOM", "a woman", ("WAITER TOM",))) == "female"
    assert told(Person("x", "WAITRESS TOM", None, ("WAITRESS TOM",))) == "female"


def test_two_in_one_line_of_a_list_are_no_crowd_and_what_you_say_is_all(tmp_path: Path) -> None:
    listed = "Persons:\n\nZELDIX and QUORRA, sisters to the Duke\nThe Duke\n\nACT I\n\n"
    talk = "ZELDIX. It rains.\n\nQUORRA. It does.\n\nZELDIX. Still.\n\nQUORRA. Yes."
    file = tmp_path / "play.txt"
    file.write_text("THE HOUSE\n\n" + listed + talk)
    assert {told.is_what for told in sexes_and_ages(read(file)).values()} == {SexAndAge("female")}
    assert told(Person("x", "CROWD", None, ("CROWD",), stated=KINDS["man"])) == "male"


def test_what_says_it_is_told() -> None:
    document = Document("d", "k", "transcript", "x", people=(Person("A", "Mrs. Alving", None, ("MRS. ALVING",)),))
    assert sexes_and_ages(document)["A"].because == 'the title "mrs"'


@pytest.mark.parametrize(
    ("values", "is_what"),
    [
        (("FEMALE", None), ("female", "")), (("F", None), ("female", "")), (("2", None), ("female", "")),
        (("1", None), ("male", "")), (("M", "71"), ("male", "old")), (("m", "3;02.14"), ("male", "child")),
        (("UNKNOWN", None), ("", "")), (("0", None), ("", "")), ((None, "40-50"), ("", "")),
        (("weiblich", "child"), ("female", "child")),
    ],
)  # fmt: skip
def test_values_of_files_are_understood(values: tuple[str | None, str | None], is_what: tuple[str, str]) -> None:
    assert stated(*values)[:2] == is_what


def test_the_narrator_is_known_by_label() -> None:
    for label, narrates in (("NARRATOR", True), ("Narrator (V.O.)", True), ("ERZÄHLER", True), ("NARRATOR 2", False)):
        assert is_narrator(Person(label, label, None, (label,))) == narrates
