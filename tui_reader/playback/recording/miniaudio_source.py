"""Sound files of WAV, FLAC and Ogg Vorbis, by miniaudio, whose seeks are exact to the frame.

Its decoders are called themselves: `miniaudio.stream_file` chooses one by the file's name, and where that misleads it
looks through the whole file.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any, BinaryIO

import miniaudio
from miniaudio import FileFormat, SampleFormat, ffi, lib

from tui_reader.playback.recording.sound_source import whole
from tui_reader.tts.samples import CHANNELS, FRAME_BYTES

_FORMS = {
    "wav": (FileFormat.WAV, miniaudio.wav_get_file_info),
    "flac": (FileFormat.FLAC, miniaudio.flac_get_file_info),
    "vorbis": (FileFormat.VORBIS, miniaudio.vorbis_get_file_info),
}


class MiniaudioSource:
    """A `SoundSource` by miniaudio."""

    KINDS = frozenset(_FORMS)
    """What it reads; "flac" also in Ogg."""

    def __init__(self, file: BinaryIO, path: Path, kind: str) -> None:
        """`kind` is one of KINDS. Raises miniaudio.MiniaudioError where miniaudio cannot read it."""
        self._file, self._path, self._decoder = file, path, None
        same = f"/proc/self/fd/{file.fileno()}"  # on Linux: also when the file is renamed, removed or replaced
        name = same if Path(same).exists() else str(path)
        form, information = _FORMS[kind]
        try:
            info = information(name)
        except ZeroDivisionError:
            raise miniaudio.DecodeError("a sample rate of 0") from None
        self.sample_rate: int = info.sample_rate
        self.frames: int = info.num_frames
        if kind == "wav" and info.sample_width:  # a stream that was saved promises more than there is
            self.frames = min(self.frames, os.fstat(file.fileno()).st_size // (info.nchannels * info.sample_width))
        if self.frames <= 0 or self.sample_rate <= 0:
            raise miniaudio.DecodeError("does not tell its length")
        self._decoder = _decoder(name, form, self.sample_rate)
        self._place = 0

    def read(self, frame: int, frames: int) -> bytes:
        """As `SoundSource.read`."""
        frames = min(frames, self.frames - frame)
        if frames <= 0:
            return b""
        sound = b""
        if frame == self._place or lib.ma_decoder_seek_to_pcm_frame(self._decoder, frame) == lib.MA_SUCCESS:
            buffer, count = ffi.new("char[]", frames * FRAME_BYTES), ffi.new("ma_uint64 *")
            lib.ma_decoder_read_pcm_frames(self._decoder, buffer, frames, count)
            sound = bytes(ffi.buffer(buffer, count[0] * FRAME_BYTES))
            self._place = frame + count[0]
        return whole(sound, self, frame, self._path)

    def close(self) -> None:
        """Let go of the file."""
        if self._decoder is not None:
            lib.ma_decoder_uninit(self._decoder)
            self._decoder = None
        self._file.close()


def _decoder(name: str, form: FileFormat, sample_rate: int) -> Any:
    """An open decoder of 16-bit stereo. Raises miniaudio.MiniaudioError."""
    decoder = ffi.new("ma_decoder *")
    config = lib.ma_decoder_config_init(SampleFormat.SIGNED16.value, CHANNELS, sample_rate)
    config.encodingFormat = form.value
    if sys.platform == "win32":
        result = lib.ma_decoder_init_file_w(ffi.new("wchar_t[]", name), ffi.addressof(config), decoder)
    else:
        result = lib.ma_decoder_init_file(os.fsencode(name), ffi.addressof(config), decoder)
    if result != lib.MA_SUCCESS:
        raise miniaudio.DecodeError("cannot be decoded", result)
    return decoder
