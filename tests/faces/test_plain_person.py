"""A person in all documents in the plain face, from the list of speakers and from the library."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.archive import write_archive
from tests.support.plain_program import Plain
from tui_reader.library import Library, catalogue, library_path


@pytest.fixture
def plain(tmp_path: Path) -> Iterator[Plain]:
    """The call of the archive, open."""
    folder = tmp_path / "archive"
    folder.mkdir()
    write_archive(folder)
    with Library(library_path()) as library:
        list(library.folders.add(folder))
        list(catalogue.refreshing(library))
    program = Plain("--no-sound", folder / "call.txt")
    program.told()
    yield program
    program.close()


def typed(plain: Plain, words: str) -> str:
    """Type an answer; what is told after it."""
    plain.press(words.encode())
    plain.told()
    return flat(plain.ask("enter"))


def flat(told: str) -> str:
    """What is told, in one line."""
    return " ".join(told.split())


def find(plain: Plain, name: str) -> str:
    plain.ask("D", "p")
    return typed(plain, name)


def test_a_name_leads_to_a_person_and_to_their_documents(plain: Plain) -> None:
    told = find(plain, "Kennedy")
    assert told.startswith("3 people.")
    assert "1 John F. Kennedy, President of the United States: 10 turns in 4 documents, 1961-02-03" in told
    told = flat(plain.ask("2"))
    assert told.startswith("Robert F. Kennedy, Attorney General: 4 turns in 3 documents")
    assert "1 1962-11-09, Memorandum of Conversation: 1 turn." in told
    assert "I agree." in plain.ask("1")


def test_a_speaker_is_told_in_all_documents(plain: Plain) -> None:
    plain.ask("k", "e")
    assert "Jack Kennedy: 2 turns in 1 document." in plain.ask("1")


def test_with_whom_they_talk_and_one_decision(plain: Plain) -> None:
    find(plain, "John Kennedy")
    assert "John F. Kennedy talks with George W. Ball, 13 exchanges in 4 documents" in flat(plain.ask("w"))
    find(plain, "Jack")
    plain.ask("s")
    assert "1 John F. Kennedy" in typed(plain, "Kennedy")
    told = flat(plain.ask("1"))
    assert "Jack Kennedy and John F. Kennedy are one person. u takes it back." in told
    assert "12 turns in 5 documents" in told
    assert "Taken back: Jack Kennedy and John F. Kennedy are one person." in flat(plain.ask("u"))
    assert "Nothing was decided about" in plain.ask("u")


def test_all_they_said_is_opened(plain: Plain) -> None:
    find(plain, "Robert")
    told = flat(plain.ask("a"))
    assert "All that Robert F. Kennedy said" in told and "Memorandum of Conversation" in told
    find(plain, "Gaulle")
    assert "Charles de Gaulle says nothing in the documents of the library." in flat(plain.ask("a"))
    assert "Nobody called Xyz is in the library." in find(plain, "Xyz")
