"""Books as the W3C's checker sees them: no error and no warning. Needs Debian's epubcheck."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.epubcheck import complaints
from tui_reader.paths import bundled

pytestmark = pytest.mark.e2e

TALK = "<b>A & B</b>\n\nANNE: Is it [[cold]] <today>?\n\nBEN: Yes & no.\n\nANNE: Then we walk.\n\nBEN: We walk.\n"


PART = ["--from", "1", "--until", "6"]
"""A part with notes of the memorandum, which takes a tenth of the time of all of it."""


@pytest.mark.parametrize(
    "words",
    [
        [], ["--text-only"], ["--notes", "mark", *PART], ["--notes", "turn", *PART], ["--notes", "end", *PART],
        ["--from", "4", "--until", "9"], ["--only", "GWB", *PART],
    ],
    ids=" ".join,
)  # fmt: skip
def test_the_memorandum_is_valid(words: list[str], tmp_path: Path) -> None:
    check(bundled("corpus") / "stevenson-ball.txt", words, tmp_path)


def test_words_that_look_like_markup_are_valid(tmp_path: Path) -> None:
    (tmp_path / "talk.txt").write_text(TALK)
    check(tmp_path / "talk.txt", [], tmp_path)


def check(document: Path, words: list[str], folder: Path) -> None:
    environment = {"HOME": str(folder), "XDG_DATA_HOME": str(folder / "d"), "XDG_CONFIG_HOME": str(folder / "c")}
    book = folder / "book.epub"
    command = [sys.executable, "-m", "tui_reader", "export", str(document), "-o", str(book), *words]
    subprocess.run(command, check=True, capture_output=True, env=environment)
    assert complaints(book) == []
