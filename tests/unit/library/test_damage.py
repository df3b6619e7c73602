"""A damaged library never locks anyone out: it is put aside under a name that is told, and reading goes on."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from tests.support.damaged_libraries import (
    DAMAGES,
    HARMLESS,
    WRONG_VALUES,
    change,
    filled_library,
    unheard,
    used,
    write_at,
)
from tui_reader.document.model import Position
from tui_reader.formats import read
from tui_reader.library import Library, LibraryError, open_library, require_library
from tui_reader.library.health import faults
from tui_reader.library.library_files import last_put_aside
from tui_reader.library.repair import repair


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "data" / "library.db"
    filled_library(path, tmp_path)
    return path


def break_while_open(path: Path, *libraries: Library) -> None:
    """Damage a library that is open, and have SQLite forget what it knows of its pages."""
    change(path, "PRAGMA wal_checkpoint(TRUNCATE)")
    write_at(path, 4096, bytes(12 * 4096))
    for library in libraries:
        library._database.execute("PRAGMA shrink_memory")


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_is_damaged_is_put_aside_and_told_and_reading_goes_on(damage: str, path: Path, tmp_path: Path) -> None:
    DAMAGES[damage](path)
    before = path.read_bytes()
    told: list[str] = []
    with open_library(path, told.append) as library:
        told += used(library, read(tmp_path / "talk1.txt"), tmp_path / "talk1.txt")
        assert library.path == path
        library.keep_place(read(tmp_path / "talk1.txt"), tmp_path / "talk1.txt", Position(2, 0))
        assert not library.unsaved
    aside = path.with_name("library.db.damaged-1")
    (line,) = (line for line in told if "put aside" in line)
    assert f"was put aside as {aside}. To save what can be saved: tui-reader library --repair --library {path}." in line
    assert all("\n" not in line for line in told)
    assert aside.read_bytes()[4096 * 13 :] == before[4096 * 13 :]
    with open_library(path, told.append) as library:
        assert library.place(read(tmp_path / "talk1.txt").key) == Position(2, 0)
        assert library.troubles == []


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_command_that_keeps_something_says_so_and_works_the_next_time(damage: str, path: Path) -> None:
    DAMAGES[damage](path)
    for _ in range(2):
        try:
            with require_library(path) as library:
                library.voice_registry.everybody()
                library.folders.all()
                library.recent()
        except LibraryError as error:
            assert "was put aside as" in str(error)
    with require_library(path, to_keep=True) as library, library.kept():
        library.write("INSERT INTO places SELECT key, 0, 0 FROM documents LIMIT 0")


@pytest.mark.parametrize("value", WRONG_VALUES)
def test_a_wrong_value_is_passed_over_and_told_once_and_nothing_is_put_aside(
    value: str, path: Path, tmp_path: Path
) -> None:
    change(path, WRONG_VALUES[value])
    told: list[str] = []
    with open_library(path, told.append) as library:
        for _ in range(2):
            assert used(library, read(tmp_path / "talk1.txt"), tmp_path / "talk1.txt") == []
    line = f"{path}: some entries are damaged and not used; tui-reader doctor says more."
    assert told == ([] if value in HARMLESS else [line])
    assert last_put_aside(path) is None


def test_a_library_that_breaks_while_it_is_open_is_put_aside_and_a_new_one_is_begun(path: Path, tmp_path: Path) -> None:
    told: list[str] = []
    document = read(tmp_path / "talk1.txt")
    with open_library(path, told.append) as library:
        assert library.place(document.key) == Position(2, 3)
        break_while_open(path, library)
        assert library.bookmarks.of(document) == []
        assert [line.partition(". ")[0] for line in told] == [f"{path}: the library is damaged (its pages are wrong)"]
        assert told[0].endswith("What you do from now on is saved.")
        library.keep_place(document, tmp_path / "talk1.txt", Position(1, 1))
        assert not library.unsaved
        library.index.add(document)
        assert len(library.index.search("again")) == 1
    with Library(path) as library:
        assert library.place(document.key) == Position(1, 1)


def test_damage_that_is_found_while_something_is_saved_leaves_nothing_half_saved(path: Path, tmp_path: Path) -> None:
    document = read(tmp_path / "talk1.txt")
    with open_library(path, unheard) as library:
        change(path, "DROP TABLE register")
        with pytest.raises(LibraryError, match="This was not saved; what you do from now on is saved"):
            library.keep_voice(document.key, document.people[0].id, "gwb")
        assert library.cast(document.key) == {}
        library.keep_place(document, tmp_path / "talk1.txt", Position(1, 1))
        library.keep_voice(document.key, document.people[0].id, "gwb")
        assert library.cast(document.key) == {document.people[0].id: "gwb"}
        assert library.voice_registry.everybody()


def test_a_note_that_is_no_text_is_not_saved_and_that_is_told(path: Path, tmp_path: Path) -> None:
    document = read(tmp_path / "talk1.txt")
    with open_library(path, unheard) as library, pytest.raises(LibraryError, match="signs that are no text"):
        library.keep_word(document.key, "\ud800", "x")


def test_earlier_ones_that_were_put_aside_stay(path: Path) -> None:
    for number in range(1, 4):
        path.write_text(f"damage {number}")
        write_at(path, 68, b"tuir")
        open_library(path, unheard).close()
        assert last_put_aside(path) == path.with_name(f"library.db.damaged-{number}")
    for number in range(1, 4):
        assert path.with_name(f"library.db.damaged-{number}").read_text().startswith(f"damage {number}")


def test_one_that_was_emptied_is_put_aside_with_what_was_written_last(path: Path) -> None:
    with Library(path) as library:
        library.used.add("help")
        last = path.with_name("library.db-wal").read_bytes()
    path.write_bytes(b"")
    path.with_name("library.db-wal").write_bytes(last)
    told: list[str] = []
    open_library(path, told.append).close()
    assert "is damaged (it is empty). It was put aside" in told[0]
    assert path.with_name("library.db.damaged-1-wal").read_bytes() == last


def test_one_that_another_reader_has_put_aside_is_not_put_aside_twice(path: Path, tmp_path: Path) -> None:
    document = read(tmp_path / "talk1.txt")
    with open_library(path, unheard) as one, open_library(path, unheard) as other:
        break_while_open(path, one, other)
        for library in (one, other):
            assert library.bookmarks.of(document) == []
            library.keep_place(document, tmp_path / "talk1.txt", Position(1, 1))
        assert "Another reader has put it aside." in other.troubles[0]
        assert [file.name for file in path.parent.glob("*damaged-?")] == ["library.db.damaged-1"]
        assert one.place(document.key) == other.place(document.key) == Position(1, 1)


@pytest.mark.skipif(os.name != "posix", reason="rights of files")
def test_nobody_else_may_read_a_library_and_rights_that_are_wider_are_taken(path: Path, tmp_path: Path) -> None:
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    path.chmod(0o644)
    with Library(path) as library:
        library.keep_place(read(tmp_path / "talk1.txt"), tmp_path / "talk1.txt", Position(1, 1))
        rights = {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
    assert rights == dict.fromkeys(("library.db", "library.db-wal", "library.db-shm"), 0o600)


@pytest.mark.parametrize("end", ["-wal", "-shm", "-journal"])
def test_what_is_beside_a_library_and_no_file_is_told(end: str, path: Path) -> None:
    path.with_name(f"library.db{end}").mkdir()
    told: list[str] = []
    open_library(path, told.append).close()
    assert f"(library.db{end} beside it is not a file). Nothing of this reading is saved." in told[0]
    with pytest.raises(LibraryError, match="beside it is not a file"):
        faults(path)


def test_a_damaged_library_behind_a_link_is_put_aside_where_it_is_and_the_link_stays(
    path: Path, tmp_path: Path
) -> None:
    link = tmp_path / "link.db"
    link.symlink_to(path)
    DAMAGES["pages of zeros"](path)
    with open_library(link, unheard) as library:
        used(library, read(tmp_path / "talk1.txt"), tmp_path / "talk1.txt")
        assert not library.unsaved
    assert link.is_symlink()
    assert last_put_aside(link) == path.with_name("library.db.damaged-1")
    assert faults(path) == []


def test_what_is_neither_file_nor_folder_is_told(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "library.db")
    told: list[str] = []
    open_library(tmp_path / "library.db", told.append).close()
    assert "(it is not a file). Nothing of this reading is saved." in told[0]


def test_a_table_without_its_key_which_can_be_read_and_not_written_into_is_damage(path: Path, tmp_path: Path) -> None:
    change(path, "CREATE TABLE other AS SELECT * FROM documents", "DROP TABLE documents")
    change(path, "ALTER TABLE other RENAME TO documents")
    assert faults(path) == ["the table documents has another key"]
    talk = read(tmp_path / "talk1.txt")
    with open_library(path) as library:
        library.keep_place(talk, tmp_path / "talk1.txt", Position(1, 0))
        assert "was put aside as" in library.troubles[-1]
        library.keep_place(talk, tmp_path / "talk1.txt", Position(2, 0))
        assert not library.unsaved and faults(path) == []
    assert [*repair(path)][-1] == "Nothing was lost."


@pytest.mark.parametrize(("table", "column"), [("bookmarks", "at"), ("bookmarks", "offset"), ("places", "offset")])
def test_a_column_that_is_gone_is_no_word_in_its_place(table: str, column: str, path: Path, tmp_path: Path) -> None:
    # SQLite takes a name in double quotes that is no column for a text.
    change(path, f'ALTER TABLE {table} RENAME COLUMN "{column}" TO other')
    talk = read(tmp_path / "talk1.txt")
    with open_library(path) as library:
        assert (library.place(talk.key) if table == "places" else library.bookmarks.of(talk)) in ([], None)
        assert library.troubles
