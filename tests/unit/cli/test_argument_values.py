"""Values that are typed after options, read and checked."""

from __future__ import annotations

from argparse import ArgumentTypeError
from pathlib import Path

import pytest

from tui_reader.cli.argument_values import _whole, columns, document_path
from tui_reader.cli.main import main
from tui_reader.errors import UsageError
from tui_reader.formats import read
from tui_reader.paths import MEMORANDUM


def test_columns_are_read_by_what_each_is() -> None:
    assert columns("speaker=2, text = Words") == (("speaker", "2"), ("text", "Words"))


@pytest.mark.parametrize(
    ("typed", "told"),
    [("speaker=1,speaker=2", "speaker is chosen twice"), ("words=1", "is no column"), ("text=", "is no column")],
)
def test_wrong_columns_are_told(typed: str, told: str) -> None:
    with pytest.raises(ArgumentTypeError, match=told):
        columns(typed)


def test_a_number_of_thousands_of_figures_is_refused_in_a_line(tmp_path: Path) -> None:
    with pytest.raises(ArgumentTypeError, match="is not"):
        _whole("1" * 5000, 1, None, "a number")
    table = tmp_path / "talk.csv"
    table.write_text("speaker,text\nAnna,What now?\nBen,Carrots.\n", encoding="utf-8")
    with pytest.raises(UsageError, match="There is no column"):
        read(table, columns=columns(f"speaker={'1' * 5000}"))


@pytest.mark.parametrize("command", [["talk.vtt"], ["play", "talk.vtt"], ["verify", "out.wav"]])
def test_an_empty_name_of_a_recording_is_wrong_use(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*command, "--audio", ""]) == 2
    assert "the sound file's name is empty" in capsys.readouterr().err


@pytest.mark.parametrize("part", ["", "#turn-9"])
def test_the_document_that_came_with_the_program_is_found_by_its_name(
    part: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert document_path(f"stevenson-ball.txt{part}") == MEMORANDUM.with_name(f"stevenson-ball.txt{part}")
    assert document_path(f"./stevenson-ball.txt{part}").parent == Path()
    (tmp_path / "stevenson-ball.txt").write_text("A: Yes.\n", encoding="utf-8")
    assert document_path(f"stevenson-ball.txt{part}") == Path(f"stevenson-ball.txt{part}")
