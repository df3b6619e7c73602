"""A recording as FLAC, with chapters and tags."""

from __future__ import annotations

from typing import BinaryIO

from tui_reader.export.audio.libav_encoder import Encoding, encode
from tui_reader.export.rendering import Rendering

FLAC = Encoding("flac", "flac", chapter_comments=True)


def write(file: BinaryIO, recording: Rendering) -> None:
    """Write all of it. Raises ReaderError and OSError."""
    encode(file, recording, FLAC)
