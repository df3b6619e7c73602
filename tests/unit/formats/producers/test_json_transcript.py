"""Transcripts in JSON: their shapes, missing speakers, and files that are no transcript."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.support.documents import read_text, turns_by_speaker
from tui_reader.document.model import Document
from tui_reader.errors import DocumentError
from tui_reader.formats import parse, read


def _read(folder: Path, data: Any) -> Document:
    return read_text(folder, data if isinstance(data, str) else json.dumps(data), "talk.json")


def test_segments_of_one_word_becometurns_by_speaker(tmp_path: Path) -> None:
    words = [("Ann", "How"), ("Ann", "so?"), ("Ben", "Thus.")]
    segments = [
        {"speaker": who, "startTime": n, "endTime": n + 0.5, "body": word} for n, (who, word) in enumerate(words)
    ]
    document = _read(tmp_path, {"version": "1.0.0", "segments": segments})
    assert turns_by_speaker(document) == [("Ann", "How so?"), ("Ben", "Thus.")]
    assert [time.start for time in document.times if time.is_word] == [0, 1, 2]


def test_whisper_without_speakers_is_the_narrators(tmp_path: Path) -> None:
    segments = [
        {"id": 0, "start": 0.0, "end": 1.0, "text": " It rained."},
        {"start": 1.0, "end": 2.0, "text": " Hard."},
    ]
    document = _read(tmp_path, {"text": "It rained. Hard.", "segments": segments, "language": "en"})
    assert document.turns == () and document.pages[0].text == "It rained. Hard."


def test_whisperx_segments_without_a_speaker_go_on_and_it_is_said(tmp_path: Path) -> None:
    segments = [
        {"start": 0, "end": 1, "text": "One", "speaker": "SPEAKER_00"},
        {"start": 1, "end": 2, "text": "two."},
        {"start": 2, "end": 3, "text": "Three.", "words": [{"word": "Three.", "speaker": "SPEAKER_01"}]},
    ]
    document = _read(tmp_path, {"segments": segments})
    assert turns_by_speaker(document) == [("SPEAKER_00", "One two."), ("SPEAKER_01", "Three.")]
    assert "1 segment names no speaker" in document.warnings[0]


def test_speakers_may_be_numbers_and_lists_may_lie_deep(tmp_path: Path) -> None:
    utterances = [{"speaker": 0, "transcript": "Hi.", "start": 0}, {"speaker": 1, "transcript": "Ho.", "start": 1}]
    document = _read(tmp_path, {"metadata": {"x": [1, 2]}, "results": {"utterances": utterances}})
    assert turns_by_speaker(document) == [("Speaker 0", "Hi."), ("Speaker 1", "Ho.")]


def test_messages_without_times_are_a_turn_each(tmp_path: Path) -> None:
    document = _read(
        tmp_path,
        [
            {"role": "user", "content": "Hi."},
            {"role": "user", "content": "You?\n\nSo?"},
            {"content": "x", "role": "bot"},
        ],
    )
    assert turns_by_speaker(document) == [("User", "Hi."), ("User", "You?\nSo?"), ("Bot", "x")]


def test_fields_of_the_wrong_type_are_passed_over(tmp_path: Path) -> None:
    segments = [
        {"speaker": {"name": "Ann"}, "start": "x", "end": None, "text": "Yes."},
        {"speaker": [1], "start": True, "text": "No."},
        7,
        {"speaker": "Ben", "start": 1e400, "end": -1, "text": "So."},
        {"text": 5},
    ]
    document = _read(tmp_path, {"segments": segments, "title": 3, "language": ["x"]})
    assert [turn.speaker for turn in document.turns] == ["Ann", "Ben"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[" * 100_000, "too deep"),
        ('{"a":' * 100_000, "too deep"),
        ('{"segments": [{"text": "a"', "cut off?"),
        ('{"segments": [}', "line 1, column 15"),
        ('{"name": "x", "list": [1, 2]}', "without a transcript"),
        ("{}", "without a transcript"),
        ('{"n": ' + "9" * 5000 + "}", "this JSON cannot be read"),
    ],
)
def test_what_is_no_transcript_is_told_in_one_line(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(DocumentError) as caught:
        _read(tmp_path, text)
    assert words in str(caught.value) and "\n" not in str(caught.value)
    assert str(caught.value).startswith("talk.json: ")


@pytest.mark.parametrize(
    "data",
    [
        {"results": {
            "transcripts": [{"transcript": "How so? Thus, Ann."}],
            "speaker_labels": {"segments": [
                {"speaker_label": "Speaker 0", "items": [{"start_time": "0.1", "speaker_label": "Speaker 0"}]},
                {"speaker_label": "Speaker 1", "items": [{"start_time": "2.1", "speaker_label": "Speaker 1"}]},
            ]},
            "items": [
                {"start_time": "0.1", "alternatives": [{"content": "How"}]}, {"alternatives": [{"content": "so"}]},
                {"alternatives": [{"content": "?"}]}, {"start_time": "2.1", "alternatives": [{"content": "Thus"}]},
                {"alternatives": [{"content": ","}]}, {"alternatives": [{"content": "Ann"}]},
                {"alternatives": [{"content": "."}]},
            ],
        }},
        {"results": {"channels": [{"alternatives": [{"transcript": "How so? Thus, Ann.", "words": [
            {"word": "how", "punctuated_word": "How", "start": 0.1, "end": 0.3, "speaker": 0},
            {"word": "so", "punctuated_word": "so?", "start": 0.4, "end": 0.6, "speaker": 0},
            {"word": "thus", "punctuated_word": "Thus,", "start": 2.1, "end": 2.3, "speaker": 1},
            {"word": "ann", "punctuated_word": "Ann.", "start": 2.4, "end": 2.6, "speaker": 1},
        ]}]}]}},
        {"text": "How so? Thus, Ann.", "words": [{"text": "How", "start": 100, "end": 300, "speaker": "0"}],
         "utterances": [{"speaker": "0", "text": "How so?", "start": 100, "end": 600},
                        {"speaker": "1", "text": "Thus, Ann.", "start": 2100, "end": 2600}]},
        {"speakers": [{"id": 3, "name": "Speaker 0"}, {"id": 4, "name": "Speaker 1"}], "monologues": [
            {"speaker": 3, "elements": [{"value": "How"}, {"value": " "}, {"value": "so"}, {"value": "?"}]},
            {"speaker": 4, "elements": [{"value": "Thus"}, {"value": ", "}, {"value": "Ann"}, {"value": "."}]},
        ]},
        {"recognizedPhrases": [{"speaker": 0, "nBest": [{"display": "How so?"}, {"display": "Hows?"}]},
                               {"speaker": 1, "nBest": [{"display": "Thus, Ann."}]}]},
        {"messages": [{"from": "Speaker 0", "text": ["How ", {"type": "bold", "text": "so?"}]},
                      {"from": "Speaker 1", "text": "Thus, Ann."}]},
        {"mapping": {"a": {"message": {"author": {"role": "Speaker 0"}, "content": {"parts": ["How so?"]}}},
                     "b": {"message": {"author": {"role": "Speaker 1"}, "content": {"parts": ["Thus, Ann."]}}}}},
    ],
    ids=["AWS Transcribe", "Deepgram", "AssemblyAI", "Rev", "Azure", "Telegram", "a chat with a machine"],
)  # fmt: skip
def test_machines_files_are_told_by_their_shape(tmp_path: Path, data: object) -> None:
    assert turns_by_speaker(_read(tmp_path, data)) == [("Speaker 0", "How so?"), ("Speaker 1", "Thus, Ann.")]


def test_json_lines_are_a_list(tmp_path: Path) -> None:
    path = tmp_path / "talk.jsonl"
    path.write_text('{"speaker": "Ann", "text": "How so?"}\n{"speaker": "Ben", "text": "Thus."}\n', encoding="utf-8")
    assert turns_by_speaker(read(path)) == [("Ann", "How so?"), ("Ben", "Thus.")]


def test_the_first_of_two_speakers_of_one_number_names_it() -> None:
    text = (
        '{"speakers": [{"id": 1, "name": "Ann"}, {"id": 1, "name": "Bo"}, {"id": 2, "name": "Cy"}],'
        ' "segments": [{"speaker": 1, "text": "One."}, {"speaker": 2, "text": "Two."}, {"speaker": 3, "text": "So."}]}'
    )
    assert [turn.label.text for turn in parse(text.encode(), "talk.json").turns] == ["Ann", "Cy", "Speaker 3"]
