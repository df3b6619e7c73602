"""Reading the sound files that a system's speech writes: WAV, and the AIFF that macOS writes under any name."""

from __future__ import annotations

import struct
import sys
import wave
from pathlib import Path

from tui_reader.named_tuple import NamedTuple
from tui_reader.tts.samples import byteswap, to_mono


class SoundFileError(Exception):
    """The file is not sound that can be read; the message says why."""


class SoundData(NamedTuple):
    """The sound of a file, as it is there."""

    pcm: bytes
    """Little-endian samples; unsigned where they are one byte."""
    width: int
    """Bytes of a sample."""
    channels: int
    rate: int
    """Hz."""


def read_mono(path: Path, sample_rate: int) -> bytes:
    """The file's sound as 16-bit mono at that rate. Raises SoundFileError."""
    recording = read_sound(path)
    if recording.channels > 2:
        raise SoundFileError(f"{recording.channels} channels")
    return to_mono(recording.pcm, recording.width, recording.channels, recording.rate, sample_rate)


def read_sound(path: Path) -> SoundData:
    """The sound in a WAV or AIFF file. Raises SoundFileError."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise SoundFileError(error.strerror or str(error)) from error
    if data[:4] == b"FORM":
        return _aiff(data)
    try:
        with wave.open(str(path), "rb") as file:
            return SoundData(
                file.readframes(file.getnframes()), file.getsampwidth(), file.getnchannels(), file.getframerate()
            )
    except (wave.Error, EOFError) as error:
        raise SoundFileError(f"not a WAV file ({error or 'it ends early'})") from error


def _aiff(data: bytes) -> SoundData:
    """AIFF, and AIFF-C without compression ("NONE", or "sowt", which is little-endian).

    Format: Apple, Audio Interchange File Format AIFF-C, 1991. The standard library's own reader went with Python 3.13.
    """
    chunks: dict[bytes, bytes] = {}
    at = 12
    while at + 8 <= len(data):
        size = int.from_bytes(data[at + 4 : at + 8], "big")
        chunks.setdefault(data[at : at + 4], data[at + 8 : at + 8 + size])
        at += 8 + size + size % 2
    common, sound = chunks.get(b"COMM", b""), chunks.get(b"SSND", b"")
    if len(common) < 18 or len(sound) < 8:
        raise SoundFileError("an AIFF file without sound")
    channels, _, bits = struct.unpack(">hIh", common[:8])
    compression = common[18:22] if data[8:12] == b"AIFC" else b"NONE"
    if compression not in {b"NONE", b"sowt"} or bits not in {8, 16, 24, 32}:
        raise SoundFileError(f"AIFF of {bits} bits as {compression.decode('latin-1')!r}, which is not read")
    exponent, mantissa = struct.unpack(">HQ", common[8:18])  # the rate is an 80-bit float
    pcm, width = sound[8:], bits // 8
    if width == 1:
        pcm = bytes(sample ^ 0x80 for sample in pcm)
    elif compression == b"NONE" and sys.byteorder == "little":
        pcm = byteswap(pcm, width)
    return SoundData(pcm, width, channels, round(mantissa * 2.0 ** (exponent - 16383 - 63)))
