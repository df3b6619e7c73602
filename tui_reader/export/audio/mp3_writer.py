"""MP3 files: ID3v2 tags, cover, and chapters as CHAP frames."""

from __future__ import annotations

from bisect import bisect_left
from typing import BinaryIO

from tui_reader.export.audio import lame_encoder
from tui_reader.export.audio.libav_encoder import Encoding, encode
from tui_reader.export.audio.true_peak import encode_below_peak
from tui_reader.export.chapters import Chapter, without_gaps
from tui_reader.export.rendering import Rendering

_AFTER_WORDS = 0.05
"""Seconds: players begin a chapter of an MP3 up to 46 ms early, because they do not count the encoder's delay."""


def chapters(rendering: Rendering) -> tuple[Chapter, ...]:
    """The chapters, each at least 50 ms after the last word before it, so that no player repeats that word's end."""
    timeline = rendering.timeline
    starts = [timed.start for timed in timeline.entries]
    found = list(rendering.chapters)
    for number, one in enumerate(found[1:], 1):
        before = timeline.entries[max(0, bisect_left(starts, one.start) - 1)].end
        start = max(one.start, before + round(_AFTER_WORDS * timeline.sample_rate))
        found[number] = one._replace(start=max(one.start, min(start, one.end - 1)))
    return without_gaps(found)


MP3 = Encoding(
    "mp3",
    "libmp3lame",
    {"compression_level": "5"},
    {"id3v2_version": "3"},
    bit_rate=64_000,
    chapters=chapters,
)
"""ID3v2.3, because FFmpeg writes the sizes of chapters in version 4 as version 3 has them: readers then lose some."""


def write(file: BinaryIO, rendering: Rendering) -> None:
    """Write the rendering into `file`. Raises ReaderError where PyAV is missing or FFmpeg refuses, OSError."""
    on_cores = not rendering.recorded and lame_encoder.is_available(rendering.timeline.sample_rate)  # cuts in silence
    encode_mp3 = lame_encoder.encode if on_cores else encode
    encode_below_peak(file, rendering, encode_mp3, MP3)
