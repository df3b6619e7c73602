"""Books as the W3C's checker sees them: no error and no warning. Needs Debian's epubcheck."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tui_reader.paths import bundled

pytestmark = pytest.mark.e2e

JAR = "/usr/share/java/epubcheck.jar"
"""Debian's own start script needs more of the system than the program does."""
TALK = "<b>A & B</b>\n\nANNE: Is it [[cold]] <today>?\n\nBEN: Yes & no.\n\nANNE: Then we walk.\n\nBEN: We walk.\n"


@pytest.mark.parametrize(
    "words",
    [
        [], ["--text-only"], ["--notes", "mark"], ["--notes", "turn"], ["--notes", "end"],
        ["--from", "4", "--until", "9"], ["--only", "GWB"],
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
    checker = ["java", "-jar", JAR, "--failonwarnings", str(book)]
    run = subprocess.run(checker, capture_output=True, text=True, check=False)
    assert run.returncode == 0 and "0 fatals / 0 errors / 0 warnings" in run.stdout, run.stdout + run.stderr
