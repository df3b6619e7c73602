"""A folder for the files of an export, and a document long enough to be cut into shares."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where exports go: nothing but an export may be found in it."""
    (tmp_path / "out").mkdir()
    return tmp_path / "out"


@pytest.fixture
def long(tmp_path: Path) -> Path:
    """Long enough for three shares."""
    path = tmp_path / "long.txt"
    path.write_text("A Talk\n\n" + "ANNE: We walk and walk, and so do they all.\n\nBEN: Yes, we do.\n\n" * 150)
    return path
