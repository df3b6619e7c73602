"""MP3 by LAME itself (lameenc), on several cores: three times as fast a core as the LAME in PyAV.

The recording is cut in pauses, and each stretch is coded by an encoder of its own. Their frames put one after the
other are one stream: a fresh encoder borrows no bits from frames before it, and what it takes for the sound before its
first sample, silence, is what stands there. Frame n of a whole stream is frame 0 of an encoder that begins at sample
n times the samples of a frame (ISO/IEC 13818-3, 2.4.2).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction
from functools import partial
from itertools import pairwise, tee, zip_longest
from threading import Lock
from typing import Any, BinaryIO

from tui_reader.errors import ReaderError
from tui_reader.export.audio.libav_encoder import Encoding, library, written
from tui_reader.export.rendering import Rendering
from tui_reader.tts.samples import CHANNELS, FRAME_BYTES

RATES = (8000, 11025, 12000, 16000, 22050, 24000, 32000, 44100, 48000)
"""Hz that MP3 has."""
_LONGEST = 300
"""Seconds of a stretch, so that little waits in memory."""
_LOOK_AHEAD = 4
"""Frames: an encoder has to hear more than it tells."""
_SILENT = 4
"""Frames of silence before a cut: an encoder begins with two of them, and the sound around is windowed."""
_BIT_RATES = (
    (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
    (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
)
"""Thousands of bits a second, of MPEG-2 and 2.5, and of MPEG-1 (ISO/IEC 11172-3, 2.4.2.3)."""


def available(rate: int) -> bool:
    """Whether lameenc is there, a PyAV that can tell the delay (16 and later), and MP3 has that sample rate."""
    try:
        import lameenc  # noqa: F401
    except ImportError:
        return False
    return rate in RATES and hasattr(library().Packet, "set_sidedata")


def encode(file: BinaryIO, recording: Rendering, encoding: Encoding) -> None:
    """Write the recording as `encoding` says, with chapters and tags. Raises ReaderError, OSError."""
    av, rate = library(), recording.timeline.sample_rate
    length = frame_samples(rate)
    with written(file, recording, encoding) as (container, stream):
        skipped = _skipped(stream, rate)
        delay = struct.unpack_from("<I", bytes(skipped))[0]
        coded, following = tee(_frames(recording, encoding, length))
        next(following, None)
        for number, (frame, last) in enumerate(zip_longest(coded, (False for _ in following), fillvalue=True)):
            packet = av.Packet(frame)
            packet.stream, packet.time_base = stream, Fraction(1, rate)
            packet.pts = packet.dts = number * length
            packet.duration = length
            beyond = (number + 1) * length - delay - recording.timeline.frames if last else 0
            if number == 0 or last:
                skipped.update(struct.pack("<IIBB", 0 if number else delay, max(0, beyond), 0, 0))
                packet.set_sidedata(skipped)
            container.mux(packet)


def _skipped(stream: Any, rate: int) -> Any:
    """What FFmpeg's own LAME tells of the samples before the sound: the same encoder has the same delay."""
    silence = library().AudioFrame(stream.codec_context.format.name, "stereo", stream.codec_context.frame_size)
    silence.sample_rate = rate
    for plane in silence.planes:
        plane.update(bytes(plane.buffer_size))
    while True:
        silence.pts = None
        for packet in stream.codec_context.encode(silence):
            if packet.has_sidedata("skip_samples"):
                return packet.get_sidedata("skip_samples")


def frame_samples(rate: int) -> int:
    """Samples of a frame at a sample rate in Hz."""
    return 1152 if rate >= 32000 else 576


def cuts(recording: Rendering, length: int) -> list[int]:
    """Samples at which stretches begin, all in pauses and at multiples of `length`, and the end of the whole."""
    whole, entries = recording.timeline.frames, recording.timeline.entries
    rate = recording.timeline.sample_rate
    count = max(recording.processes, -(-whole // (_LONGEST * rate)))
    ends = ((one.end, later.start) for one, later in pairwise(entries))
    pauses = [start // length * length for end, start in ends if start - end >= _SILENT * length]
    found = [0]
    for number in range(1, count):
        wanted = whole * number // count
        nearest = min(pauses, key=lambda pause: abs(pause - wanted), default=0)
        if nearest > found[-1]:
            found.append(nearest)
    return [*found, whole]


def _frames(recording: Rendering, encoding: Encoding, length: int) -> Iterator[bytes]:
    """The frames of all stretches, in order."""
    lock = Lock()
    with ThreadPoolExecutor(recording.processes) as pool:
        for coded in pool.map(partial(_coded, recording, encoding, length, lock), pairwise(cuts(recording, length))):
            yield from coded


def _coded(
    recording: Rendering, encoding: Encoding, length: int, lock: Lock, stretch: tuple[int, int]
) -> list[bytes]:  # fmt: skip
    """The frames of one stretch, given by its first sample and the one after its last."""
    import lameenc

    rate, (start, end) = recording.timeline.sample_rate, stretch
    last = end == recording.timeline.frames
    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_bit_rate(encoding.bit_rate // 1000)
    encoder.set_in_sample_rate(rate)
    encoder.set_out_sample_rate(rate)
    encoder.set_channels(CHANNELS)
    encoder.set_quality(int(encoding.options["compression_level"]))
    data = bytearray()
    at, until = start, end if last else end + _LOOK_AHEAD * length
    while at < until:
        with lock:
            pcm = _read(recording, at, min(rate, until - at))
        data += encoder.encode(pcm)
        at += rate
    data += encoder.flush()
    frames = list(split(bytes(data)))
    return frames if last else frames[: (end - start) // length]


def _read(recording: Rendering, start: int, frames: int) -> bytes:
    sound = recording.sound
    assert sound
    sound.seek(start * FRAME_BYTES)
    return sound.read(frames * FRAME_BYTES)


def split(data: bytes) -> Iterator[bytes]:
    """The frames of an MP3 stream. Raises ReaderError where something else stands in it."""
    at = 0
    while at + 4 <= len(data):
        length = _frame_bytes(data[at : at + 4])
        yield data[at : at + length]
        at += length


def _frame_bytes(header: bytes) -> int:
    """The length of a frame, by its header."""
    sync, version, layer = header[0] << 3 | header[1] >> 5, header[1] >> 3 & 3, header[1] >> 1 & 3
    bit_rate, rate, padding = header[2] >> 4, header[2] >> 2 & 3, header[2] >> 1 & 1
    if sync != 0x7FF or version == 1 or layer != 1 or not 0 < bit_rate < 15 or rate == 3:
        raise ReaderError("LAME has written what is no MP3.")
    first = version == 3
    hertz = (44100, 48000, 32000)[rate] >> (0 if first else 1 if version == 2 else 2)
    return (144 if first else 72) * 1000 * _BIT_RATES[first][bit_rate] // hertz + padding
