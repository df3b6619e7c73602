"""True peaks: how high a sound is between its samples too, and how encoded files are kept from passing -1 dBTP.

ITU-R BS.1770-4, annex 2: the sound is sampled at four times its rate, and its highest sample is the peak.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import replace
from tempfile import TemporaryFile
from typing import Any, BinaryIO, cast

from tui_reader.export.audio.libav_encoder import Encoding, decoded, filtered
from tui_reader.export.rendering import Rendering
from tui_reader.tts import samples

HIGHEST = -1.1
"""dBTP that no file passes: 0.1 dB below the promised -1, because meters differ by so much."""
PEAK = -2.2
"""The highest sample that is left in dBFS: peaks between samples, and those of most codecs, then stay below -1 dBTP."""
_STEP = 0.1
"""dB by which peaks are held lower than they must be, so that another encoding seldom has to follow."""
_ATTEMPTS = 5
_HEADROOM = 12
"""dB by which the sound is lowered to measure it, because decoded sound may pass full scale."""


def true_peak(rendering: Rendering) -> float:
    """The true peak of a rendering in dBTP; -infinity for silence. Raises ReaderError without PyAV."""
    return _peak(filtered(rendering, _oversampled(rendering.timeline.sample_rate)))


def encode_below_peak(
    file: BinaryIO, rendering: Rendering, encode: Callable[[BinaryIO, Rendering, Encoding], None], encoding: Encoding
) -> None:
    """Encode a rendering, and again with its peaks held lower while the decoded sound is too high. Raises as `encode`.

    Codecs move peaks: most by tenths of a decibel, Opus by as much as 5 dB.
    """
    sound, ceiling = rendering, PEAK
    with TemporaryFile(dir=rendering.job.options.output.absolute().parent) as scratch:
        for _ in range(_ATTEMPTS):
            encode(file, sound, encoding)
            over = _peak(decoded(file, _oversampled(rendering.timeline.sample_rate))) - HIGHEST
            if over <= 0:
                return
            ceiling -= over + _STEP
            sound = limited(rendering, ceiling, cast("BinaryIO", scratch))
            file.seek(0)
            file.truncate()
        encode(file, sound, encoding)


def limited(rendering: Rendering, ceiling: float, sound: BinaryIO, gain: float = 0.0) -> Rendering:
    """The rendering after a gain in dB, no sample above `ceiling` dBFS, written into `sound` in place of what is there.

    Peaks are limited without delay, so that the timeline stays right to the sample. Raises ReaderError, OSError.
    """
    limit = f"limit={10 ** (ceiling / 20):.4f}:attack=5:release=50:level=disabled:latency=1"
    filters = [("volume", f"volume={gain:.3f}dB:precision=float"), ("alimiter", limit), ("aformat", "sample_fmts=s16")]
    left = rendering.timeline.frames * samples.FRAME_BYTES
    sound.seek(0)
    sound.truncate()
    for frame in filtered(rendering, filters):
        pcm = bytes(frame.planes[0])[: min(left, frame.samples * samples.FRAME_BYTES)]
        sound.write(pcm)
        left -= len(pcm)
    sound.write(bytes(left))
    return replace(rendering, sound=sound)


def limited_below_peak(rendering: Rendering, sound: BinaryIO, gain: float) -> Rendering:
    """As `limited`, with a ceiling that keeps the true peak below `HIGHEST`."""
    ceiling = PEAK
    for _ in range(_ATTEMPTS):
        made = limited(rendering, ceiling, sound, gain)
        over = true_peak(made) - HIGHEST
        if over <= 0:
            break
        ceiling -= over + _STEP
    return made


def _oversampled(sample_rate: int) -> list[tuple[str, str]]:
    return [
        ("volume", f"volume=-{_HEADROOM}dB:precision=float"),
        ("aresample", f"{4 * sample_rate}"),
        ("aformat", "sample_fmts=s16:channel_layouts=stereo"),
    ]


def _peak(frames: Iterable[Any]) -> float:
    highest = 0
    for frame in frames:
        pcm = bytes(frame.planes[0])[: frame.samples * samples.FRAME_BYTES]
        highest = max(highest, samples.peak(pcm))
    return 20 * math.log10(highest / samples.FULL_SCALE) + _HEADROOM if highest else -math.inf
