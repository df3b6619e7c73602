"""Opening a sound file: which reader is for it, and what is said where there is none."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from tui_reader.errors import ReaderError
from tui_reader.playback.recording.miniaudio_source import MiniaudioSource
from tui_reader.playback.recording.sound_kind import HEAD, id3_length, is_vorbis, kind_of
from tui_reader.playback.recording.sound_source import SoundSource

_KINDS_BY_MINIAUDIO = {"wav", "flac", "mp3", "vorbis"}


def open_sound(path: Path) -> SoundSource:
    """The sound of the file at `path`, of which nothing is decoded yet.

    Its bytes decide how it is read, not its name. Raises ReaderError, with one line: what is wrong and what to do.
    """
    kind = _kind(path)
    if not kind:
        raise ReaderError(
            f"{path.name} is not a sound file. Name one of the forms WAV, FLAC, MP3, Ogg, M4A or another."
        )
    if kind not in _KINDS_BY_MINIAUDIO:
        raise ReaderError(f"{path.name} needs PyAV to be heard: pip install 'tui-reader[recording]'.")
    try:
        import miniaudio
    except ImportError:
        raise ReaderError("Recordings need miniaudio or PyAV: pip install 'tui-reader[recording]'.") from None
    try:
        return MiniaudioSource(path, kind)
    except miniaudio.MiniaudioError as error:
        raise ReaderError(f"{path.name} cannot be read as sound ({error.args[0]}): is it whole?") from None


def _kind(path: Path) -> str:
    """The kind of a regular file by its bytes. Raises ReaderError where it cannot be read, or is not a regular file."""
    try:
        # A pipe would make the opening wait for its writer.
        file = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except OSError as error:
        raise ReaderError(f"{path}: {error.strerror}.") from None
    if not stat.S_ISREG(os.fstat(file).st_mode):
        os.close(file)
        raise ReaderError(f"{path} is not a file. Name a sound file.")
    with os.fdopen(file, "rb") as opened:
        head = opened.read(HEAD)
        if after := id3_length(head):
            opened.seek(after)
            head = opened.read(HEAD)
    kind = kind_of(head)
    return "vorbis" if kind == "ogg" and is_vorbis(head) else kind
