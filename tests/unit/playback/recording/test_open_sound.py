"""Sound files are read where they are wanted, and what is none is told in one line."""

from __future__ import annotations

import math
import os
import struct
import sys
from array import array
from pathlib import Path

import pytest

from tests.support.sound_files import RATE, encoded, noise, sound_of, wav, whole
from tui_reader.errors import ReaderError
from tui_reader.playback.recording.av_source import AvSource
from tui_reader.playback.recording.miniaudio_source import MiniaudioSource
from tui_reader.playback.recording.open_sound import open_sound
from tui_reader.playback.recording.vorbis_trial import can_be_read
from tui_reader.tts.samples import FRAME_BYTES


def test_frames_are_read_where_they_are_wanted(tmp_path: Path) -> None:
    with sound_of(wav(tmp_path / "talk.mp3", array("h", range(20_000)))) as source:  # a wrong name does not matter
        assert (source.sample_rate, source.frames) == (RATE, 20_000)
        assert list(array("h", source.read(0, 3))) == [0, 0, 1, 1, 2, 2]
        assert list(array("h", source.read(3, 2))) == [3, 3, 4, 4]
        assert list(array("h", source.read(15_000, 1))) == [15_000, 15_000]
        assert array("h", source.read(2, 18_000))[::2] == array("h", range(2, 18_002))
        assert len(source.read(19_990, 100)) == 10 * FRAME_BYTES
        assert source.read(20_000, 100) == b""
        source.close()  # twice is no error


@pytest.mark.parametrize(
    "codec", ["pcm_u8", "pcm_s24le", "pcm_s32le", "pcm_f32le", "pcm_f64le", "pcm_mulaw", "pcm_alaw"]
)
@pytest.mark.parametrize("rate", [8_000, 192_000])
def test_all_kinds_of_wav(codec: str, rate: int, tmp_path: Path) -> None:
    samples = noise(0.1, rate)
    with sound_of(encoded(tmp_path / "talk.wav", samples, "wav", codec, rate)) as source:
        assert (source.sample_rate, source.frames) == (rate, len(samples))
        read = array("h", source.read(200, 300))
    assert read[::2] == read[1::2]
    assert max(abs(one - other) for one, other in zip(read[::2], samples[200:500], strict=True)) <= 260


def test_a_header_that_promises_more_than_there_is_is_not_believed(tmp_path: Path) -> None:
    path = wav(tmp_path / "talk.wav", noise(2))
    path.write_bytes(path.read_bytes()[:40] + b"\xff\xff\xff\x7f" + path.read_bytes()[44:])
    with sound_of(path) as source:
        assert source.frames == pytest.approx(2 * RATE, abs=22)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere an open file cannot be replaced, or is another then")
@pytest.mark.parametrize(
    ("form", "codec"), [("wav", "pcm_s16le"), ("mp3", "libmp3lame"), ("ipod", "alac"), ("ogg", "vorbis")]
)
def test_a_file_that_is_replaced_or_removed_meanwhile_is_read_on(form: str, codec: str, tmp_path: Path) -> None:
    path = encoded(tmp_path / "talk", noise(2), form, codec, layout="stereo")
    with sound_of(path) as source:
        wanted = source.read(20_000, 100)
        source.read(0, 10)
        path.unlink()
        path.write_text("Another.")
        assert source.read(20_000, 100) == wanted


def test_vorbis_is_tried_in_another_process_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = encoded(tmp_path / "talk", noise(1), "ogg", "vorbis", layout="stereo")
    assert can_be_read(str(path))
    path.write_bytes(path.read_bytes()[:50])
    assert not can_be_read(str(path))
    monkeypatch.setitem(sys.modules, "tui_reader.playback.recording.av_source", None)
    with pytest.raises(ReaderError, match=r"^talk needs PyAV to be heard"):
        open_sound(path)


def test_without_pyav_other_forms_say_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    m4a = encoded(tmp_path / "talk.m4a", noise(0.1), "ipod", "aac")
    damaged = tmp_path / "talk.wav"
    damaged.write_bytes(b"RIFF    WAVEnothing more")
    monkeypatch.setitem(sys.modules, "tui_reader.playback.recording.av_source", None)
    with pytest.raises(
        ReaderError, match=r"^talk\.m4a needs PyAV to be heard: pip install 'tui-reader\[recording\]'\.$"
    ):
        open_sound(m4a)
    with pytest.raises(ReaderError, match=r"^talk\.wav is damaged, or needs PyAV to be heard"):
        open_sound(damaged)


def test_without_miniaudio_pyav_reads_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = wav(tmp_path / "talk.wav", noise(1))
    for name in ("miniaudio", "tui_reader.playback.recording.miniaudio_source"):
        monkeypatch.setitem(sys.modules, name, None)
    with sound_of(path) as source:
        assert isinstance(source, AvSource)
        assert array("h", source.read(9000, 100))[::2] == noise(1)[9000:9100]


def test_vorbis_is_exact(tmp_path: Path) -> None:
    with sound_of(encoded(tmp_path / "talk", noise(3), "ogg", "vorbis", layout="stereo")) as source:
        assert isinstance(source, MiniaudioSource)
        sound = whole(source)
        assert len(sound) == 2 * source.frames
        for place in (20_001, 5_003, 40_000):
            assert array("h", source.read(place, 500)) == sound[2 * place : 2 * place + 1000]


def test_floats_that_are_no_numbers_are_read_as_something(tmp_path: Path) -> None:
    path = encoded(tmp_path / "talk.wav", noise(0.1), "wav", "pcm_f32le")
    path.write_bytes(path.read_bytes()[:-400] + struct.pack("<4f", math.nan, math.inf, -math.inf, 1e30) * 25)
    with sound_of(path) as source:
        assert len(source.read(source.frames - 100, 100)) == 100 * FRAME_BYTES


def test_what_is_no_sound_file_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "text.wav").write_text("ANNE: Yes.\n")
    (tmp_path / "empty.wav").touch()
    with pytest.raises(ReaderError, match=r"^text\.wav is not a sound file that can be read: name one such as MP3"):
        open_sound(tmp_path / "text.wav")
    with pytest.raises(ReaderError, match=r"^empty\.wav is not a sound file that can be read: name one such as MP3"):
        open_sound(tmp_path / "empty.wav")
    with pytest.raises(ReaderError, match="No such file or directory"):
        open_sound(tmp_path / "gone.wav")
    with pytest.raises(ReaderError, match=r"is not a file|denied"):
        open_sound(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no fifos here")
def test_a_fifo_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo.wav")
    with pytest.raises(ReaderError, match="is not a file"):
        open_sound(tmp_path / "fifo.wav")
