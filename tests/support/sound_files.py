"""Sound files for tests: noise that is different at each place, in any form that PyAV writes."""

from __future__ import annotations

import random
import wave
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction
from pathlib import Path
from typing import Any

from tui_reader.playback.recording.open_sound import open_sound
from tui_reader.playback.recording.sound_source import SoundSource

RATE = 16_000
"""Hz."""


def noise(seconds: float, rate: int = RATE, height: int = 6000, seed: int = 1) -> array[int]:
    """Mono samples of noise without its highest frequencies, which encoders would leave out."""
    made = random.Random(seed)
    samples, value = array("h"), 0.0
    for _ in range(round(seconds * rate)):
        value += 0.3 * (made.uniform(-height, height) - value)
        samples.append(int(value))
    return samples


def chapter_starts(container: Any) -> list[tuple[str, float]]:
    """Titles and starts, in seconds, of the chapters of a file that PyAV has opened."""
    return [(one["metadata"]["title"], float(one["start"] * one["time_base"])) for one in container.chapters()]


def wav(path: Path, samples: array[int], rate: int = RATE, channels: int = 1) -> Path:
    """A 16-bit WAV file of interleaved samples."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(samples.tobytes())
    return path


def encoded(
    path: Path,
    samples: array[int],
    form: str,
    codec: str,
    rate: int = RATE,
    layout: str = "mono",
    times: int = 1,
    **options: str,
) -> Path:
    """A file of mono samples, that many times, in FFmpeg's container `form`, with options of it, by PyAV."""
    import av

    with av.open(str(path), "w", format=form, options=options) as container:
        stream: Any = container.add_stream(codec, rate=rate, layout=layout, options={"strict": "experimental"})
        stream.bit_rate = 64_000
        stream.codec_context.open()
        resampler = av.AudioResampler(
            stream.codec_context.format, layout, rate, stream.codec_context.frame_size or 1024
        )
        for number in range(times):
            frame = av.AudioFrame("s16", "mono", len(samples))
            frame.planes[0].update(samples.tobytes())
            frame.sample_rate, frame.pts, frame.time_base = rate, number * len(samples), Fraction(1, rate)
            for part in resampler.resample(frame):
                container.mux(stream.encode(part))
        for part in resampler.resample(None):
            container.mux(stream.encode(part))
        container.mux(stream.encode(None))
    return path


class SamplesSource:
    """A `SoundSource` of mono samples, in both channels."""

    sample_rate = RATE

    def __init__(self, samples: array[int]) -> None:
        self._samples = samples
        self.frames = len(samples)

    def read(self, frame: int, frames: int) -> bytes:
        assert frame >= 0
        return array(
            "h", (one for sample in self._samples[frame : frame + frames] for one in (sample, sample))
        ).tobytes()

    def close(self) -> None:
        pass


@contextmanager
def sound_of(path: Path) -> Iterator[SoundSource]:
    """An open sound file."""
    source = open_sound(path)
    try:
        yield source
    finally:
        source.close()


def whole(source: SoundSource, at_once: int = 4000) -> array[int]:
    """All frames of a source, interleaved in stereo, read one part after the other."""
    parts, at = [], 0
    while part := source.read(at, at_once):
        parts.append(part)
        at += len(part) // 4
    return array("h", b"".join(parts))


def lag(part: array[int], sound: array[int], around: int, within: int) -> int:
    """By how many samples `part` is later in `sound` than at `around`, looked for up to `within` both ways."""
    part = part[:400]

    def unlikeness(shift: int) -> int:
        at = around + shift
        return sum(abs(one - other) for one, other in zip(part, sound[at : at + len(part)], strict=True))

    return min(range(-within, within + 1), key=unlikeness)
