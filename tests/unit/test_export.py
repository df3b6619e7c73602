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
from pathlib import Path
from typing import Any

import pytest

from tui_reader.cli import main
from tui_reader.errors import EngineError, ReaderError, UsageError
from tui_reader.export import export
from tui_reader.export import wav as wav_module
from tui_reader.export.whole import whole_file
from tui_reader.opening import Options
from tui_reader.speech.tone import ToneEngine

TALK = "A Talk\n\nANNE: Good morning.\n\nBEN: Yes.\n\nANNE: Then we walk.\n"
TONE = Options(engine="tone", speed=4.0)


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    """A short dialogue in a file."""
    path = tmp_path / "talk.txt"
    path.write_text(TALK)
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where exports go: nothing but an export may be found in it."""
    (tmp_path / "out").mkdir()
    return tmp_path / "out"


def names(folder: Path) -> list[str]:
    """What is in a folder."""
    return [path.name for path in folder.iterdir()]


def test_the_file_is_stereo_at_the_engines_rate_and_as_long_as_the_timeline(talk: Path, folder: Path) -> None:
    timeline, notices = export(talk, folder / "talk.wav", TONE)
    with wave.open(str(folder / "talk.wav")) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (2, 2, timeline.sample_rate)
        assert file.getnframes() == timeline.frames > 0
    assert [entry.utterance.wording for entry in timeline.entries] == [
        "A Talk", "Good morning.", "Yes.", "Then we walk.",
    ]  # fmt: skip
    assert notices == () and names(folder) == ["talk.wav"]


def test_sound_is_where_the_timeline_says_and_the_pauses_are_silent(talk: Path, folder: Path) -> None:
    timeline, _ = export(talk, folder / "talk.wav", TONE)
    with wave.open(str(folder / "talk.wav")) as file:
        pcm = file.readframes(file.getnframes())
    ends = [entry.start for entry in timeline.entries[1:]] + [timeline.frames]
    for entry, following in zip(timeline.entries, ends, strict=True):
        assert any(pcm[4 * entry.start : 4 * entry.end])
        assert not any(pcm[4 * entry.end : 4 * following])


def test_an_export_leaves_the_place_where_it_was(talk: Path, folder: Path, home: Path) -> None:
    export(talk, folder / "talk.wav", TONE)
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
            export(talk, folder / name, TONE)
        assert names(folder) == []

    def test_a_missing_folder_is_named(self, talk: Path, folder: Path) -> None:
        with pytest.raises(ReaderError, match="nowhere: no such folder"):
            export(talk, folder / "nowhere" / "talk.wav", TONE)

    def test_a_folder_in_place_of_the_file_stays(self, talk: Path, folder: Path) -> None:
        (folder / "talk.wav").mkdir()
        with pytest.raises(ReaderError, match="a folder"):
            export(talk, folder / "talk.wav", TONE)
        assert names(folder) == ["talk.wav"]

    def test_a_device_is_not_replaced(self, talk: Path, folder: Path) -> None:
        (folder / "talk.wav").symlink_to("/dev/full")
        with pytest.raises(ReaderError, match="a device"):
            export(talk, folder / "talk.wav", TONE)
        assert (folder / "talk.wav").is_symlink()

    def test_a_read_only_file_stays(self, talk: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """The system's answer is put in its place, for root may write every file."""
        (folder / "talk.wav").write_bytes(b"old")
        monkeypatch.setattr(os, "access", lambda path, mode: False)
        with pytest.raises(ReaderError, match="read-only"):
            export(talk, folder / "talk.wav", TONE)
        assert (folder / "talk.wav").read_bytes() == b"old"

    def test_a_read_only_file_system_is_told(self, talk: Path) -> None:
        with pytest.raises(ReaderError, match=r"/proc/talk.wav: cannot be written"):
            export(talk, Path("/proc/talk.wav"), TONE)

    def test_a_full_disk_leaves_the_old_file(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """What is written goes to /dev/full, which has no space left, as a full disk has none."""
        (folder / "talk.wav").write_bytes(b"old")
        really_open = Path.open
        with monkeypatch.context() as patch:
            patch.setattr(Path, "open", lambda self, *args, **_: really_open(Path("/dev/full"), "wb"))
            with (
                pytest.raises(ReaderError, match=os.strerror(errno.ENOSPC)),
                whole_file(folder / "talk.wav") as file,
            ):
                file.write(bytes(100_000))
        assert names(folder) == ["talk.wav"] and (folder / "talk.wav").read_bytes() == b"old"

    def test_a_file_that_may_not_grow_is_one_line_and_leaves_nothing(self, folder: Path) -> None:
        """The system's limit on the size of files makes a write fail in the middle of a real export."""
        run = subprocess.run(
            [sys.executable, "-m", "tui_reader", "export", "-o", folder / "out.wav", "--engine", "tone"],
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000)),
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert run.returncode == 1 and run.stderr.count("\n") == 1 and os.strerror(errno.EFBIG) in run.stderr
        assert names(folder) == []


class TestFailuresOnTheWay:
    """Whatever ends an export, the file that was there is there as it was, and no other."""

    def test_an_engine_that_fails(self, talk: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def fail(self: ToneEngine, text: str, *_: Any) -> None:
            raise EngineError("The engine died.")

        monkeypatch.setattr(ToneEngine, "synthesise", fail)
        with pytest.raises(EngineError, match="died"):
            export(talk, folder / "talk.wav", TONE)
        assert names(folder) == []

    def test_ctrl_c(self, folder: Path) -> None:
        (folder / "talk.wav").write_bytes(b"old")
        with pytest.raises(KeyboardInterrupt), whole_file(folder / "talk.wav") as file:
            file.write(b"new")
            raise KeyboardInterrupt
        assert names(folder) == ["talk.wav"] and (folder / "talk.wav").read_bytes() == b"old"

    def test_more_than_wav_can_hold(self, talk: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(wav_module, "LARGEST", 10_000)
        with pytest.raises(ReaderError, match="13 hours"):
            export(talk, folder / "talk.wav", TONE)
        assert names(folder) == []

    def test_sigterm_in_the_middle(self, tmp_path: Path, folder: Path) -> None:
        path = tmp_path / "long.txt"
        path.write_text("A Talk\n\n" + "ANNE: We walk and walk.\n\nBEN: Yes, we do.\n\n" * 5000)
        program = subprocess.Popen(
            [sys.executable, "-m", "tui_reader", "export", path, "-o", folder / "long.wav", "--engine", "tone"],
            stderr=subprocess.PIPE,
        )  # fmt: skip
        end = time.monotonic() + 20
        while not names(folder) and time.monotonic() < end:
            time.sleep(0.01)
        assert [name.endswith(".part") for name in names(folder)] == [True]
        program.send_signal(signal.SIGTERM)
        _, err = program.communicate(timeout=20)
        assert (program.returncode, err, names(folder)) == (128 + signal.SIGTERM, b"", [])


def test_an_existing_file_keeps_its_mode_and_a_link_stays_a_link(folder: Path) -> None:
    (folder / "real.wav").write_bytes(b"old")
    (folder / "real.wav").chmod(0o640)
    (folder / "talk.wav").symlink_to("real.wav")
    with whole_file(folder / "talk.wav") as file:
        file.write(b"new")
    assert (folder / "talk.wav").is_symlink() and (folder / "real.wav").read_bytes() == b"new"
    assert (folder / "real.wav").stat().st_mode & 0o777 == 0o640
