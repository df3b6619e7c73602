"""The reading as a file of sound: the right one, or none at all."""

from __future__ import annotations

import errno
import os
import resource
import signal
import subprocess
import sys
import time
import wave
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from tests.support.exports import exported, names, rendered
from tui_reader.cli.main import main
from tui_reader.errors import EngineError, ReaderError, UsageError
from tui_reader.export.audio import wav_writer
from tui_reader.tts.tone_engine import ToneEngine

TALK = "A Talk\n\nANNE: Good morning.\n\nBEN: Yes.\n\nANNE: Then we walk.\n"


def opened_in(folder: Path, process: int) -> bool:
    """Whether a process has a file open in a folder, be it without a name."""
    for file in Path(f"/proc/{process}/fd").iterdir():
        with suppress(FileNotFoundError):  # it may be closed between the two looks
            if str(folder) in str(file.readlink()):
                return True
    return False


def test_the_file_is_stereo_at_the_engines_rate_and_as_long_as_the_timeline(talk: Path, folder: Path) -> None:
    done, timeline = exported(talk, folder / "talk.wav"), rendered(talk).timeline
    with wave.open(str(folder / "talk.wav")) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (2, 2, timeline.sample_rate)
        assert file.getnframes() == timeline.frames > 0
    assert [entry.utterance.wording for entry in timeline.entries] == [
        "A Talk", "Good morning.", "Yes.", "Then we walk.",
    ]  # fmt: skip
    assert done.notices == () and names(folder) == ["talk.wav"]


def test_sound_is_where_the_timeline_says_and_the_pauses_are_silent(talk: Path, folder: Path) -> None:
    exported(talk, folder / "talk.wav")
    timeline = rendered(talk).timeline
    with wave.open(str(folder / "talk.wav")) as file:
        pcm = file.readframes(file.getnframes())
    ends = [entry.start for entry in timeline.entries[1:]] + [timeline.frames]
    for entry, following in zip(timeline.entries, ends, strict=True):
        assert any(pcm[4 * entry.start : 4 * entry.end])
        assert not any(pcm[4 * entry.end : 4 * following])


def test_an_export_leaves_the_place_where_it_was(talk: Path, folder: Path, home: Path) -> None:
    exported(talk, folder / "talk.wav")
    from tui_reader.formats import read
    from tui_reader.library import Library, library_path

    library = Library(library_path())
    assert library.place(read(talk).key) is None and library.last_path() is None
    library.close()


def test_the_end_is_told_in_one_line(talk: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(talk), "-o", str(folder / "talk.wav"), "--engine", "tone"]) == 0
    out, err = capsys.readouterr()
    assert out == "" and err.startswith("Wrote ") and err.endswith(" s.\n") and err.count("\n") == 1


class TestPlacesThatCannotBeWritten:
    """One line, the right status, and nothing left behind."""

    @pytest.mark.parametrize("name", ["talk.mp9", "talk", "/dev/full"])
    def test_an_unknown_ending_is_wrong_use_and_names_what_there_is(self, talk: Path, folder: Path, name: str) -> None:
        with pytest.raises(UsageError, match=r"\.wav"):
            exported(talk, folder / name)
        assert names(folder) == []

    def test_a_missing_folder_is_named(self, talk: Path, folder: Path) -> None:
        with pytest.raises(ReaderError, match="nowhere: no such folder"):
            exported(talk, folder / "nowhere" / "talk.wav")

    def test_a_folder_in_place_of_the_file_stays(self, talk: Path, folder: Path) -> None:
        (folder / "talk.wav").mkdir()
        with pytest.raises(ReaderError, match="a folder"):
            exported(talk, folder / "talk.wav")
        assert names(folder) == ["talk.wav"]

    def test_a_device_is_not_replaced(self, talk: Path, folder: Path) -> None:
        (folder / "talk.wav").symlink_to("/dev/full")
        with pytest.raises(ReaderError, match="a device"):
            exported(talk, folder / "talk.wav")
        assert (folder / "talk.wav").is_symlink()

    def test_a_read_only_file_stays(self, talk: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """The system's answer is put in its place, for root may write every file."""
        (folder / "talk.wav").write_bytes(b"old")
        monkeypatch.setattr(os, "access", lambda path, mode: False)
        with pytest.raises(ReaderError, match="read-only"):
            exported(talk, folder / "talk.wav")
        assert (folder / "talk.wav").read_bytes() == b"old"

    def test_a_read_only_file_system_is_told(self, talk: Path) -> None:
        with pytest.raises(ReaderError, match=r"/proc/talk.wav: cannot be written"):
            exported(talk, Path("/proc/talk.wav"))

    def test_a_file_that_may_not_grow_is_one_line_and_leaves_nothing(self, folder: Path) -> None:
        """The system's limit on the size of files makes a write fail in the middle of a real export."""
        run = subprocess.run(
            [sys.executable, "-m", "tui_reader", "export", "-o", folder / "out.wav", "--engine", "tone"],
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000)),
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert run.returncode == 1 and run.stderr.count("tui-reader: ") == 1 and os.strerror(errno.EFBIG) in run.stderr
        assert names(folder) == []


class TestFailuresOnTheWay:
    """Whatever ends an export, the file that was there is there as it was, and no other."""

    def test_an_engine_that_fails(self, talk: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def fail(self: ToneEngine, text: str, *_: Any) -> None:
            raise EngineError("The engine died.")

        monkeypatch.setattr(ToneEngine, "synthesise", fail)
        with pytest.raises(EngineError, match="died"):
            exported(talk, folder / "talk.wav")
        assert names(folder) == []

    def test_more_than_wav_can_hold(self, talk: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(wav_writer, "LARGEST", 10_000)
        with pytest.raises(ReaderError, match="4 GB at most"):
            exported(talk, folder / "talk.wav")
        assert names(folder) == []

    def test_sigterm_in_the_middle(self, tmp_path: Path, folder: Path) -> None:
        path = tmp_path / "long.txt"
        path.write_text("A Talk\n\n" + "ANNE: We walk and walk.\n\nBEN: Yes, we do.\n\n" * 5000)
        program = subprocess.Popen(
            [sys.executable, "-m", "tui_reader", "export", path, "-o", folder / "long.wav", "--engine", "tone"],
            stderr=subprocess.PIPE,
        )  # fmt: skip
        end = time.monotonic() + 20
        while not opened_in(folder, program.pid) and time.monotonic() < end:
            time.sleep(0.01)
        assert opened_in(folder, program.pid) and names(folder) == []
        program.send_signal(signal.SIGTERM)
        _, err = program.communicate(timeout=60)
        assert (program.returncode, names(folder)) == (128 + signal.SIGTERM, []) and b"tui-reader: " not in err


class TestTurns:
    """A part of the reading."""

    def test_from_and_until_are_turns(self, talk: Path) -> None:
        heard = [timed.utterance.wording for timed in rendered(talk, first=2, last=2).timeline.entries]
        assert heard == ["Yes."]

    def test_a_turn_that_there_is_not_is_wrong_use(self, talk: Path) -> None:
        with pytest.raises(UsageError, match=r"--until 9: talk.txt has 3 turns"):
            rendered(talk, last=9)


def test_loudness_of_no_sound_and_unknown_formats_are_wrong_use(talk: Path, folder: Path) -> None:
    with pytest.raises(UsageError, match="no format 'mp9'"):
        exported(talk, folder / "talk", formats=("mp9",))
    assert names(folder) == []
