"""Long work of the command line is told in a line or in lines, and Ctrl+C says how to go on."""

from __future__ import annotations

import sys
from io import StringIO
from pathlib import Path

import pytest

from tui_reader.cli.main import main
from tui_reader.export import export_document as exporting
from tui_reader.library import adding
from tui_reader.terminal import milestones, progress_line

TALK = "A Talk\n\nANNE: Good morning.\n\nBEN: Yes, it is.\n"


@pytest.fixture
def talks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of eight talks; all work counts as long."""
    monkeypatch.setattr(milestones, "PATIENCE", 0.0)
    folder = tmp_path / "talks"
    folder.mkdir()
    for number in range(8):
        (folder / f"{number}.txt").write_text(TALK.replace("morning", f"morning {number}"))
    return folder


def test_adding_a_folder_is_told_in_quarters(talks: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["library", "--add", str(talks)]) == 0
    output, errors = capsys.readouterr()
    assert output == f"{talks}: 8 documents added.\n"
    told = [f"Adding {talks}. Ctrl+C stops.", "A quarter done", "Half done", "Three quarters done"]
    assert [line.partition(",")[0] for line in errors.splitlines()] == told


def test_an_export_is_told_in_quarters_and_names_the_document(
    talks: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    talk = talks / "0.txt"
    talk.write_text("".join(f"ANNE: This is {number}.\n\nBEN: Yes.\n\n" for number in range(8)))
    output = tmp_path / "a.wav"
    assert main(["export", str(talk), "-o", str(output), "--engine", "tone"]) == 0
    told = capsys.readouterr().err.splitlines()
    assert told[0] == f"Reading {talk}. Ctrl+C stops."
    first, *lines, last = told[next(at for at, line in enumerate(told) if line.startswith("Exporting")) :]
    assert first == f"Exporting 0.txt to {output}. Ctrl+C stops." and last.startswith(f"Wrote {output} from 0.txt, ")
    assert [line.partition(",")[0] for line in lines] == ["A quarter done", "Half done", "Three quarters done"]


class Terminal(StringIO):
    """A terminal that keeps what is written."""

    def isatty(self) -> bool:
        return True


def test_in_a_terminal_it_is_one_line_that_goes(talks: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(progress_line, "PATIENCE", 0.0)
    monkeypatch.setattr(progress_line, "OFTEN", 0.0)
    monkeypatch.setattr(progress_line, "columns_of", lambda stream: 40)
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    talk = talks / "0.txt"
    talk.write_text("".join(f"ANNE: This is {number}.\n\nBEN: Yes.\n\n" for number in range(8)))
    assert main(["export", str(talk), "-o", str(tmp_path / "a.wav"), "--engine", "tone"]) == 0
    *shown, last = terminal.getvalue().split("\r\x1b[K")
    assert last.startswith("Wrote ") and "\n" not in "".join(shown)
    told = [line for line in shown if "Exporting 0.txt" in line]
    assert told and all(len(line) < 40 for line in shown) and told[0].startswith("  0%  Exporting")


def interrupt(*_: object, **__: object) -> None:
    raise KeyboardInterrupt


def test_control_c_says_how_an_export_goes_on(
    talks: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(exporting, "render_job", interrupt)
    assert main(["export", str(talks / "0.txt"), "-o", str(tmp_path / "a.wav"), "--engine", "tone"]) == 130
    assert capsys.readouterr().err.splitlines()[-1] == (
        "tui-reader: Stopped with Ctrl+C. Nothing was written; the same command starts over."
    )


def test_control_c_says_how_adding_goes_on(
    talks: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(adding, "read_files", interrupt)
    assert main(["library", "--add", str(talks)]) == 130
    assert capsys.readouterr().err.splitlines()[-1] == (
        "tui-reader: Stopped with Ctrl+C. What was added stays; the same command goes on with the rest."
    )
