"""Recordings of ten hours beside the bare libraries: opening, seeks, reading on, memory; and other speeds.

    python -m tests.benchmarks.recording [--hours N]

Writes some 2 GB into a temporary folder; needs PyAV (pip install -e '.[recording]'). Seconds of processor time, but for
seeks, which are wall time. "Bare" is what a seek takes where miniaudio or PyAV is asked for the place without our code.
"""

from __future__ import annotations

import os
import resource
import struct
import sys
import tempfile
import time
from argparse import ArgumentParser
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

import av
import miniaudio

from tests.support.sound_files import encoded, noise
from tui_reader.playback.recording.open_sound import open_sound
from tui_reader.playback.recording.stretched_source import StretchedSource

RATE = 44_100
MINUTE = 60
PLACES = (0.97, 0.1, 0.5, 0.9, 0.02)
"""Of the whole, in the order in which they are sought."""
FORMS = {
    "WAV": ("wav", "pcm_s16le"), "FLAC": ("flac", "flac"), "MP3, no tag": ("mp3", "libmp3lame"),
    "M4A": ("ipod", "aac"), "Opus": ("ogg", "libopus"), "WebM": ("webm", "libopus"),
}  # fmt: skip


def written(folder: Path, name: str, minutes: int) -> Path:
    """A recording of that length: one minute again and again."""
    form, codec = FORMS[name]
    rate = 48_000 if codec == "libopus" else RATE
    minute, path = noise(MINUTE, rate), folder / f"talk.{form}"
    if form == "wav":
        size = 2 * len(minute) * minutes
        with path.open("wb") as file:
            file.write(
                struct.pack(
                    "<4sI8sIHHIIHH4sI", b"RIFF", size + 36, b"WAVEfmt ", 16, 1, 1, rate, 2 * rate, 2, 16, b"data", size
                )
            )
            for _ in range(minutes):
                file.write(minute.tobytes())
    elif form == "flac":  # its frames are numbered
        encoded(path, minute, form, codec, rate, times=minutes)
    elif form == "mp3":
        one = encoded(folder / "minute", minute, form, codec, rate, write_xing="0", id3v2_version="0").read_bytes()
        with path.open("wb") as file:
            for _ in range(minutes):
                file.write(one)
    else:
        repeated(encoded(folder / "minute", minute, form, codec, rate), path, form, minutes)
    return path


def repeated(minute: Path, path: Path, form: str, times: int) -> None:
    """The packets of a file, with their times, again and again."""
    with av.open(str(path), "w", format=form) as whole, av.open(str(minute)) as part:
        stream: Any = part.streams.audio[0]
        out, after = whole.add_stream_from_template(stream), 0
        for _ in range(times):
            part.seek(0)
            end = after
            for packet in part.demux(stream):
                if packet.pts is None or packet.dts is None:
                    continue
                packet.pts, packet.dts, packet.stream = packet.pts + after, packet.dts + after, out
                end = max(end, packet.pts + (packet.duration or 0))
                whole.mux(packet)
            after = end


def taken(call: Callable[[], object]) -> tuple[float, float]:
    """Seconds of processor time and of wall time."""
    processor, wall = time.process_time(), time.perf_counter()
    call()
    return time.process_time() - processor, time.perf_counter() - wall


def bare_seek(path: Path, name: str, share: float) -> float:
    """Wall seconds until the bare library gives sound at that share of the whole, the file being open."""
    if name in {"WAV", "FLAC"}:
        info = miniaudio.get_file_info(str(path))
        place = int(share * info.num_frames)
        return taken(
            lambda: next(miniaudio.stream_file(str(path), sample_rate=info.sample_rate, seek_frame=place))
        )[1]  # fmt: skip
    with av.open(str(path)) as container:
        stream: Any = container.streams.audio[0]
        place = int(share * (container.duration or 0) / av.time_base / stream.time_base)

        def seek() -> None:
            container.seek(place, stream=stream)
            next(container.decode(stream))

        return taken(seek)[1]


def memory() -> float:
    """Megabytes at the most so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def row(path: Path, name: str) -> str:
    """A line of the table of forms."""
    opened: list[Any] = []
    memory_before = memory()
    opening = taken(lambda: opened.append(open_sound(path)))[0]
    source = opened[0]
    first, *others = (taken(partial(source.read, int(share * source.frames), 4096))[1] for share in PLACES)
    at = source.frames // 3
    reading = taken(lambda: [source.read(at + part * RATE // 10, RATE // 10) for part in range(600)])[0]
    source.close()
    bare = bare_seek(path, name, PLACES[0])
    return (
        f"| {name} | {1000 * opening:.0f} ms | {1000 * first:.1f} ms | {1000 * median(others):.1f} ms "
        f"| {1000 * bare:.1f} ms | {100 * reading / 60:.2f} % | {memory() - memory_before:.0f} MB |"
    )


def in_own_process(line: Callable[[], str]) -> None:
    """Print a line that another process makes: its memory is its own."""
    sys.stdout.flush()
    child = os.fork()
    if not child:
        print(line(), flush=True)
        os._exit(0)
    os.waitpid(child, 0)


def speed_row(path: Path, speed: float) -> str:
    """A line of the table of speeds: processor time for a second that is heard."""
    source = open_sound(path)
    stretched = StretchedSource(source, speed)
    frames = 30 * RATE
    processor = taken(lambda: [stretched.read(at, 4096) for at in range(0, frames, 4096)])[0]
    return f"| {speed} | {100 * processor / (30 / speed):.2f} % |"


def main() -> None:
    """Print both tables."""
    parser = ArgumentParser(
        prog="python -m tests.benchmarks.recording", description="Measures recordings beside the bare libraries."
    )
    parser.add_argument("--hours", metavar="N", type=float, default=10, help="Their length; 10 if not given.")
    hours = parser.parse_args().hours
    with tempfile.TemporaryDirectory() as folder:
        print("| form | opening | first seek, to 0.97 | others | bare, to 0.97 | of a core, reading on | more memory |")
        print("|---|---|---|---|---|---|---|")
        for name in FORMS:
            path = written(Path(folder), name, round(hours * 60))
            in_own_process(partial(row, path, name))
            if name == "WAV":
                fast = path.rename(path.with_name("fast"))
            else:
                path.unlink()
        print("\n| speed | of a core, for what is heard |\n|---|---|")
        for speed in (0.5, 0.75, 1.5, 2.0, 3.0, 4.0):
            in_own_process(partial(speed_row, fast, speed))


if __name__ == "__main__":
    main()
