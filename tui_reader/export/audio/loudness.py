"""The loudness of a rendering, measured and changed: ITU-R BS.1770 with its gates, by FFmpeg's filters."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from tui_reader.export.audio.libav_encoder import filtered
from tui_reader.export.rendering import Rendering
from tui_reader.tts.samples import FRAME_BYTES

SPEECH_LUFS = -16.0
"""What podcasts and audiobooks commonly have, so that one after another is as loud."""
PEAK = 0.84
"""The highest sample that is left, -1.5 dBFS, so that encoding cannot clip."""
_MEASURE = ("ebur128", "metadata=1")
_SAMPLES = ("aformat", "sample_fmts=s16")


def lufs(rendering: Rendering) -> float:
    """The integrated loudness of the whole in LUFS; -70 or less if it is silent. Raises ReaderError without PyAV."""
    measured = -math.inf
    for frame in filtered(rendering, [_MEASURE]):
        measured = float(frame.metadata.get("lavfi.r128.I", measured))
    return measured


def at_loudness(rendering: Rendering, target: float, sound: BinaryIO) -> Rendering:
    """The rendering at `target` LUFS, its new sound written into `sound`; a silent one is returned as it is.

    Peaks above PEAK are limited without delay, so that the timeline stays right to the sample. Raises ReaderError
    without PyAV, OSError.
    """
    measured = lufs(rendering)
    if measured < -70:
        return rendering
    limit = f"limit={PEAK}:attack=5:release=50:level=disabled:latency=1"
    filters = [("volume", f"volume={target - measured:.3f}dB:precision=float"), ("alimiter", limit), _SAMPLES]
    left = rendering.timeline.frames * FRAME_BYTES
    for pcm in _pcm(rendering, filters):
        sound.write(pcm[:left])
        left -= min(left, len(pcm))
    sound.write(bytes(left))
    return replace(rendering, sound=sound)


def _pcm(rendering: Rendering, filters: list[tuple[str, str]]) -> Iterator[bytes]:
    for frame in filtered(rendering, filters):
        yield bytes(frame.planes[0])[: frame.samples * FRAME_BYTES]
