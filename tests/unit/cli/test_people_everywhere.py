"""`people --everywhere` on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.archive import write_archive
from tui_reader.cli import main
from tui_reader.library import Library, library_path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The archive, in the person's own library."""
    folder = tmp_path / "archive"
    folder.mkdir()
    write_archive(folder)
    with Library(library_path()) as library:
        list(library.folders.add(folder))
    return folder


def told(capsys: pytest.CaptureFixture[str], *words: str) -> list[str]:
    assert main.main(["people", *words]) == 0
    return capsys.readouterr().out.splitlines()


def test_several_of_a_name_are_numbered_and_one_is_chosen(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    john, robert, jack, hint = told(capsys, "--everywhere", "Kennedy")
    assert john.startswith("1 John F. Kennedy, President of the United States: 10 turns in 4 documents, 1961-02-03")
    assert robert.startswith("2 Robert F. Kennedy") and jack == "3 Jack Kennedy: 2 turns in 1 document."
    assert hint == "More of one: tui-reader people --everywhere 'Kennedy 1'"
    assert told(capsys, "--everywhere", "Kennedy 2")[0] == robert[2:]
    assert f"    1961-02-03, Memorandum of Conversation: 2 turns. {folder / 'v5.xml'}#d2" in told(
        capsys, "--everywhere", "Kennedy 1"
    )


def test_json_has_all_of_everybody(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    people = json.loads("".join(told(capsys, "--everywhere", "Kennedy", "--json")))["people"]
    assert [person["turns"] for person in people] == [10, 4, 2]
    assert people[0]["documents"][0]["date"] == "1961-02-03"


def test_a_decision_is_made_listed_shared_taken_over_and_undone(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    line = "Jack Kennedy and John F. Kennedy are one person."
    shared = tmp_path / "people.toml"
    assert told(capsys, "--everywhere", "Jack", "--same", "John Kennedy") == []
    assert told(capsys, "--everywhere") == [f"1 {line}"]
    assert len(told(capsys, "--everywhere", "Kennedy")) == 3
    told(capsys, "--everywhere", "--share", str(shared))
    told(capsys, "--everywhere", "--undo", "1")
    assert told(capsys, "--everywhere") == ["Nothing was decided about people in all documents."]
    told(capsys, "--take", str(shared))
    assert told(capsys, "--everywhere") == [f"1 {line}"]
    listed = json.loads("".join(told(capsys, "--everywhere", "--json")))
    assert listed["decisions"][0]["one"] == "name:jack kennedy"


@pytest.mark.parametrize("name", ["all.md", "all.txt", "all.xml"])
def test_all_that_somebody_said_is_one_document(name: str, folder: Path, tmp_path: Path) -> None:
    assert main.main(["people", "--everywhere", "Robert", "-o", str(tmp_path / name)]) == 0
    text = (tmp_path / name).read_text()
    assert text.count("I agree.") == 2 and "All that Robert F. Kennedy said" in text and "We should" not in text


def test_all_that_somebody_said_is_opened(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = told(capsys, "--everywhere", "Robert", "--said")
    assert lines[0] == "All that Robert F. Kennedy said" and lines.count("Kennedy: I agree.") == 2


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["--everywhere", "Nobody"], "Nobody called Nobody is in the library."),
        (["--everywhere", "Kennedy", "-o", "x.md"], "may be 3 people: 1 John F. Kennedy; 2 Robert F. Kennedy; 3 Jack"),
        (["--everywhere", "Kennedy 9"], "There are 3 people called Kennedy."),
        (["--everywhere", "John Kennedy", "--same", "p_KJF1"], "are one person already: John F. Kennedy."),
        (["--said"], "--said needs a person: --everywhere NAME."),
        (["--all"], "--all needs a person: --everywhere NAME."),
        (["--everywhere", "--said"], "--said needs a person: --everywhere NAME."),
        (["x.txt", "--everywhere", "Kennedy"], "leave FILE out"),
        (["--everywhere", "Kennedy", "--merge", "A=B"], "--merge is about one document"),
        (["--everywhere", "--undo"], "There is no decision to take back."),
        (["--everywhere", "--share"], "Name the file to write"),
        (["--take", "none.toml"], "none.toml: there is no such file."),
    ],
)
def test_wrong_use_is_one_line(words: list[str], line: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["people", *words]) == 2
    out, err = capsys.readouterr()
    assert out == "" and line in err and err.count("\n") == 1


def test_no_source_is_written_over(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    v5 = folder / "v5.xml"
    before = v5.read_bytes()
    assert main.main(["people", "--everywhere", "Robert", "-o", str(v5)]) == 2
    assert "this command reads it" in capsys.readouterr().err and v5.read_bytes() == before
