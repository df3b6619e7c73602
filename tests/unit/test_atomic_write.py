"""Atomic writing: the old file or the new one is there, and nothing else, whatever ends the writing."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from tests.support.exports import names
from tui_reader import atomic_write as atomic_write_module
from tui_reader.atomic_write import atomic_write
from tui_reader.errors import ReaderError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where exports go: nothing but an export may be found in it."""
    (tmp_path / "out").mkdir()
    return tmp_path / "out"


def test_a_full_disk_leaves_the_old_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is written goes to /dev/full, which has no space left, as a full disk has none."""
    (folder / "talk.wav").write_bytes(b"old")
    full = Path("/dev/full").open("w+b")  # noqa: SIM115 - `atomic_write` closes it
    monkeypatch.setattr(atomic_write_module, "_open_nameless", lambda folder: full)
    monkeypatch.setattr(atomic_write_module, "_lock", lambda file: None)
    with pytest.raises(ReaderError, match=os.strerror(errno.ENOSPC)), atomic_write(folder / "talk.wav") as file:
        file.write(bytes(100_000))
    assert names(folder) == ["talk.wav"] and (folder / "talk.wav").read_bytes() == b"old"


def test_ctrl_c_leaves_the_old_file(folder: Path) -> None:
    (folder / "talk.wav").write_bytes(b"old")
    with pytest.raises(KeyboardInterrupt), atomic_write(folder / "talk.wav") as file:
        file.write(b"new")
        raise KeyboardInterrupt
    assert names(folder) == ["talk.wav"] and (folder / "talk.wav").read_bytes() == b"old"


def test_an_existing_file_keeps_its_mode_and_a_link_stays_a_link(folder: Path) -> None:
    (folder / "real.wav").write_bytes(b"old")
    (folder / "real.wav").chmod(0o640)
    (folder / "talk.wav").symlink_to("real.wav")
    with atomic_write(folder / "talk.wav") as file:
        file.write(b"new")
    assert (folder / "talk.wav").is_symlink() and (folder / "real.wav").read_bytes() == b"new"
    assert (folder / "real.wav").stat().st_mode & 0o777 == 0o640


def test_what_a_killed_process_left_is_removed_by_the_next(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system has no files without a name; what a living process writes stays."""
    monkeypatch.setattr(atomic_write_module, "_open_nameless", lambda folder: None)
    (folder / ".talk.wav.1.part").write_bytes(b"half")
    with atomic_write(folder / "talk.wav") as file:
        file.write(b"new")
        assert len(names(folder)) == 1
    assert names(folder) == ["talk.wav"]


def test_what_somebody_else_put_there_meanwhile_stays(folder: Path) -> None:
    with pytest.raises(ReaderError, match="another process has written"), atomic_write(folder / "talk.wav") as file:
        file.write(b"new")
        (folder / "talk.wav").write_bytes(b"meanwhile")
    assert names(folder) == ["talk.wav"] and (folder / "talk.wav").read_bytes() == b"meanwhile"
