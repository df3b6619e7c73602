"""WAV files: 16-bit stereo at the engine's own sample rate, without tags and chapters.

The header is laid out as Microsoft's "Multimedia Programming Interface and Data Specifications 1.0" says.
"""

from __future__ import annotations

import struct
from typing import BinaryIO

from tui_reader.errors import ReaderError
from tui_reader.export.rendering import Rendering
from tui_reader.tts.samples import CHANNELS, FRAME_BYTES

HEADER_BYTES = 44
LARGEST = 2**32 - HEADER_BYTES
"""Bytes of sound a WAV file can hold: 13 hours of stereo at 22,050 Hz."""
_BLOCK = 1 << 18
"""Frames copied at once."""


def header(sample_rate: int, data_bytes: int) -> bytes:
    """The 44 bytes before the samples; `sample_rate` in Hz, `data_bytes` the length of the samples."""
    return struct.pack(
        "<4sI4s4sIHHIIHH4sI",
        b"RIFF", HEADER_BYTES - 8 + data_bytes, b"WAVE",
        b"fmt ", 16, 1, CHANNELS, sample_rate, sample_rate * FRAME_BYTES, FRAME_BYTES, 16,
        b"data", data_bytes,
    )  # fmt: skip


def write(file: BinaryIO, rendering: Rendering) -> None:
    """Write the rendering into `file`. Raises ReaderError where it is longer than WAV can hold, OSError."""
    length = rendering.timeline.frames * FRAME_BYTES
    if length > LARGEST:
        raise ReaderError("A WAV file cannot hold more than 13 hours; export a part with --until, or to FLAC.")
    file.write(header(rendering.timeline.sample_rate, length))
    for pcm in rendering.pcm(_BLOCK):
        file.write(pcm)
