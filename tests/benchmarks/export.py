"""Export beside espeak-ng and FFmpeg's own program: the memorandum to a file, from exec until the file is there.

    python -m tests.benchmarks.export [--runs N]

Needs Debian's espeak-ng and ffmpeg, and the extra `export`. Both sides are the least of several runs taken in turn,
each a whole process or pipe of them; the codecs have the same settings. The reader measures and sets the loudness,
and writes chapters, besides; the other side does neither.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from argparse import ArgumentParser
from pathlib import Path
from typing import NamedTuple

from tests.support.corpus import MEMORANDUM
from tui_reader.export.audio.libav_encoder import Encoding
from tui_reader.export.audio.m4b_writer import M4B
from tui_reader.export.audio.mp3_writer import MP3
from tui_reader.export.audio.opus_writer import OPUS

RUNS = 9
PROGRAM = Path(sys.executable).with_name("tui-reader")
WAV_BOUND, CODED_BOUND = 1.5, 1.2
CODED = {".m4b": M4B, ".opus": OPUS, ".mp3": MP3}


class Compared(NamedTuple):
    """One form: seconds of the reader and of the others, each the least of the runs."""

    form: str
    other: str
    """What it is beside, for the table."""
    reader: float
    beside: float
    bound: float


def seconds(command: list[str] | str, out: Path, home: Path) -> float:
    """From exec until the file is there; `command` is a line for the shell where it is a pipe."""
    out.unlink(missing_ok=True)
    env = {"PATH": os.environ["PATH"], "HOME": str(home), "XDG_DATA_HOME": str(home), "XDG_CONFIG_HOME": str(home)}
    began = time.monotonic()
    words = ["bash", "-o", "pipefail", "-c", command] if isinstance(command, str) else command
    subprocess.run(words, env=env, check=True, capture_output=True)
    taken = time.monotonic() - began
    assert out.stat().st_size > 100_000, command
    return taken


def ffmpeg(encoding: Encoding, out: Path) -> str:
    """A line that has espeak-ng speak into ffmpeg, with the same codec, rate and options."""
    options = {"c:a": encoding.codec, "ac": "2", "b:a": str(encoding.bit_rate), **encoding.options}
    if encoding.sample_rate:
        options["ar"] = str(encoding.sample_rate)
    words = " ".join(f"-{name} '{value}'" for name, value in options.items())
    muxer = " ".join(f"-{name} '{value}'" for name, value in encoding.container_options.items())
    return (
        f"espeak-ng -f '{MEMORANDUM}' -w /dev/stdout | "
        f"ffmpeg -v error -y -i pipe:0 {words} {muxer} -f {encoding.container} '{out}'"
    )


def compared(runs: int) -> list[Compared]:
    """Every form, measured in turn with what it is beside."""
    missing = [name for name in ("espeak-ng", "ffmpeg") if shutil.which(name) is None]
    assert not missing, f"missing: apt-get install {' '.join(missing)}"
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        sides: list[tuple[str, str, list[str] | str, float]] = [
            (".wav", "espeak-ng -f -w", ["espeak-ng", "-f", str(MEMORANDUM), "-w", str(home / "other.wav")], WAV_BOUND)
        ]
        for ending, encoding in CODED.items():
            line = ffmpeg(encoding, home / f"other{ending}")
            sides.append((ending, "espeak-ng -w piped to ffmpeg", line, CODED_BOUND))
        found = []
        for ending, about, other, bound in sides:
            own, theirs = home / f"reader{ending}", home / f"other{ending}"
            reader = [str(PROGRAM), "export", str(MEMORANDUM), "-o", str(own)]
            pairs = [(seconds(reader, own, home), seconds(other, theirs, home)) for _ in range(runs)]
            found.append(Compared(ending, about, min(a for a, _ in pairs), min(b for _, b in pairs), bound))
        return found


def main() -> None:
    """Print the table as Markdown."""
    parser = ArgumentParser(
        prog="python -m tests.benchmarks.export", description="Measures export beside espeak-ng and ffmpeg."
    )
    parser.add_argument("--runs", metavar="N", type=int, default=RUNS, help=f"Runs of each; {RUNS} if not given.")
    runs = parser.parse_args().runs
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, the least of {runs}\n")
    print("| form | tui-reader export | beside | ratio | bound |\n|---|---|---|---|---|")
    for one in compared(runs):
        beside = f"{one.other}: {1000 * one.beside:.0f} ms"
        ratio = f"{one.reader / one.beside:.2f}"
        print(f"| {one.form} | {1000 * one.reader:.0f} ms | {beside} | {ratio} | at most {one.bound} |")


if __name__ == "__main__":
    main()
