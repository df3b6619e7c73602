"""Sound files of WAV, FLAC and Ogg Vorbis, by miniaudio, whose seeks are exact to the frame."""

from __future__ import annotations

import os
from collections.abc import Generator
from pathlib import Path
from typing import Any, BinaryIO

import miniaudio

from tui_reader.playback.recording.sound_source import whole
from tui_reader.tts.samples import CHANNELS, FRAME_BYTES

AT_ONCE = 16384
"""Frames that miniaudio's streams give at once, at most."""
_INFO = {
    "wav": miniaudio.wav_get_file_info,
    "flac": miniaudio.flac_get_file_info,
    "vorbis": miniaudio.vorbis_get_file_info,
}


class MiniaudioSource:
    """A `SoundSource` by miniaudio."""

    KINDS = frozenset(_INFO)
    """What it reads; "flac" also in Ogg."""

    def __init__(self, file: BinaryIO, path: Path, kind: str) -> None:
        """`kind` is one of KINDS. Raises miniaudio.MiniaudioError where miniaudio cannot read it."""
        self._file, self._path = file, path
        same = f"/proc/self/fd/{file.fileno()}"  # on Linux: also when the file is renamed, removed or replaced
        self._name = same if Path(same).exists() else str(path)
        info = _INFO[kind](self._name)
        self.sample_rate: int = info.sample_rate
        self.frames: int = info.num_frames
        if kind == "wav" and info.sample_width:  # a stream that was saved promises more than there is
            self.frames = min(self.frames, os.fstat(file.fileno()).st_size // (info.nchannels * info.sample_width))
        if self.frames <= 0 or self.sample_rate <= 0:
            raise miniaudio.DecodeError("does not tell its length")
        self._place = 0
        self._stream: Generator[Any, int, None] | None = self._opened(0)

    def _opened(self, frame: int) -> Generator[Any, int, None]:
        stream: Generator[Any, int, None] = miniaudio.stream_file(
            self._name, miniaudio.SampleFormat.SIGNED16, CHANNELS, self.sample_rate, AT_ONCE, seek_frame=frame
        )
        return stream

    def read(self, frame: int, frames: int) -> bytes:
        """As `SoundSource.read`."""
        frames = min(frames, self.frames - frame)
        if frames <= 0:
            return b""
        try:
            if frame != self._place or self._stream is None:
                self._end_stream()
                self._stream = self._opened(frame)
            sound = pulled(self._stream, frames)
            self._place = frame + len(sound) // FRAME_BYTES
        except miniaudio.MiniaudioError:
            sound = b""
        return whole(sound, self, frame, self._path)

    def _end_stream(self) -> None:
        if self._stream is not None:
            self._stream.close()
            self._stream = None

    def close(self) -> None:
        """Let go of the file."""
        self._end_stream()
        self._file.close()


def pulled(stream: Generator[Any, int, None], frames: int) -> bytes:
    """The next frames of one of miniaudio's streams; fewer at its end. Raises miniaudio.MiniaudioError."""
    parts: list[bytes] = []
    while frames > 0:
        try:
            parts.append(stream.send(min(frames, AT_ONCE)).tobytes())
        except StopIteration:
            break
        frames -= len(parts[-1]) // FRAME_BYTES
    return b"".join(parts)
