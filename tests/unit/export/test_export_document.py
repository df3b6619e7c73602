"""The reading as a file of sound: the right one, or none at all."""

from __future__ import annotations

import errno
import os
import resource
import signal
import subprocess
import sys
import time
import warnings
import wave
from array import array
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

import pytest

from tests.support.dialogue_builder import Dialogue
from tui_reader import atomic_write as atomic_write_module
from tui_reader.atomic_write import atomic_write
from tui_reader.cli.main import main
from tui_reader.errors import EngineError, ReaderError, UsageError
from tui_reader.export import cover, parallel_render
from tui_reader.export.audio import wav_writer
from tui_reader.export.export_document import Exported, export_document
from tui_reader.export.export_job import open_export_job
from tui_reader.export.export_options import ExportOptions
from tui_reader.export.rendering import Rendering, render_job
from tui_reader.startup.reading_options import ReadingOptions
from tui_reader.tts.tone_engine import ToneEngine

TALK = "A Talk\n\nANNE: Good morning.\n\nBEN: Yes.\n\nANNE: Then we walk.\n"
TONE = ReadingOptions(engine="tone", speed=4.0)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where exports go: nothing but an export may be found in it."""
    (tmp_path / "out").mkdir()
    return tmp_path / "out"


def exported(talk: Path, output: Path, **options: Any) -> Exported:
    """The talk exported with tones."""
    return export_document(talk, ExportOptions(output, **options), TONE)


def made(talk: Path, **options: Any) -> Rendering:
    """The same recording without a file."""
    return render_job(open_export_job(talk, TONE, ExportOptions(Path("unused.wav"), **options)))


forks: list[int] = []
fork = os.fork if hasattr(os, "fork") else int


def quiet_fork() -> int:
    """As `os.fork`, which warns of threads that pytest's plugins may have; counted."""
    with warnings.catch_warnings(action="ignore"):
        child = fork()
    forks.append(child)
    return child


def names(folder: Path) -> list[str]:
    """What is in a folder."""
    return [path.name for path in folder.iterdir()]


def opened_in(folder: Path, process: int) -> bool:
    """Whether a process has a file open in a folder, be it without a name."""
    files = Path(f"/proc/{process}/fd").iterdir()
    return any(str(folder) in str(file.readlink()) for file in files if file.is_symlink())


def test_the_file_is_stereo_at_the_engines_rate_and_as_long_as_the_timeline(talk: Path, folder: Path) -> None:
    done, timeline = exported(talk, folder / "talk.wav"), made(talk).timeline
    with wave.open(str(folder / "talk.wav")) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (2, 2, timeline.sample_rate)
        assert file.getnframes() == timeline.frames > 0
    assert [entry.utterance.wording for entry in timeline.entries] == [
        "A Talk", "Good morning.", "Yes.", "Then we walk.",
    ]  # fmt: skip
    assert done.notices == () and names(folder) == ["talk.wav"]


def test_sound_is_where_the_timeline_says_and_the_pauses_are_silent(talk: Path, folder: Path) -> None:
    exported(talk, folder / "talk.wav")
    timeline = made(talk).timeline
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

    def test_a_full_disk_leaves_the_old_file(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """What is written goes to /dev/full, which has no space left, as a full disk has none."""
        (folder / "talk.wav").write_bytes(b"old")
        full = Path("/dev/full").open("w+b")  # noqa: SIM115 - `whole_file` closes it
        monkeypatch.setattr(atomic_write_module, "_nameless", lambda folder: full)
        monkeypatch.setattr(atomic_write_module, "_hold", lambda file: None)
        with pytest.raises(ReaderError, match=os.strerror(errno.ENOSPC)), atomic_write(folder / "talk.wav") as file:
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
            exported(talk, folder / "talk.wav")
        assert names(folder) == []

    def test_ctrl_c(self, folder: Path) -> None:
        (folder / "talk.wav").write_bytes(b"old")
        with pytest.raises(KeyboardInterrupt), atomic_write(folder / "talk.wav") as file:
            file.write(b"new")
            raise KeyboardInterrupt
        assert names(folder) == ["talk.wav"] and (folder / "talk.wav").read_bytes() == b"old"

    def test_more_than_wav_can_hold(self, talk: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(wav_writer, "LARGEST", 10_000)
        with pytest.raises(ReaderError, match="13 hours"):
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
        _, err = program.communicate(timeout=20)
        assert (program.returncode, err, names(folder)) == (128 + signal.SIGTERM, b"", [])


def test_an_existing_file_keeps_its_mode_and_a_link_stays_a_link(folder: Path) -> None:
    (folder / "real.wav").write_bytes(b"old")
    (folder / "real.wav").chmod(0o640)
    (folder / "talk.wav").symlink_to("real.wav")
    with atomic_write(folder / "talk.wav") as file:
        file.write(b"new")
    assert (folder / "talk.wav").is_symlink() and (folder / "real.wav").read_bytes() == b"new"
    assert (folder / "real.wav").stat().st_mode & 0o777 == 0o640


def test_what_a_killed_process_left_is_removed_by_the_next(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system has no files without a name; what a living process writes stays."""
    monkeypatch.setattr(atomic_write_module, "_nameless", lambda folder: None)
    (folder / ".talk.wav.1.part").write_bytes(b"half")
    with atomic_write(folder / "talk.wav") as file:
        file.write(b"new")
        assert len(names(folder)) == 1
    assert names(folder) == ["talk.wav"]


def test_what_somebody_else_put_there_meanwhile_stays(folder: Path) -> None:
    with pytest.raises(ReaderError, match="somebody else"), atomic_write(folder / "talk.wav") as file:
        file.write(b"new")
        (folder / "talk.wav").write_bytes(b"meanwhile")
    assert names(folder) == ["talk.wav"] and (folder / "talk.wav").read_bytes() == b"meanwhile"


class TestTurns:
    """A part of the reading."""

    def test_from_and_until_are_turns(self, talk: Path) -> None:
        heard = [timed.utterance.wording for timed in made(talk, first=2, last=2).timeline.entries]
        assert heard == ["Yes."]

    def test_a_turn_that_there_is_not_is_wrong_use(self, talk: Path) -> None:
        with pytest.raises(UsageError, match=r"--until 9: talk.txt has 3 turns"):
            made(talk, last=9)


CODED = ["talk.flac", "talk.opus", "talk.mp3", "talk.m4b"]


class TestCodedSound:
    """Read back by FFmpeg: length, chapters, tags, loudness."""

    @pytest.fixture(autouse=True)
    def _with_pyav(self) -> None:
        if not os.environ.get("CI"):
            pytest.importorskip("av")

    @pytest.mark.parametrize("name", CODED)
    def test_length_chapters_and_tags_are_those_of_the_reading(self, talk: Path, folder: Path, name: str) -> None:
        import av

        exported(talk, folder / name, licence="Public domain")
        rendering = made(talk)
        seconds = rendering.timeline.frames / rendering.timeline.sample_rate
        with av.open(str(folder / name)) as file:
            stream = file.streams.audio[0]
            told = {key.lower(): value for key, value in (*file.metadata.items(), *stream.metadata.items())}
            length = sum(frame.samples / frame.sample_rate for frame in file.decode(stream))
            chapters = [(c["metadata"]["title"], float(c["start"] * c["time_base"])) for c in file.chapters()]
        assert abs(length - seconds) < 0.1
        assert told["title"] == "A Talk" and told["copyright"] == "Public domain" and told["genre"] == "Speech"
        assert told["artist"] == "ANNE; BEN"
        assert [title for title, _ in chapters] == ["A Talk", "1. ANNE", "2. BEN", "3. ANNE"]
        for (_, start), chapter in zip(chapters, rendering.chapters, strict=True):
            assert abs(start - rendering.seconds(chapter.start)) < 0.002

    def test_a_wav_at_a_loudness_is_as_loud(self, talk: Path, folder: Path) -> None:
        import av

        exported(talk, folder / "talk.wav", loudness=-20.0)
        with av.open(str(folder / "talk.wav")) as file:
            graph = av.filter.Graph()
            source = graph.add_abuffer(template=file.streams.audio[0])
            graph.link_nodes(source, graph.add("ebur128", "metadata=1"), graph.add("abuffersink")).configure()
            loudness = None
            for frame in file.decode(audio=0):
                graph.push(frame)
                while True:
                    try:
                        loudness = float(graph.pull().metadata["lavfi.r128.I"])
                    except (BlockingIOError, EOFError):
                        break
        assert loudness is not None and abs(loudness + 20) < 1

    def test_several_formats_are_of_one_recording(self, talk: Path, folder: Path) -> None:
        done = exported(talk, folder / "talk", formats=("mp3", "wav"))
        assert sorted(names(folder)) == ["talk.mp3", "talk.wav"]
        assert [path.name for path in done.paths] == ["talk.mp3", "talk.wav"]

    def test_stems_are_the_speakers_one_by_one_with_labels(self, talk: Path, folder: Path) -> None:
        exported(talk, folder / "talk.wav", stems=True)
        assert sorted(names(folder)) == [
            "talk.ANNE.wav", "talk.BEN.wav", "talk.Narrator.wav", "talk.labels.txt", "talk.wav",
        ]  # fmt: skip
        pcm = {}
        for name in names(folder):
            if name.endswith(".wav"):
                with wave.open(str(folder / name)) as file:
                    pcm[name] = file.readframes(file.getnframes())
        assert len({len(sound) for sound in pcm.values()}) == 1
        for timed in made(talk).timeline.entries:
            one = slice(4 * timed.start, 4 * timed.end)
            alone = [name for name in pcm if name != "talk.wav" and any(pcm[name][one])]
            assert len(alone) == 1 and pcm[alone[0]][one] == pcm["talk.wav"][one]
        labels = [line.split("\t") for line in (folder / "talk.labels.txt").read_text().splitlines()]
        assert [words for _, _, words in labels][1:] == ["ANNE: Good morning.", "BEN: Yes.", "ANNE: Then we walk."]


def test_without_pyav_one_line_says_how_to_get_it(talk: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "av", None)
    with pytest.raises(ReaderError, match=r"pip install 'tui-reader\[export\]'"):
        exported(talk, folder / "talk.mp3")
    assert names(folder) == []


def test_loudness_of_no_sound_and_unknown_formats_are_wrong_use(talk: Path, folder: Path) -> None:
    with pytest.raises(UsageError, match="no format 'mp9'"):
        exported(talk, folder / "talk", formats=("mp9",))
    assert names(folder) == []


class TestSeveralCores:
    """What several processes and threads make is what one makes."""

    @pytest.fixture
    def long(self, tmp_path: Path) -> Path:
        """Long enough for three shares."""
        path = tmp_path / "long.txt"
        path.write_text("A Talk\n\n" + "ANNE: We walk and walk, and so do they all.\n\nBEN: Yes, we do.\n\n" * 150)
        return path

    @pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux alone")
    def test_shares_rendered_side_by_side_are_the_whole(self, long: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(parallel_render, "_may_fork", lambda job: True)  # pytest may have threads
        monkeypatch.setattr(os, "fork", quiet_fork)
        job = open_export_job(long, TONE, ExportOptions(Path("unused.wav")))
        with TemporaryFile() as alone, TemporaryFile() as together:
            one, several = render_job(job, alone), render_job(job, together, 3)
            assert several.timeline == one.timeline and len(forks) >= 2
            assert b"".join(one.pcm(1 << 16)) == b"".join(several.pcm(1 << 16))
            forks.clear()

    @pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux alone")
    def test_an_error_in_a_share_is_told(self, long: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        first = os.getpid()
        spoken = ToneEngine.synthesise

        def fail(self: ToneEngine, *words: Any) -> None:
            if os.getpid() != first:
                raise EngineError("The engine died there.")
            spoken(self, *words)

        monkeypatch.setattr(parallel_render, "_may_fork", lambda job: True)
        monkeypatch.setattr(os, "fork", quiet_fork)
        monkeypatch.setattr(ToneEngine, "synthesise", fail)
        with pytest.raises(EngineError, match="died there"):
            render_job(open_export_job(long, TONE, ExportOptions(Path("unused.wav"))), None, 2)

    def test_mp3_coded_in_stretches_sounds_as_coded_at_once(self, long: Path, folder: Path) -> None:
        """Decoded, the two differ nowhere by more than coding itself does, and least of all at a cut."""
        if not os.environ.get("CI"):
            pytest.importorskip("av")
            pytest.importorskip("lameenc")
        import av

        from tui_reader.export.audio import lame_encoder, mp3_writer

        job = open_export_job(long, ReadingOptions(engine="tone", speed=2.0), ExportOptions(Path("unused.mp3")))
        decoded = []
        with TemporaryFile() as sound:
            made_once = render_job(job, sound)
            for processes in (1, 3):
                whole = replace(made_once, processes=processes)
                with (folder / "out.mp3").open("w+b") as file:
                    mp3_writer.write(file, whole)
                with av.open(str(folder / "out.mp3")) as read:
                    packed = av.AudioResampler("flt", "stereo")
                    parts = [part for frame in read.decode(audio=0) for part in packed.resample(frame)]
                    pcm = b"".join(bytes(part.planes[0])[: 8 * part.samples] for part in parts)
                decoded.append(array("f", pcm))
            found = lame_encoder.cuts(whole, 576)
        assert len(found) == 4 and all(cut % 576 == 0 for cut in found[:-1])
        assert len(decoded[0]) == len(decoded[1])
        far = [abs(one - other) for one, other in zip(*decoded, strict=True)]
        loud = max(map(abs, decoded[0]))
        assert max(far) < 0.1 * loud
        assert len(decoded[0]) // 2 == whole.timeline.frames
        heard = next(at for at, level in enumerate(decoded[0]) if abs(level) > 0.05 * loud) / whole.timeline.sample_rate
        assert abs(heard - whole.seconds(whole.timeline.entries[0].start)) < 0.03


class TestCover:
    """A picture made from the title, where the form can have one."""

    @pytest.mark.parametrize("name", ["talk.flac", "talk.mp3", "talk.m4b"])
    def test_the_cover_is_in_the_file(self, talk: Path, folder: Path, name: str) -> None:
        if not os.environ.get("CI"):
            pytest.importorskip("av")
            pytest.importorskip("PIL")
        import av

        exported(talk, folder / name)
        with av.open(str(folder / name)) as file:
            pictures = [packet for packet in file.demux(video=0) if packet.size]
            assert (file.streams.video[0].width, file.streams.video[0].height) == (1400, 1400)
            assert bytes(pictures[0]).startswith(b"\x89PNG")
            assert len(file.chapters()) == 4

    def test_words_of_other_scripts_are_not_drawn_as_boxes(self) -> None:
        if not os.environ.get("CI"):
            pytest.importorskip("PIL")
        assert cover.png(Dialogue().titled("Ion").turn("ANNE", "Yes.").document())
        assert cover.png(Dialogue().titled("Ἴων").turn("ANNE", "Yes.").document()) is None

    def test_the_cover_of_a_book_has_the_title_and_fits(self) -> None:
        document = Dialogue().titled("Why & how " * 60).turn("ANNE", "Yes.").document()
        text = cover.svg(document).decode()
        assert "Why &amp; how" in text and len(list(cover.lines(document))) <= 11
        assert all(0 < line.y < cover.SIZE for line in cover.lines(document))
