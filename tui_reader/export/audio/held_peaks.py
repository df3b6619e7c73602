"""A rendering as it is played, in which a sentence that is too high is a little quieter. Needs no library of sound."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import BinaryIO

from tui_reader.export.rendering import Rendering
from tui_reader.tts import samples

HIGHEST = round(10 ** (-1.7 / 20) * samples.FULL_SCALE)
"""The highest sample, -1.7 dBFS: between the samples of speech the sound is up to half a decibel higher."""


def held_below_peak(rendering: Rendering, sound: BinaryIO) -> Rendering:
    """The rendering itself if no sample is above `HIGHEST`; else its sound with those sentences lower, in `sound`.

    Raises OSError.
    """
    if all(samples.peak(pcm) <= HIGHEST for pcm in rendering.pcm(rendering.timeline.sample_rate)):
        return rendering
    assert rendering.sound
    rendering.sound.seek(0)
    starts = [timed.start for timed in rendering.timeline.entries[1:]]
    for start, end in pairwise((0, *starts, rendering.timeline.frames)):
        pcm = rendering.sound.read((end - start) * samples.FRAME_BYTES)
        peak = samples.peak(pcm)
        sound.write(samples.scale(pcm, HIGHEST / peak) if peak > HIGHEST else pcm)
    return replace(rendering, sound=sound)
