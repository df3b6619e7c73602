"""M4B audiobooks: AAC in MP4, with chapters, tags and cover."""

from __future__ import annotations

from typing import BinaryIO

from tui_reader.export.audio.libav_encoder import Encoding, encode
from tui_reader.export.rendering import Rendering

M4B = Encoding("mp4", "aac", {"aac_coder": "fast"}, {"brand": "M4B "}, bit_rate=64_000)
"""The fast coder takes a quarter of the time, and speech of one voice at a time sounds the same. FFmpeg's muxer "ipod"
writes the same container, but cannot hold a PNG as its cover."""


def write(file: BinaryIO, rendering: Rendering) -> None:
    """Write the rendering into `file`. Raises ReaderError where PyAV is missing or FFmpeg refuses, OSError."""
    encode(file, rendering, M4B)
