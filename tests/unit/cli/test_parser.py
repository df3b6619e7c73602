"""Help and the choice of a command by the first word, as a person with a screen reader meets them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui_reader import __version__
from tui_reader.cli.main import main
from tui_reader.cli.parser import command_names

TALK = "A Talk\n\nANNE: It is “cold” today — is it not?\n\nBEN: Yes.\n\nANNE: Then we walk.\n"


@pytest.mark.parametrize("words", [[], *([command] for command in sorted(command_names()))])
def test_no_line_is_wider_than_78_and_nothing_is_drawn(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main([*words, "--help"])
    page = capsys.readouterr().out
    assert end.value.code == 0
    assert max(map(len, page.splitlines())) <= 78
    assert page.isascii()


def test_the_accessible_start_is_in_the_first_five_lines(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    assert any("--plain" in line for line in capsys.readouterr().out.splitlines()[:5])


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--version"])
    assert capsys.readouterr().out == f"tui-reader {__version__}\n"


@pytest.fixture
def named_voices(talk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A document with the name of a command, in the current folder."""
    monkeypatch.chdir(talk.parent)
    talk.rename("voices")


@pytest.mark.usefixtures("named_voices")
def test_a_command_wins_over_a_file_of_its_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["voices"]) == 0
    out, err = capsys.readouterr()
    assert "aes" in out and "tui-reader ./voices" in err and err.count("\n") == 1


@pytest.mark.usefixtures("named_voices")
def test_with_its_folder_a_file_named_like_a_command_is_opened(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["./voices"]) == 0
    assert capsys.readouterr().out.startswith("A Talk")
