"""A reading as a WAV file: 16-bit stereo at the engine's own rate.

The header is laid out as Microsoft's "Multimedia Programming Interface and Data Specifications 1.0" says.
"""

from __future__ import annotations

import struct
from typing import BinaryIO

from tui_reader.errors import ReaderError
from tui_reader.export.recital import Recital
from tui_reader.speech.device import CHANNELS, FRAME_BYTES
from tui_reader.speech.timeline import Timeline, render_all

HEADER_BYTES = 44
LARGEST = 2**32 - HEADER_BYTES
"""Bytes of sound that a WAV file can hold: 13 hours in stereo at 22,050 Hz."""


def header(sample_rate: int, data_bytes: int) -> bytes:
    """The 44 bytes before the samples. `sample_rate` in Hz."""
    return struct.pack(
        "<4sI4s4sIHHIIHH4sI",
        b"RIFF", HEADER_BYTES - 8 + data_bytes, b"WAVE",
        b"fmt ", 16, 1, CHANNELS, sample_rate, sample_rate * FRAME_BYTES, FRAME_BYTES, 16,
        b"data", data_bytes,
    )  # fmt: skip


def write_wav(file: BinaryIO, recital: Recital) -> Timeline:
    """Write all of it. Raises ReaderError where it is longer than WAV can hold, EngineError and OSError."""
    written = 0

    def write(pcm: bytes) -> None:
        nonlocal written
        written += len(pcm)
        if written > LARGEST:
            raise ReaderError("A WAV file cannot hold more than 13 hours; export a part of the document.")
        file.write(pcm)

    file.write(header(recital.engine.sample_rate, 0))
    timeline = render_all(recital.script, recital.engine, recital.cast, recital.manner, write)
    file.seek(0)
    file.write(header(recital.engine.sample_rate, written))
    return timeline
