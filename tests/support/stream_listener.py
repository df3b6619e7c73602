"""The real `tui-reader play --to -`, and all that it writes to standard output, with the time of each piece."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from array import array
from collections.abc import Mapping, Sequence

from tests.support.sound import until
from tui_reader.playback.wav_header import HEADER_BYTES
from tui_reader.tts.samples import FRAME_BYTES


class StreamListener:
    """Takes each piece at once, as a pipe to a player does; lines are typed with `type`."""

    def __init__(self, reader: Sequence[str], words: Sequence[str], environment: Mapping[str, str]) -> None:
        """`reader` is the command that starts the reader, `words` the document and what else follows `play`."""
        self.started = time.monotonic()
        self._program = subprocess.Popen(
            [*reader, "play", *words, "--to", "-"],
            env={**os.environ, **environment},
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
        self.pieces: list[tuple[float, bytes]] = []
        """When each came, in seconds of the monotonic clock."""
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def _listen(self) -> None:
        assert self._program.stdout
        while piece := os.read(self._program.stdout.fileno(), 1 << 16):
            self.pieces.append((time.monotonic(), piece))

    @property
    def stream(self) -> bytes:
        """Everything that came."""
        return b"".join(piece for _, piece in self.pieces)

    @property
    def frames(self) -> int:
        """Frames of WAV that came."""
        return (len(self.stream) - HEADER_BYTES) // FRAME_BYTES

    @property
    def left(self) -> array[int]:
        """The samples of WAV that came, of the left channel."""
        whole = self.frames * FRAME_BYTES
        return array("h", self.stream[HEADER_BYTES : HEADER_BYTES + whole])[::2]

    def type(self, line: str) -> int:
        """Type a line; returns the frames that had come before."""
        assert self._program.stdin
        frames = self.frames
        self._program.stdin.write(f"{line}\n".encode())
        self._program.stdin.flush()
        return frames

    def wait_for_frames(self, frames: int) -> None:
        """Wait until so many frames came."""
        until(lambda: self.frames >= frames)

    def end(self) -> tuple[int, str]:
        """Wait for its end; returns the exit status, and what it wrote to standard error."""
        assert self._program.stderr
        told = self._program.stderr.read().decode()
        self._thread.join(10)
        return self._program.wait(60), told

    def close(self) -> None:
        """End it, if it still runs."""
        self._program.kill()
        with self._program:
            self._thread.join(10)
