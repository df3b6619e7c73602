"""A private PulseAudio server with a null sink, and recordings of what reaches the sink."""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
import time
from array import array
from bisect import bisect_right
from pathlib import Path
from typing import NamedTuple

RATE = 22050
FRAME = 4


class SoundServer:
    """PulseAudio with one null sink, reached by `environment` and ended by `close`."""

    def __init__(self, folder: Path, socket: Path | None = None) -> None:
        """Its own files are in `folder`; `socket` is there too by default."""
        assert shutil.which("pulseaudio"), "pulseaudio is missing: apt-get install pulseaudio pulseaudio-utils"
        self._socket = socket or folder / "sound"
        self.environment = {"PULSE_SERVER": f"unix:{self._socket}"}
        (folder / "run").mkdir(mode=0o700)
        run = str(folder / "run")
        private = {"XDG_RUNTIME_DIR": run, "PULSE_RUNTIME_PATH": run, "HOME": str(folder)}
        self._process = subprocess.Popen(
            [
                "pulseaudio", "-n", "--exit-idle-time=-1", "--use-pid-file=no", "--log-target=null",
                "-L", f"module-native-protocol-unix socket={self._socket} auth-anonymous=1",
                "-L", f"module-null-sink sink_name=null rate={RATE} channels=2 format=s16le",
            ],
            env={**os.environ, **private},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        end = time.monotonic() + 60
        while not self._socket.exists():
            assert self._process.poll() is None and time.monotonic() < end, "pulseaudio did not start"
            time.sleep(0.05)

    def streams(self) -> int:
        """How many programs have an open stream on the sink."""
        listing = subprocess.run(
            ["pactl", "list", "short", "sink-inputs"],
            env={**os.environ, **self.environment}, capture_output=True, text=True, check=True, timeout=60,
        )  # fmt: skip
        return len(listing.stdout.splitlines())

    def kill(self) -> None:
        """End the server as if it had crashed."""
        self._process.kill()
        self._process.wait(60)

    def close(self) -> None:
        """End the server."""
        self._process.terminate()
        self._process.wait(60)


class Block(NamedTuple):
    """What one read of the monitor gave."""

    time: float
    """Seconds of the monotonic clock when it was read."""
    frame: int
    """Its first frame in the recording."""


class Recorder:
    """Records the sink's monitor until it is closed, and knows when each frame was played."""

    def __init__(self, server: SoundServer) -> None:
        self._process = subprocess.Popen(
            [
                "parec", "--device=null.monitor", "--format=s16le", f"--rate={RATE}", "--channels=2", "--raw",
                "--latency-msec=2", "--process-time-msec=2",
            ],
            env={**os.environ, **server.environment},
            stdout=subprocess.PIPE,
        )  # fmt: skip
        self.blocks: list[Block] = []
        self._pcm = bytearray()
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()
        # An idle null sink has rendered two seconds ahead: wait until it runs in time.
        time.sleep(3)

    def _read(self) -> None:
        assert self._process.stdout
        descriptor = self._process.stdout.fileno()
        while data := os.read(descriptor, 1 << 16):
            self.blocks.append(Block(time.monotonic(), len(self._pcm) // FRAME))
            self._pcm += data

    @property
    def frames(self) -> int:
        """Frames recorded so far."""
        return len(self._pcm) // FRAME

    def mono(self, start: int = 0, end: int | None = None) -> array[int]:
        """The louder of the two channels' samples, from frame `start` to `end`."""
        stop = self.frames if end is None else end
        both = array("h", bytes(self._pcm[start * FRAME : stop * FRAME]))
        return array("i", map(max, map(abs, both[::2]), map(abs, both[1::2])))

    def pcm(self, start: int, end: int) -> bytes:
        """Both channels, signed 16 bit."""
        return bytes(self._pcm[start * FRAME : end * FRAME])

    def time_of(self, frame: int) -> float:
        """When a frame was played, in seconds of the monotonic clock: the read that brought it, and its place in it."""
        block = self.blocks[bisect_right(self.blocks, frame, key=lambda block: block.frame) - 1]
        return block.time + (frame - block.frame) / RATE

    def silent_for(self, seconds: float) -> bool:
        """Whether nothing was heard for so long."""
        count = int(seconds * RATE)
        return self.frames > count and not any(self._pcm[-count * FRAME :])

    def wait_for_sound(self, seconds: float = 60) -> int:
        """The frame of the first sound from now on."""
        start, end = self.frames, time.monotonic() + seconds
        while time.monotonic() < end:
            time.sleep(0.01)
            view = bytes(self._pcm[start * FRAME :])
            rest = view.lstrip(b"\0")
            if rest:
                return start + (len(view) - len(rest)) // FRAME
        raise AssertionError(f"no sound within {seconds} s")

    def close(self) -> None:
        """End the recording; what was recorded stays."""
        self._process.terminate()
        self._process.wait(60)
        self._thread.join(5)
        if self._process.stdout:
            self._process.stdout.close()


def stretches_of_sound(loud: array[int], quiet: int, shortest_silence: int) -> list[tuple[int, int]]:
    """Where there is sound: (start, end) in frames, two of them at least `shortest_silence` frames apart."""
    found: list[tuple[int, int]] = []
    for frame, height in enumerate(loud):
        if height > quiet:
            if found and frame - found[-1][1] < shortest_silence:
                found[-1] = (found[-1][0], frame + 1)
            else:
                found.append((frame, frame + 1))
    return found
