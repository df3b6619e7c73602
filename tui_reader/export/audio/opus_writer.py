"""Opus in Ogg: small sound, with chapters and tags."""

from __future__ import annotations

from typing import BinaryIO

from tui_reader.export.audio.libav_encoder import Encoding, encode
from tui_reader.export.audio.true_peak import encode_below_peak
from tui_reader.export.rendering import Rendering

OPUS = Encoding(
    "ogg",
    "libopus",
    {"application": "audio", "compression_level": "10"},
    bit_rate=48_000,
    sample_rate=48_000,
    cover=False,
    chapter_comments=True,
)
"""48 kHz because Opus has no 22,050 Hz. With "voip", or below level 10, libopus raises peaks by up to 5 dB."""


def write(file: BinaryIO, rendering: Rendering) -> None:
    """Write the rendering into `file`. Raises ReaderError where PyAV is missing or FFmpeg refuses, OSError."""
    encode_below_peak(file, rendering, encode, OPUS)
