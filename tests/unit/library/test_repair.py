"""What can be read of a damaged library is saved in a new one, and what is lost is counted."""

from __future__ import annotations

import random
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.support.damaged_libraries import DAMAGES, HARMLESS, WRONG_VALUES, change, filled_library, unheard, write_at
from tui_reader.cli import main
from tui_reader.document.model import Position
from tui_reader.formats import read
from tui_reader.library import Library, LibraryError, open_library
from tui_reader.library.health import faults
from tui_reader.library.migrations import MIGRATIONS
from tui_reader.library.repair import repair

ALL = "3 documents, 3 reading positions, 6 bookmarks, 5 voices, 3 label decisions, 3 pronunciations and 1 folder"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "data" / "library.db"
    filled_library(path, tmp_path)
    return path


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_a_damaged_library_holds_is_saved(damage: str, path: Path) -> None:
    DAMAGES[damage](path)
    assert faults(path)
    aside, saved, *rest = repair(path)
    damaged = path.with_name("library.db.damaged-1")
    assert aside.startswith(f"{path}: the library is damaged (")
    assert aside.endswith(f"It was put aside as {damaged}.")
    complete = ("a schema that cannot be decoded", "a header that is no header", "a wrong version", "a wrong mark")
    if damage in complete:
        assert [saved, *rest] == [f"Saved from {damaged}: {ALL}.", "Nothing was lost."]
    else:
        assert rest == ["Parts of the file cannot be read, so more may be lost."]
    if "table" in damage:  # of the three tables of documents one is gone
        assert saved == f"Saved from {damaged}: {ALL.replace(' 3 reading positions,', '')}."
    assert faults(path) == []


def test_all_that_was_saved_is_there_as_it_was(path: Path, tmp_path: Path) -> None:
    document = read(tmp_path / "talk1.txt")

    def held(library: Library) -> list[object]:
        return [
            library.place(document.key), library.bookmarks.of(document), library.cast(document.key),
            library.label_decisions.of(document.key), library.lexicon(document.key), library.folders.all(),
            library.voice_registry.everybody(), library.recent(-1), library.used.times(),
        ]  # fmt: skip

    with Library(path) as library:
        before = held(library)
    DAMAGES["a header that is no header"](path)
    list(repair(path))
    with Library(path) as library:
        assert held(library) == before
        assert len(library.index.missing()) == 3
        list(library.folders.refresh())
        assert len(library.index.search("well")) == 3


def test_what_was_done_since_wins_and_nothing_is_saved_twice(path: Path, tmp_path: Path) -> None:
    one, two = (read(tmp_path / f"talk{number}.txt") for number in (1, 2))
    DAMAGES["a schema that cannot be decoded"](path)
    with open_library(path, unheard) as library:
        library.keep_place(one, tmp_path / "talk1.txt", Position(3, 1))
        library.keep_place(two, tmp_path / "talk2.txt", Position(0, 0))
        library.bookmarks.add(one, Position(3, 0), note="new")
        library.keep_voice(one.key, one.people[0].id, "gwb")
    for _ in range(2):
        lines = [*repair(path)]
        assert lines == [f"Saved from {path}.damaged-1: {ALL}.", "Nothing was lost."]
        with Library(path) as library:
            assert library.place(one.key) == Position(3, 1)
            assert library.place(two.key) == Position(2, 3)
            marks = {(mark.number, mark.note) for mark in library.bookmarks.of(one)}
            assert marks == {(1, "new"), (2, "note 1"), (3, "")}
            assert library.cast(one.key) == {one.people[0].id: "gwb"}


@pytest.mark.parametrize("value", WRONG_VALUES)
def test_rows_with_wrong_values_are_lost_and_counted(value: str, path: Path) -> None:
    change(path, WRONG_VALUES[value])
    found = faults(path)
    if not found:
        assert value in HARMLESS
        (line,) = repair(path)
        assert "nothing is wrong with the library" in line
        return
    assert "damaged row" in found[0]
    *_, saved, lost = repair(path)
    assert lost == "Nothing was lost." if value == "no count of uses" else re.match(r"Lost: \d ", lost)
    assert saved != ALL
    assert faults(path) == []


@pytest.mark.parametrize("seed", range(8))
def test_of_pages_that_cannot_be_read_the_others_are_saved(seed: int, tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with Library(path) as library, library.kept():
        for number in range(2000):
            key = f"{random.Random(number).getrandbits(256):064x}"
            library.write(
                "INSERT INTO documents (key, title, path, pages, opened_at) VALUES (?, 'A title', '/a/path', 9, 1)", key
            )
            library.write("INSERT INTO places VALUES (?, 1, 2)", key)
    pages = path.stat().st_size // 4096
    for page in random.Random(seed).sample(range(30, pages), 4):
        write_at(path, page * 4096, bytes(4096))
    if faults(path):
        list(repair(path))
    with Library(path) as library:
        # A page holds some 30 documents or 55 places; an inner one leads to 30 times as many.
        assert library.select("SELECT count(*) FROM places")[0][0] > 1400
        assert len(library.recent(-1)) > 850


def test_one_that_was_emptied_gives_what_was_written_last(path: Path) -> None:
    with Library(path) as library:
        library.used.add("help")
        last = path.with_name("library.db-wal").read_bytes()
    path.write_bytes(b"")
    path.with_name("library.db-wal").write_bytes(last)
    lines = [*repair(path)]
    assert lines[0].startswith(f"{path}: the library is damaged (it is empty).")


def test_one_of_an_older_version_has_no_gaps_where_it_had_no_tables(tmp_path: Path) -> None:
    old = tmp_path / "old.db"
    with closing(sqlite3.connect(old)) as database:
        database.executescript(MIGRATIONS[0])
        database.execute(
            "INSERT INTO documents (key, title, path, pages, opened_at) VALUES ('ab', 'A title', '/a/path', 3, 1)"
        )
        database.execute("PRAGMA user_version = 1")
        database.commit()
    assert [*repair(tmp_path / "new.db", old)] == [f"Saved from {old}: 1 document.", "Nothing was lost."]
    with pytest.raises(LibraryError, match="it is a folder"):
        list(repair(tmp_path / "new.db", tmp_path))


def test_the_command_repairs_and_says_where_nothing_is_wrong(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["library", "--library", str(path), "--repair"]
    assert main.main(command) == 0
    told = capsys.readouterr()
    assert told.out == f"{path}: nothing is wrong with the library, and no damaged one was put aside.\n"
    assert told.err == ""
    gone = path.with_name("gone.db")
    assert main.main(["library", "--library", str(gone), "--repair"]) == 1
    assert f"{gone}: there is no library" in capsys.readouterr().err and not gone.exists()
    DAMAGES["a wrong mark"](path)
    assert main.main(command) == 0
    assert f"Saved from {path}.damaged-1: {ALL}." in capsys.readouterr().out
    assert main.main([*command, str(path.with_name("none.db"))]) == 1
    assert "none.db: cannot be copied (No such file or directory)." in capsys.readouterr().err
    assert main.main(["library", "--no-library", "--repair"]) == 1


def test_a_file_that_is_no_library_is_not_put_aside(tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("These are notes of mine.\n" * 1000)
    with pytest.raises(LibraryError):
        list(repair(notes))
    assert notes.read_text().startswith("These are")
