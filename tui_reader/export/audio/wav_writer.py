"""WAV files: 16-bit samples at the sound's own rate, without tags and chapters; one channel where both are the same."""

from __future__ import annotations

from typing import BinaryIO

from tui_reader.errors import ReaderError
from tui_reader.export.rendering import Rendering
from tui_reader.playback.wav_header import HEADER_BYTES, wav_header
from tui_reader.tts.samples import WIDTH, left_channel

LARGEST = 2**32 - HEADER_BYTES
"""Bytes of sound a WAV file can hold: 13 hours of stereo at 22,050 Hz, 6 at 44,100."""
_BLOCK = 1 << 18
"""Frames copied at once."""


def write(file: BinaryIO, rendering: Rendering) -> None:
    """Write the rendering into `file`. Raises ReaderError where it is longer than WAV can hold, OSError."""
    rate, frame = rendering.timeline.sample_rate, WIDTH * rendering.channels
    length = rendering.timeline.frames * frame
    if length > LARGEST:
        raise ReaderError("A WAV file holds 4 GB at most, and this is longer; export a part with --until, or to FLAC.")
    file.write(wav_header(rate, length, rendering.channels))
    for pcm in rendering.pcm(_BLOCK):
        file.write(left_channel(pcm) if rendering.channels == 1 else pcm)
