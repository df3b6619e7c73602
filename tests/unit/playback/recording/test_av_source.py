"""Sound of all forms is found at the right place, however the container seeks."""

from __future__ import annotations

from array import array
from pathlib import Path

import pytest

from tests.support.sound_files import RATE, encoded, lag, noise, sound_of, whole
from tui_reader.errors import EngineError, ReaderError
from tui_reader.playback.recording.av_source import AvSource
from tui_reader.playback.recording.open_sound import open_sound

PLACES = (0, 7, 1_000, 30_001, 46_000, 5_000)


@pytest.mark.parametrize(
    ("form", "codec"),
    [
        ("aiff", "pcm_s16be"),
        ("ipod", "alac"),
        ("w64", "pcm_s16le"),
        ("mov", "pcm_s16le"),
    ],
)
def test_lossless_forms_are_read_exactly(form: str, codec: str, tmp_path: Path) -> None:
    samples = noise(3)
    with sound_of(encoded(tmp_path / "sound", samples, form, codec)) as source:
        assert isinstance(source, AvSource)
        assert (source.sample_rate, source.frames) == (RATE, len(samples))
        for place in PLACES:
            read = array("h", source.read(place, 500))
            assert (read[::2], read[1::2]) == (samples[place : place + 500], samples[place : place + 500])
        assert source.read(source.frames - 10, 100)[::4] == bytes(byte & 255 for byte in samples[-10:])
        source.close()


@pytest.mark.parametrize(
    ("form", "codec", "rate", "within"),
    [
        ("ipod", "aac", 16_000, 0), ("adts", "aac", 16_000, 0), ("matroska", "aac", 16_000, 16),
        ("mpegts", "aac", 16_000, 0), ("ogg", "libopus", 48_000, 0), ("webm", "libopus", 48_000, 48),
        ("mp2", "mp2", 16_000, 0), ("asf", "wmav2", 44_100, 45),
    ],
)  # fmt: skip
def test_other_forms_are_at_the_same_place_after_a_seek(
    form: str, codec: str, rate: int, within: int, tmp_path: Path
) -> None:
    """`within` a millisecond, where the container tells times to the millisecond."""
    with sound_of(encoded(tmp_path / "sound", noise(3, rate), form, codec, rate)) as source:
        assert isinstance(source, AvSource)
        assert source.frames == pytest.approx(3 * rate, abs=rate * 0.15)
        sound = whole(source)[::2]
        assert len(sound) == pytest.approx(source.frames, abs=rate * 0.1)
        for place in (rate // 2, 2 * rate, rate + 77):
            assert abs(lag(array("h", source.read(place, 400))[::2], sound, place, within + 20)) <= within


def test_more_than_two_channels_are_mixed_to_two(tmp_path: Path) -> None:
    with sound_of(encoded(tmp_path / "sound.mka", noise(1), "matroska", "pcm_s16le", layout="5.1")) as source:
        assert len(source.read(0, 1000)) == 4000


def test_a_gap_in_the_times_is_silence(tmp_path: Path) -> None:
    import av

    samples, hour = noise(0.5), 3600 * RATE
    with av.open(str(tmp_path / "talk.mka"), "w", format="matroska") as container:
        audio = container.add_stream("pcm_s16le", rate=RATE, layout="mono")
        for start in (0, hour):
            frame = av.AudioFrame("s16", "mono", len(samples))
            frame.planes[0].update(samples.tobytes())
            frame.sample_rate, frame.pts = RATE, start
            container.mux(audio.encode(frame))
    with sound_of(tmp_path / "talk.mka") as source:
        assert source.frames == hour + len(samples)
        assert array("h", source.read(100, 8000))[::2] == samples[100:] + array("h", bytes(200))
        assert source.read(hour // 2, 100) == bytes(400)
        assert array("h", source.read(hour - 10, 100))[::2] == array("h", bytes(20)) + samples[:90]


def test_the_sound_of_a_video_begins_where_the_video_says(tmp_path: Path) -> None:
    import av

    with av.open(str(tmp_path / "talk.mkv"), "w", format="matroska") as container:
        video = container.add_stream("mpeg4", rate=10)
        video.width = video.height = 32
        audio = container.add_stream("pcm_s16le", rate=RATE, layout="mono")
        for number in range(10):
            picture = av.VideoFrame(32, 32, "yuv420p")
            picture.pts = number
            container.mux(video.encode(picture))
        samples = noise(0.5)
        frame = av.AudioFrame("s16", "mono", len(samples))
        frame.planes[0].update(samples.tobytes())
        frame.sample_rate, frame.pts = RATE, RATE // 4
        container.mux(audio.encode(frame))
        container.mux([*video.encode(None), *audio.encode(None)])
    with sound_of(tmp_path / "talk.mkv") as source:
        assert source.read(0, RATE // 4) == bytes(RATE)
        assert array("h", source.read(RATE // 4, 100))[::2] == samples[:100]
        assert array("h", source.read(RATE // 4 - 10, 100))[20::2] == samples[:90]


def test_a_video_without_sound_is_told(tmp_path: Path) -> None:
    import av

    with av.open(str(tmp_path / "mute.mp4"), "w", format="mp4") as container:
        video = container.add_stream("mpeg4", rate=10)
        video.width = video.height = 32
        container.mux([*video.encode(av.VideoFrame(32, 32, "yuv420p")), *video.encode(None)])
    with pytest.raises(ReaderError, match=r"^mute\.mp4 has no sound\.$"):
        open_sound(tmp_path / "mute.mp4")


def test_a_file_that_was_cut_is_told_when_its_end_comes(tmp_path: Path) -> None:
    path = encoded(tmp_path / "talk.aiff", noise(3), "aiff", "pcm_s16be")
    with sound_of(path) as source:
        with path.open("r+b") as file:
            file.truncate(path.stat().st_size // 2)
        assert source.read(10, 10)
        with pytest.raises(
            EngineError, match=r"^talk\.aiff has no sound from 0:01 on: it was cut short or is damaged\.$"
        ):
            source.read(30_000, 10)


def test_without_its_index_an_m4a_file_is_told(tmp_path: Path) -> None:
    path = encoded(tmp_path / "talk.m4a", noise(1), "ipod", "aac")
    path.write_bytes(path.read_bytes()[:2000])
    with pytest.raises(ReaderError, match=r"^talk\.m4a cannot be read as sound"):
        open_sound(path)
