"""Who speaks and who is spoken of in the documents of a library."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.support.volumes import KENNEDY, write_volume
from tui_reader.document.decisions import Decision, Verb
from tui_reader.formats import read
from tui_reader.library import Library

PERSONS = {**KENNEDY, "p_DC1": ("de Gaulle, Charles", "President of France")}
TALK = [
    ("p_KJF1", "We should wait."), ("p_BGW1", 'And <persName corresp="#p_DC1">de Gaulle</persName>?'),
    ("p_KJF1", "Good."), ("p_BGW1", "Yes."),
]  # fmt: skip


def rows(library: Library, table: str, columns: str) -> list[Any]:
    return library.select(f"SELECT {columns} FROM {table} ORDER BY 1")


def add(library: Library, path: Path) -> None:
    list(library.folders.add(path))


def test_adding_a_volume_takes_in_who_is_in_its_documents(library: Library, tmp_path: Path) -> None:
    add(library, write_volume(tmp_path, "frus9", PERSONS, [("1962-11-09", TALK), ("1962-11-10", TALK[:2] * 2)]))
    found = set(rows(library, "appearances", "name, reference, turns, said, mentions"))
    assert ("John F. Kennedy", "frus9#p_KJF1", 2, 4, 0) in found
    assert ("Charles de Gaulle", "frus9#p_DC1", 0, 0, 1) in found
    assert rows(library, "exchanges", "person, other, turns") == [("Ball", "Kennedy", 3)] * 2


def test_a_document_that_is_no_longer_listed_is_forgotten(library: Library, tmp_path: Path) -> None:
    path = write_volume(tmp_path, "frus9", PERSONS, [("1962-11-09", TALK), ("1962-11-10", TALK)])
    add(library, path)
    library.folders.remove(path)
    assert [rows(library, table, "*") for table in ("appearances", "exchanges")] == [[], []]


def test_a_decision_about_a_document_is_taken_in(library: Library, tmp_path: Path) -> None:
    talk = tmp_path / "talk.txt"
    talk.write_text("ANNE: Yes.\n\nBEN: No.\n\nANNE: Yes.\n\nBEN: No.\n")
    add(library, talk)
    library.label_decisions.add(read(talk).key, [Decision(Verb.NAME, "ANNE", "Anne Day")])
    list(library.folders.refresh())
    assert rows(library, "appearances", "name, person, turns") == [("Anne Day", "ANNE", 2), ("BEN", "BEN", 2)]


def test_turns_that_follow_each_other_across_parts_are_no_exchange(library: Library, tmp_path: Path) -> None:
    play = tmp_path / "play.xml"
    play.write_text(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>'
        "<div><head>One</head><sp><speaker>A</speaker><p>x</p></sp><sp><speaker>B</speaker><p>y</p></sp></div>"
        "<div><head>Two</head><sp><speaker>A</speaker><p>x</p></sp></div></body></text></TEI>"
    )
    add(library, play)
    assert rows(library, "exchanges", "person, other, turns") == [("A", "B", 1)]
