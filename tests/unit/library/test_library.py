"""The library: what was kept is there, and a library that fails does not stop the reading."""

from __future__ import annotations

import errno
import hashlib
import os
import sqlite3
import sys
from pathlib import Path

import pytest

from tui_reader.document.model import Document, Kind, Part, Passage, Person, Position, Span
from tui_reader.library import Library, LibraryError, Recent, open_library
from tui_reader.library.migrations import MIGRATIONS, statements


def key(name: str) -> str:
    return hashlib.sha256(os.fsencode(name)).hexdigest()


def document(name: str = "talk.txt", pages: int = 3, people: tuple[Person, ...] = ()) -> Document:
    parts = tuple(Part(str(number), Passage(Kind.HEADING, "A heading", (Span(0, 9),)), None) for number in range(pages))
    return Document(name, key(name), "transcript", "A heading", parts=parts, people=people)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "library.db"


def test_a_document_never_read_has_no_place(path: Path) -> None:
    with Library(path) as library:
        assert library.place("nothing") is None
        assert library.last_path() is None
        assert library.recent() == []


def test_the_place_is_there_when_the_library_is_opened_again(path: Path, tmp_path: Path) -> None:
    with Library(path) as library:
        library.keep_place(document(), tmp_path / "talk.txt", Position(1, 7))
        library.keep_place(document(), tmp_path / "talk.txt", Position(2, 5))
    with Library(path) as library:
        assert library.place(document().key) == Position(2, 5)
        assert isinstance(library.place(document().key), Position)


def test_a_moved_file_keeps_its_place(path: Path, tmp_path: Path) -> None:
    with Library(path) as library:
        library.keep_place(document(), tmp_path / "talk.txt", Position(1, 7))
        library.keep_place(document(), tmp_path / "elsewhere.txt", Position(1, 7))
        assert [recent.path.name for recent in library.recent()] == ["elsewhere.txt"]


def test_the_document_last_read_is_the_one_that_was_read_last_and_not_the_newest(path: Path, tmp_path: Path) -> None:
    one, two = tmp_path / "one.txt", tmp_path / "two.txt"
    one.write_text("")
    two.write_text("")
    with Library(path) as library:
        library.keep_place(document("one.txt"), one, Position(0, 0))
        library.keep_place(document("two.txt"), two, Position(0, 0))
        assert library.last_path() == two
        library.keep_place(document("one.txt"), one, Position(1, 0))
        assert library.last_path() == one
        one.unlink()
        assert library.last_path() == one


def test_recent_documents_come_with_their_progress_the_newest_first(path: Path, tmp_path: Path) -> None:
    with Library(path) as library:
        for number in range(5):
            library.keep_place(document(f"{number}.txt", pages=9), tmp_path / f"{number}.txt", Position(number, 3))
        first, second = library.recent(2)
    assert first == Recent(key("4.txt"), "4.txt", tmp_path / "4.txt", 4, 9, first.opened_at)
    assert second.page == 3
    assert second.opened_at <= first.opened_at


def test_a_voice_that_was_chosen_is_kept_changed_and_taken_back(path: Path, tmp_path: Path) -> None:
    with Library(path) as library:
        library.keep_place(document(), tmp_path, Position(0, 0))
        library.keep_voice(document().key, "AES", "gwb")
        library.keep_voice(document().key, "narrator", "aes")
    with Library(path) as library:
        assert library.cast(document().key) == {"AES": "gwb", "narrator": "aes"}
        assert library.cast("another") == {}
        library.keep_voice(document().key, "AES", "bell")
        library.keep_voice(document().key, "narrator", None)
        assert library.cast(document().key) == {"AES": "bell"}


def test_the_people_of_a_document_are_remembered(path: Path, tmp_path: Path) -> None:
    people = (Person("AES", "Adlai E. Stevenson", None, ("AES",)), Person("GWB", None, None, ("GWB", "GB")))
    with Library(path) as library:
        library.keep_place(document(people=people), tmp_path, Position(0, 0))
        library.keep_place(document(people=people), tmp_path, Position(1, 0))
        assert library.people(document().key) == {"AES": "Adlai E. Stevenson", "GWB": None}


def test_people_that_a_document_no_longer_has_are_forgotten_when_it_is_opened_again(path: Path, tmp_path: Path) -> None:
    for people in ((Person("GWB", None, None, ()), Person("GB", None, None, ())), (Person("GWB", "Ball", None, ()),)):
        with Library(path) as library:
            library.keep_place(document(people=people), tmp_path, Position(0, 0))
    with Library(path) as library:
        assert library.people(document().key) == {"GWB": "Ball"}


@pytest.mark.skipif(sys.platform != "linux", reason="file names are UTF-8 elsewhere")
def test_a_file_name_that_is_no_utf_8_is_kept(path: Path, tmp_path: Path) -> None:
    file = tmp_path / os.fsdecode(b"caf\xe9.txt")
    file.write_text("")
    with Library(path) as library:
        library.keep_place(document(file.name), file, Position(0, 0))
        assert library.troubles == []
        assert library.last_path() == file
        assert library.recent()[0].title == "caf?.txt"


def test_a_title_is_data(path: Path, tmp_path: Path) -> None:
    with Library(path) as library:
        library.keep_place(document("'); DROP TABLE documents; --"), tmp_path, Position(0, 0))
        assert library.recent()[0].title == "'); DROP TABLE documents; --"


def test_a_library_in_memory_forgets(tmp_path: Path) -> None:
    with Library(None) as library:
        library.keep_place(document(), tmp_path / "talk.txt", Position(1, 7))
        assert library.place(document().key) == Position(1, 7)
    with Library(None) as library:
        assert library.place(document().key) is None


def test_closing_twice_is_no_trouble(path: Path) -> None:
    library = Library(path)
    library.close()
    library.close()
    with Library(path) as again:
        assert again.recent() == []


# What cannot be opened


def refused(path: Path) -> str:
    """The warning; the library in memory that comes with it is tried out."""
    library = open_library(path)
    (warning,) = library.troubles
    with library:
        library.keep_place(document(), path, Position(1, 1))
        assert library.place(document().key) == Position(1, 1)
        assert library.troubles == [warning]
    assert "\n" not in warning
    with pytest.raises(LibraryError):
        Library(path)
    return warning


def test_a_library_that_can_be_opened_comes_without_a_warning(path: Path) -> None:
    library = open_library(path)
    library.close()
    assert library.troubles == []
    assert path.is_file()


def test_a_folder_in_the_place_of_the_library_is_told(tmp_path: Path) -> None:
    assert refused(tmp_path) == (
        f"{tmp_path}: the library cannot be opened (it is a folder). Nothing of this reading is saved."
    )


def test_a_file_in_the_place_of_its_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    assert "the library cannot be opened (" in refused(tmp_path / "data" / "library.db")


def test_a_file_that_is_no_database_is_told_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    path.write_text("These are notes of mine, and no database at all.\n" * 100)
    assert refused(path) == f"{path} is not a library: it is not a database. Nothing of this reading is saved."
    assert path.read_text().startswith("These are notes")


def test_a_newer_library_is_refused_and_left_alone(path: Path) -> None:
    Library(path).close()
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA user_version = 99")
    database.close()
    before = path.read_bytes()
    warning = refused(path)
    assert f"its version 99, this one knows {len(MIGRATIONS)}" in warning
    assert "pip install --upgrade tui-reader" in warning
    assert path.read_bytes() == before


def test_a_database_of_another_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite"
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE visits (url TEXT)")
    database.close()
    before = path.read_bytes()
    assert "is a database of another program" in refused(path)
    assert path.read_bytes() == before


def test_a_library_that_may_not_be_written_is_read_and_what_is_not_saved_is_told(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Library(path) as library:
        library.keep_place(document(), path, Position(1, 7))
    connect = sqlite3.connect

    def read_only(_: object, **options: object) -> sqlite3.Connection:
        return connect(f"file:{path}?mode=ro", uri=True, isolation_level=None)

    monkeypatch.setattr(sqlite3, "connect", read_only)
    with Library(path) as library:
        assert library.troubles == [f"{path}: what you do now is not saved (it may not be written)."]
        assert library.place(document().key) == Position(1, 7)
        library.keep_place(document(), path, Position(2, 7))
        assert library.unsaved
        with pytest.raises(LibraryError, match="it may not be written"):
            library.bookmarks.add(document(), Position(1, 7))
        assert len(library.troubles) == 1


def test_a_disk_that_fills_up_while_reading_is_told_and_the_reading_goes_on(path: Path, tmp_path: Path) -> None:
    with Library(path) as library:
        library.keep_place(document(), tmp_path, Position(1, 0))
        pages = library._database.execute("PRAGMA page_count").fetchone()[0]
        library._database.execute(f"PRAGMA max_page_count = {pages}")
        library.keep_place(document("long" * 20_000), tmp_path, Position(2, 0))
        assert library.troubles == [f"{path}: what you do now is not saved (the disk is full)."]
        assert library.unsaved
        assert library.place(document().key) == Position(1, 0)
        library.keep_place(document(), tmp_path, Position(2, 0))
        assert library.place(document().key) == Position(2, 0)


def test_a_voice_for_a_document_that_was_never_opened_is_not_saved(path: Path) -> None:
    with Library(path) as library, pytest.raises(LibraryError, match="what it belongs to is not there"):
        library.keep_voice("nothing", "AES", "gwb")


# Migrations


def test_a_step_with_triggers_is_taken_apart_at_the_right_places() -> None:
    sql = "CREATE TABLE a (b);\nCREATE TRIGGER t AFTER INSERT ON a BEGIN\n  DELETE FROM a;\n  SELECT 1;\nEND;\n"
    assert len(list(statements(sql))) == 2


def test_an_older_library_is_brought_up(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Library(path) as library:
        library.keep_place(document(), tmp_path, Position(1, 7))
    step = "ALTER TABLE places ADD COLUMN why TEXT;\nUPDATE places SET why = 'old';"
    monkeypatch.setattr("tui_reader.library.database_file.MIGRATIONS", (*MIGRATIONS, step))
    for _ in range(2):
        with Library(path) as library:
            assert library.place(document().key) == Position(1, 7)
            assert library._database.execute("SELECT why FROM places").fetchall() == [("old",)]
            assert library._database.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS) + 1,)


def test_a_step_that_fails_leaves_the_library_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Library(path).close()
    step = "CREATE TABLE more (a);\nCREATE TABLE more (a);"
    with monkeypatch.context() as patch:
        patch.setattr("tui_reader.library.database_file.MIGRATIONS", (*MIGRATIONS, step))
        with pytest.raises(LibraryError, match="more already exists"):
            Library(path)
    with Library(path) as library:
        assert library._database.execute("SELECT count(*) FROM sqlite_master WHERE name = 'more'").fetchone() == (0,)


def test_a_library_whose_mode_cannot_be_changed_is_used_all_the_same(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def chmod(*_: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    with Library(path) as library:
        library.keep_place(document(), tmp_path / "talk.txt", Position(1, 7))
    path.chmod(0o660)  # shared with a group, and of another owner
    monkeypatch.setattr(Path, "chmod", chmod)
    with Library(path) as library:
        assert library.place(document().key) == Position(1, 7)


def test_opening_a_library_that_is_up_to_date_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    Library(path).close()
    before = path.read_bytes()
    with Library(path):
        assert path.with_name("library.db-wal").stat().st_size == 0
    assert path.read_bytes() == before
