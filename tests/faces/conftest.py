"""What the tests of the faces share: a short dialogue, and the program in plain mode."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.plain_program import TALK, Plain


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    """A short dialogue in a file."""
    path = tmp_path / "talk.txt"
    path.write_text(TALK)
    return path


@pytest.fixture
def plain() -> Iterator[Plain]:
    """The memorandum, opened for the first time; its opening was told."""
    program = Plain("--no-sound")
    program.told()
    yield program
    program.close()
