"""A file with times states its recording; what is no recording of it is not taken."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tui_reader.document.model import Document
from tui_reader.formats import parse, read
from tui_reader.packed.packed_document import pack, unpack
from tui_reader.packed.packed_file import packed_bytes

ELAN = """<?xml version="1.0" encoding="UTF-8"?>
<ANNOTATION_DOCUMENT AUTHOR="" FORMAT="3.0">
<HEADER MEDIA_FILE="" TIME_UNITS="milliseconds">
<!-- <MEDIA_DESCRIPTOR MEDIA_URL="old.wav"/> -->
<MEDIA_DESCRIPTOR MEDIA_URL="file:///D:/Feld/Kuh%20&amp;%20Kalb.wav" MIME_TYPE="audio/x-wav"
  RELATIVE_MEDIA_URL='./Kuh%20&amp;%20Kalb.wav'/>
</HEADER>
<TIME_ORDER><TIME_SLOT TIME_SLOT_ID="a" TIME_VALUE="0"/><TIME_SLOT TIME_SLOT_ID="b" TIME_VALUE="900"/></TIME_ORDER>
<TIER LINGUISTIC_TYPE_REF="default" TIER_ID="ANN" PARTICIPANT="ANN"><ANNOTATION>
<ALIGNABLE_ANNOTATION ANNOTATION_ID="1" TIME_SLOT_REF1="a" TIME_SLOT_REF2="b">
<ANNOTATION_VALUE>Hello there.</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION></TIER>
</ANNOTATION_DOCUMENT>
"""
EXMARALDA = """<?xml version="1.0"?><basic-transcription><head><meta-information>
<referenced-file url="sound/talk.wav"/></meta-information>
<speakertable><speaker id="A"><abbreviation>ANN</abbreviation></speaker></speakertable></head>
<basic-body><common-timeline><tli id="T0" time="0.0"/><tli id="T1" time="1.5"/></common-timeline>
<tier id="TIE0" speaker="A" category="v" type="t" display-name="ANN"><event start="T0" end="T1">Hello.</event></tier>
</basic-body></basic-transcription>
"""
TRANSCRIBER = """<?xml version="1.0"?><Trans scribe="x" audio_filename="talk_17" version="1">
<Speakers><Speaker id="s1" name="ANN"/></Speakers><Episode><Section type="report" startTime="0" endTime="3">
<Turn speaker="s1" startTime="0" endTime="3"><Sync time="0"/>Hello there.</Turn></Section></Episode></Trans>
"""
CHAT = """@UTF8
@Begin
@Languages:\teng
@Participants:\tANN Ann Adult
@ID:\teng|x|ANN|||||Adult|||
@Media:\ttalk_17, audio
*ANN:\thello there . \x150_1500\x15
@End
"""
ASS = """[Script Info]
ScriptType: v4.00+
[Aegisub Project Garbage]
Audio File: ../sound/talk.flac
Video File: ?dummy:23.976000:40000:640:480:47:163:254:
[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
Dialogue: 0,0:00:00.00,0:00:02.00,Default,ANN,0,0,0,,Hello there.
"""
SAID = {"segments": [{"start": 0, "end": 1.5, "text": "Hello there.", "speaker": "ANN"}]}


def in_json(**more: object) -> str:
    return json.dumps({**SAID, **more})


def parsed(text: str, name: str = "talk.x") -> Document:
    return parse(text.encode(), name)


@pytest.mark.parametrize(
    ("text", "media"),
    [
        (ELAN, ("./Kuh%20&%20Kalb.wav", "file:///D:/Feld/Kuh%20&%20Kalb.wav")),
        (EXMARALDA, ("sound/talk.wav",)),
        (TRANSCRIBER, ("talk_17",)),
        (CHAT, ("talk_17",)),
        (CHAT.replace("talk_17,", '"https://example.org/talk_17.mp3",'), ("https://example.org/talk_17.mp3",)),
        (ASS, ("../sound/talk.flac",)),
        (in_json(audio_url="https://example.org/talk.mp3"), ("https://example.org/talk.mp3",)),
        (in_json(metadata={"file-name": "talk.WAV", "model": "base"}), ("talk.WAV",)),
        (in_json(enclosure={"url": "https://example.org/e.m4a", "length": 1}), ("https://example.org/e.m4a",)),
        (in_json(attachments=[{"url": "https://example.org/e.mp3"}]), ("https://example.org/e.mp3",)),
        (in_json(job={"data_name": "talk.mp4"}), ("talk.mp4",)),
        (in_json(source="microphone", file="talk.json", media=7, url="https://example.org/"), ()),
        (in_json(audio="a\nb.mp3", media="c.mp3"), ("c.mp3",)),
    ],
)
def test_the_recording_that_a_file_states(text: str, media: tuple[str, ...]) -> None:
    assert parsed(text).media == media


def test_words_that_are_said_are_no_statement() -> None:
    said = {"segments": [{"start": 0, "end": 2, "text": "talk.mp3", "speaker": "ANN", "file": "part.mp3"}]}
    assert parsed(json.dumps(said)).media == ()
    assert parsed("WEBVTT\n\n00:00.000 --> 00:02.000\n<v Ann>Audio File: talk.mp3, he said.\n").media == ()


def test_a_document_without_times_states_nothing() -> None:
    assert parsed("Audio File: talk.mp3\n\nANN: Hello.\n\nBEN: Yes.\n\nANN: No.\n", "talk.txt").media == ()


def test_it_stays_with_a_document_that_is_kept_packed() -> None:
    columns = pack(parsed(CHAT))
    assert columns is not None
    from tui_reader.packed.packed_file import columns_of

    assert unpack(*columns_of(b"".join(packed_bytes(columns)))).media == ("talk_17",)


def test_a_people_file_names_the_recording_before_the_file_does(tmp_path: Path) -> None:
    (tmp_path / "talk.cha").write_text(CHAT)
    people = tmp_path / "talk.people.toml"
    people.write_text('audio = "sound/better.flac"\n')
    document = read(tmp_path / "talk.cha")
    assert (document.media, document.warnings) == (("sound/better.flac",), ())
    for wrong in ('"../better.flac"', '"/etc/better.flac"', "7"):
        people.write_text(f"not_labels = []\naudio = {wrong}\n")
        document = read(tmp_path / "talk.cha")
        assert document.media == ("talk_17",)
        told = "audio is the name of a file in this folder or below it, in quotes"
        assert document.warnings == (f"talk.people.toml:2: {told}",)


@pytest.mark.parametrize("sign", ["<!--", "<media ", "<media url=", "<media url='x' ", '<a b="', "<!-", "a=' "])
def test_hostile_markup_takes_no_time(sign: str) -> None:
    from tui_reader.formats.media_names import media_names
    from tui_reader.formats.source_file import SourceFile

    file = SourceFile(b"", "talk.xml", "")
    file.text = "<x>" + sign * (300_000 // len(sign))
    assert media_names(file) == ()
