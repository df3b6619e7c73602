"""Modules and programs that lie beside the transcripts are never run, by any command or face."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import tui_reader
from tests.benchmarks.texts import transcript
from tests.support.planted import Planted
from tests.support.pty_program import PtyProgram
from tests.support.talks import TALK
from tui_reader.cli.parser import DEFAULT, command_names
from tui_reader.terminal.isolation import python_command, shut_out_current_folder

COMMANDS = (
    "accessibility", "bookmarks talk.txt", "bookmarks talk.txt --export -", "completions bash",
    "doctor", "doctor --engine pyttsx3", "export talk.txt -o out.wav --ledger",
    "export talk.txt -o out.wav --engine pyttsx3", "export talk.txt -o out.html",
    "export in -o out --format srt,md,epub --jobs 2", "help keys", "inspect talk.txt", "inspect talk.txt --json",
    "inspect talk.txt --why 3", "lexicon", "lexicon --add SAM=sam", "library", "library --add in",
    "library --search morning", "open talk.txt", "open --print talk.txt", "open --print long.txt", "people talk.txt",
    "play talk.txt --no-sound --engine quiet --speed 4", "play talk.txt --no-sound --engine pyttsx3 --speed 4",
    "people --everywhere Anne", "library --backup out.zip", "serve talk.txt --host 0.0.0.0", "set", "set speed 1.5",
    "stats talk.txt --json", "verify out.wav", "voices", "voices gwb --say Yes --no-sound",
)  # fmt: skip
"""What is typed; files that an earlier command would have made are not there, and may be missed in one line."""


@pytest.fixture
def planted(tmp_path: Path) -> Planted:
    planted = Planted(tmp_path)
    planted.write("talk.txt", TALK)
    for number in range(4):
        planted.write(f"{number}.txt", TALK)
    return planted


def test_each_command_is_tried() -> None:
    assert {command.split()[0] for command in COMMANDS} == {DEFAULT, *command_names()}


@pytest.mark.parametrize("command", COMMANDS)
def test_nothing_beside_the_transcripts_is_run(planted: Planted, command: str) -> None:
    if "long.txt" in command:
        planted.write("long.txt", transcript(12_000))
    words = [word if word != "in" else "." for word in command.removeprefix("open ").split()]
    done = subprocess.run(
        [*planted.reader, *words], cwd=planted.folder, env=planted.environment,
        stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert "Traceback" not in done.stderr, done.stderr
    assert planted.ran == set()


@pytest.mark.parametrize("face", ["--plain", "--full"])
def test_nothing_is_run_by_a_face(planted: Planted, face: str, monkeypatch: pytest.MonkeyPatch) -> None:
    planted.write("long.txt", transcript(12_000))
    monkeypatch.chdir(planted.folder)
    with PtyProgram([*planted.reader, face, "--no-sound", "long.txt"], planted.environment) as program:
        program.wait_for(b"12000 turns" if face == "--plain" else b"Turn 1 of 12000")
        program.press(b" ")
        program.press(b"q")
        assert program.wait() == 0
    assert planted.ran == set()


def test_python_m_takes_nothing_from_the_current_folder_once_the_program_has_begun(
    planted: Planted, tmp_path: Path
) -> None:
    """What Python itself imports for `-m`, before the program's first line, it takes from there."""
    (planted.folder / "tui_reader.py").unlink()
    (tmp_path / "bare.py").write_text("import sys; print(*sys.modules)")
    bare = subprocess.run([sys.executable, "-m", "bare"], cwd=tmp_path, capture_output=True, text=True, check=True)
    for name in bare.stdout.split():
        (planted.folder / f"{name}.py").unlink(missing_ok=True)
    for words in (["inspect", "talk.txt"], ["export", ".", "-o", "out", "--format", "srt", "--jobs", "2"]):
        subprocess.run(
            [sys.executable, "-m", "tui_reader", *words], cwd=planted.folder, env=planted.environment,
            capture_output=True, timeout=60, check=True,
        )  # fmt: skip
    assert planted.ran == set()


def test_every_other_python_is_started_by_one_function() -> None:
    package = Path(tui_reader.__file__).parent
    naming = {
        path.relative_to(package).as_posix() for path in package.rglob("*.py") if "sys.executable" in path.read_text()
    }
    assert naming == {"terminal/isolation.py", "cli/doctor_checks.py"}


def test_programs_are_found_in_absolute_folders_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    for path, kept in ((f".::bin:{os.sep}usr{os.sep}bin:", "/usr/bin"), (".", os.devnull), ("", os.devnull)):
        monkeypatch.setenv("PATH", path)
        shut_out_current_folder()
        assert os.environ["PATH"] == kept


def test_an_isolated_python_calls_a_function_with_its_arguments(tmp_path: Path) -> None:
    (tmp_path / "json.py").write_text("print('planted')")
    command = python_command("tui_reader.cli.main", "main", "inspect", str(tmp_path / "none.txt"))
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert "none.txt" in done.stderr and done.stderr.count("\n") == 1
