"""Files of sound as a system's speech writes them."""

from __future__ import annotations

import struct
import wave
from array import array
from pathlib import Path

import pytest

from tui_reader.tts.sound_file import SoundFileError, read_mono, read_sound

TONES = array("h", [0, 1000, -1000, 32767, -32768, 7])


def aiff(pcm: bytes, *, channels: int = 1, bits: int = 16, compression: bytes | None = None) -> bytes:
    """An AIFF file at 22,050 Hz, with a chunk of odd length before the sound."""
    rate = bytes.fromhex("400dac44000000000000")  # 22,050 as an 80-bit float
    common = struct.pack(">hIh", channels, len(pcm) * 8 // bits // channels, bits) + rate
    if compression:
        common += compression + b"\x00\x00"
    chunks = b"".join(
        name + struct.pack(">I", len(body)) + body + bytes(len(body) % 2)
        for name, body in ((b"COMM", common), (b"NAME", b"odd"), (b"SSND", bytes(8) + pcm))
    )
    return b"FORM" + struct.pack(">I", 4 + len(chunks)) + (b"AIFC" if compression else b"AIFF") + chunks


def test_a_wav_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.wav"
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(22050)
        file.writeframes(TONES.tobytes())
    assert read_mono(path, 22050) == TONES.tobytes()
    assert read_sound(path).rate == 22050


@pytest.mark.parametrize("compression", [None, b"NONE", b"sowt"])
def test_an_aiff_file_is_read_whatever_its_name(tmp_path: Path, compression: bytes | None) -> None:
    swapped = array("h", TONES)
    if compression != b"sowt":
        swapped.byteswap()
    path = tmp_path / "a.wav"
    path.write_bytes(aiff(swapped.tobytes(), compression=compression))
    assert read_sound(path).rate == 22050
    assert read_mono(path, 22050) == TONES.tobytes()


def test_aiff_of_one_byte_is_signed(tmp_path: Path) -> None:
    path = tmp_path / "a.aiff"
    path.write_bytes(aiff(bytes([0, 127, 128, 255]), bits=8))
    assert array("h", read_mono(path, 22050)).tolist() == [0, 127 * 256, -32768, -256]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "not a WAV file"),
        (b"RIFF", "not a WAV file"),
        (b"no sound at all, but text", "not a WAV file"),
        (b"FORM1234AIFF", "without sound"),
        (aiff(b"12", compression=b"MAC3"), "MAC3"),
        (aiff(bytes(12), channels=3), "3 channels"),
    ],
)
def test_what_is_no_sound_is_told(tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "a.wav"
    path.write_bytes(data)
    with pytest.raises(SoundFileError, match=message):
        read_mono(path, 22050)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(SoundFileError, match="No such file"):
        read_sound(tmp_path / "none.wav")
