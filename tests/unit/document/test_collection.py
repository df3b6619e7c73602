"""The path of a document in a file of many leads back to its file and its id."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.dialogue_builder import Dialogue
from tui_reader.document.collection import Collection, CollectionEntry, CollectionError, path_of, split_id


@pytest.mark.parametrize("id", ["d1", "../x", "a/b", "a#b", "100%", "%2F", "a\\b", "/", ".."])
@pytest.mark.parametrize("file", [Path("folder", "volume.xml"), Path("-")])
def test_any_id_can_stand_in_a_path(file: Path, id: str) -> None:
    path = path_of(file, id)
    assert path.parent == file.parent and split_id(path) == (file, id)


def test_an_id_is_typed_as_it_is_listed() -> None:
    assert path_of(Path("volume.xml"), "d1") == Path("volume.xml#d1")
    assert split_id(Path("volume.xml#50%")) == (Path("volume.xml"), "50%")


def test_an_example_can_be_typed() -> None:
    entries = (CollectionEntry("a/b", "First", 2), CollectionEntry("c", "Second", 2))
    error = CollectionError(Collection("volume.xml", "Volume", entries), lambda id: Dialogue().document())
    assert "such as volume.xml#a%2Fb;" in str(error)
