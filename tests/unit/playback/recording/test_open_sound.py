"""Sound files are read where they are wanted, and what is none is told in one line."""

from __future__ import annotations

import os
import wave
from array import array
from pathlib import Path

import pytest

from tui_reader.errors import ReaderError
from tui_reader.playback.recording.open_sound import open_sound
from tui_reader.tts.samples import FRAME_BYTES

RATE = 8000


def counting_wav(path: Path, frames: int, rate: int = RATE) -> Path:
    """A mono WAV file whose frames are their own numbers."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(array("h", range(frames)).tobytes())
    return path


def test_frames_are_read_where_they_are_wanted(tmp_path: Path) -> None:
    source = open_sound(counting_wav(tmp_path / "talk.mp3", 20_000))  # a wrong name does not matter
    assert (source.sample_rate, source.frames) == (RATE, 20_000)
    assert list(array("h", source.read(0, 3))) == [0, 0, 1, 1, 2, 2]
    assert list(array("h", source.read(3, 2))) == [3, 3, 4, 4]
    assert list(array("h", source.read(15_000, 1))) == [15_000, 15_000]
    assert array("h", source.read(2, 18_000))[::2] == array("h", range(2, 18_002))
    assert len(source.read(19_990, 100)) == 10 * FRAME_BYTES
    assert source.read(20_000, 100) == b""
    source.close()
    source.close()


def test_what_is_no_sound_file_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "text.wav").write_text("ANNE: Yes.\n")
    (tmp_path / "empty.wav").touch()
    with pytest.raises(ReaderError, match=r"^text\.wav is not a sound file\."):
        open_sound(tmp_path / "text.wav")
    with pytest.raises(ReaderError, match=r"^empty\.wav is not a sound file\."):
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
