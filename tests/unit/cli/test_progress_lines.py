"""Long work of the command line is told in lines where a person can see them, and Ctrl+C says how to go on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui_reader.cli.main import main
from tui_reader.export import export_document as exporting
from tui_reader.library.folders import Folders
from tui_reader.terminal import milestones

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


@pytest.mark.parametrize(("accessible", "told"), [("1", True), ("0", False)])
def test_adding_a_folder_is_told_in_quarters(
    talks: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], accessible: str, told: bool
) -> None:
    monkeypatch.setenv("ACCESSIBLE", accessible)
    assert main(["library", "--add", str(talks)]) == 0
    output, errors = capsys.readouterr()
    assert output == f"{talks}: 8 documents added.\n"
    assert [line.partition(",")[0] for line in errors.splitlines()] == (
        [f"Adding {talks}.", "A quarter done", "Half done", "Three quarters done"] if told else []
    )


def test_an_export_is_told_in_quarters(
    talks: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ACCESSIBLE", "1")
    talk = talks / "0.txt"
    talk.write_text("".join(f"ANNE: This is {number}.\n\nBEN: Yes.\n\n" for number in range(8)))
    output = tmp_path / "a.wav"
    assert main(["export", str(talk), "-o", str(output), "--engine", "tone"]) == 0
    first, *lines, last = capsys.readouterr().err.splitlines()
    assert first == f"Exporting {output}. Ctrl+C stops." and last.startswith(f"Wrote {output}")
    assert [line.partition(",")[0] for line in lines] == ["A quarter done", "Half done", "Three quarters done"]


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
    monkeypatch.setattr(Folders, "_file", interrupt)
    assert main(["library", "--add", str(talks)]) == 130
    assert capsys.readouterr().err.splitlines()[-1] == (
        "tui-reader: Stopped with Ctrl+C. What was added stays; the same command goes on with the rest."
    )
