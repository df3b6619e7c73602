"""FLAC: sound without loss, with chapters and tags."""

from __future__ import annotations

from typing import BinaryIO

from tui_reader.export.audio.libav_encoder import Encoding, encode
from tui_reader.export.rendering import Rendering

FLAC = Encoding("flac", "flac", chapter_comments=True)


def write(file: BinaryIO, rendering: Rendering) -> None:
    """Write the rendering into `file`. Raises ReaderError where PyAV is missing or FFmpeg refuses, OSError."""
    encode(file, rendering, FLAC)
