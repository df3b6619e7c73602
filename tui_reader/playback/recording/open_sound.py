"""Opening a sound file: which library reads it, and what is said where none can."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import BinaryIO

from tui_reader.errors import ReaderError
from tui_reader.playback.recording.mp3_frames import SEARCHED, first_frame
from tui_reader.playback.recording.sound_kind import id3_length, in_ogg, kind_of
from tui_reader.playback.recording.sound_source import SoundSource
from tui_reader.playback.recording.vorbis_trial import can_be_read

_INSTALL = "pip install 'tui-reader[recording]'"

_BY_MINIAUDIO = {"wav", "flac", "mp3"}


def open_sound(path: Path) -> SoundSource:
    """The sound of the file at `path`, of which next to nothing is decoded yet.

    Its bytes decide how it is read, not its name. miniaudio is first: its seeks are exact in every file. Raises
    ReaderError, with one line: what is wrong and what to do.
    """
    file = _opened(path)
    try:
        kind, first_mp3_frame = _kind(file)
        if not kind:
            raise ReaderError(f"{path.name} is not a sound file that can be read: name one such as MP3, WAV or M4A.")
        source = _by_miniaudio(file, path, kind, first_mp3_frame) or _by_pyav(file, path, kind)
    except OSError as error:
        file.close()
        raise ReaderError(f"{path.name} cannot be read: {error.strerror or error}.") from None
    except ReaderError:
        file.close()
        raise
    if source.frames <= 0:
        source.close()
        raise ReaderError(f"{path.name} has no sound in it: is it whole?")
    return source


def is_sound(path: Path) -> bool:
    """Whether a file begins as sound does; no library is loaded for that, and it may be damaged further on."""
    try:
        with _opened(path) as file:
            return bool(_kind(file)[0])
    except (OSError, ReaderError):
        return False


def _opened(path: Path) -> BinaryIO:
    """A regular file, open. Raises ReaderError."""
    try:
        # Without O_NONBLOCK a pipe would wait for its writer.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except OSError as error:
        raise ReaderError(f"{path} cannot be read: {error.strerror}.") from None
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise ReaderError(f"{path} is not a file: name a sound file.")
    return os.fdopen(descriptor, "rb")


def _kind(file: BinaryIO) -> tuple[str, int]:
    """FFmpeg's demuxer for a file, and where its first frame of MP3 is; -1 for other forms."""
    head = file.read(SEARCHED)
    start = id3_length(head)
    if start:
        file.seek(start)
        head = file.read(SEARCHED)
    kind = kind_of(head)
    if kind in {"", "mp3"} and (found := first_frame(head)) >= 0:
        return "mp3", start + found
    return kind, -1


def _by_miniaudio(file: BinaryIO, path: Path, kind: str, first_mp3_frame: int) -> SoundSource | None:
    """The sound by miniaudio; None where it is not installed, or cannot read this."""
    try:
        import miniaudio

        from tui_reader.playback.recording.miniaudio_source import MiniaudioSource
        from tui_reader.playback.recording.mp3_source import Mp3Source
    except ImportError:
        return None
    if first_mp3_frame >= 0:
        return Mp3Source(file, path, first_mp3_frame)
    if kind == "ogg":
        file.seek(0)
        kind = in_ogg(file.read(64))
    if kind not in MiniaudioSource.KINDS or (kind == "vorbis" and not can_be_read(str(path))):
        return None
    try:
        return MiniaudioSource(file, path, kind)
    except miniaudio.MiniaudioError:
        return None


def _by_pyav(file: BinaryIO, path: Path, kind: str) -> SoundSource:
    """The sound by PyAV. Raises ReaderError."""
    try:
        from tui_reader.playback.recording.av_source import AvSource
    except ImportError:
        damaged = "is damaged, or " if kind in _BY_MINIAUDIO else ""
        raise ReaderError(f"{path.name} {damaged}needs PyAV to be heard: {_INSTALL}.") from None
    file.seek(0)
    return AvSource(file, path, kind)
