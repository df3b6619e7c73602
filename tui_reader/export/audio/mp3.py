"""A recording as an MP3 file: ID3v2 tags, chapters as its CHAP frames."""

from __future__ import annotations

from typing import BinaryIO

from tui_reader.export.audio import lame_encoder
from tui_reader.export.audio.libav_encoder import Encoding, encode
from tui_reader.export.rendering import Rendering

MP3 = Encoding("mp3", "libmp3lame", {"compression_level": "5"}, bit_rate=64_000)


def write(file: BinaryIO, recording: Rendering) -> None:
    """Write all of it. Raises ReaderError and OSError."""
    (lame_encoder.encode if lame_encoder.available(recording.timeline.sample_rate) else encode)(file, recording, MP3)
