"""A document from standard input, named or only piped, in every command; mostly the real program."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.support.talks import TALK, VOLUME
from tui_reader.document.collection import is_standard_input, split_id
from tui_reader.document.model import Position
from tui_reader.errors import DocumentError
from tui_reader.formats import read
from tui_reader.library import Library, library_path
from tui_reader.startup import standard_input

PROGRAM = [sys.executable, "-m", "tui_reader"]


def run(*words: str | Path, piped: str | None = TALK) -> subprocess.CompletedProcess[str]:
    """The program with a text piped in; None for nothing at standard input."""
    given: Any = {"stdin": subprocess.DEVNULL} if piped is None else {"input": piped}
    command = [*PROGRAM, *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, timeout=30, check=False, **given)


@pytest.mark.parametrize(
    "words", [["-", "--print"], ["--print"], [], ["inspect", "-"], ["inspect", "-", "--ledger"], ["people", "-"]]
)
def test_what_is_piped_in_is_the_document(words: list[str]) -> None:
    told = run(*words)
    assert told.returncode == 0 and told.stderr == ""
    assert "ANNE" in told.stdout and "Kennedy" not in told.stdout


def test_it_is_exported_and_played(tmp_path: Path) -> None:
    out = tmp_path / "out.wav"
    assert run("export", "-", "-o", out, "--engine", "tone").returncode == 0
    assert out.stat().st_size > 44
    played = run("play", "-", "--no-sound", "--engine", "quiet", "--speed", "4")
    assert played.stdout.split() == ["Narrator", "ANNE", "BEN", "ANNE", "BEN"]


def test_a_named_file_wins_over_what_is_piped_in(tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text(TALK.replace("ANNE", "CARLA"))
    assert "CARLA" in run("--print", other).stdout


@pytest.mark.parametrize("piped", ["", None])
def test_nothing_at_standard_input_is_no_document_unless_it_was_named(piped: str | None) -> None:
    assert "Kennedy" in run("--print", piped=piped).stdout
    told = run("--print", "-", piped=piped)
    assert told.returncode == 1 and told.stdout == ""
    assert told.stderr == "tui-reader: standard input is empty\n"


def test_a_pipe_that_stays_silent_does_not_hold_up_the_document_read_last() -> None:
    hasty = (
        "from tui_reader.cli.main import main; from tui_reader.startup import standard_input; "
        "standard_input.PATIENCE = 0.1; main(['--print'])"
    )
    with subprocess.Popen(
        [sys.executable, "-c", hasty], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as waiting:
        assert waiting.stdout and waiting.stderr
        assert "Kennedy" in waiting.stdout.read()
        assert "- in place of FILE waits for it" in waiting.stderr.read()


def test_more_than_a_document_can_hold_is_refused_in_a_line() -> None:
    with subprocess.Popen(["yes"], stdout=subprocess.PIPE) as endless:
        told = subprocess.run(
            [*PROGRAM, "inspect", "-"], stdin=endless.stdout, capture_output=True, text=True, timeout=30, check=False
        )
        endless.terminate()
    assert told.returncode == 1
    assert told.stderr == "tui-reader: standard input is larger than 100 MB; split it first\n"


def test_a_collection_lists_how_to_open_one_and_opens_it() -> None:
    listed = run("inspect", "-", piped=VOLUME)
    assert "open one as -#ID" in listed.stdout
    found = json.loads(run("inspect", "-#d2", "--json", piped=VOLUME).stdout)
    assert found["title"] == "Note"
    assert "-#d1" in run("play", "-", piped=VOLUME).stderr
    assert "holds no document 'd9'" in run("inspect", "-#d9", piped=VOLUME).stderr


def test_without_a_terminal_there_is_no_keyboard_and_a_line_says_what_to_do() -> None:
    told = subprocess.run(
        [*PROGRAM, "--plain", "-"],
        input=TALK, capture_output=True, text=True, timeout=30, check=False, start_new_session=True,
    )  # fmt: skip
    assert told.returncode == 2 and told.stdout == ""
    assert told.stderr.startswith("tui-reader: There is no keyboard") and "--print" in told.stderr


def test_the_place_is_kept_by_content_and_nothing_says_it_can_be_opened_again(tmp_path: Path) -> None:
    file = tmp_path / "talk.txt"
    file.write_text(TALK)
    document = read(file)
    with Library(library_path()) as library:
        library.keep_place(document, Path("-"), Position(2, 0))
        assert library.place(document.key) == Position(2, 0)
        assert library.last_path() is None and library.recent() == []
        library.keep_place(document, file, Position(2, 0))
        library.keep_place(document, Path("-"), Position(1, 0))
        assert library.last_path() == file


def test_people_decided_about_are_remembered_but_not_shared_beside_nothing() -> None:
    run("people", "-", "--name", "BEN=Ben Cee")
    assert "Cee: We do." in run("--print", "-").stdout
    told = run("people", "-", "--share")
    assert told.returncode == 2 and "--share talk.people.toml" in told.stderr


def test_a_file_of_that_name_is_opened_by_its_folder(tmp_path: Path) -> None:
    (tmp_path / "-").write_text(TALK.replace("ANNE", "DORA"))
    told = subprocess.run(
        [*PROGRAM, "--print", "./-"], cwd=tmp_path, input=TALK, capture_output=True, text=True, timeout=30, check=True
    )
    assert "DORA" in told.stdout


def test_the_sign_may_hold_an_id() -> None:
    assert split_id(Path("-#d2")) == (Path("-"), "d2")
    assert is_standard_input(Path("-#d2")) and not is_standard_input(Path("talk-#d2"))


def test_what_cannot_be_read_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(descriptor: int, size: int) -> bytes:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "read", fail)
    with pytest.raises(DocumentError, match="standard input: cannot be read: Input/output error"):
        standard_input.read_whole(10)
