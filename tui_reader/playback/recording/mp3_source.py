"""Sound files of MP3: miniaudio decodes, from the place that the headers of the frames tell.

miniaudio's own seeks decode all that is before: 57 s to hour 9.7. FFmpeg's take 2 s, and those back to an earlier place
end at the file's start.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any, BinaryIO

import miniaudio

from tui_reader.playback.recording.mp3_frames import Mp3Frames, header
from tui_reader.playback.recording.sound_source import whole
from tui_reader.tts.samples import CHANNELS, FRAME_BYTES

_AT_ONCE = 16384
"""Frames of PCM that miniaudio's streams give at once, at most."""
_BEFORE = 12
"""Frames decoded before the wanted one: a frame may need bits of those before it, and the sound of the last two."""


class Mp3Source:
    """A `SoundSource` of an MP3 file."""

    def __init__(self, file: BinaryIO, path: Path, start: int) -> None:
        """`start` is the place of the first frame in the file, in bytes."""
        self._file, self._path = file, path
        self._frames = Mp3Frames(file, start)
        self.sample_rate, self.frames = self._frames.sample_rate, self._frames.length
        self._place = -1
        self._stream: Generator[Any, int, None] | None = None

    def read(self, frame: int, frames: int) -> bytes:
        """As `SoundSource.read`."""
        frames = min(frames, self.frames - frame)
        if frames <= 0:
            return b""
        try:
            if frame != self._place or self._stream is None:
                self._stream = self._opened(frame)
            sound = _pulled(self._stream, frames)
            self._place = frame + len(sound) // FRAME_BYTES
        except (miniaudio.MiniaudioError, OSError, ValueError):
            sound = b""
        return whole(sound, self, frame, self._path)

    def _opened(self, frame: int) -> Generator[Any, int, None]:
        """A stream that begins some frames of MP3 before the wanted frame; what comes too early is left out."""
        of_mp3 = self._frames
        wanted = frame + of_mp3.delay
        number, place = of_mp3.place(max(0, wanted // of_mp3.samples - _BEFORE))
        self._end_stream()
        self._bytes = _FrameBytes(of_mp3.head, of_mp3.frames_from(place))  # miniaudio does not keep it alive
        stream: Generator[Any, int, None] = miniaudio.stream_any(
            self._bytes, miniaudio.FileFormat.MP3, miniaudio.SampleFormat.SIGNED16, CHANNELS, self.sample_rate, _AT_ONCE
        )
        _pulled(stream, wanted - (number - 1) * of_mp3.samples)  # the silent frame is one more
        return stream

    def _end_stream(self) -> None:
        if self._stream is not None:
            self._stream.close()
            self._stream = None

    def close(self) -> None:
        """Let go of the file."""
        self._end_stream()
        self._file.close()


def _pulled(stream: Generator[Any, int, None], frames: int) -> bytes:
    """The next frames of one of miniaudio's streams; fewer at its end. Raises miniaudio.MiniaudioError."""
    parts: list[bytes] = []
    while frames > 0:
        try:
            parts.append(stream.send(min(frames, _AT_ONCE)).tobytes())
        except StopIteration:
            break
        frames -= len(parts[-1]) // FRAME_BYTES
    return b"".join(parts)


class _FrameBytes(miniaudio.StreamableSource):  # type: ignore[misc]
    """The bytes of frames, after a silent frame of our own.

    A frame that needs bits of frames before the first one would give no sound, and all after it would be early. The
    silent frame has as many bits to give as any may need.
    """

    def __init__(self, head: bytes, frames: Iterator[bytes]) -> None:
        self._first = self._rest = _silent_frame(head)
        self._frames = frames

    def read(self, num_bytes: int) -> bytes:
        """The next bytes, at most `num_bytes`; none at the end."""
        while len(self._rest) < num_bytes and (more := next(self._frames, b"")):
            self._rest += more
        part, self._rest = self._rest[:num_bytes], self._rest[num_bytes:]
        return part

    def seek(self, offset: int, origin: miniaudio.SeekOrigin) -> bool:
        """Back to the start, after a look at the first bytes; nowhere else."""
        looked_at = len(self._first) - len(self._rest)
        if offset or origin is not miniaudio.SeekOrigin.START or not 0 <= looked_at < len(self._first):
            return False
        self._rest = self._first
        return True


def _silent_frame(head: bytes) -> bytes:
    """A silent frame of the highest bit rate like that of which `head` is the header."""
    start = bytes((0xFF, head[1] | 1, 0xE0 | head[2] & 0x0C, head[3]))
    found = header(start)
    assert found is not None
    return start + bytes(found.size - len(start))
