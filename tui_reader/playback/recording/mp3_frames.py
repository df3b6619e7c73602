"""Where the frames of an MP3 file are, by their headers alone.

An MP3 file has no index, and decoders look for a place by decoding all that is before it: half a minute for hour 9.
Walking over the headers takes 50 ms an hour of sound. Of each 64th frame the place in the file is kept.
"""

from __future__ import annotations

import os
from array import array
from collections.abc import Iterator
from typing import BinaryIO

from tui_reader.named_tuple import NamedTuple

LAYER_3 = 1
_MPEG_1 = 3
_RATES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}
"""Hz, by the two bits of the version: 3 is MPEG-1, 2 is MPEG-2, 0 is MPEG-2.5."""
_KILOBITS_1 = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
_KILOBITS_2 = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
_MONO = 3

_STEP = 64
"""Of as many frames one has its place kept."""
_BLOCK = 1 << 20
"""Bytes read at once."""
_CHAIN = 4
"""Frames one behind the other that are taken for MP3, and not for bytes that happen to look like a header."""
SEARCHED = 1 << 16
"""Bytes in which the first frame must begin: recordings of a stream begin in the middle of a frame."""
_JUNK = 4 << 20
"""Bytes between frames, in the whole file, after which it is given up: the file is damaged."""
_DECODER_DELAY = 529
"""Samples by which every decoder is late; those of the encoder are told by the tag of LAME."""


class Header(NamedTuple):
    """What the four bytes before a frame say."""

    size: int
    """Bytes of the frame with its header."""
    sample_rate: int
    samples: int
    """In the frame, for each channel."""
    side: int
    """Bytes of the side information behind the header and its checksum."""


def header(head: bytes) -> Header | None:
    """The header of a frame of MPEG audio layer III in the four bytes `head`; None if they are none."""
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE0 != 0xE0 or head[1] >> 1 & 3 != LAYER_3:
        return None
    version, rate, kilobits = head[1] >> 3 & 3, head[2] >> 2 & 3, head[2] >> 4
    if version == 1 or rate == 3 or kilobits in {0, 15}:
        return None
    hertz, first = _RATES[version][rate], version == _MPEG_1
    bits = (_KILOBITS_1 if first else _KILOBITS_2)[kilobits] * 1000
    mono = head[3] >> 6 == _MONO
    return Header(
        (144 if first else 72) * bits // hertz + (head[2] >> 1 & 1),
        hertz,
        1152 if first else 576,
        (17 if mono else 32) if first else (9 if mono else 17),
    )


def first_frame(start: bytes) -> int:
    """The place in `start`, bytes from the beginning of a file, at which frames of MP3 begin; -1 for none."""
    at = start.find(0xFF)
    while 0 <= at < SEARCHED:
        if _is_chain(start, at):
            return at
        at = start.find(0xFF, at + 1)
    return -1


def _is_chain(data: bytes, at: int) -> bool:
    """Whether frames of one version and sample rate follow each other from `at`, or up to the end of `data`."""
    one = header(data[at : at + 4])
    for _ in range(_CHAIN):
        found = header(data[at : at + 4])
        if one is None or found is None or found[1:3] != one[1:3]:
            return False
        at += found.size
        if at == len(data):
            return True
    return True


class Mp3Frames:
    """The frames of an open file, whose place is moved by each call."""

    def __init__(self, file: BinaryIO, start: int) -> None:
        """`start` is the place of the first frame, as `first_frame` finds it."""
        self._file = file
        file.seek(start)
        self.head = file.read(4096)
        found = header(self.head[:4])
        assert found is not None
        self.sample_rate, self.samples = found.sample_rate, found.samples
        self._sizes = _sizes_like(self.head)
        self._places = array("Q")
        self._known = 0
        self.delay = self._padding = 0
        told = self._tag(start, found)
        self._walk = self._spans(start if told is None else start + found.size)
        self._walk_to(0 if told else None)
        self.count = told or self._known if self._known else 0
        """Frames in the file."""

    @property
    def length(self) -> int:
        """Frames of PCM in the whole, without the silence that the encoder put before and after."""
        return max(0, self.count * self.samples - self.delay - self._padding)

    def _tag(self, start: int, found: Header) -> int | None:
        """Read the tag of Xing, LAME or Fraunhofer in the first frame: the number of frames, 0 if it does not tell.

        None where the first frame is sound.
        """
        head = self.head
        at = 4 + found.side + (0 if head[1] & 1 else 2)
        if head[36:40] == b"VBRI":
            return self._believed(_number(head, 50), _number(head, 46), start)
        if head[at : at + 4] not in {b"Xing", b"Info"}:
            return None
        flags, at = _number(head, at + 4), at + 8
        count = _number(head, at) if flags & 1 else 0
        at += 4 * (flags & 1)
        size = _number(head, at) if flags & 2 else 0
        at += 4 * (flags >> 1 & 1) + 100 * (flags >> 2 & 1) + 4 * (flags >> 3 & 1)
        if head[at : at + 4] in {b"LAME", b"Lavf", b"Lavc"}:
            delays = int.from_bytes(head[at + 21 : at + 24], "big")
            self.delay = (delays >> 12) + _DECODER_DELAY
            self._padding = max(0, (delays & 0xFFF) - _DECODER_DELAY)
        return self._believed(count, size, start)

    def _believed(self, count: int, size: int, start: int) -> int:
        """The told number of frames, or 0 where the file has not the told size in bytes: it was cut, or added to."""
        there = os.fstat(self._file.fileno()).st_size - start
        return count if abs(there - size) <= max(4096, there // 200) else 0

    def place(self, number: int) -> tuple[int, int]:
        """A frame at most 63 before the frame `number`, and its place in the file in bytes."""
        self._walk_to(number)
        kept = min(number // _STEP, len(self._places) - 1)
        return kept * _STEP, self._places[kept]

    def _walk_to(self, number: int | None) -> None:
        """Walk over the headers up to the frame `number`, or to the end."""
        if number is not None and number < self._known:
            return
        for place, _ in self._walk:
            if not self._known % _STEP:
                self._places.append(place)
            self._known += 1
            if self._known - 1 == number:
                break

    def frames_from(self, place: int) -> Iterator[bytes]:
        """The frames from one at the place `place` of the file on, with their headers, without what is between them."""
        for at, size in self._spans(place, 1 << 14):
            self._file.seek(at)
            yield self._file.read(size)

    def _spans(self, place: int, at_once: int = 1 << 20) -> Iterator[tuple[int, int]]:
        """Place and size, in bytes, of each frame from `place` on, of a file read by `at_once` bytes."""
        sizes, junk = self._sizes, 0
        while junk < _JUNK:
            self._file.seek(place)
            block = self._file.read(at_once)
            at, end = 0, len(block)
            while size := sizes.get(block[at : at + 3], 0):
                if at + size > end:
                    break
                yield place + at, size
                at += size
            if not size and end - at >= 4:
                skipped = self._junk(block, at)
                junk += skipped
                at += skipped
            if not at:
                return
            place += at

    def _junk(self, block: bytes, at: int) -> int:
        """Bytes from `at` to the next frame that another follows: tags stand between frames where files were joined."""
        start, sizes = at, self._sizes
        while (at := block.find(0xFF, at + 1)) >= 0:
            size = sizes.get(block[at : at + 3], 0)
            if at + 3 >= len(block) or (
                size and (at + size + 3 > len(block) or block[at + size : at + size + 3] in sizes)
            ):
                return at - start
        return len(block) - start


def _number(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 4], "big")


def _sizes_like(head: bytes) -> dict[bytes, int]:
    """The size of a frame by the first three bytes of its header, for frames of the version and rate of `head`."""
    like = header(head[:4])
    found = {}
    for second in (head[1] | 1, head[1] & 0xFE):
        for third in range(256):
            start = bytes((0xFF, second, third))
            one = header(start + head[3:4])
            if one and like and one.sample_rate == like.sample_rate:
                found[start] = one.size
    return found
