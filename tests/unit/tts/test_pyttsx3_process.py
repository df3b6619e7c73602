"""Processes of pyttsx3 that misbehave, each a program of its own; and how they end."""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.sound import chunks_of, joined
from tui_reader.casting.voice import Voice
from tui_reader.errors import EngineError
from tui_reader.tts.engine import WordMark
from tui_reader.tts.pyttsx3_engine import Pyttsx3Engine
from tui_reader.tts.pyttsx3_process import COMMAND

SENTENCE = "I think the meeting has been called off."


def said(engine: Pyttsx3Engine, text: str) -> tuple[bytes, tuple[WordMark, ...]]:
    """Sound and marks."""
    return joined(chunks_of(engine, text, Voice("v", "V")))


@pytest.fixture
def worker(tmp_path: Path) -> Callable[[str], tuple[str, ...]]:
    """The command of a worker that says hello and then does what the lines given say for each `request`."""
    numbers = itertools.count()

    def made(lines: str) -> tuple[str, ...]:
        program = tmp_path / f"worker{next(numbers)}.py"
        hello = """
            import json, os, pathlib, subprocess, sys, time, wave
            before = pathlib.Path(__file__).with_suffix(".before")
            first = not before.exists()
            before.touch()
            print(json.dumps({"driver": "espeak", "voices": []}), flush=True)
            for line in sys.stdin:
                request = json.loads(line)
        """
        program.write_text(textwrap.dedent(hello).rstrip() + "\n" + textwrap.indent(textwrap.dedent(lines), "    "))
        return sys.executable, str(program)

    return made


GOOD = """
if {when}:
    with wave.open(request["file"], "wb") as file:
        file.setnchannels(2), file.setsampwidth(2), file.setframerate(44100)
        file.writeframes(bytes([0, 64]) * 2 * 44100)
    print("{{}}", flush=True)
else:
    {otherwise}
"""


@pytest.mark.parametrize(
    "otherwise", ["time.sleep(60)", "os._exit(3)", "os.kill(os.getpid(), 9)", 'print("{}", flush=True)']
)
def test_a_worker_that_fails_once_is_replaced_and_the_utterance_is_whole(
    worker: Callable[[str], tuple[str, ...]], otherwise: str
) -> None:
    engine = Pyttsx3Engine(worker(GOOD.format(when="not first", otherwise=otherwise)), deadline=lambda text: 1.0)
    try:
        pcm, marks = said(engine, SENTENCE)
        assert len(pcm) / 2 == pytest.approx(22050, abs=4)
        assert len(marks) == len(SENTENCE.split())
    finally:
        engine.close()


@pytest.mark.parametrize(
    ("otherwise", "message"),
    [
        ("time.sleep(60)", "pyttsx3 has not answered for 0 seconds, twice, at 'I think"),
        ("os._exit(3)", "pyttsx3 has died, twice, at 'I think"),
        ('print("{}", flush=True)', r"pyttsx3 wrote no sound \(No such file or directory\), twice"),
        (
            'pathlib.Path(request["file"]).write_bytes(b"RIFFnothing"); print("{}", flush=True)',
            r"pyttsx3 wrote no sound \(not a WAV file .*\), twice",
        ),
    ],
)
def test_a_worker_that_fails_twice_is_one_line_and_leaves_no_process(
    worker: Callable[[str], tuple[str, ...]], otherwise: str, message: str
) -> None:
    engine = Pyttsx3Engine(worker(GOOD.format(when="False", otherwise=otherwise)), deadline=lambda text: 0.3)
    with pytest.raises(EngineError, match=message) as caught:
        said(engine, SENTENCE)
    assert "\n" not in str(caught.value)
    process = engine._worker._process
    engine.close()
    assert process.returncode is not None


def test_a_file_of_silence_counts_as_a_failure(worker: Callable[[str], tuple[str, ...]]) -> None:
    silent = GOOD.format(when="True", otherwise="pass").replace("bytes([0, 64])", "bytes([0, 0])")
    engine = Pyttsx3Engine(worker(silent))
    with pytest.raises(EngineError, match="without sound, twice"):
        said(engine, SENTENCE)
    assert said(engine, "—")[1][0].offset == 0
    engine.close()


def test_a_hanging_worker_is_killed_in_the_middle(worker: Callable[[str], tuple[str, ...]], tmp_path: Path) -> None:
    """The first worker is stopped by force while it sleeps, not waited for."""
    engine = Pyttsx3Engine(
        worker(GOOD.format(when="not first", otherwise="time.sleep(600)")), deadline=lambda text: 0.5
    )
    process = engine._worker._process
    begun = time.monotonic()
    said(engine, SENTENCE)
    assert time.monotonic() - begun < 60
    assert process.returncode not in (None, 0)
    engine.close()


@pytest.mark.parametrize(
    ("program", "message"),
    [
        ("raise SystemExit(1)", "pyttsx3 has died as it starts"),
        ("import time; time.sleep(60)", "pyttsx3 has not answered for 1 seconds as it starts"),
        ('print(\'{"error": "OSError: no voices"}\')', "pyttsx3 does not start: OSError: no voices"),
    ],
)
def test_a_worker_that_does_not_start_is_one_line(program: str, message: str) -> None:
    with pytest.raises(EngineError, match=message):
        Pyttsx3Engine((sys.executable, "-c", program), start=1.0)


def test_a_missing_program_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="cannot be started"):
        Pyttsx3Engine((str(tmp_path / "none"),))


def test_the_worker_ends_and_clears_up_when_the_reader_is_killed(tmp_path: Path) -> None:
    program = """
import os
from tui_reader.tts.pyttsx3_engine import Pyttsx3Engine
engine = Pyttsx3Engine()
print(engine._worker._process.pid, engine._worker.folder, flush=True)
os.kill(os.getpid(), 9)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=60)
    pid, folder = done.stdout.split()
    deadline = time.monotonic() + 20
    while Path(folder).exists() and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not Path(folder).exists()
    while _runs(int(pid)) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not _runs(int(pid))


def test_the_command_is_this_python_and_no_shell() -> None:
    assert COMMAND[:2] == [sys.executable, "-I"]


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except FileNotFoundError:
        return False
