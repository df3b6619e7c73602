"""MP3 files: ID3v2 tags, cover, and chapters as CHAP frames."""

from __future__ import annotations

from typing import BinaryIO

from tui_reader.export.audio import lame_encoder
from tui_reader.export.audio.libav_encoder import Encoding, encode
from tui_reader.export.rendering import Rendering

MP3 = Encoding("mp3", "libmp3lame", {"compression_level": "5"}, bit_rate=64_000)


def write(file: BinaryIO, rendering: Rendering) -> None:
    """Write the rendering into `file`. Raises ReaderError where PyAV is missing or FFmpeg refuses, OSError."""
    encode_mp3 = lame_encoder.encode if lame_encoder.is_available(rendering.timeline.sample_rate) else encode
    encode_mp3(file, rendering, MP3)
