"""How loud a recording is, and the same at another loudness: ITU-R BS.1770 with its gates, by FFmpeg's filters."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from tui_reader.export.audio.libav_encoder import filtered
from tui_reader.export.rendering import Rendering
from tui_reader.tts.samples import FRAME_BYTES

SPEECH = -16.0
"""LUFS: what podcasts and audiobooks are commonly made at, so that a next one is as loud."""
PEAK = 0.84
"""The highest sample that is left, -1.5 dBFS, so that coding adds no clipping."""
_MEASURE = ("ebur128", "metadata=1")
_SAMPLES = ("aformat", "sample_fmts=s16")


def lufs(recording: Rendering) -> float:
    """The integrated loudness of the whole in LUFS; -70 or less where it is silent. Raises ReaderError."""
    measured = -math.inf
    for frame in filtered(recording, [_MEASURE]):
        measured = float(frame.metadata.get("lavfi.r128.I", measured))
    return measured


def levelled(recording: Rendering, target: float, sound: BinaryIO) -> Rendering:
    """The recording at `target` LUFS, its new sound in `sound`; silence stays as it is. Raises ReaderError, OSError.

    Peaks above PEAK are held down without delay, so that the timeline stays right to the sample.
    """
    measured = lufs(recording)
    if measured < -70:
        return recording
    limit = f"limit={PEAK}:attack=5:release=50:level=disabled:latency=1"
    filters = [("volume", f"volume={target - measured:.3f}dB:precision=float"), ("alimiter", limit), _SAMPLES]
    left = recording.timeline.frames * FRAME_BYTES
    for pcm in _pcm(recording, filters):
        sound.write(pcm[:left])
        left -= min(left, len(pcm))
    sound.write(bytes(left))
    return replace(recording, sound=sound)


def _pcm(recording: Rendering, filters: list[tuple[str, str]]) -> Iterator[bytes]:
    for frame in filtered(recording, filters):
        yield bytes(frame.planes[0])[: frame.samples * FRAME_BYTES]
