"""WAV files: 16-bit samples at the sound's own rate, without chapters; one channel where both are the same."""

from __future__ import annotations

import struct
from typing import BinaryIO

from tui_reader.errors import ReaderError
from tui_reader.export.rendering import Rendering
from tui_reader.playback.wav_header import HEADER_BYTES, wav_header
from tui_reader.terminal.output import PROGRAM
from tui_reader.tts.samples import WIDTH, left_channel

_NAMED = PROGRAM.encode() + bytes(2 - len(PROGRAM) % 2)  # ends with a zero, at an even place
_TAG = struct.pack("<4sI4s4sI", b"LIST", 12 + len(_NAMED), b"INFO", b"ISFT", len(_NAMED)) + _NAMED
"""What stands behind the samples: the program that wrote the file."""
LARGEST = 2**32 - HEADER_BYTES - len(_TAG)
"""Bytes of sound a WAV file can hold: 13 hours of stereo at 22,050 Hz, 6 at 44,100."""
_BLOCK = 1 << 18
"""Frames copied at once."""


def write(file: BinaryIO, rendering: Rendering) -> None:
    """Write the rendering into `file`. Raises ReaderError where it is longer than WAV can hold, OSError."""
    rate, frame = rendering.timeline.sample_rate, WIDTH * rendering.channels
    length = rendering.timeline.frames * frame
    if length > LARGEST:
        raise ReaderError("A WAV file holds 4 GB at most, and this is longer; export a part with --until, or to FLAC.")
    file.write(wav_header(rate, length, rendering.channels, len(_TAG)))
    for pcm in rendering.pcm(_BLOCK):
        file.write(left_channel(pcm) if rendering.channels == 1 else pcm)
    file.write(_TAG)
