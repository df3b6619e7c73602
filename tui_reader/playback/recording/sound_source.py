"""The protocol of a sound file that is read where it is wanted, never as a whole."""

from __future__ import annotations

from typing import Protocol


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
