"""A library, and a folder of documents for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.talks import TALK_WITH_WORDS as TALK
from tests.support.talks import VOLUME
from tui_reader.library import Library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "library.db") as library:
        yield library


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A talk, a volume, a text without speakers, what is no text, and what is hidden."""
    folder = tmp_path / "talks"
    (folder / "more").mkdir(parents=True)
    (folder / ".hidden").mkdir()
    (folder / "talk.txt").write_text(TALK)
    (folder / "more" / "volume.xml").write_text(VOLUME)
    (folder / "readme.md").write_text("Nobody speaks here of the mine.\n")
    (folder / "broken.txt").write_bytes(bytes(range(256)) * 9)
    (folder / ".hidden" / "talk.txt").write_text(TALK + "ANNE: Hidden.\n")
    (folder / "picture.png").write_text(TALK)
    return folder
