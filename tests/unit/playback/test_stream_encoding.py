"""Streams of sound: what other programs read of them, and how soon it is there."""

from __future__ import annotations

import io
import math
import struct
import wave
from array import array

import av
import pytest

from tui_reader.playback.stream_encoding import ENCODERS, WavEncoder
from tui_reader.playback.wav_header import HEADER_BYTES
from tui_reader.tts.samples import FRAME_BYTES

RATE = 22_050
BLOCK = 441
"""Frames: 20 ms."""


def tone(seconds: float) -> bytes:
    """440 Hz on both channels."""
    heights = (round(8000 * math.sin(2 * math.pi * 440 * at / RATE)) for at in range(int(seconds * RATE)))
    return array("h", [height for height in heights for _ in range(2)]).tobytes()


def blocks(pcm: bytes) -> list[bytes]:
    return [pcm[at : at + BLOCK * FRAME_BYTES] for at in range(0, len(pcm), BLOCK * FRAME_BYTES)]


def test_the_header_of_a_wav_stream_says_that_its_length_is_not_known() -> None:
    header = WavEncoder(RATE).begin()
    assert len(header) == HEADER_BYTES
    assert struct.unpack("<4sI", header[:8]) == (b"RIFF", 0xFFFFFFFF)
    assert struct.unpack("<4sI", header[36:]) == (b"data", 0xFFFFFFFF)


def test_a_wav_stream_is_read_by_the_standard_library() -> None:
    encoder, pcm = WavEncoder(RATE), tone(0.5)
    stream = encoder.begin() + b"".join(map(encoder.encode, blocks(pcm))) + encoder.end()
    with wave.open(io.BytesIO(stream)) as file:
        assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (RATE, 2, 2)
        assert file.readframes(RATE) == pcm


@pytest.mark.parametrize("name", ENCODERS)
def test_a_stream_is_decoded_whole(name: str) -> None:
    encoder = ENCODERS[name](RATE)
    stream = encoder.begin() + b"".join(map(encoder.encode, blocks(tone(1.5)))) + encoder.end()
    with av.open(io.BytesIO(stream), "r") as container:
        sound = container.streams.audio[0]
        frames = list(container.decode(sound))
    seconds = sum(frame.samples for frame in frames) / sound.rate
    assert seconds == pytest.approx(1.5, abs=0.03)


@pytest.mark.parametrize("name", ENCODERS)
def test_sound_is_sent_within_a_fifth_of_a_second(name: str) -> None:
    encoder = ENCODERS[name](RATE)
    assert encoder.begin()
    sizes = [len(encoder.encode(block)) for block in blocks(tone(2))]
    gaps = "".join("#" if size else "." for size in sizes).split("#")
    assert max(map(len, gaps)) * 20 <= 200
