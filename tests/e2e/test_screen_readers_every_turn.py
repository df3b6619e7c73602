"""Whether screen readers say each turn of plain text mode word for word and once, from a terminal with other lines."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.e2e.test_screen_readers import Start, start
from tests.heard.documents import documents
from tests.heard.every_turn import heard, printed
from tests.heard.full_terminal import NEEDED

__all__ = ["start"]
pytestmark = [pytest.mark.e2e, pytest.mark.alone]

DOCUMENTS = ("the memorandum", "a play", "forty notes")
EVERY_TURN = (
    [(name, columns, document) for name in NEEDED for columns in (80, 60, 40) for document in DOCUMENTS]
    if os.environ.get("TUI_READER_ALL_WIDTHS")
    else [
        ("yasr", 80, "the memorandum"), ("yasr", 40, "a play"), ("yasr", 60, "forty notes"),
        ("Fenrir", 60, "the memorandum"), ("Fenrir", 80, "a play"), ("Fenrir", 40, "forty notes"),
        ("Orca", 40, "the memorandum"), ("Orca", 60, "a play"), ("Orca", 80, "forty notes"),
        ("differ", 40, "the memorandum"),
    ]
)  # fmt: skip
"""A listener, the width of its terminal in cells, and what is read; `python -m tests.heard.every_turn` tries all."""
UNCUT = 500
"""Columns at which no line is broken within a word."""


@pytest.mark.parametrize(("name", "columns", "document"), EVERY_TURN)
def test_all_turns_are_said_word_for_word_and_once(
    start: Start, tmp_path: Path, name: str, columns: int, document: str
) -> None:
    read_aloud = documents(tmp_path)[document]
    listener = start(name, "--plain", str(read_aloud.path), columns=columns)
    result = heard(listener, printed(read_aloud, UNCUT), read_aloud.keys)
    assert result.is_the_same, result.differences()
