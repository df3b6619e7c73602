"""A recording as FLAC, with chapters and tags."""

from __future__ import annotations

from typing import BinaryIO

from tui_reader.export.recording import Recording
from tui_reader.export.sound.libav import Encoding, encode

FLAC = Encoding("flac", "flac", chapter_comments=True)


def write(file: BinaryIO, recording: Recording) -> None:
    """Write all of it. Raises ReaderError and OSError."""
    encode(file, recording, FLAC)
