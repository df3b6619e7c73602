"""A library that another program uses, replaces or deletes: what is not saved is told, and reading goes on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.support.damaged_libraries import filled_library, used
from tui_reader.document.model import Document, Position
from tui_reader.formats import read
from tui_reader.library import Library, LibraryError, database, open_library


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "data" / "library.db"
    filled_library(path, tmp_path)
    return path


@pytest.fixture
def document(path: Path, tmp_path: Path) -> Document:
    return read(tmp_path / "talk1.txt")


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Another program writes to the library all the time."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


def test_one_that_is_in_use_is_read_and_what_is_not_saved_is_told_once(
    path: Path, document: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.1)
    told: list[str] = []
    line = f"{path}: what you do now is not saved (another program is using it)."
    with locked(path), open_library(path, told.append) as library:
        for _ in range(3):
            assert set(used(library, document, tmp_path / "talk1.txt")) == {line}
        library.used.add("help")
        assert library.place(document.key) == Position(2, 3)
        assert len(library.bookmarks.of(document)) == 2
        assert library.unsaved
    assert told == [line]
    with open_library(path, told.append) as library, locked(path):
        library.keep_place(document, tmp_path / "talk1.txt", Position(1, 1))
    assert told == [line, line]


def test_it_is_waited_for_long_only_once_and_saved_again_when_it_is_free(
    path: Path, document: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.1)
    monkeypatch.setattr(database, "STILL_BUSY_SECONDS", 0.0)
    with Library(path) as library:
        with locked(path):
            for page in range(4):
                library.keep_place(document, tmp_path / "talk1.txt", Position(page, 0))
            assert library.unsaved
            assert library.row("SELECT timeout FROM pragma_busy_timeout") == (0,)
        library.keep_place(document, tmp_path / "talk1.txt", Position(3, 1))
        assert not library.unsaved
        with locked(path):
            library.keep_place(document, tmp_path / "talk1.txt", Position(3, 2))
        assert len(library.troubles) == 2, "it was told again when it could not be saved again"
        library.keep_place(document, tmp_path / "talk1.txt", Position(3, 1))
        assert library.row("SELECT timeout FROM pragma_busy_timeout") == (100,)
    with Library(path) as library:
        assert library.place(document.key) == Position(3, 1)


@pytest.mark.parametrize("done", ["deleted", "replaced"])
def test_one_that_is_deleted_or_replaced_is_told_and_the_next_is_saved_in_the_new_one(
    done: str, path: Path, document: Document, tmp_path: Path
) -> None:
    filled_library(tmp_path / "other" / "library.db", tmp_path)
    with Library(path) as library:
        library.keep_place(document, tmp_path / "talk1.txt", Position(1, 1))
        for end in ("", "-wal", "-shm"):
            path.with_name(f"library.db{end}").unlink(missing_ok=True)
        if done == "replaced":
            (tmp_path / "other" / "library.db").rename(path)
        with pytest.raises(LibraryError) as error:
            library.bookmarks.add(document, Position(1, 0))
        assert str(error.value) == (
            f"{path}: the library was {done} by another program. This was not saved; what you do from now on is saved "
            "in the new one."
        )
        library.keep_place(document, tmp_path / "talk1.txt", Position(1, 2))
        assert library.bookmarks.add(document, Position(1, 0)) == (1 if done == "deleted" else 3)
        assert not library.troubles
    with Library(path) as library:
        assert library.place(document.key) == Position(1, 2)


def test_where_no_new_one_can_be_made_reading_goes_on_in_memory(path: Path, document: Document, tmp_path: Path) -> None:
    with Library(path) as library:
        path.unlink()
        path.mkdir()
        library.keep_place(document, tmp_path / "talk1.txt", Position(1, 2))
        assert library.troubles == [
            f"{path}: the library was replaced by another program. This was not saved; nothing more is saved."
        ]
        assert library.path is None
        library.keep_place(document, tmp_path / "talk1.txt", Position(1, 3))
        assert library.place(document.key) == Position(1, 3)
