"""Output files that are named `-` are standard output, and no file of that name is made."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui_reader.cli.main import main

WRITTEN = {
    ("people", "talk.txt", "--name", "BEN=Benedict", "--share", "-"): b'name = "Benedict"',
    ("people", "--everywhere", "--share", "-"): b"# Who is one person",
    ("stats", "talk.txt", "--svg", "-"): b"<svg",
    ("bookmarks", "talk.txt", "--export", "-"): b"#",
    ("bookmarks", "--all", "--export", "-"): b"#",
    ("export", "talk.txt", "-o", "-", "--format", "md"): b"ANNE",
    ("export", "talk.txt", "-o", "-", "--format", "html", "--text-only"): b"<html",
}


@pytest.fixture(autouse=True)
def folder(talk: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the talk, in which the commands run."""
    monkeypatch.chdir(talk.parent)
    return talk.parent


@pytest.mark.parametrize("words", WRITTEN)
def test_it_is_written_to_standard_output_alone(
    words: tuple[str, ...], folder: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main([*words]) == 0
    out, told = capsysbinary.readouterr()
    assert WRITTEN[words] in out and b"Wrote" not in out + told
    assert [path.name for path in folder.iterdir()] == ["talk.txt"]


def test_a_backup_is_written_to_standard_output(folder: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["people", "talk.txt", "--name", "BEN=Benedict"]) == 0
    capsysbinary.readouterr()
    assert main(["library", "--backup", "-"]) == 0
    assert capsysbinary.readouterr().out.startswith(b"SQLite format 3")


@pytest.mark.parametrize(
    "words",
    [
        ["talk.txt"],
        ["talk.txt", "--format", "md,txt"],
        ["talk.txt", "--format", "md", "--ledger"],
        [".", "--format", "md"],
    ],
)
def test_it_holds_one_file_of_one_document(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", *words, "-o", "-"]) == 2
    out, told = capsys.readouterr()
    assert not out and "one file of one document" in told and told.count("\n") == 1


def test_no_sound_is_written_to_a_terminal(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert main(["export", "talk.txt", "-o", "-", "--format", "wav"]) == 2
    assert "name a file, or pipe it" in capsys.readouterr().err


def test_a_terminal_is_sent_no_control_characters(
    talk: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    talk.write_text("ANNE: One \x1b[31mred.\n\nBEN: Two.\n\nANNE: Three.\n")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert main(["export", "talk.txt", "-o", "-", "--format", "md"]) == 0
    out = capsys.readouterr().out
    assert "red." in out and "\x1b" not in out
