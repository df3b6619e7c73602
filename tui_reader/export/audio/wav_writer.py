"""WAV files: 16-bit samples at the sound's own rate, without tags and chapters; one channel where both are the same.

The header is laid out as Microsoft's "Multimedia Programming Interface and Data Specifications 1.0" says.
"""

from __future__ import annotations

import struct
from typing import BinaryIO

from tui_reader.errors import ReaderError
from tui_reader.export.rendering import Rendering
from tui_reader.tts.samples import CHANNELS, WIDTH, left_channel

HEADER_BYTES = 44
LARGEST = 2**32 - HEADER_BYTES
"""Bytes of sound a WAV file can hold: 13 hours of stereo at 22,050 Hz, 6 at 44,100."""
_BLOCK = 1 << 18
"""Frames copied at once."""


def header(sample_rate: int, data_bytes: int, channels: int = CHANNELS) -> bytes:
    """The 44 bytes before the samples; `sample_rate` in Hz, `data_bytes` the length of the samples."""
    frame = WIDTH * channels
    return struct.pack(
        "<4sI4s4sIHHIIHH4sI",
        b"RIFF", HEADER_BYTES - 8 + data_bytes, b"WAVE",
        b"fmt ", 16, 1, channels, sample_rate, sample_rate * frame, frame, 8 * WIDTH,
        b"data", data_bytes,
    )  # fmt: skip


def write(file: BinaryIO, rendering: Rendering) -> None:
    """Write the rendering into `file`. Raises ReaderError where it is longer than WAV can hold, OSError."""
    rate, frame = rendering.timeline.sample_rate, WIDTH * rendering.channels
    length = rendering.timeline.frames * frame
    if length > LARGEST:
        raise ReaderError("A WAV file holds 4 GB at most, and this is longer; export a part with --until, or to FLAC.")
    file.write(header(rate, length, rendering.channels))
    for pcm in rendering.pcm(_BLOCK):
        file.write(left_channel(pcm) if rendering.channels == 1 else pcm)
