"""Finished sound as the bytes of a stream whose length nobody knows yet: WAV, or Opus in Ogg. Knows no descriptor."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any, Protocol

from tui_reader.playback.pyav import pyav
from tui_reader.playback.wav_header import ENDLESS, wav_header
from tui_reader.tts.samples import FRAME_BYTES

OPUS_RATE = 48_000
"""Hz: Opus has no 22,050 Hz."""
OPUS_BITS = 48_000
"""Bits per second."""
PAGE = 100_000
"""Microseconds of sound in a page of Ogg, which is sent when it is full. FFmpeg's own choice is a second."""


class StreamEncoder(Protocol):
    """Encodes 16-bit stereo sound bit by bit."""

    def begin(self) -> bytes:
        """What comes before the sound."""

    def encode(self, pcm: bytes) -> bytes:
        """More sound, as far as it can be sent now."""

    def end(self) -> bytes:
        """What is left when the sound is over."""


class WavEncoder:
    """The samples as they are, after a header for a stream without end."""

    def __init__(self, sample_rate: int) -> None:
        """`sample_rate` in Hz."""
        self._sample_rate = sample_rate

    def begin(self) -> bytes:
        """The header, 44 bytes."""
        return wav_header(self._sample_rate, ENDLESS)

    def encode(self, pcm: bytes) -> bytes:
        """The samples."""
        return pcm

    def end(self) -> bytes:
        """Nothing."""
        return b""


class OpusEncoder:
    """Opus in Ogg by PyAV, in short pages, so that a pause is heard soon."""

    def __init__(self, sample_rate: int) -> None:
        """`sample_rate` in Hz. Raises ReaderError where PyAV is missing."""
        self._av = pyav()
        self._written, self._sample_rate, self._frames = io.BytesIO(), sample_rate, 0
        self._container = self._av.open(_Sink(self._written), "w", format="ogg", options={"page_duration": str(PAGE)})
        self._stream = self._container.add_stream("libopus", rate=OPUS_RATE, layout="stereo")
        self._stream.bit_rate = OPUS_BITS
        context = self._stream.codec_context
        context.open()
        self._resampler = self._av.AudioResampler(context.format, "stereo", OPUS_RATE, context.frame_size)

    def begin(self) -> bytes:
        """The two pages of headers."""
        self._container.start_encoding()
        return self._taken()

    def encode(self, pcm: bytes) -> bytes:
        """The pages that have become full."""
        frame = self._av.AudioFrame("s16", "stereo", len(pcm) // FRAME_BYTES)
        frame.planes[0].update(pcm)
        frame.sample_rate, frame.pts, frame.time_base = self._sample_rate, self._frames, Fraction(1, self._sample_rate)
        self._frames += frame.samples
        self._mux(frame)
        return self._taken()

    def end(self) -> bytes:
        """The last page."""
        self._mux(None)
        self._container.mux(self._stream.encode(None))
        self._container.close()
        return self._taken()

    def _mux(self, frame: Any) -> None:
        for resampled in self._resampler.resample(frame):
            self._container.mux(self._stream.encode(resampled))

    def _taken(self) -> bytes:
        taken = self._written.getvalue()
        self._written.seek(0)
        self._written.truncate()
        return taken


class _Sink:
    """Takes bytes from FFmpeg, which must not see that it could go back in them."""

    def __init__(self, file: io.BytesIO) -> None:
        self.write = file.write


ENCODERS: Mapping[str, Callable[[int], StreamEncoder]] = {"wav": WavEncoder, "opus": OpusEncoder}
"""By the name of the format: makes an encoder for a sample rate."""
