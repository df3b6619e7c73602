"""What came with the program is found, and a person's folders are where the system keeps such things."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import platformdirs
import pytest

from tui_reader import paths


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    for found in (paths.bundled, paths.config_folder, paths.data_folder, paths.cache_folder):
        found.cache_clear()
    yield
    for found in (paths.bundled, paths.config_folder, paths.data_folder, paths.cache_folder):
        found.cache_clear()


@pytest.mark.parametrize(("folder", "file"), [("voices", "narrator.toml"), ("corpus", "stevenson-ball.txt")])
def test_voices_and_corpus_are_found(folder: str, file: str) -> None:
    assert (paths.bundled(folder) / file).is_file()


def test_inside_a_wheel_they_are_found_in_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "tui_reader" / "_bundled" / "voices").mkdir(parents=True)
    monkeypatch.setattr(paths, "PACKAGE", tmp_path / "tui_reader")
    assert paths.bundled("voices") == tmp_path / "tui_reader" / "_bundled" / "voices"
    assert paths.bundled("corpus") == tmp_path / "corpus"
    assert not paths.is_in_clone()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere both are in one folder")
def test_settings_and_memory_have_folders_of_their_own() -> None:
    config, data = paths.config_folder(), paths.data_folder()
    assert config.name == data.name == "tui-reader"
    assert config != data


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere platformdirs is asked")
@pytest.mark.parametrize("value", [None, "", " ", "/some/folder", "/some/folder/"])
def test_the_folders_are_those_of_platformdirs(value: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        if value is None:
            monkeypatch.delenv(variable, raising=False)
        else:
            monkeypatch.setenv(variable, value)
    assert paths.config_folder() == platformdirs.user_config_path("tui-reader", appauthor=False)
    assert paths.data_folder() == platformdirs.user_data_path("tui-reader", appauthor=False)
    assert paths.cache_folder() == platformdirs.user_cache_path("tui-reader", appauthor=False)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere platformdirs is asked")
def test_a_relative_folder_is_ignored_as_the_specification_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", "relative/folder")  # platformdirs takes it up to version 4.11
    assert paths.config_folder() == Path.home() / ".config" / "tui-reader"
