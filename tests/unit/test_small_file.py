"""Small files from outside: whatever is there is read or told in one line; changes of two programs both stay."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tui_reader import small_file
from tui_reader.errors import ReaderError
from tui_reader.small_file import change_small, read_small


def test_a_file_is_read_whole_and_one_that_is_not_there_is_none(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"abc")
    assert read_small(tmp_path / "a", 3) == b"abc"
    assert read_small(tmp_path / "none", 3) is None
    assert read_small(tmp_path / ("n" * 300), 3) is None


def looped(path: Path) -> None:
    path.symlink_to(path)


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes in folders, and links need a right")
@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (Path.mkdir, "a folder, not a file"),
        (os.mkfifo, "a device or a pipe, not a file"),
        (lambda path: path.symlink_to("/dev/zero"), "a device or a pipe, not a file"),
        (lambda path: path.symlink_to("nowhere"), "a link to a file that does not exist"),
        (looped, "cannot be read: Too many levels of symbolic links"),
        (lambda path: path.write_bytes(b"." * 2001), "larger than 2 kB; not read"),
    ],
)
def test_what_cannot_be_read_is_one_line(tmp_path: Path, make: Callable[[Path], object], reason: str) -> None:
    make(tmp_path / "a")
    with pytest.raises(ReaderError) as told:
        read_small(tmp_path / "a", 2000, "it")
    assert str(told.value) == f"it: {reason}"


def test_a_file_that_may_not_be_read_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "a").write_bytes(b"")
    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(ReaderError, match=r"a: cannot be read: Permission denied$"):
        read_small(tmp_path / "a", 1)


def test_a_change_makes_the_file_and_keeps_what_is_not_changed(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "a"
    change_small(path, 100, lambda text: text + "1")
    change_small(path, 100, lambda text: text + "2")
    assert path.read_text() == "12"
    assert sorted(child.name for child in path.parent.iterdir()) == [".a.lock", "a"]


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        (b"x", "y" * 2001, "would be larger than 2 kB"),
        (b"\xff", "", "not UTF-8"),
        (b"x" * 2001, "", "larger than 2 kB"),
    ],
)
def test_a_change_that_cannot_be_made_leaves_the_file(tmp_path: Path, before: bytes, after: str, reason: str) -> None:
    path = tmp_path / "a"
    path.write_bytes(before)
    with pytest.raises(ReaderError, match=f"a: {reason}"):
        change_small(path, 2000, lambda _: after)
    assert path.read_bytes() == before


def test_a_full_disk_leaves_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "a"
    path.write_text("old")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ReaderError, match="a: cannot be written: No space left on device"):
        change_small(path, 100, lambda _: "new")
    assert path.read_text() == "old"
    assert sorted(child.name for child in tmp_path.iterdir()) == [".a.lock", "a"]


def test_a_lock_that_another_holds_is_waited_for_and_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(small_file, "PATIENCE", 0.02)

    def change(text: str) -> str:
        with pytest.raises(ReaderError, match="a: another program is changing it; try again"):
            change_small(tmp_path / "a", 100, lambda _: "inner")
        return text + "outer"

    change_small(tmp_path / "a", 100, change)
    assert (tmp_path / "a").read_text() == "outer"


def test_an_editor_that_saves_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("old")

    def change(text: str) -> str:
        path.write_text("from an editor")
        return text + " and new"

    with pytest.raises(ReaderError, match="a: another process has written it meanwhile; it stays as it is"):
        change_small(path, 100, change)
    assert path.read_text() == "from an editor"


def test_two_programs_that_change_the_settings_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("# mine\nunknown = [\n 1 ]\n\n[pauses] # ms\n")
    program = (
        "import sys; from pathlib import Path; from tui_reader.settings import keep_setting\n"
        "for number in range(1, 201): keep_setting(sys.argv[2], number, Path(sys.argv[1]))"
    )
    running = [subprocess.Popen([sys.executable, "-c", program, path, f"pauses.{name}"]) for name in ("item", "change")]
    assert [one.wait(120) for one in running] == [0, 0]
    text = path.read_text()
    assert sorted(text.splitlines()) == sorted(
        ["# mine", "unknown = [", " 1 ]", "", "[pauses] # ms", "item = 200", "change = 200"]
    )
