"""Sound files of WAV, FLAC, MP3 and Ogg Vorbis, by miniaudio."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import Any

from tui_reader.errors import EngineError
from tui_reader.tts.samples import CHANNELS, FRAME_BYTES

AT_ONCE = 16384
"""Frames that miniaudio's streams give at once, at most."""
_INFO = {
    "wav": "wav_get_file_info",
    "flac": "flac_get_file_info",
    "mp3": "mp3_get_file_info",
    "vorbis": "vorbis_get_file_info",
}


class MiniaudioSource:
    """A `SoundSource` by miniaudio, whose seeks are exact to the frame."""

    def __init__(self, path: Path, kind: str) -> None:
        """`kind` as `sound_kind.kind_of` says. Raises miniaudio.MiniaudioError; ImportError without miniaudio."""
        import miniaudio

        self._miniaudio = miniaudio
        self._path = path
        info = getattr(miniaudio, _INFO[kind])(str(path))
        self.sample_rate: int = info.sample_rate
        self.frames: int = info.num_frames
        self._place = 0
        self._stream: Generator[Any, int, None] | None = self._opened(0)

    def _opened(self, frame: int) -> Generator[Any, int, None]:
        miniaudio = self._miniaudio
        stream: Generator[Any, int, None] = miniaudio.stream_file(
            str(self._path), miniaudio.SampleFormat.SIGNED16, CHANNELS, self.sample_rate, AT_ONCE, seek_frame=frame
        )
        return stream

    def read(self, frame: int, frames: int) -> bytes:
        """As `SoundSource.read`."""
        frames = min(frames, self.frames - frame)
        if frames <= 0:
            return b""
        try:
            if frame != self._place or self._stream is None:
                self.close()
                self._stream, self._place = self._opened(frame), frame
            return self._taken(self._stream, frames)
        except self._miniaudio.MiniaudioError as error:
            raise EngineError(f"{self._path.name} cannot be read as sound any more ({error.args[0]}).") from None

    def _taken(self, stream: Generator[Any, int, None], frames: int) -> bytes:
        parts: list[bytes] = []
        while frames > 0:
            try:
                part = stream.send(min(frames, AT_ONCE)).tobytes()
            except StopIteration:
                break
            parts.append(part)
            self._place += len(part) // FRAME_BYTES
            frames -= len(part) // FRAME_BYTES
        return b"".join(parts)

    def close(self) -> None:
        """Let go of the file."""
        if self._stream is not None:
            self._stream.close()
            self._stream = None
