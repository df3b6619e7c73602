"""A backup holds all that a person did; what is restored takes the place of what there was, which is kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.support.damaged_libraries import change, filled_library
from tui_reader.cli import main
from tui_reader.document.model import Position
from tui_reader.errors import ReaderError
from tui_reader.formats import read
from tui_reader.library import Library, LibraryError, library_path
from tui_reader.library.backup import back_up
from tui_reader.library.health import faults
from tui_reader.library.migrations import MIGRATIONS, statements
from tui_reader.library.restore import restore
from tui_reader.paths import config_folder

ALL = "3 documents, 3 reading positions, 6 bookmarks, 5 voices, 3 label decisions, 3 pronunciations and 1 folder"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A library with something of each kind, in its usual place, and the person's own files."""
    filled_library(library_path(), tmp_path)
    (config_folder() / "voices").mkdir(parents=True)
    (config_folder() / "settings.toml").write_text("speed = 1.5\n")
    (config_folder() / "lexicon.toml").write_text('Adlai = "Addlay"\n')
    (config_folder() / "voices" / "mine.toml").write_text("# mine\n")
    return library_path()


@pytest.fixture
def backup(path: Path, tmp_path: Path) -> Path:
    target = tmp_path / "all.backup"
    with Library(path) as library:
        assert back_up(library, target) == f"Wrote {target}: {ALL}, settings, lexicon, 1 own voice."
    return target


def held(path: Path, folder: Path) -> list[object]:
    document = read(folder / "talk1.txt")
    with Library(path) as library:
        return [
            library.place(document.key), library.bookmarks.of(document), library.cast(document.key),
            library.label_decisions.of(document.key), library.lexicon(document.key), library.folders.all(),
            library.voice_registry.everybody(), library.recent(-1), library.used.times(), library.people(document.key),
        ]  # fmt: skip


def empty(path: Path) -> None:
    """As on a new computer."""
    for file in path.parent.glob(f"{path.name}*"):
        file.unlink()
    for name in ("settings.toml", "lexicon.toml", "voices/mine.toml"):
        (config_folder() / name).unlink()


def test_all_comes_back_on_another_computer(path: Path, backup: Path, tmp_path: Path) -> None:
    before = held(path, tmp_path)
    empty(path)
    (told,) = restore(backup)
    assert told.startswith(f"Restored from {backup}, made ") and told.endswith(
        f": {ALL}, settings, lexicon, 1 own voice."
    )
    assert held(path, tmp_path) == before
    assert (config_folder() / "settings.toml").read_text() == "speed = 1.5\n"
    assert (config_folder() / "voices" / "mine.toml").read_text() == "# mine\n"
    assert faults(path) == []


def test_a_backup_is_one_file_for_its_owner_alone(backup: Path) -> None:
    assert backup.stat().st_mode & 0o777 == 0o600
    assert [file.name for file in backup.parent.glob("*.backup*")] == [backup.name]
    assert faults(backup) == []


def test_a_backup_that_others_could_read_is_written_again_for_its_owner_alone(path: Path, backup: Path) -> None:
    backup.chmod(0o644)
    with Library(path) as library:
        back_up(library, backup)
    assert backup.stat().st_mode & 0o777 == 0o600


def test_what_was_there_is_kept_aside_and_comes_back(path: Path, backup: Path, tmp_path: Path) -> None:
    document = read(tmp_path / "talk1.txt")
    with Library(path) as library:
        library.keep_place(document, tmp_path / "talk1.txt", Position(4, 1))
    (config_folder() / "settings.toml").write_text("speed = 2.0\n")
    changed = held(path, tmp_path)
    _, kept = restore(backup)
    aside = path.with_name("library.db.before-restore-1")
    assert kept == f"What was there is kept in {aside}. To have it back: tui-reader library --restore {aside}."
    assert held(path, tmp_path)[0] == Position(2, 3)
    list(restore(aside))
    assert held(path, tmp_path) == changed
    assert (config_folder() / "settings.toml").read_text() == "speed = 2.0\n"


def test_a_reader_that_is_open_goes_on_in_what_was_restored(path: Path, backup: Path, tmp_path: Path) -> None:
    document = read(tmp_path / "talk1.txt")
    with Library(path) as other:
        other.bookmarks.add(document, Position(3, 0))
        list(restore(backup))
        assert len(other.bookmarks.of(document)) == 2
        other.keep_place(document, tmp_path / "talk1.txt", Position(4, 0))
        assert other.troubles == []
    assert held(path, tmp_path)[0] == Position(4, 0)


def test_words_are_found_as_they_are_decided_then(path: Path, backup: Path) -> None:
    with Library(path) as library:
        keys = [recent.key for recent in library.recent(-1)]
        library.label_decisions.forget(keys[0])
        library.unlist(keys[1])
    list(restore(backup))
    with Library(path) as library:
        list(library.folders.refresh())
        assert len(library.index.search("@Benjamin again")) == 3


def test_a_library_that_was_copied_can_be_restored_too(path: Path, tmp_path: Path) -> None:
    before, copy = held(path, tmp_path), tmp_path / "copied.db"
    copy.write_bytes(path.read_bytes())
    with Library(path) as library:
        for recent in library.recent(-1):
            library.unlist(recent.key)
    list(restore(copy))
    assert held(path, tmp_path) == before
    assert (config_folder() / "settings.toml").read_text() == "speed = 1.5\n"


def test_an_older_backup_is_brought_up_to_date(path: Path, tmp_path: Path) -> None:
    old = tmp_path / "old.backup"
    with closing(sqlite3.connect(old)) as database:
        for step in MIGRATIONS[:2]:
            for statement in statements(step):
                database.execute(statement)
        database.execute(
            "INSERT INTO documents (key, title, path, pages, opened_at) VALUES ('key', 'A Talk', '/talk.txt', 9, 1.0)"
        )
        database.execute("PRAGMA user_version = 2")
        database.commit()
    list(restore(old))
    with Library(path) as library:
        assert [recent.title for recent in library.recent(-1)] == ["A Talk"]


def test_paths_in_another_home_lead_into_this_one(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    there, here = tmp_path / "ann", tmp_path / "bea"
    for home in (there, here):
        (home / "talks").mkdir(parents=True)
        (home / "talks" / "talk.txt").write_text("ANNE: Yes.\n\nBEN: No.\n\nANNE: Yes.\n\nBEN: No.\n")
    backup = tmp_path / "ann.backup"
    monkeypatch.setenv("HOME", str(there))
    with Library(path) as library:
        list(library.folders.add(there / "talks"))
        back_up(library, backup)
    monkeypatch.setenv("HOME", str(here))
    (there / "talks" / "talk.txt").unlink()
    (there / "talks").rmdir()
    list(restore(backup))
    with Library(path) as library:
        assert here / "talks" in library.folders.all()
        assert here / "talks" / "talk.txt" in [recent.path for recent in library.recent(-1)]


HOSTILE: dict[str, Callable[[Path], object]] = {
    "cut off": lambda path: path.write_bytes(path.read_bytes()[:30_000]),
    "a trigger": lambda path: change(path, "CREATE TRIGGER t AFTER INSERT ON used BEGIN DELETE FROM places; END"),
    "a view for a table": lambda path: change(
        path, "DROP TABLE own_files", "CREATE VIEW own_files AS SELECT 'settings.toml' AS name, x'41' AS content"
    ),
    "a file elsewhere": lambda path: change(path, "INSERT INTO own_files VALUES ('voices/../../.bashrc.toml', x'41')"),
    "an absolute file": lambda path: change(
        path, "UPDATE own_files SET name = '/etc/passwd' WHERE name = 'settings.toml'"
    ),
    "a file that is too large": lambda path: change(path, "UPDATE own_files SET content = zeroblob(600000)"),
    "a wrong value": lambda path: change(path, "UPDATE documents SET opened_at = 'soon'"),
    "a voice of nobody": lambda path: change(path, "INSERT INTO casts VALUES ('none', 'ANNE', 'aes')"),
    "another column": lambda path: change(path, "ALTER TABLE places ADD COLUMN more"),
    "bytes in the middle": lambda path: path.write_bytes(path.read_bytes()[:8192] + bytes(16384)),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_damaged_or_hostile_backup_changes_nothing(what: str, path: Path, backup: Path, tmp_path: Path) -> None:
    HOSTILE[what](backup)
    before = held(path, tmp_path)
    with pytest.raises(LibraryError, match=r"the backup is damaged \(.*\)\. Nothing was changed\.$") as error:
        list(restore(backup))
    assert "\n" not in str(error.value)
    assert held(path, tmp_path) == before
    assert not list(path.parent.glob("*before-restore*"))


def test_a_backup_of_a_newer_program_says_so(backup: Path) -> None:
    change(backup, f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    with pytest.raises(LibraryError, match=r"written by a newer tui-reader\. Update with: pip install --upgrade"):
        list(restore(backup))


def test_where_a_file_cannot_be_written_nothing_is_changed(
    path: Path, backup: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (config_folder() / "settings.toml").write_text("speed = 2.0\n")
    (config_folder() / "voices" / "mine.toml").unlink()
    (config_folder() / "voices").rmdir()
    (config_folder() / "voices").write_text("no folder")
    before = held(path, tmp_path)
    with pytest.raises(ReaderError, match="cannot be made"):
        list(restore(backup))
    assert held(path, tmp_path) == before
    assert (config_folder() / "settings.toml").read_text() == "speed = 2.0\n"


def test_no_other_file_is_written_over(path: Path, tmp_path: Path) -> None:
    talk = tmp_path / "talk1.txt"
    with Library(path) as library, pytest.raises(LibraryError, match="another file, which is no backup"):
        back_up(library, talk)
    assert talk.read_text().startswith("ANNE HILL")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--backup", "{library}"], "library.db: this command reads it"),
        (["--restore", "{folder}/none"], "none: no such file."),
        (["--restore", "{folder}/talk1.txt"], "talk1.txt: not a backup of tui-reader."),
        (["--restore", "{folder}"], "a folder, not a file"),
        (["--backup", "{folder}/x", "--no-library"], "There is no library: --no-library was given."),
    ],
)
def test_what_cannot_be_done_is_one_line(
    words: list[str], told: str, path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = [word.format(library=path, folder=tmp_path) for word in words]
    assert main.main(["library", *typed]) in (1, 2)
    out, err = capsys.readouterr()
    assert out == "" and told in err and err.count("\n") == 1


def test_the_command_writes_and_restores(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "b"
    assert main.main(["library", "--backup", str(target)]) == 0
    empty(path)
    assert main.main(["library", "--restore", str(target)]) == 0
    written, restored = capsys.readouterr().out.splitlines()
    assert written == f"Wrote {target}: {ALL}, settings, lexicon, 1 own voice."
    assert restored.endswith(f": {ALL}, settings, lexicon, 1 own voice.")
