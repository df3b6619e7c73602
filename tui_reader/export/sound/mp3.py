"""A recording as an MP3 file: ID3v2 tags, chapters as its CHAP frames."""

from __future__ import annotations

from typing import BinaryIO

from tui_reader.export.recording import Recording
from tui_reader.export.sound import lame
from tui_reader.export.sound.libav import Encoding, encode

MP3 = Encoding("mp3", "libmp3lame", {"compression_level": "5"}, bit_rate=64_000)


def write(file: BinaryIO, recording: Recording) -> None:
    """Write all of it. Raises ReaderError and OSError."""
    (lame.encode if lame.available(recording.timeline.sample_rate) else encode)(file, recording, MP3)
