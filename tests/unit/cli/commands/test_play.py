"""`tui-reader play`: what is read aloud and printed, and the place that is stored."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.support.command_line import complaint
from tui_reader.cli.main import main
from tui_reader.cli.parser import parse
from tui_reader.document.model import Position
from tui_reader.formats import read
from tui_reader.library import Library, library_path
from tui_reader.narration.narration_options import NoteReading
from tui_reader.startup.reading_options import ReadingOptions, effective_settings, make_narration_options

TALK = "A Talk\n\nANNE: It is “cold” today — is it not?\n\nBEN: Yes.\n\nANNE: Then we walk.\n"
PROGRAM = [sys.executable, "-m", "tui_reader"]


def kept(path: Path) -> Position:
    """Where the reading of a document was left."""
    library = Library(library_path())
    place = library.place(read(path).key)
    library.close()
    assert place is not None
    return place


@pytest.mark.parametrize(
    ("number", "status", "told"),
    [
        (signal.SIGINT, 130, b"tui-reader: Stopped with Ctrl+C.\n"),
        (signal.SIGTERM, 128 + 15, b""),
        (signal.SIGHUP, 128 + 1, b""),
        (signal.SIGQUIT, 128 + 3, b""),
    ],
)
def test_play_stopped_by_a_signal_keeps_the_place(talk: Path, number: signal.Signals, status: int, told: bytes) -> None:
    talk.write_text(
        TALK + "\n\nANNE: " + "We walk on and on. " * 50, encoding="utf-8"
    )  # longer than the test takes to send the signal
    program = subprocess.Popen(
        [*PROGRAM, "play", talk, "--no-sound", "--engine", "tone", "--from", "2"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert program.stdout and program.stderr
    assert program.stdout.readline() == b"BEN\n"
    time.sleep(0.1)
    program.send_signal(number)
    with program:
        _, said = program.communicate(timeout=60)
    assert (program.returncode, said) == (status, told)
    assert kept(talk).page >= 1


def test_play_read_to_its_end_begins_anew_the_next_time(talk: Path) -> None:
    run = subprocess.run(
        [*PROGRAM, "play", talk, "--no-sound", "--engine", "quiet", "--speed", "4", "--captions"],
        capture_output=True, check=True, text=True,
    )  # fmt: skip
    assert run.stdout.splitlines() == [
        "Narrator: A Talk", "ANNE: It is “cold” today — is it not?", "BEN: Yes.", "ANNE: Then we walk.",
    ]  # fmt: skip
    assert kept(talk) == (0, 0)


def test_play_without_a_sound_device_says_so_in_a_line_and_goes_on(talk: Path) -> None:
    run = subprocess.run(
        [*PROGRAM, "play", talk, "--engine", "tone", "--speed", "4"],
        capture_output=True, check=True, text=True, env={**os.environ, "PULSE_SERVER": "unix:/nonexistent"},
    )  # fmt: skip
    assert run.stdout.split() == ["Narrator", "ANNE", "BEN", "ANNE"]
    assert run.stderr.count("\n") <= 1


@pytest.mark.parametrize("command", [["play"], ["export", "-o", "x.wav"]])
def test_play_and_export_say_what_is_wanted(talk: Path, command: list[str]) -> None:
    asked = parse([*command, str(talk), "--only", "ben", "--only", "Anne", "--notes", "turn"])
    options = ReadingOptions(only=tuple(asked.only), notes=asked.notes)
    settings, _ = effective_settings(options)
    choices = make_narration_options(read(talk), settings, options)
    assert choices.only == {"BEN", "ANNE"} and choices.notes is NoteReading.TURN


def test_play_says_one_speaker_alone(capsys: pytest.CaptureFixture[str], talk: Path) -> None:
    words = ["play", str(talk), "--no-sound", "--engine", "quiet", "--rate", "4", "--captions", "--only", "ben"]
    assert main(words) == 0
    assert capsys.readouterr().out == "BEN: Yes.\n"


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--only", "Cato"], "talk.txt has ANNE, BEN"),
        (["--notes", "loud"], "not one of silent, sound, mark, turn, end"),
    ],
)
def test_a_wrong_wish_of_play_is_told_in_a_line(
    capsys: pytest.CaptureFixture[str], talk: Path, options: list[str], told: str
) -> None:
    status, line = complaint(capsys, "play", talk, "--engine", "quiet", "--no-sound", *options)
    assert status == 2 and told in line
