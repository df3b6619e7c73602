"""The protocol of a sound file that is read where it is wanted, never as a whole."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from tui_reader.errors import EngineError
from tui_reader.terminal.counts import clock


class SoundSource(Protocol):
    """The sound of a file. All calls come from one thread at a time."""

    sample_rate: int
    """Hz, as the file has it."""
    frames: int
    """Length of the whole, in frames; as exact as the file tells it."""

    def read(self, frame: int, frames: int) -> bytes:
        """Signed 16-bit little-endian stereo frames from `frame` on, exact to the frame.

        Fewer than `frames` at the end of the file, none behind it. Sequential reads are cheap. Raises EngineError, with
        one line, where the file is damaged or gone.
        """

    def close(self) -> None:
        """Let go of the file."""


def whole(sound: bytes, source: SoundSource, frame: int, path: Path) -> bytes:
    """The sound that was read at `frame`, if there is any. Raises EngineError where there should be some.

    The last second may be missing: some forms tell their length only roughly.
    """
    if sound or source.frames - frame <= source.sample_rate:
        return sound
    raise EngineError(
        f"{path.name} has no sound from {clock(frame / source.sample_rate)} on: it was cut short or is damaged."
    )
