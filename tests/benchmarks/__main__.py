"""Measures the reader beside a bare Textual app and espeak-ng in one run, and prints a table.

    python -m tests.benchmarks [PART ...]

Needs Debian's espeak-ng, pulseaudio and pulseaudio-utils. Each row is a median, beside the bound that the project holds
itself to. The other modules here measure the reader beside other programs; README.md has the results.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tests.benchmarks.answers import answer_rows
from tests.benchmarks.archive import archive_rows
from tests.benchmarks.freezes import gap_rows
from tests.benchmarks.parsing import long_texts
from tests.benchmarks.reopen import reopen_rows, start_rows
from tests.benchmarks.screen import Row, large_rows, monster_rows, screen_rows
from tests.benchmarks.stream import stream_rows
from tests.support.corpus import MEMORANDUM
from tests.support.pty_program import PtyProgram
from tests.support.sound_server import Recorder, SoundServer
from tui_reader.casting import cast, load_voices
from tui_reader.formats import read
from tui_reader.narration.narration import Narration
from tui_reader.narration.utterance import queued
from tui_reader.playback.open_device import open_device
from tui_reader.playback.player import Player
from tui_reader.settings import Settings
from tui_reader.tts.espeak_engine import EspeakEngine
from tui_reader.tts.render import SpeechStyle

RUNS = 15
BESIDE = "TUI_READER_BESIDE"
"""The variable that holds the folder of another build."""
FIRST_WORDS = b"wonder"
PROGRAM = [str(Path(sys.executable).with_name("tui-reader"))]
"""As a person starts it; `python -m` would add runpy."""
BARE = [sys.executable, str(Path(__file__).with_name("bare.py"))]


def environment(home: Path) -> dict[str, str]:
    """A home of its own, true colours."""
    return {
        "HOME": str(home), "XDG_DATA_HOME": str(home / "data"), "XDG_CONFIG_HOME": str(home / "config"),
        "TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8", "PULSE_SERVER": "unix:/nonexistent",
    }  # fmt: skip


def wall(command: list[str], env: dict[str, str]) -> float:
    """Seconds of wall time of a command."""
    before = time.monotonic()
    subprocess.run(command, env={"PATH": os.environ["PATH"], **env}, check=True, capture_output=True)
    return time.monotonic() - before


def alternately(one: Callable[[], float], other: Callable[[], float]) -> tuple[float, float]:
    """Medians of two measurements taken in turn."""
    one(), other()
    pairs = [(one(), other()) for _ in range(RUNS)]
    return median(a for a, _ in pairs), median(b for _, b in pairs)


def key_to_sound(home: Path, folder: Path) -> tuple[float, float]:
    """Seconds from the space key to the first sample at the sink, and from pausing to silence: medians."""
    server = SoundServer(folder)
    recorder = Recorder(server)
    program = PtyProgram([*PROGRAM, "--full"], environment(home) | server.environment)
    starts: list[float] = []
    stops: list[float] = []
    try:
        program.wait_for(FIRST_WORDS)
        time.sleep(1.5)
        for _ in range(RUNS):
            program.press(b"n")
            time.sleep(0.3)
            before = recorder.frames
            pressed = program.press(b" ")
            time.sleep(0.6)
            loud = recorder.mono(before)
            starts.append(recorder.time_of(before + next(i for i, s in enumerate(loud) if s)) - pressed)
            pressed = program.press(b" ")
            time.sleep(0.4)
            loud = recorder.mono(before)
            last = max(i for i, s in enumerate(loud) if s)
            stops.append(recorder.time_of(before + last) - pressed)
    finally:
        program.close()
        recorder.close()
        server.close()
    return median(starts), median(stops)


def frames_without_reason(folder: Path) -> int:
    """Frames of silence at the sink that no pause explains, in 15 seconds of the memorandum at twice the speed."""
    server = SoundServer(folder)
    os.environ |= server.environment
    settings = Settings()
    document = read(MEMORANDUM)
    player = Player(
        [EspeakEngine],
        lambda rate: open_device(rate, settings.buffer),
        cast(document, load_voices()),
        SpeechStyle(2.0, settings.stereo, settings.pauses),
        lambda event: None,
    )
    try:
        assert player.wait_ready() and player.device_name != "none"
        player.play(queued(Narration(document)))
        time.sleep(15)
        return player.starved
    finally:
        player.close()
        server.close()


def start(folder: Path) -> list[Row]:
    """From exec to the first words."""
    return start_rows(PROGRAM, BARE, folder, FIRST_WORDS, _beside())


def reopened(folder: Path) -> list[Row]:
    """The same with 100,000 turns."""
    return reopen_rows(PROGRAM, BARE, folder, _beside())


def _beside() -> Path | None:
    """The folder of another build that is measured too."""
    folder = os.environ.get(BESIDE)
    return Path(folder) if folder else None


def keys(folder: Path) -> list[Row]:
    """From a key to sound and to silence."""
    begin, stop = key_to_sound(folder, folder)
    return [
        ("space key to first sample at the sink", f"{1000 * begin:.0f} ms", "at most 60 ms"),
        ("space key to silence at the sink", f"{1000 * stop:.0f} ms", "at most 50 ms"),
    ]


def answers(folder: Path) -> list[Row]:
    """From a key to its answer and to silence, in plain text mode."""
    return answer_rows(PROGRAM, environment(folder), folder)


def large(folder: Path) -> list[Row]:
    """The start with a large file."""
    return large_rows(PROGRAM, BARE, environment(folder), folder)


def screen(folder: Path) -> list[Row]:
    """Pages, sizes, rest and memory of the full screen."""
    return screen_rows(PROGRAM, BARE, environment(folder), folder)


def monsters(folder: Path) -> list[Row]:
    """Turns of a megabyte."""
    return monster_rows(PROGRAM, environment(folder), folder)


def pauses(folder: Path) -> list[Row]:
    """Silence that no pause explains."""
    (folder / "gap").mkdir()
    gap = frames_without_reason(folder / "gap")
    return [("between utterances, beyond the chosen pause", f"{gap} samples", "0 samples")]


def stream(folder: Path) -> list[Row]:
    """From exec to the first byte of a stream."""
    return stream_rows(PROGRAM, environment(folder))


def export(folder: Path) -> list[Row]:
    """The memorandum into a WAV file, beside espeak-ng."""
    assert shutil.which("espeak-ng"), "espeak-ng is missing: apt-get install espeak-ng"
    env, wav, other = environment(folder), str(folder / "reader.wav"), str(folder / "espeak.wav")
    ours, espeak = alternately(
        lambda: wall([*PROGRAM, "export", str(MEMORANDUM), "-o", wav], env),
        lambda: wall(["espeak-ng", "-f", str(MEMORANDUM), "-w", other], env),
    )
    return [
        ("espeak-ng -f memorandum -w file", f"{1000 * espeak:.0f} ms", ""),
        ("export of the memorandum to WAV", f"{1000 * ours:.0f} ms = {ours / espeak:.2f} espeak-ng", "at most 2.2"),
    ]


class BenchmarkPart(NamedTuple):
    """Some rows of the table, that can be measured without the others."""

    about: str
    measure: Callable[[Path], list[Row]]
    """Its rows; the folder is empty and for it alone."""


PARTS: Mapping[str, BenchmarkPart] = {
    "start": BenchmarkPart("from exec to the first words", start),
    "reopen": BenchmarkPart("100,000 turns opened again, in each format", reopened),
    "keys": BenchmarkPart("from a key to sound and to silence", keys),
    "answers": BenchmarkPart("from a key to answer and silence in plain text mode, in 1 MB and in a list", answers),
    "pauses": BenchmarkPart("silence that no pause explains", pauses),
    "stream": BenchmarkPart("from exec to the first byte of a stream", stream),
    "export": BenchmarkPart("the memorandum into a WAV file", export),
    "parsing": BenchmarkPart("long texts read, in each format", long_texts),
    "large": BenchmarkPart("the start with 100,000 turns", large),
    "screen": BenchmarkPart("pages, sizes, rest, memory", screen),
    "monsters": BenchmarkPart("turns of 1 MB", monsters),
    "archive": BenchmarkPart("20 generated volumes added and searched", archive_rows),
    "freezes": BenchmarkPart("keys while a large file is read", lambda _: gap_rows()),
}


def main() -> None:
    """Print the table as Markdown."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks",
        description="Measures the reader beside a bare Textual app and espeak-ng, and prints a table. "
        "Needs Debian's espeak-ng, pulseaudio and pulseaudio-utils.",
        epilog="parts:\n" + "\n".join(f"  {name:<10}{part.about}" for name, part in PARTS.items())
        + "\n\nBeside other programs: python -m tests.benchmarks.peers, .speech, .export, .batch, .parsing, .archive.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    parser.add_argument("parts", metavar="PART", nargs="*", help="What to measure; everything, if none is named.")
    parser.add_argument("--beside", metavar="FOLDER", help="A folder with another build to measure too.")
    arguments = parser.parse_args()
    asked = arguments.parts
    if arguments.beside:
        os.environ[BESIDE] = str(Path(arguments.beside).absolute())
    for name in asked:
        if name not in PARTS:
            parser.error(f"there is no part {name!r}; the parts are {', '.join(PARTS)}")
    print(
        f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, {os.cpu_count()} cores, "
        f"medians of {RUNS}\n"
    )
    print("| what | measured | bound |\n|---|---|---|")
    for name, part in PARTS.items():
        if not asked or name in asked:
            with tempfile.TemporaryDirectory() as folder:
                for row in part.measure(Path(folder)):
                    print(f"| {' | '.join(row)} |", flush=True)


if __name__ == "__main__":
    main()
