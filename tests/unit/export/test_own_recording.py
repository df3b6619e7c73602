"""Exports with the document's own recording: what is heard, at which times, and what is told of it."""

from __future__ import annotations

import json
import os
import re
import wave
import zipfile
from array import array
from pathlib import Path
from typing import Any

import pysubs2
import pytest

from tests.support.exports import TONE, names
from tests.support.recordings import read_vtt, write_tones
from tui_reader.cli.main import main
from tui_reader.errors import ReaderError, UsageError
from tui_reader.export.export_document import Exported, export_document
from tui_reader.export.export_options import ExportOptions
from tui_reader.export.verification import verify
from tui_reader.library import open_library
from tui_reader.playback.recording.time_correction import SyncPoint
from tui_reader.settings import settings_path
from tui_reader.startup.reading_options import BESIDE

RATE = 8000
CUES = ("1 2.5 <v Ann>Good morning to you.", "3 4 <v Ben>It is cold.", "4 5.5 <v Ann>Then sit down.", "6 7 <v Ben>Yes.")
HEARD = ((1.0, 2.5, 9000), (3.0, 4.0, 7000), (4.0, 5.5, 11_000), (6.0, 7.0, 5000))
SPEED_1 = TONE._replace(speed=1.0)


@pytest.fixture
def recorded(tmp_path: Path) -> Path:
    """A transcript with its recording of 8 seconds beside it, in a folder of its own."""
    folder = tmp_path / "in"
    folder.mkdir()
    read_vtt(folder, *CUES)
    write_tones(folder / "talk.wav", 8.0, *HEARD)
    return folder / "talk.vtt"


def exported(talk: Path, output: Path, **options: Any) -> Exported:
    """The talk with its recording."""
    return export_document(talk, ExportOptions(output, **options), SPEED_1)


def samples_of(path: Path) -> array[int]:
    with wave.open(str(path)) as file:
        return array("h", file.readframes(file.getnframes()))


def cues(path: Path) -> list[tuple[float, float]]:
    return [(one.start / 1000, one.end / 1000) for one in pysubs2.load(str(path))]


def test_the_whole_is_the_recording_as_it_is_with_its_rate_channel_and_times(recorded: Path, folder: Path) -> None:
    done = exported(recorded, folder / "out", formats=("wav", "vtt"))
    with wave.open(str(folder / "out.wav")) as file:
        assert (file.getnchannels(), file.getframerate()) == (1, RATE)
    assert samples_of(folder / "out.wav") == samples_of(recorded.with_suffix(".wav"))
    assert cues(folder / "out.vtt") == [(1.0, 2.5), (3.0, 4.0), (4.0, 5.5), (6.0, 7.0)]
    assert "from talk.vtt, with the recording talk.wav, 8 s." in done.line


def test_a_clip_is_cut_at_its_words_with_fades_and_its_captions_begin_at_0(recorded: Path, folder: Path) -> None:
    exported(recorded, folder / "clip", formats=("wav", "vtt"), first=2, last=2)
    heard, whole = samples_of(folder / "clip.wav"), samples_of(recorded.with_suffix(".wav"))
    lead = round(0.03 * RATE)  # before it nobody speaks, after it somebody does at once
    assert len(heard) == RATE + lead
    assert heard[200:-200] == whole[3 * RATE - lead + 200 : 4 * RATE - 200]
    assert heard[0] == 0
    assert abs(heard[-1]) <= abs(whole[4 * RATE - 1]) // 8 + 1
    assert cues(folder / "clip.vtt") == [(0.0, 1.03)]


def test_a_recording_of_another_length_is_told(recorded: Path, folder: Path) -> None:
    assert exported(recorded, folder / "out.wav").notices == ()
    write_tones(recorded.with_suffix(".wav"), 80.0, *HEARD)
    told = (
        "The recording is 1 minute longer than the transcript: is it the same talk? "
        "If it begins later in it, shift the times."
    )
    assert exported(recorded, folder / "long.wav").notices == (told,)
    write_tones(recorded.with_suffix(".wav"), 0.5)
    told = "All times of the transcript, from 0:01, are after the end of the recording, 0 s: shift them."
    assert exported(recorded, folder / "short.wav").notices == (told,)


def test_one_side_alone_leaves_the_other_out(recorded: Path, folder: Path) -> None:
    export_document(recorded, ExportOptions(folder / "out.wav"), SPEED_1._replace(only=("Ben",)))
    heard = samples_of(folder / "out.wav")
    assert 2 * RATE < len(heard) < 3.5 * RATE
    assert max(heard) < 7500


def test_stems_are_silent_where_others_are_heard(recorded: Path, folder: Path) -> None:
    exported(recorded, folder / "out.wav", stems=True)
    ben = samples_of(folder / "out.Ben.wav")
    assert len(ben) == 8 * RATE
    assert not any(ben[: 3 * RATE])
    assert not any(ben[4 * RATE : 6 * RATE])
    assert max(ben[3 * RATE : 4 * RATE]) > 6000


def test_what_the_recording_lacks_is_said_by_a_voice_and_the_ledger_tells_both(recorded: Path, folder: Path) -> None:
    read_vtt(recorded.parent, *CUES, "70 71 <v Ann>Nobody recorded this.")
    exported(recorded, folder / "out.wav", ledger=True)
    ledger = json.loads((folder / "out.ledger.json").read_bytes())
    heard = [[round(time, 3) for time in one.get("recorded", ())] for one in ledger["utterances"]]
    assert heard == [[1.0, 2.5], [3.0, 4.0], [4.0, 5.5], [6.0, 7.03], []]
    assert [one["voice"] is None for one in ledger["utterances"]] == [True] * 4 + [False]
    assert (ledger["recording"]["name"], ledger["engine"]) == ("talk.wav", "tone")
    page = (folder / "out.ledger.txt").read_text()
    assert "Heard from talk.wav, SHA-256 " in page
    assert " and spoken by tone, " in page
    assert "Ben: recorded\nAnn: voice " in page.replace("Ann: recorded\n", "")


def test_verify_finds_an_export_in_step_with_its_recording(recorded: Path, folder: Path) -> None:
    exported(recorded, folder / "out", formats=("wav", "vtt"), ledger=True)
    found = [one.line for one in verify(folder / "out.wav", beside=recorded)]
    assert "In step with talk.wav at all 4 places that were compared, within 0 ms." in found
    of_captions = verify(folder / "out.vtt", beside=recorded)
    assert all(one.good and "compared" not in one.line for one in of_captions)
    assert any("was not compared" in one.line and one.good for one in verify(folder / "out.wav"))
    other = write_tones(folder / "other.wav", 8.0, (1.0, 2.0, 9000))
    assert [one.line for one in verify(folder / "out.wav", recording=other) if not one.good] == [
        f"It was not made from {other}, but from another recording."
    ]


def test_verify_finds_an_export_that_is_late(recorded: Path, folder: Path) -> None:
    exported(recorded, folder / "out.wav", ledger=True)
    write_tones(folder / "out.wav", 8.0, *((start + 0.1, end + 0.1, height) for start, end, height in HEARD))
    bad = [one.line for one in verify(folder / "out.wav", beside=recorded) if not one.good]
    assert "Out of step with talk.wav at 4 of 4 places; at 1.0 s it is +100 ms off." in bad


def test_two_who_speak_at_once_are_in_step_and_every_clip_of_a_book_has_a_length(recorded: Path, folder: Path) -> None:
    both = ("1 2.5 <v Ann>I was there.", "1 2.5 <v Ben>Were you? Really?", "2 4 <v Ben>In May then, was it not?")
    read_vtt(recorded.parent, *both, "4 5.5 <v Ann>Yes.")
    exported(recorded, folder / "out", formats=("wav", "epub"), ledger=True)
    assert all(one.good for name in ("out.wav", "out.epub") for one in verify(folder / name, beside=recorded))
    with zipfile.ZipFile(folder / "out.epub") as book:
        smil = "".join(book.read(name).decode() for name in book.namelist() if name.endswith(".smil"))
    clips = re.findall(r'clipBegin="([^"]+)" clipEnd="([^"]+)"', smil)
    assert clips
    assert all(begin < end for begin, end in clips)


def test_captions_are_at_the_corrected_times_unless_those_of_the_file_are_wanted(recorded: Path, folder: Path) -> None:
    with open_library(SPEED_1.library) as library:
        key = read_vtt(recorded.parent, *CUES).key
        library.recordings.keep_points(key, [SyncPoint(1.0, 1.5)])
    exported(recorded, folder / "out.vtt")
    exported(recorded, folder / "own.vtt", times="original")
    assert cues(folder / "out.vtt")[0] == (1.5, 3.0)
    assert cues(folder / "own.vtt")[0] == (1.0, 2.5)


def test_voices_are_heard_where_they_are_wanted(recorded: Path, folder: Path) -> None:
    options = ExportOptions(folder / "out.wav")
    assert export_document(recorded, options, SPEED_1._replace(no_audio=True)).recording == ""
    with open_library(SPEED_1.library) as library:
        library.recordings.set_voices_instead(read_vtt(recorded.parent, *CUES).key, True)
    assert export_document(recorded, options, SPEED_1).recording == ""
    named = SPEED_1._replace(audio=recorded.with_suffix(".wav"))
    assert export_document(recorded, options, named).recording == "talk.wav"


def test_what_the_recording_lacks_is_silent_where_that_is_set(recorded: Path, folder: Path) -> None:
    read_vtt(recorded.parent, *CUES, "70 71 <v Ann>Nobody recorded this.")
    settings_path().parent.mkdir(parents=True, exist_ok=True)
    settings_path().write_text('unrecorded = "silence"\n')
    exported(recorded, folder / "out.wav", ledger=True)
    assert max(samples_of(folder / "out.wav")[round(7.5 * RATE) :], default=0) < 50
    assert len(samples_of(folder / "out.wav")) < 8.2 * RATE


def test_who_is_to_have_a_voice_is_not_heard_from_the_recording(recorded: Path, folder: Path) -> None:
    with open_library(SPEED_1.library) as library:
        library.recordings.set_voiced(read_vtt(recorded.parent, *CUES).key, "Ben", True)
    exported(recorded, folder / "out.wav", ledger=True)
    ledger = json.loads((folder / "out.ledger.json").read_bytes())
    assert [(one["by"], "recorded" in one) for one in ledger["utterances"]] == [
        ("Ann", True), ("Ben", False), ("Ann", True), ("Ben", False),
    ]  # fmt: skip
    assert all(one.good for one in verify(folder / "out.wav", beside=recorded))


@pytest.mark.parametrize("speed", [0.75, 2.0])
def test_another_speed_is_in_step_too(recorded: Path, folder: Path, speed: float) -> None:
    export_document(recorded, ExportOptions(folder / "out.wav", ledger=True), SPEED_1._replace(speed=speed))
    found = verify(folder / "out.wav", beside=recorded)
    assert any("In step with talk.wav at all " in one.line for one in found)
    assert abs(len(samples_of(folder / "out.wav")) - 8 * RATE / speed) < 0.05 * RATE


def test_the_recording_is_never_written_over(recorded: Path) -> None:
    for options in (SPEED_1, SPEED_1._replace(no_audio=True)):
        with pytest.raises(UsageError, match="this command reads it"):
            export_document(recorded, ExportOptions(recorded.with_suffix(".wav")), options)


def test_captions_with_their_new_sound_are_a_talk_with_its_recording(recorded: Path, folder: Path) -> None:
    options = ExportOptions(folder / "new", ("wav", "vtt"))
    export_document(recorded, options, SPEED_1._replace(no_audio=True))
    assert exported(folder / "new.vtt", folder / "again.wav").recording == "new.wav"
    assert samples_of(folder / "again.wav") == samples_of(folder / "new.wav")


def test_a_named_file_that_is_no_sound_is_told_and_nothing_is_written(recorded: Path, folder: Path) -> None:
    sound = recorded.with_suffix(".wav")
    sound.write_bytes(b"no sound at all")
    told = pytest.raises(ReaderError, match=r"talk\.wav .* --no-audio exports with voices\.$")
    with told:
        export_document(recorded, ExportOptions(folder / "out.wav"), SPEED_1._replace(audio=sound))
    with open_library(SPEED_1.library) as library:
        library.recordings.choose(read_vtt(recorded.parent, *CUES).key, sound)
    with told:
        exported(recorded, folder / "out.wav")
    assert names(folder) == []


def test_a_file_that_was_only_found_and_is_no_sound_leaves_it_to_voices(recorded: Path, folder: Path) -> None:
    recorded.with_suffix(".wav").write_bytes(b"no sound at all")
    done = exported(recorded, folder / "out.wav")
    assert done.recording == ""
    assert "talk.wav is not a sound file" in done.notices[0] and done.notices[0].endswith("Voices read the document.")
    assert exported(recorded, folder / "out.md").notices == ()


def test_the_one_beside_is_taken_where_that_is_asked_for(recorded: Path, folder: Path) -> None:
    other = write_tones(folder.parent / "other.wav", 8.0, *HEARD)
    with open_library(SPEED_1.library) as library:
        library.recordings.choose(read_vtt(recorded.parent, *CUES).key, other)
    assert exported(recorded, folder / "out.wav").recording == "other.wav"
    done = export_document(recorded, ExportOptions(folder / "out.wav"), SPEED_1._replace(audio=BESIDE))
    assert done.recording == "talk.wav"


def test_a_document_without_times_takes_no_recording(talk: Path, folder: Path) -> None:
    write_tones(talk.with_suffix(".wav"), 2.0)
    assert exported(talk, folder / "out.wav").recording == ""
    with pytest.raises(UsageError, match="does not say when its words were said"):
        named = SPEED_1._replace(audio=talk.with_suffix(".wav"))
        export_document(talk, ExportOptions(folder / "two.wav"), named)


def test_a_folder_has_each_document_with_its_own_recording(
    recorded: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["export", str(recorded.parent), "-o", str(folder / "all"), "--format", "wav", "--engine", "tone"]
    assert main(command) == 0
    assert "with the recording talk.wav" in capsys.readouterr().err
    assert main(command) == 0
    assert "1 done before" in capsys.readouterr().err
    write_tones(recorded.with_suffix(".wav"), 9.0, *HEARD)
    assert main(command) == 0
    assert "1 document written" in capsys.readouterr().err
    assert main([*command, "--audio", str(recorded.with_suffix(".wav"))]) == 2


def test_a_fast_export_that_begins_with_the_recording_is_in_step(recorded: Path, folder: Path) -> None:
    read_vtt(recorded.parent, "0 2.5 <v Ann>Good <00:00:01.002>morning.", *CUES[1:])
    write_tones(recorded.with_suffix(".wav"), 8.0, (0.0, 2.5, 9000), *HEARD[1:], rate=11_025)
    export_document(recorded, ExportOptions(folder / "out.wav", ledger=True), SPEED_1._replace(speed=4.0))
    ledger = json.loads((folder / "out.ledger.json").read_bytes())
    assert all(one["recorded"][0] >= 0 for one in ledger["utterances"])
    assert all(one.good for one in verify(folder / "out.wav", beside=recorded))


def test_people_who_speak_over_each_other_are_in_step(recorded: Path, folder: Path) -> None:
    read_vtt(
        recorded.parent, "1 9 <v Ann>So I said to him. That we would go there. And that nobody came.",
        "3 4 <v Ben>Indeed.", "5 12 <v Ann>Nobody at all came to it.", "6 7 <v Carl>Oh.",
    )  # fmt: skip
    heard = [(start / 2, start / 2 + 0.4, 3000 + start * start % 7 * 1000) for start in range(2, 28)]
    write_tones(recorded.with_suffix(".wav"), 15.0, *heard)
    exported(recorded, folder / "out.wav", ledger=True)
    ledger = json.loads((folder / "out.ledger.json").read_bytes())
    # The whole recording is played from its beginning.
    assert all(abs(one["recorded"][0] - one["start"]) < 0.001 for one in ledger["utterances"])
    assert all(one.good for one in verify(folder / "out.wav", beside=recorded))


@pytest.mark.parametrize("format", ["wav", "flac", "mp3", "m4b"])
def test_each_stem_is_in_step_and_has_one_speaker(recorded: Path, folder: Path, format: str) -> None:
    if format != "wav" and not os.environ.get("CI"):
        pytest.importorskip("av")
    exported(recorded, folder / f"out.{format}", ledger=True, stems=True)
    for name in ("out", "out.Ann", "out.Ben"):
        found = verify(folder / f"{name}.{format}", beside=recorded)
        assert [one.line for one in found if not one.good] == []
        places = 4 if name == "out" else 2
        assert any(f"In step with talk.wav at all {places} places" in one.line for one in found)
    if format == "wav":
        (folder / "out.Ben.wav").write_bytes((folder / "out.Ann.wav").read_bytes())
        bad = [one.line for one in verify(folder / "out.Ben.wav", beside=recorded) if not one.good]
        assert any("sound or silence differs" in line for line in bad)
        assert any("Out of step with talk.wav at 2 of 2 places" in line for line in bad)
