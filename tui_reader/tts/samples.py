"""Arithmetic on sound: signed 16-bit little-endian PCM as bytes, by audioop and therefore without a loop per sample.

audioop is in the standard library up to Python 3.12 and is the package audioop-lts from 3.13. A frame is one sample of
each channel. Knows no engine and no device.
"""

from __future__ import annotations

import math
import warnings
from array import array

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)
    import audioop

WIDTH = 2
"""Bytes of a sample."""
CHANNELS = 2
"""Of finished sound: left and right."""
FRAME_BYTES = WIDTH * CHANNELS
"""Bytes of a frame of finished sound."""
FULL_SCALE = 32768
"""0 dBFS is a square wave of this height."""
SILENT = 100
"""A sample up to this is silence: -50 dBFS, 28 dB below the level of the voices."""
BLOCK = 1024
"""Samples examined together in the search for the end of a silence."""


def scale(pcm: bytes, factor: float) -> bytes:
    """The sound at `factor` times its height, held at full scale; for any number of channels."""
    return audioop.mul(pcm, WIDTH, factor)


def pan(mono: bytes, position: float) -> bytes:
    """Stereo frames of a mono sound at `position`, -1 left to 1 right, equally loud everywhere (constant power)."""
    angle = (min(1.0, max(-1.0, position)) + 1) * math.pi / 4
    return audioop.tostereo(mono, WIDTH, math.cos(angle), math.sin(angle))


def in_both_channels(mono: bytes) -> bytes:
    """Stereo frames of a mono sound, each channel as loud as it."""
    return audioop.tostereo(mono, WIDTH, 1, 1)


def silence(frames: int, channels: int = 1) -> bytes:
    """That many frames of silence."""
    return bytes(frames * channels * WIDTH)


def peak(pcm: bytes) -> int:
    """The greatest height of a sample, 0 to 32768."""
    return audioop.max(pcm, WIDTH)


def rms(pcm: bytes | memoryview) -> int:
    """Root mean square, 0 to 32768."""
    return audioop.rms(pcm, WIDTH)


def rms_dbfs(pcm: bytes) -> float:
    """Root mean square in decibels of full scale: 0 is a full square wave, -infinity is silence."""
    level = rms(pcm)
    return 20 * math.log10(level / FULL_SCALE) if level else -math.inf


def leading_silence(pcm: bytes, threshold: int) -> int:
    """The number of samples before the first that is higher than `threshold`; all of them where none is higher."""
    view, total = memoryview(pcm), len(pcm) // WIDTH
    for block in range(0, total, BLOCK):
        start, end = block, min(block + BLOCK, total)
        if audioop.max(view[start * WIDTH : end * WIDTH], WIDTH) > threshold:
            while end - start > 1:
                middle = (start + end) // 2
                if audioop.max(view[start * WIDTH : middle * WIDTH], WIDTH) > threshold:
                    end = middle
                else:
                    start = middle
            return start
    return total


def trailing_silence(pcm: bytes, threshold: int) -> int:
    """The number of samples after the last that is higher than `threshold`; all of them where none is higher."""
    return leading_silence(audioop.reverse(pcm[: len(pcm) // WIDTH * WIDTH], WIDTH), threshold)


def fade(pcm: bytes, frames: int, up: bool, channels: int = 1) -> bytes:
    """The sound with a linear ramp over its first `frames` frames (`up`, from silence) or its last (to silence).

    Meant for the few milliseconds that keep a cut from clicking: it computes each sample of the ramp.
    """
    frames = min(frames, len(pcm) // (WIDTH * channels))
    if frames <= 0:
        return pcm
    cut = frames * channels * WIDTH
    if up:
        return ramp(pcm[:cut], 0, 1 / frames, channels) + pcm[cut:]
    return pcm[: len(pcm) - cut] + ramp(pcm[len(pcm) - cut :], 1 - 1 / frames, -1 / frames, channels)


def ramp(pcm: bytes, start: float, step: float, channels: int = 1) -> bytes:
    """The sound multiplied by `start`, each frame by `step` more than the frame before."""
    ramped = array("h", pcm)
    for channel in range(channels):
        for index, sample in enumerate(ramped[channel::channels]):
            ramped[index * channels + channel] = int(sample * (start + step * index))
    return ramped.tobytes()


def mix(one: bytes, other: bytes) -> bytes:
    """Both sounds at once, as long as the longer; what is too loud is held at full scale."""
    short, long = sorted((one, other), key=len)
    return audioop.add(short + bytes(len(long) - len(short)), long, WIDTH)


def left_channel(pcm: bytes) -> bytes:
    """The mono sound of the left channel of stereo frames."""
    return audioop.tomono(pcm, WIDTH, 1, 0)


def is_mono(pcm: bytes) -> bool:
    """Whether both channels of stereo frames are the same."""
    return left_channel(pcm) == audioop.tomono(pcm, WIDTH, 0, 1)


def to_mono(pcm: bytes, width: int, channels: int, rate: int, wanted_rate: int) -> bytes:
    """The sound as 16-bit mono samples at `wanted_rate` Hz.

    `width` is 1 to 4 bytes a sample, of which 1 is unsigned as in WAV; there are one or two channels; `rate` is in Hz.
    """
    if width == 1:
        pcm = audioop.bias(pcm, 1, -128)
    if width != WIDTH:
        pcm = audioop.lin2lin(pcm, width, WIDTH)
    if channels == 2:
        pcm = audioop.tomono(pcm, WIDTH, 0.5, 0.5)
    if rate != wanted_rate:
        pcm = audioop.ratecv(pcm, WIDTH, 1, rate, wanted_rate, None)[0]
    return pcm


def byteswap(pcm: bytes, width: int) -> bytes:
    """Big-endian samples as little-endian ones, and back."""
    return audioop.byteswap(pcm[: len(pcm) // width * width], width)


def correlation(one: bytes, other: bytes) -> float:
    """The normalised correlation of two sounds of one length: 1 for the same shape, 0 for none, -1 upside down."""
    there, back = audioop.findfactor(one, other), audioop.findfactor(other, one)
    return math.copysign(math.sqrt(abs(there * back)), there)


def place_of(part: bytes, sound: bytes) -> int | None:
    """The sample at which `sound` is most like `part`, which is not longer; None if it is nowhere like it."""
    place, factor = audioop.findfit(sound, part)
    return place if factor > 0 else None


def projection(pcm: bytes, wave: bytes) -> float:
    """How much of `wave`, of the same length, is in the sound: the factor of the least squares fit."""
    return audioop.findfactor(pcm, wave)


def centred(pcm: bytes) -> bytes:
    """Stereo frames with both channels in the middle."""
    return audioop.tostereo(audioop.tomono(pcm, WIDTH, 0.5, 0.5), WIDTH, 1, 1)


ResamplerState = tuple[int, tuple[tuple[int, int], ...]] | None


def resampled(
    pcm: bytes, channels: int, rate: int, wanted: int, state: ResamplerState = None
) -> tuple[bytes, ResamplerState]:
    """The sound at `wanted` Hz instead of `rate`, and the state that the sound after it is to be given."""
    return audioop.ratecv(pcm, WIDTH, channels, rate, wanted, state)
