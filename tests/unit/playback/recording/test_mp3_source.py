"""MP3 is read exactly at each place, and its length told right, with a tag and without one, in one piece and joined."""

from __future__ import annotations

import random
from array import array
from pathlib import Path
from typing import Any

import miniaudio
import pytest

from tests.support.sound_files import encoded, noise, sound_of
from tui_reader.errors import ReaderError
from tui_reader.playback.recording.mp3_frames import header
from tui_reader.playback.recording.mp3_source import Mp3Source
from tui_reader.playback.recording.open_sound import open_sound

UNTAGGED: Any = {"write_xing": "0", "id3v2_version": "0"}


def mp3(path: Path, seconds: float = 4, rate: int = 22_050, layout: str = "mono", **options: Any) -> Path:
    return encoded(path, noise(seconds, rate), "mp3", "libmp3lame", rate, layout, **options)


def length(path: Path) -> int:
    """Frames in a sound file."""
    with sound_of(path) as source:
        return source.frames


def decoded(path: Path, rate: int) -> bytes:
    """All of it, by miniaudio from the beginning."""
    return b"".join(
        part.tobytes() for part in miniaudio.stream_file(str(path), miniaudio.SampleFormat.SIGNED16, 2, rate)
    )


@pytest.mark.parametrize(
    ("rate", "layout"), [(8_000, "mono"), (22_050, "stereo"), (44_100, "mono"), (48_000, "stereo")]
)
def test_each_place_sounds_as_if_all_before_it_had_been_decoded(rate: int, layout: str, tmp_path: Path) -> None:
    path = mp3(tmp_path / "talk.mp3", 4, rate, layout, **UNTAGGED)
    sound = decoded(path, rate)
    with sound_of(path) as source:
        assert isinstance(source, Mp3Source)
        assert source.frames == len(sound) // 4
        for place in random.Random(5).sample(range(source.frames - 3000), 12):
            assert source.read(place, 2000) == sound[4 * place : 4 * place + 8000]
            assert source.read(place + 2000, 100) == sound[4 * place + 8000 : 4 * place + 8400]


def test_the_silence_of_the_encoder_is_left_out_where_a_tag_tells_it(tmp_path: Path) -> None:
    samples = noise(4, 22_050)
    with sound_of(mp3(tmp_path / "talk.mp3")) as source:
        assert source.frames == len(samples)
        middle = array("h", source.read(30_000, 300))[::2]
        wanted = samples[30_000:30_300]
        assert sum(abs(one - other) for one, other in zip(middle, wanted, strict=True)) < 0.5 * sum(map(abs, wanted))


def test_joined_files_with_tags_between_them_are_one_sound(tmp_path: Path) -> None:
    one = mp3(tmp_path / "one.mp3", 2, **UNTAGGED).read_bytes()
    tag = b"ID3\x03\x00\x00\x00\x00\x02\x00" + bytes(256)
    path = tmp_path / "both.mp3"
    path.write_bytes(tag + one + tag + one + b"TAG" + bytes(125))
    with sound_of(path) as source:
        assert source.frames == 2 * length(tmp_path / "one.mp3")
        assert len(source.read(source.frames - 1000, 2000)) == 4000


def test_a_recording_of_a_stream_begins_in_the_middle_of_a_frame(tmp_path: Path) -> None:
    whole = mp3(tmp_path / "whole.mp3", **UNTAGGED)
    cut = tmp_path / "cut.mp3"
    cut.write_bytes(whole.read_bytes()[50:-50])
    assert length(whole) - length(cut) == 2 * 576


def test_a_file_that_was_cut_has_the_length_of_what_is_left(tmp_path: Path) -> None:
    path = mp3(tmp_path / "talk.mp3", 8)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with sound_of(path) as source:
        assert source.frames == pytest.approx(4 * 22_050, abs=2000)
        assert len(source.read(source.frames - 1000, 2000)) == 4000


@pytest.mark.parametrize("seconds", [0.2, 4])
def test_a_file_that_was_cut_behind_its_tag_has_no_sound(seconds: float, tmp_path: Path) -> None:
    path = mp3(tmp_path / "talk.mp3", seconds, id3v2_version="0")
    data = path.read_bytes()
    found = header(data[:4])
    assert found and b"Info" in data[: found.size]
    path.write_bytes(data[: found.size])
    with pytest.raises(ReaderError, match="has no sound in it"):
        open_sound(path)
