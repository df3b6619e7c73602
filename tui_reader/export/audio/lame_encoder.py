"""MP3 encoded by LAME itself (lameenc) on several cores: on each core three times as fast as the LAME in PyAV.

The sound is cut in pauses, and each stretch is encoded by a separate encoder. Their frames, one after the other,
are one stream: a fresh encoder borrows no bits from earlier frames, and it takes the sound before its first sample for
silence, which is what the pause is. Frame n of the whole stream is frame 0 of an encoder that starts at sample n times
the samples per frame (ISO/IEC 13818-3, 2.4.2).
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
from tui_reader.export.audio.libav_encoder import Encoding, open_container
from tui_reader.export.rendering import Rendering
from tui_reader.playback.pyav import pyav
from tui_reader.tts.samples import CHANNELS, FRAME_BYTES

RATES = (8000, 11025, 12000, 16000, 22050, 24000, 32000, 44100, 48000)
"""Sample rates of MP3, in Hz."""
_STRETCH = 60
"""Seconds of one stretch, about: it is not made from the number of cores, so that the file is the same everywhere."""
_LOOK_AHEAD = 4
"""Frames an encoder must be given beyond the last one it returns."""
_SILENT = 4
"""Frames of silence needed before a cut: an encoder starts with two, and its windows reach over two more."""
_BIT_RATES = (
    (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
    (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
)
"""Kilobits per second by index in the header, of MPEG-2 and 2.5, and of MPEG-1 (ISO/IEC 11172-3, 2.4.2.3)."""


def is_available(rate: int) -> bool:
    """Whether MP3 has that sample rate in Hz, and lameenc and PyAV 16 or later (which can set the delay) are there."""
    try:
        import lameenc  # noqa: F401
    except ImportError:
        return False
    return rate in RATES and hasattr(pyav().Packet, "set_sidedata")


def encode(file: BinaryIO, rendering: Rendering, encoding: Encoding) -> None:
    """Encode a rendering into `file`, with chapters, tags and cover. Raises as `open_container` does."""
    av, rate = pyav(), rendering.timeline.sample_rate
    length = frame_samples(rate)
    with open_container(file, rendering, encoding) as (container, stream):
        skipped = _skipped(stream, rate)
        delay = struct.unpack_from("<I", bytes(skipped))[0]
        encoded, following = tee(_frames(rendering, encoding, length))
        next(following, None)
        for number, (frame, last) in enumerate(zip_longest(encoded, (False for _ in following), fillvalue=True)):
            packet = av.Packet(frame)
            packet.stream, packet.time_base = stream, Fraction(1, rate)
            packet.pts = packet.dts = number * length
            packet.duration = length
            beyond = (number + 1) * length - delay - rendering.timeline.frames if last else 0
            if number == 0 or last:
                skipped.update(struct.pack("<IIBB", 0 if number else delay, max(0, beyond), 0, 0))
                packet.set_sidedata(skipped)
            container.mux(packet)


def _skipped(stream: Any, rate: int) -> Any:
    """The side data in which FFmpeg's own LAME says how many samples to skip at the start: the delay is the same."""
    silence = pyav().AudioFrame(stream.codec_context.format.name, "stereo", stream.codec_context.frame_size)
    silence.sample_rate = rate
    for plane in silence.planes:
        plane.update(bytes(plane.buffer_size))
    while True:
        silence.pts = None
        for packet in stream.codec_context.encode(silence):
            if packet.has_sidedata("skip_samples"):
                return packet.get_sidedata("skip_samples")


def frame_samples(rate: int) -> int:
    """Samples per MP3 frame at a sample rate in Hz."""
    return 1152 if rate >= 32000 else 576


def cuts(rendering: Rendering, length: int) -> list[int]:
    """The samples at which stretches begin, and the end of the sound. All are in pauses and multiples of `length`."""
    whole, entries = rendering.timeline.frames, rendering.timeline.entries
    rate = rendering.timeline.sample_rate
    count = -(-whole // (_STRETCH * rate))
    ends = ((one.end, later.start) for one, later in pairwise(entries))
    pauses = [start // length * length for end, start in ends if start - end >= _SILENT * length]
    found = [0]
    for number in range(1, count):
        wanted = whole * number // count
        nearest = min(pauses, key=lambda pause: abs(pause - wanted), default=0)
        if nearest > found[-1]:
            found.append(nearest)
    return [*found, whole]


def _frames(rendering: Rendering, encoding: Encoding, length: int) -> Iterator[bytes]:
    """The MP3 frames of all stretches, in order."""
    lock = Lock()
    with ThreadPoolExecutor(rendering.processes) as pool:
        for encoded in pool.map(
            partial(_encoded, rendering, encoding, length, lock), pairwise(cuts(rendering, length))
        ):
            yield from encoded


def _encoded(
    rendering: Rendering, encoding: Encoding, length: int, lock: Lock, stretch: tuple[int, int]
) -> list[bytes]:  # fmt: skip
    """The MP3 frames of one stretch, given by its first sample and the one after its last."""
    import lameenc

    rate, (start, end) = rendering.timeline.sample_rate, stretch
    last = end == rendering.timeline.frames
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
            pcm = _read(rendering, at, min(rate, until - at))
        data += encoder.encode(pcm)
        at += rate
    data += encoder.flush()
    frames = list(split(bytes(data)))
    return frames if last else frames[: (end - start) // length]


def _read(rendering: Rendering, start: int, frames: int) -> bytes:
    sound = rendering.sound
    assert sound
    sound.seek(start * FRAME_BYTES)
    return sound.read(frames * FRAME_BYTES)


def split(data: bytes) -> Iterator[bytes]:
    """The frames of an MP3 stream, by their headers. Raises ReaderError where anything else is in it."""
    at = 0
    while at + 4 <= len(data):
        length = _frame_bytes(data[at : at + 4])
        yield data[at : at + length]
        at += length


def _frame_bytes(header: bytes) -> int:
    """The length of a frame in bytes, by its header of four bytes (ISO/IEC 11172-3, 2.4.1.3)."""
    sync, version, layer = header[0] << 3 | header[1] >> 5, header[1] >> 3 & 3, header[1] >> 1 & 3
    bit_rate, rate, padding = header[2] >> 4, header[2] >> 2 & 3, header[2] >> 1 & 1
    is_layer_3 = sync == 0x7FF and version != 1 and layer == 1
    if not is_layer_3 or not 0 < bit_rate < 15 or rate == 3:
        raise ReaderError("LAME has written something that is not MP3.")
    first = version == 3
    hertz = (44100, 48000, 32000)[rate] >> (0 if first else 1 if version == 2 else 2)
    return (144 if first else 72) * 1000 * _BIT_RATES[first][bit_rate] // hertz + padding
