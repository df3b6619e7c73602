"""The loudness of a rendering, measured and changed: ITU-R BS.1770 with its gates, by FFmpeg's filters."""

from __future__ import annotations

import math
from typing import BinaryIO

from tui_reader.export.audio.libav_encoder import filtered
from tui_reader.export.audio.true_peak import limited_below_peak
from tui_reader.export.rendering import Rendering

SPEECH_LUFS = -16.0
"""What podcasts and audiobooks commonly have, so that one after another is as loud."""
_MEASURE = ("ebur128", "metadata=1")


def lufs(rendering: Rendering) -> float:
    """The integrated loudness of the whole in LUFS; -70 or less if it is silent. Raises ReaderError without PyAV."""
    measured = -math.inf
    for frame in filtered(rendering, [_MEASURE]):
        measured = float(frame.metadata.get("lavfi.r128.I", measured))
    return measured


def at_loudness(rendering: Rendering, target: float, sound: BinaryIO) -> Rendering:
    """The rendering at `target` LUFS, its new sound written into `sound`; a silent one is returned as it is.

    True peaks are limited to -1 dBTP. Raises ReaderError without PyAV, OSError.
    """
    measured = lufs(rendering)
    if measured < -70:
        return rendering
    return limited_below_peak(rendering, sound, gain=target - measured)
