"""The recording of a document is found beside it, by statement or by name, and never anywhere else."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest

from tests.support.recordings import write_tones
from tui_reader.document.model import Document, SpokenAt
from tui_reader.startup.find_recording import FoundRecording, find_recording

Lengths = dict[str, float]
TIMES = (SpokenAt(0, 0.0, 5.0, False), SpokenAt(10, 5.0, 120.0, False), SpokenAt(20, 110.0, None, False))
NOTHING = FoundRecording()


def document(*media: str, times: tuple[SpokenAt, ...] = TIMES, name: str = "talk.vtt") -> Document:
    return Document(name, "key", "vtt", "Hello there.", times=times, media=media)


def found(folder: Path, of: Document, name: str = "talk.vtt", lengths: Lengths | None = None) -> FoundRecording:

    return find_recording(of, folder / name, length=lambda path: (lengths or {}).get(path.name))


def name_found(folder: Path, of: Document, name: str = "talk.vtt", lengths: Lengths | None = None) -> str:
    recording = found(folder, of, name, lengths).path
    return str(recording.relative_to(folder)) if recording else ""


@pytest.mark.parametrize(
    ("transcript", "recording"),
    [
        ("talk.vtt", "talk.mp3"),
        ("talk.vtt", "Talk.MP3"),
        ("talk.mp3.vtt", "talk.mp3"),
        ("talk.wav.json", "talk.wav"),
        ("talk.en.srt", "talk.m4a"),
        ("talk.pt-BR.vtt", "talk.opus"),
        ("The Talk [dQw4w9WgXcQ].en-orig.vtt", "The Talk [dQw4w9WgXcQ].webm"),
        ("The Talk [dQw4w9WgXcQ].en-eEY6OEpapPo.vtt", "The Talk [dQw4w9WgXcQ].f251.webm"),
        ("GMT20210909-164424_Recording.transcript.vtt", "GMT20210909-164424_Recording_1920x1080.mp4"),
        ("GMT20210909-164424_Recording.transcript.vtt", "GMT20210909-164424_Recording_gallery_1280x720.mp4"),
        ("GMT20210909-164424_Recording.cc.vtt", "GMT20210909-164424_Recording.m4a"),
        ("talk.diarized.json", "talk.flac"),
        ("talk.large-v3.json", "talk.flac"),
        ("talk.whisperx.en.srt", "talk.flac"),
        ("talk_otter_ai.txt", "talk.mp3"),
        ("talk (transcribed on 20-Sep-2023 17-34-00).srt", "talk.ogg"),
        ("Talk - Transcript.txt", "Talk.mp3"),
        ("talk_transcription.json", "talk.mp3"),
        ("talk.vtt", "talk_16k.wav"),
        ("Interview 3.5.2021.vtt", "Interview 3.5.2021.mp3"),
        ("talk", "talk.mp3"),
    ],
)
def test_a_recording_is_found_by_the_name_of_its_transcript(tmp_path: Path, transcript: str, recording: str) -> None:
    (tmp_path / recording).touch()
    assert name_found(tmp_path, document(), transcript) == recording


@pytest.mark.parametrize(
    ("transcript", "other"),
    [
        ("talk.vtt", "talk 2.mp3"),
        ("talk.1.vtt", "talk.mp3"),
        ("Interview 3.5.2021.vtt", "Interview 3.mp3"),
        ("Last words.vtt", "Last.mp3"),
        ("talk.vtt", "my_talk_1920x1080.mp4"),
        ("my.vtt", "my_talk_1920x1080.mp4"),
        ("talk.vtt", "talk.vtt"),
        ("talk.vtt", "talk.png"),
        ("talk.vtt", ".mp3"),
        ("transcript.vtt", "talk.mp3"),
        ("talk (1).vtt", "talk.mp3"),
    ],
)
def test_another_file_is_no_recording(tmp_path: Path, transcript: str, other: str) -> None:
    (tmp_path / other).touch()
    assert found(tmp_path, document(), transcript) == NOTHING


def test_the_closest_name_wins(tmp_path: Path) -> None:
    for name in ("talk.mp3", "talk.en.mp3"):
        (tmp_path / name).touch()
    assert name_found(tmp_path, document(), "talk.en.vtt") == "talk.en.mp3"
    assert name_found(tmp_path, document(), "talk.de.vtt") == "talk.mp3"


def test_composed_and_decomposed_names_are_the_same(tmp_path: Path) -> None:
    (tmp_path / unicodedata.normalize("NFD", "Gespräch.mp3")).touch()
    assert name_found(tmp_path, document(), unicodedata.normalize("NFC", "Gespräch.vtt"))


def test_of_several_the_one_that_fits_the_times_is_taken(tmp_path: Path) -> None:
    for name in ("talk.mp3", "talk.wav", "talk.mp4"):
        (tmp_path / name).touch()
    lengths = {"talk.mp3": 3600.0, "talk.wav": 128.0, "talk.mp4": 121.0}
    assert found(tmp_path, document(), lengths=lengths) == FoundRecording(
        tmp_path / "talk.wav", "The recording is talk.wav, one of 3 beside the transcript."
    )
    assert name_found(tmp_path, document(), lengths={**lengths, "talk.wav": 60.0}) == "talk.mp4"
    assert name_found(tmp_path, document(), lengths={"talk.mp4": 500.0}) == "talk.mp4"


@pytest.mark.parametrize(
    "stated",
    [
        "sound.flac", "./sound.flac", "../sound.flac", "/somewhere/else/sound.flac", r"D:\Feld\sound.flac",
        "file:///D:/Feld/sound.flac", "https://example.org/e/sound.flac?key=1", "SOUND.FLAC", "sound",
    ],
)  # fmt: skip
def test_what_the_file_states_is_looked_for_by_its_name(tmp_path: Path, stated: str) -> None:
    for name in ("sound.flac", "talk.mp3"):
        (tmp_path / name).touch()
    assert name_found(tmp_path, document(stated)) == "sound.flac"


def test_a_stated_name_may_hold_signs_of_addresses(tmp_path: Path) -> None:
    (tmp_path / "my talk.wav").touch()
    assert name_found(tmp_path, document("./my%20talk.wav")) == "my talk.wav"
    (tmp_path / "my%20talk.wav").touch()
    assert name_found(tmp_path, document("./my%20talk.wav")) == "my%20talk.wav"


def test_a_stated_path_is_followed_below_the_folder_alone(tmp_path: Path) -> None:
    folder = tmp_path / "talks"
    (folder / "sound").mkdir(parents=True)
    for path in (tmp_path / "one.wav", folder / "sound" / "two.wav"):
        path.touch()
    assert name_found(folder, document("sound/two.wav")) == str(Path("sound", "two.wav"))
    for stated in ("../one.wav", str(tmp_path / "one.wav"), "sound/../../one.wav", "~/one.wav", "two.wav"):
        assert found(folder, document(stated)).path is None


def test_a_recording_elsewhere_is_told_and_not_fetched(tmp_path: Path) -> None:
    told = "The recording is at example.org; download it into this folder to hear it."
    assert found(tmp_path, document("talk.wav", "https://example.org/e.mp3")) == FoundRecording(None, told)
    told = "The recording, talk.wav, is not in this folder; --audio FILE names it."
    assert found(tmp_path, document(r"D:\talk.wav")) == FoundRecording(None, told)


def test_a_document_without_times_takes_none(tmp_path: Path) -> None:
    (tmp_path / "talk.wav").touch()
    told = "talk.wav is beside it, but talk.txt has no times to follow it by."
    assert found(tmp_path, document(times=(), name="talk.txt"), "talk.txt") == FoundRecording(None, told)


def test_a_document_of_many_takes_one_of_the_name_of_its_id(tmp_path: Path) -> None:
    for name in ("talks.json", "talks.mp3", "anna 3.mp3", "anna 3.1.mp3"):
        (tmp_path / name).touch()
    assert name_found(tmp_path, document(), "talks.json#anna 3.1") == "anna 3.1.mp3"
    assert found(tmp_path, document(), "talks.json#anna 3.2") == NOTHING


def test_a_running_number_is_a_name_only_behind_that_of_the_file(tmp_path: Path) -> None:
    for name in ("1.mp3", "talks.mp3"):
        (tmp_path / name).touch()
    assert found(tmp_path, document(), "talks.json#1") == NOTHING
    for name in ("talks-1.mp3", "talks#1.mp3"):
        (tmp_path / name).touch()
        assert name_found(tmp_path, document(), "talks.json#1") == name
    assert found(tmp_path, document(), "talks.json#2") == NOTHING


def test_a_document_of_many_takes_none_of_the_name_of_the_file_and_a_pipe_none_at_all(tmp_path: Path) -> None:
    (tmp_path / "talk.wav").touch()
    (tmp_path / "talk.xml").touch()
    assert found(tmp_path, document(), "talk.xml#d12") == NOTHING
    assert name_found(tmp_path, document("talk"), "talk.xml#d12") == "talk.wav"
    assert find_recording(document("talk"), Path("-")) == NOTHING


def test_the_file_that_was_chosen_wins_while_it_is_there(tmp_path: Path) -> None:
    (tmp_path / "talk.mp3").touch()
    chosen = tmp_path / "elsewhere.ogg"
    told = "elsewhere.ogg, which you chose as the recording, is no longer there."
    assert find_recording(document(), tmp_path / "talk.vtt", chosen) == FoundRecording(tmp_path / "talk.mp3", told)
    write_tones(chosen, 1.0)
    assert find_recording(document(), tmp_path / "talk.vtt", chosen) == FoundRecording(chosen)
    chosen.write_text("no sound")
    told = "elsewhere.ogg, which you chose as the recording, is no sound file that can be read."
    assert find_recording(document(), tmp_path / "talk.vtt", chosen) == FoundRecording(tmp_path / "talk.mp3", told)


def test_sound_that_this_program_made_is_not_taken_and_that_is_said(tmp_path: Path) -> None:
    (tmp_path / "talk.mp3").write_bytes(b"ID3 tui-reader")
    told = "talk.mp3 was made by this program; --audio uses it."
    assert found(tmp_path, document(), lengths={"talk.mp3": 60.0}) == FoundRecording(None, told)


def test_only_a_regular_file_is_taken(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "talk.wav")
    (tmp_path / "talk.mp3").mkdir()
    (tmp_path / "talk.ogg").symlink_to("/dev/zero")
    (tmp_path / "talk.opus").symlink_to(tmp_path / "gone")
    assert found(tmp_path, document("talk.wav")).path is None
    assert found(tmp_path / "gone", document()) == NOTHING
