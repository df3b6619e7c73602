"""The folder of pyttsx3's sound: what killed processes have left is removed, what living ones hold stays."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from tui_reader.tts.pyttsx3_folder import LOCK, PREFIX, PrivateFolder


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_what_a_killed_process_has_left_is_removed_by_the_next(temporary: Path) -> None:
    left = temporary / f"{PREFIX}x"
    left.mkdir()
    (left / LOCK).touch()
    (left / "utterance.wav").write_bytes(b"RIFF")
    folder = PrivateFolder()
    assert [*temporary.iterdir()] == [folder.path]
    folder.close()
    assert [*temporary.iterdir()] == []


def test_the_folder_of_a_living_process_and_others_folders_stay(temporary: Path) -> None:
    (temporary / "tui-reader-notes").mkdir()
    first, second = PrivateFolder(), PrivateFolder()
    assert first.path.is_dir() and second.path.is_dir() and (temporary / "tui-reader-notes").is_dir()
    first.close()
    second.close()
