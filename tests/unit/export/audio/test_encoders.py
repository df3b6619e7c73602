"""Encoded sound: length, chapters, tags and loudness, read back with PyAV."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryFile

import pytest

from tests.support.exports import exported, names, rendered
from tests.support.sound_files import chapter_starts
from tui_reader.document.model import Document, SpokenAt
from tui_reader.errors import ReaderError
from tui_reader.export.export_job import open_export_job
from tui_reader.export.export_options import ExportOptions
from tui_reader.export.rendering import render_job
from tui_reader.startup.find_recording import find_recording
from tui_reader.startup.reading_options import ReadingOptions
from tui_reader.tts import samples

TALK = "A Talk\n\nANNE: Good morning.\n\nBEN: Yes.\n\nANNE: Then we walk.\n"


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
        rendering = rendered(talk)
        seconds = rendering.timeline.frames / rendering.timeline.sample_rate
        with av.open(str(folder / name)) as file:
            stream = file.streams.audio[0]
            told = {key.lower(): value for key, value in (*file.metadata.items(), *stream.metadata.items())}
            length = sum(frame.samples / frame.sample_rate for frame in file.decode(stream))
            chapters = chapter_starts(file)
        assert abs(length - seconds) < 0.1
        assert told["title"] == "A Talk" and told["copyright"] == "Public domain" and told["genre"] == "Speech"
        assert told["artist"] == "ANNE; BEN"
        assert [title for title, _ in chapters] == ["A Talk", "1. ANNE", "2. BEN", "3. ANNE"]
        for (_, start), chapter in zip(chapters, rendering.chapters, strict=True):
            assert abs(start - rendering.seconds(chapter.start)) < 0.002

    @pytest.mark.parametrize("name", [*CODED, "talk.wav"])
    def test_an_export_is_no_recording_of_its_document(self, talk: Path, folder: Path, name: str) -> None:
        exported(talk, folder / name)
        times = (SpokenAt(0, 0.0, 100.0, is_word=False),)
        document = Document("talk.vtt", "key", "vtt", "Hello.", times=times)
        seconds = rendered(talk).timeline.frames / rendered(talk).timeline.sample_rate
        assert find_recording(document, folder / "talk.vtt", length=lambda path: seconds).path is None
        ends_with_it = document._replace(times=(SpokenAt(0, 0.0, seconds - 1, is_word=False),))
        assert find_recording(ends_with_it, folder / "talk.vtt", length=lambda path: seconds).path == folder / name
        assert find_recording(document._replace(media=(name,)), folder / "talk.vtt").path == folder / name

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

    def test_several_formats_are_of_one_rendering(self, talk: Path, folder: Path) -> None:
        done = exported(talk, folder / "talk", formats=("mp3", "wav"))
        assert sorted(names(folder)) == ["talk.mp3", "talk.wav"]
        assert [path.name for path in done.paths] == ["talk.mp3", "talk.wav"]


def test_without_pyav_one_line_says_how_to_get_it(talk: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "av", None)
    with pytest.raises(ReaderError, match=r"pip install 'tui-reader\[export\]'"):
        exported(talk, folder / "talk.mp3")
    assert names(folder) == []


def test_mp3_coded_in_stretches_sounds_as_coded_at_once(
    long: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
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
        for processes, seconds in ((1, 10_000), (3, 60)):
            monkeypatch.setattr(lame_encoder, "_STRETCH", seconds)
            whole = replace(made_once, processes=processes)
            with (folder / "out.mp3").open("w+b") as file:
                mp3_writer.write(file, whole)
            with av.open(str(folder / "out.mp3")) as read:
                packed = av.AudioResampler("s16", "stereo")
                parts = [part for frame in read.decode(audio=0) for part in packed.resample(frame)]
                decoded.append(b"".join(bytes(part.planes[0])[: 4 * part.samples] for part in parts))
        found = lame_encoder.cuts(whole, 576)
    assert len(found) == 6 and all(cut % 576 == 0 for cut in found[:-1])
    at_once, in_stretches = decoded
    assert len(at_once) == len(in_stretches) == 4 * whole.timeline.frames
    loud = samples.peak(at_once)
    assert samples.peak(samples.mix(at_once, samples.scale(in_stretches, -1))) < 0.1 * loud
    heard = samples.leading_silence(at_once, round(0.05 * loud)) / 2 / whole.timeline.sample_rate
    assert abs(heard - whole.seconds(whole.timeline.entries[0].start)) < 0.03
