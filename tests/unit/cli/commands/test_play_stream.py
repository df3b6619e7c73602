"""`tui-reader play --to -`: the stream of sound, and the lines that are commands meanwhile."""

from __future__ import annotations

import os
import subprocess
import sys
import wave
from array import array
from pathlib import Path

import pytest

from tests.support.command_line import complaint
from tests.unit.cli.commands.test_play import PROGRAM, TALK, kept
from tui_reader.cli.main import main
from tui_reader.playback.wav_header import HEADER_BYTES
from tui_reader.terminal.binary_output import binary_output

__all__ = ["TALK"]


def stream(talk: Path, *words: str, lines: bytes | None = b"") -> subprocess.CompletedProcess[bytes]:
    """What `play --to -` writes to both streams, with these lines on its standard input."""
    return subprocess.run(
        [*PROGRAM, "play", talk, "--to", "-", "--engine", "tone", *words],
        capture_output=True, input=lines, timeout=60, check=False,
    )  # fmt: skip


def samples(sound: bytes) -> array[int]:
    """The samples behind the header, of the left channel."""
    return array("h", sound[HEADER_BYTES:])[::2]


def test_a_stream_is_sound_alone_and_the_words_go_to_standard_error(talk: Path) -> None:
    run = stream(talk, "--captions", "--speed", "4")
    assert run.returncode == 0
    assert run.stdout.startswith(b"RIFF\xff\xff\xff\xffWAVEfmt ") and max(samples(run.stdout)) > 1000
    assert run.stderr.decode().splitlines() == [
        "Narrator: A Talk", "ANNE: It is “cold” today — is it not?", "BEN: Yes.", "ANNE: Then we walk.",
    ]  # fmt: skip
    assert kept(talk) == (0, 0)


def test_a_stream_has_all_sound_that_a_file_has(talk: Path, tmp_path: Path) -> None:
    """Without a gap: the same samples in the same order, and silence behind them alone."""
    assert main(["export", str(talk), "-o", str(tmp_path / "talk.wav"), "--engine", "tone", "--from", "1"]) == 0
    with wave.open(str(tmp_path / "talk.wav")) as file:
        exported = array("h", file.readframes(file.getnframes()))[::2]
    sent = samples(stream(talk, "--from", "1").stdout)
    assert sent[: len(exported)] == exported and not any(sent[len(exported) :])


def test_lines_on_standard_input_are_commands(talk: Path) -> None:
    run = stream(talk, "--captions", lines=b"3\nxyzzy\n+\nq\nn\n")
    told = run.stderr.decode().splitlines()
    assert run.returncode == 0 and kept(talk).page == 2
    assert [line for line in told if not line.startswith(("Narrator", "ANNE"))] == [
        "Unknown command xyzzy. h for help.", "Speed 1.1.", "Stopped at turn 3; place saved.",
    ]  # fmt: skip


def test_where_nobody_can_say_that_it_is_to_go_on_a_pause_ends_it(talk: Path) -> None:
    run = stream(talk, lines=b"2\n \n")
    assert run.returncode == 0 and kept(talk).page == 1
    assert run.stderr.decode().splitlines()[-2:] == ["Stopped at turn 2.", "Stopped at turn 2; place saved."]


def test_a_stream_that_nobody_hears_ends_without_a_word(talk: Path) -> None:
    program = subprocess.Popen(
        [*PROGRAM, "play", talk, "--to", "-", "--engine", "tone", "--from", "2"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert program.stdout and program.stderr
    assert program.stderr.readline() == b"BEN\n"
    program.stdout.close()
    assert set(program.stderr.read().splitlines()) <= {b"ANNE"}
    with program:
        assert program.wait(60) == 141
    assert kept(talk).page >= 1


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--to", "talk.wav"], "tui-reader export FILE -o talk.wav"),
        (["--to", "-", "--no-sound"], "--no-sound"),
        (["--to", "-", "--device", "x"], "--device"),
        (["--to", "-", "--engine", "speech-dispatcher"], "speech-dispatcher"),
        (["--format", "opus"], "--to -"),
    ],
)
def test_a_stream_that_cannot_be_is_wrong_use(
    capsys: pytest.CaptureFixture[str], talk: Path, words: list[str], told: str
) -> None:
    status, line = complaint(capsys, "play", talk, *words)
    assert status == 2 and told in line


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals")
def test_sound_is_not_written_to_a_terminal(talk: Path) -> None:
    import pty

    controller, terminal = pty.openpty()
    run = subprocess.run(
        [*PROGRAM, "play", talk, "--to", "-", "--engine", "tone"], stdout=terminal, stderr=subprocess.PIPE, check=False
    )
    os.close(terminal)
    os.close(controller)
    assert run.returncode == 2 and b"terminal" in run.stderr and run.stderr.count(b"\n") == 1


def test_what_a_library_in_c_prints_goes_to_standard_error(capfd: pytest.CaptureFixture[str]) -> None:
    with binary_output() as descriptor:
        os.write(1, b"printed\n")
        os.write(descriptor, b"sound")
    assert capfd.readouterr() == ("sound", "printed\n")


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals")
def test_lines_that_are_typed_at_a_terminal_are_commands_without_a_stream_too(talk: Path) -> None:
    import pty

    controller, terminal = pty.openpty()
    program = subprocess.Popen(
        [*PROGRAM, "play", talk, "--no-sound", "--engine", "tone"],
        stdin=terminal, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
    )  # fmt: skip
    os.close(terminal)
    assert program.stdout and program.stderr
    assert program.stdout.readline() == b"Narrator\n"
    os.write(controller, b"3\nq\n")
    assert program.stderr.read() == b"Stopped at turn 3; place saved.\n"
    with program:
        assert program.wait(60) == 0
    os.close(controller)


def test_without_a_stream_a_pipe_on_standard_input_is_left_alone(talk: Path) -> None:
    """It may be the list that a shell's loop reads."""
    seen, written = os.pipe()
    os.write(written, b"q\n")
    run = subprocess.run(
        [*PROGRAM, "play", talk, "--no-sound", "--engine", "quiet", "--speed", "4"],
        stdin=seen,
        capture_output=True,
        check=True,
    )
    assert run.stdout.split() == [b"Narrator", b"ANNE", b"BEN", b"ANNE"]
    assert os.read(seen, 10) == b"q\n"
    os.close(seen)
    os.close(written)
