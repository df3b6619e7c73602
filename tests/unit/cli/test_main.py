"""The program as a whole: each error is one line with its status; encodings, pipes, signals."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.command_line import complaint
from tui_reader import __version__
from tui_reader.cli.main import main
from tui_reader.settings import keep_setting

TALK = "A Talk\n\nANNE: It is “cold” today — is it not?\n\nBEN: Yes.\n\nANNE: Then we walk.\n"
PROGRAM = [sys.executable, "-m", "tui_reader"]


def test_a_missing_file_is_named(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    status, line = complaint(capsys, tmp_path / "no such.txt", "--print")
    assert status == 1 and "no such.txt" in line


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["exprot", "talk.txt"], "There is no command or file 'exprot'. Did you mean export?"),
        (["hlep"], "There is no command or file 'hlep'. Did you mean help?"),
        (["--plain", "Voice"], "There is no command or file 'Voice'. Did you mean voices?"),
        (["zebra", "talk.txt"], "There is no command or file 'zebra'. tui-reader --help lists the commands."),
    ],
)
def test_a_mistyped_command_is_told_with_the_nearest_one(
    capsys: pytest.CaptureFixture[str], words: list[str], told: str
) -> None:
    assert complaint(capsys, *words) == (2, f"tui-reader: {told}\n")


@pytest.mark.parametrize("name", ["zebra", "talk2.txt", "folder/exprot"])
def test_one_word_unlike_any_command_is_a_file_that_is_missing(capsys: pytest.CaptureFixture[str], name: str) -> None:
    status, line = complaint(capsys, name, "--print")
    assert status == 1 and f"{name}: no such file" in line


def test_a_file_named_almost_like_a_command_is_opened(
    capsys: pytest.CaptureFixture[str], talk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(talk.parent)
    talk.rename("hlep")
    assert main(["hlep", "--print"]) == 0
    assert capsys.readouterr().out.startswith("A Talk")


@pytest.mark.parametrize("command", ["--print", "play", "inspect"])
def test_a_folder_is_no_document_for_any_command(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, command: str
) -> None:
    status, line = complaint(capsys, command, tmp_path)
    assert status == 1 and "folder" in line


def test_an_empty_file_has_nothing_to_read(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    status, line = complaint(capsys, tmp_path / "empty.txt", "--print")
    assert status == 1 and "empty.txt" in line and "empty" in line


def test_a_binary_file_is_refused(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "program").write_bytes(bytes(range(256)) * 64)
    status, line = complaint(capsys, tmp_path / "program", "--print")
    assert status == 1 and "program" in line


def test_a_file_without_permission_is_told(
    capsys: pytest.CaptureFixture[str], talk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The system's refusal is put in the place of the file's opening, for root may open every file."""
    really_open = Path.open

    def refuse(self: Path, *args: object, **options: object) -> object:
        if self == talk:
            raise PermissionError(13, "Permission denied", str(self))
        return really_open(self, *args, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    status, line = complaint(capsys, talk, "--print")
    assert status == 1 and "permission" in line


@pytest.mark.parametrize("words", [["play"], ["voices", "aes", "--say"], ["--plain"], ["export", "-o", "x.wav"]])
def test_an_unknown_engine_is_wrong_use(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    status, line = complaint(capsys, *words, "--engine", "organ")
    assert status == 2 and "organ" in line and "espeak" in line


@pytest.mark.parametrize("words", [["voices"], ["export", "-o", "x.wav"]])
def test_a_broken_voice_file_is_named_with_its_line(
    capsys: pytest.CaptureFixture[str], home: Path, words: list[str]
) -> None:
    voices = home / "config" / "tui-reader" / "voices"
    voices.mkdir(parents=True)
    (voices / "mine.toml").write_text('name = "Mine"\npan = "left"\n[espeak]\nvoice = "en-us"\n')
    status, line = complaint(capsys, *words)
    assert status == 1 and "mine.toml:2:" in line


@pytest.mark.parametrize(
    "words",
    [
        ["--speed", "9"], ["--speed", "fast"], ["--width", "3"], ["--nonsense"], ["one", "two"], [""],
        ["library", "--search", "\udcff"], ["people", "--name", "GWB=\udcff"], ["lexicon", "--add", "\udcff=a"],
        ["export"], ["play", "--from", "x"], ["voices", "--say"], ["--full", "--plain"], ["--width", "80", "play"],
        ["play", "--from", "99", "--no-sound"], ["--encoding", "klingon"], ["--speak", "--no-sound"],
    ],
)  # fmt: skip
def test_wrong_use_has_status_two(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    assert complaint(capsys, *words)[0] == 2


def test_control_characters_of_a_name_do_not_reach_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    _, line = complaint(capsys, "\x1b[2Jevil\nname")
    assert "\x1b" not in line


def test_a_terminal_without_utf_8_gets_the_nearest_ascii(talk: Path) -> None:
    run = subprocess.run(
        [*PROGRAM, talk], capture_output=True, env={**os.environ, "PYTHONIOENCODING": "ascii"}, check=True
    )
    assert b'ANNE: It is "cold" today -- is it not?' in run.stdout


def test_json_stays_json_without_utf_8(talk: Path) -> None:
    run = subprocess.run(
        [*PROGRAM, "inspect", "--json", talk],
        capture_output=True, env={**os.environ, "PYTHONIOENCODING": "ascii"}, check=True,
    )  # fmt: skip
    assert json.loads(run.stdout)["turns"][0]["text"] == "It is “cold” today — is it not?"


@pytest.mark.parametrize(
    ("place", "first"), [("2", "BEN: Yes."), ("turn 3", "ANNE: Then we walk."), ("0%", "ANNE: It")]
)
def test_printing_begins_where_it_is_asked_for(
    place: str, first: str, talk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--print", "--from", place, str(talk)]) == 0
    assert next(line for line in capsys.readouterr().out.splitlines() if ": " in line).startswith(first)


@pytest.mark.parametrize(("words", "longest"), [((), 481), (("--width", "40"), 38)])
def test_printing_breaks_no_lines_where_the_settings_say_so_and_no_width_is_asked_for(
    words: tuple[str, ...], longest: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    keep_setting("wrap", False)
    path = tmp_path / "talk.txt"
    path.write_text(f"ANNE: {'Good morning. ' * 34}\n\nBEN: Yes.\n")
    assert main(["--print", *words, str(path)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert max(map(len, lines)) == longest


def test_printing_from_a_place_that_is_not_there_is_wrong_use(capsys: pytest.CaptureFixture[str], talk: Path) -> None:
    assert complaint(capsys, "--print", "--from", "99", talk) == (2, "tui-reader: No turn 99. The last is 3.\n")


def test_python_m_runs_it() -> None:
    run = subprocess.run([*PROGRAM, "--version"], capture_output=True, check=True, text=True)
    assert run.stdout == f"tui-reader {__version__}\n"
