"""A recording at other speeds by several methods: ours and those of FFmpeg and Signalsmith beside it."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

import av

from tui_reader.playback.recording.stretched_source import StretchedSource
from tui_reader.tts import samples

Method = Callable[[bytes, int, float], bytes]
"""Mono sound, its rate in Hz and a speed; the sound at that speed."""


class _InMemory:
    """A `SoundSource` of mono sound in memory."""

    def __init__(self, pcm: bytes, rate: int) -> None:
        self.sample_rate, self._stereo = rate, samples.in_both_channels(pcm)
        self.frames = len(pcm) // samples.WIDTH

    def read(self, frame: int, frames: int) -> bytes:
        return self._stereo[frame * samples.FRAME_BYTES : (frame + frames) * samples.FRAME_BYTES]

    def close(self) -> None:
        """There is no file."""


def ours(pcm: bytes, rate: int, speed: float) -> bytes:
    """By the reader."""
    source = _InMemory(pcm, rate)
    return samples.left_channel(StretchedSource(source, speed).read(0, source.frames))


def atempo(pcm: bytes, rate: int, speed: float) -> bytes:
    """By FFmpeg's filter of that name, which is WSOLA too."""
    graph = av.filter.Graph()
    source = graph.add_abuffer(format="s16", sample_rate=rate, layout="mono", time_base=Fraction(1, rate))
    tempo, sink = graph.add("atempo", str(speed)), graph.add("abuffersink")
    source.link_to(tempo)
    tempo.link_to(sink)
    graph.configure()
    frame = av.AudioFrame(format="s16", layout="mono", samples=len(pcm) // samples.WIDTH)
    frame.planes[0].update(pcm)
    frame.sample_rate, frame.pts = rate, 0
    source.push(frame)
    source.push(None)
    parts: list[bytes] = []
    while True:
        try:
            made: Any = graph.pull()
        except (EOFError, BlockingIOError):
            return b"".join(parts)
        parts.append(bytes(made.planes[0])[: made.samples * samples.WIDTH])


def signalsmith(pcm: bytes, rate: int, speed: float) -> bytes:
    """By python-stretch, which works on the spectrum."""
    import numpy
    import python_stretch

    stretch: Any = python_stretch.Signalsmith.Stretch()
    stretch.preset(1, rate)
    stretch.setTimeFactor(speed)
    sound = numpy.array(array("h", pcm), "float32")[None] / samples.FULL_SCALE
    made = stretch.process(sound)[0] * samples.FULL_SCALE
    return bytes(made.clip(-samples.FULL_SCALE, samples.FULL_SCALE - 1).astype("int16").tobytes())


METHODS: Mapping[str, Method] = {"ours": ours, "atempo": atempo, "python-stretch": signalsmith}
