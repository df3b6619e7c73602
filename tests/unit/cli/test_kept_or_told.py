"""What a command is to save in the library is saved, or one line and status 1 say that it is not."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.support.damaged_libraries import filled_library
from tui_reader.cli import main
from tui_reader.library import connection, database, database_file

COMMANDS = {
    "people": ["people", "{talk}", "--name", "ANNE HILL=Anna Hill"],
    "people --forget": ["people", "{talk}", "--forget"],
    "lexicon": ["lexicon", "{talk}", "--add", "Yes=yess"],
    "lexicon --remove": ["lexicon", "{talk}", "--remove", "well"],
    "bookmarks": ["bookmarks", "{talk}", "--remove", "1"],
    "library --add": ["library", "--add", "{other}"],
    "library --remove": ["library", "--remove", "{talk}"],
    "voices": ["voices", "--forget", "everybody"],
}


@contextmanager
def locked(path: Path, patch: pytest.MonkeyPatch) -> Iterator[str]:
    """Another program writes to the library all the time."""
    patch.setattr(database, "BUSY_SECONDS", 0.01)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield "another program is using it"


@contextmanager
def opened_otherwise(patch: pytest.MonkeyPatch, how: Callable[[sqlite3.Connection], object]) -> Iterator[None]:
    """Each connection is changed when it is made."""
    connect = connection.connect

    def changed(file: Path | str, wait: float) -> sqlite3.Connection:
        made = connect(file, wait)
        how(made)
        return made

    patch.setattr(database_file, "connect", changed)
    yield


@contextmanager
def read_only(path: Path, patch: pytest.MonkeyPatch) -> Iterator[str]:
    """The file may not be written."""
    with opened_otherwise(patch, lambda made: made.execute("PRAGMA query_only = ON")):
        yield "it may not be written"


def held(path: Path) -> list[str]:
    """All that is in a library."""
    with closing(sqlite3.connect(path)) as library:
        return list(library.iterdump())


@pytest.mark.parametrize("obstacle", [locked, read_only])
@pytest.mark.parametrize("command", COMMANDS)
def test_what_cannot_be_saved_is_told_with_status_1(
    command: str,
    obstacle: Callable[[Path, pytest.MonkeyPatch], object],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path, other = tmp_path / "data" / "library.db", tmp_path / "other.txt"
    filled_library(path, tmp_path)
    other.write_text("CARL: Some words of his own.\n\nDORA: No.\n")
    words = [word.format(talk=tmp_path / "talk1.txt", other=other) for word in COMMANDS[command]]
    with monkeypatch.context() as patch, obstacle(path, patch) as reason:  # type: ignore[attr-defined]
        before = held(path)
        status = main.main([*words, "--library", str(path)])
        said = capsys.readouterr()
        after = held(path)
    assert (status, said.err) == (1, f"tui-reader: {path}: what you do now is not saved ({reason}).\n")
    assert before == after
    assert main.main([*words, "--library", str(path)]) == 0


def test_a_disk_that_is_full_is_told_with_status_1(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path, other = tmp_path / "data" / "library.db", tmp_path / "other.txt"
    filled_library(path, tmp_path)
    other.write_text(("CARL: " + "Some words of his own. " * 3000 + "\n\nDORA: No.\n\n") * 2)
    pages = path.stat().st_size // 4096
    with opened_otherwise(monkeypatch, lambda made: made.execute(f"PRAGMA max_page_count = {pages}")):
        assert main.main(["library", "--add", str(other), "--library", str(path)]) == 1
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", f"tui-reader: {path}: what you do now is not saved (the disk is full).\n")


@pytest.mark.parametrize("command", [*COMMANDS][:-1])
def test_without_a_library_nothing_is_saved_and_that_is_told(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    talk = tmp_path / "talk.txt"
    talk.write_text("ANNE HILL: Yes.\n\nBEN: No.\n")
    words = [word.format(talk=talk, other=talk) for word in COMMANDS[command]]
    assert main.main([*words, "--no-library"]) == 1
    assert capsys.readouterr().err == "tui-reader: Nothing was saved: --no-library was given.\n"
