"""The header of WAV sound: a file's, or a stream's whose length nobody knows yet."""

from __future__ import annotations

import struct

from tui_reader.tts.samples import CHANNELS, WIDTH

HEADER_BYTES = 44
ENDLESS = 2**32 - 1
"""The length that a WAV header has where it is not known; mpv, FFmpeg, SoX and aplay then play to the end."""


def wav_header(sample_rate: int, data_bytes: int, channels: int = CHANNELS, after: int = 0) -> bytes:
    """The 44 bytes before the samples; `sample_rate` in Hz, `data_bytes` the length of the samples, or ENDLESS.

    `after` is how many bytes follow the samples.
    Format: Microsoft, Multimedia Programming Interface and Data Specifications 1.0, 1991.
    """
    frame = WIDTH * channels
    return struct.pack(
        "<4sI4s4sIHHIIHH4sI",
        b"RIFF", min(ENDLESS, HEADER_BYTES - 8 + data_bytes + after), b"WAVE",
        b"fmt ", 16, 1, channels, sample_rate, sample_rate * frame, frame, 8 * WIDTH,
        b"data", data_bytes,
    )  # fmt: skip
