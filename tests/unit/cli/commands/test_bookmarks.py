"""`tui-reader bookmarks`: lists, removes and writes the bookmarks of a document."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tui_reader.cli.main import main
from tui_reader.document.model import Position
from tui_reader.formats import read
from tui_reader.library import Library


def test_the_command_lists_removes_and_writes_bookmarks(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, out = tmp_path / "talk.txt", tmp_path / "out.md"
    file.write_text("A Talk\n\nANNE: Good morning.\n\nBEN: Yes.\n\nANNE: Then we walk.\n\nBEN: We do.\n")
    with Library(tmp_path / "library.db") as library:
        library.bookmarks.add(read(file), Position(2, 5), note="where?")
        library.bookmarks.add(read(file), Position(0, 5), length=7)
    common = [str(file), "--library", str(tmp_path / "library.db")]
    assert main(["bookmarks", *common]) == 0
    assert capsys.readouterr().out == (
        "A Talk:\nHighlight 2, turn 1, ANNE: morning\nBookmark 1, turn 3, ANNE: Then we walk. Note: where?\n"
    )
    assert main(["bookmarks", *common, "--export", str(out)]) == 0
    assert out.read_text().startswith(
        "# A Talk\n\nA Talk. File talk.txt.\n\n## Turn 1, ANNE\n\n> morning\n\nTurn 1, ANNE."
    )
    assert main(["bookmarks", *common, "--export", str(out), "--cite", "chicago"]) == 0
    assert "“A Talk,” turn 1 (ANNE), talk.txt\\#turn-1\\~good-morning." in out.read_text()
    assert main(["bookmarks", *common, "--cite", "bibtex"]) == 2
    assert capsys.readouterr().err.endswith("--cite needs --export OUT.\n")
    assert main(["bookmarks", *common, "--remove", "3"]) == 2
    assert capsys.readouterr().err.endswith("There is no bookmark 3.\n")
    assert main(["bookmarks", *common, "--remove", "1", "--remove", "2"]) == 0
    assert capsys.readouterr().out == "A Talk has no bookmarks.\n"


@pytest.fixture
def marked(tmp_path: Path) -> Path:
    """A library with two documents that have bookmarks, one of them in the index, and one without."""
    for number, name in enumerate(("one", "two", "three")):
        talk = f"Talk {name}\n\nANNE: Good morning.\n\nBEN: Yes. We *do* {number}.\n\nANNE: Well.\n\nBEN: So.\n"
        (tmp_path / f"{name}.txt").write_text(talk)
    path = tmp_path / "library.db"
    with Library(path) as library:
        list(library.folders.add(tmp_path / "one.txt"))
        for name in ("one", "two"):
            document = read(tmp_path / f"{name}.txt")
            library.keep_place(document, tmp_path / f"{name}.txt", Position(0, 0))
            library.bookmarks.add(document, Position(1, 5), note=f"note [{name}]")
            library.bookmarks.add(document, Position(0, 5), length=7)
    return path


def test_the_bookmarks_of_all_documents_are_listed(
    home: Path, marked: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["bookmarks", "--all", "--library", str(marked)]) == 0
    assert capsys.readouterr().out == (
        "Talk two:\nHighlight 2: morning\nBookmark 1: We *do* 1. Note: note [two]\n"
        "Talk one:\nHighlight 2, turn 1, ANNE: morning\nBookmark 1, turn 2, BEN: We *do* 0. Note: note [one]\n"
    )
    assert main(["bookmarks", "--all", "one.txt", "--library", str(marked)]) == 2
    assert capsys.readouterr().err.endswith("--all is for all documents: leave out FILE, --remove and --cite.\n")
    assert main(["bookmarks", "--all", "--library", str(marked.parent / "new.db")]) == 0
    assert capsys.readouterr().out == "There are no bookmarks.\n"


def test_the_bookmarks_of_all_documents_are_one_file(
    home: Path, marked: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    common = ["bookmarks", "--all", "--library", str(marked)]
    assert main([*common, "--export", str(tmp_path / "all.md")]) == 0
    told = (tmp_path / "all.md").read_text()
    assert told.startswith("# Bookmarks\n\n## Talk two\n\nFile ")
    assert "### Turn 2, BEN\n\n> We \\*do\\* 0.\n\nnote \\[one\\]\n" in told
    assert main([*common, "--export", str(tmp_path / "all.json")]) == 0
    capsys.readouterr()
    assert main([*common, "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed == json.loads((tmp_path / "all.json").read_text())
    assert printed[3] == {
        "document": "Talk one", "path": str(tmp_path / "one.txt"), "date": None, "number": 1, "kind": "bookmark",
        "place": "turn 2", "speaker": "BEN", "words": "We *do* 0.", "note": "note [one]", "lost": False,
    }  # fmt: skip
    assert main(["bookmarks", str(tmp_path / "one.txt"), "--json", "--library", str(marked)]) == 0
    assert json.loads(capsys.readouterr().out) == printed[2:]
    assert main([*common, "--export", str(marked)]) != 0
