"""Two exports of one document are the same bytes: elsewhere, later, and after others."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.support.exports import exported
from tui_reader.errors import UsageError
from tui_reader.export.output_formats import OUTPUT_FORMATS

SOUND = tuple(format.name for format in OUTPUT_FORMATS if format.is_encoded)
WORDS = "A Talk\n\n" + "ANNE: Shall we see whether the fish were there?\n\nBEN: Yes — so they were, at 4 p.m.\n\n" * 3


def export(arguments: list[str | Path], seed: int) -> None:
    """Run the program in a new process, in which the order of sets is another one for each seed."""
    words = [sys.executable, "-m", "tui_reader", "export", *arguments, "--no-library", "--engine", "espeak"]
    environment = {**os.environ, "PYTHONHASHSEED": str(seed), "TZ": f"UTC+{seed}"}
    subprocess.run([*words, "--speed", "4"], check=True, capture_output=True, env=environment, timeout=120)


@pytest.mark.parametrize("sound", [False, True])
def test_a_document_is_exported_to_the_same_bytes_everywhere(tmp_path: Path, sound: bool) -> None:
    if sound and not os.environ.get("CI"):
        pytest.importorskip("av")
    formats = ",".join(format.name for format in OUTPUT_FORMATS if sound or format.name not in SOUND)
    asked: list[str | Path] = ["--format", formats, "--ledger", "--stems"]
    talks, one, other = tmp_path / "talks", tmp_path / "one", tmp_path / "other"
    for folder in (talks, one):
        folder.mkdir()
    (talks / "talk.txt").write_text(WORDS)
    (talks / "a.txt").write_text(WORDS.replace("fish", "mushrooms"))
    export([talks / "talk.txt", "-o", one / "talk", *asked], seed=1)
    export([talks, "-o", other, "--jobs", "1", *asked], seed=2)
    names = sorted(path.name for path in one.iterdir())
    assert len(names) >= len(formats.split(",")) + 5
    assert [name for name in names if (one / name).read_bytes() != (other / name).read_bytes()] == []


def test_the_date_of_a_book_is_given_by_the_environment(
    talk: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    exported(talk, folder / "talk.epub", text_only=True)
    with zipfile.ZipFile(folder / "talk.epub") as book:
        assert b">1970-01-02T00:00:00Z<" in book.read("EPUB/book.opf")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    with pytest.raises(UsageError, match="SOURCE_DATE_EPOCH is 'yesterday'; it must be the seconds since 1970-01-01"):
        exported(talk, folder / "talk.epub", text_only=True)
