"""Transcripts of Whisper in its forms, Vosk, NeMo, Kaldi, and of programs in which transcripts are corrected."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.support.documents import turns_by_label
from tui_reader.document.model import Document
from tui_reader.errors import DocumentError
from tui_reader.formats import parse


def read(data: Any) -> Document:
    return parse((data if isinstance(data, str) else json.dumps(data)).encode(), "talk.json")


def _words(*words: tuple[str, float]) -> list[dict[str, object]]:
    return [{"text": text, "word": text, "start": start, "end": start + 0.4} for text, start in words]


_WORDS = _words(("How", 0), ("so?", 1), ("Thus,", 2), ("Ann.", 3))
_SPANS = [{"speaker": "A1", "start": 0, "end": 1.5}, {"speaker": "B2", "start": 1.9, "end": 4}]
_LINES = [{"text": word["text"], "start": word["start"], "end": word["end"]} for word in _WORDS]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ({"segments": [{"text": " How so?", "start": 0, "end": 1, "speaker": "A1", "words": _WORDS[:2]},
                       {"text": " Thus, Ann.", "start": 2, "end": 3, "words": [_WORDS[2] | {"speaker": "B2"}]}],
          "word_segments": []}, "WhisperX, words"),
        ({"task": "transcribe", "duration": 4, "segments": [
            {"type": "transcript.text.segment", "text": "How so?", "start": 0, "end": 1, "speaker": "A1"},
            {"type": "transcript.text.segment", "text": "Thus, Ann.", "start": 2, "end": 3, "speaker": "B2"}]},
         "OpenAI transcription, speakers"),
        ([{"session_id": "m", "speaker": "A1", "start_time": 0, "end_time": 1, "words": "How so?"},
          {"session_id": "m", "speaker": "B2", "start_time": 2, "end_time": 3, "words": "Thus, Ann."}],
         "SegLST (MeetEval)"),
        ({"words": [{"word": "How", "start_time": 0}], "sentences": [
            {"text": "How so?", "speaker": "A1", "start_time": 0, "end_time": 1},
            {"text": "Thus, Ann.", "speaker": "B2", "start_time": 2, "end_time": 3}]}, "NVIDIA NeMo, sentences"),
        ({"retval": {"words": [one | {"punct": one["word"]} for one in _WORDS], "segmentation": {"segments": [
            {"start": 0, "duration": 1.5, "speaker": {"@id": "A1"}},
            {"start": 1.9, "duration": 2, "speaker": {"@id": "B2"}}]}}}, "BBC Kaldi, words"),
        ({"words": _WORDS, "paragraphs": _SPANS}, "Digital Paper Edit, slate"),
        ({"text": [{"speaker": "A1", "paragraph": [{"line": _LINES[:2]}]},
                   {"speaker": "B2", "paragraph": [{"line": _LINES[2:]}]}]}, "autoEdit"),
        ({"speaker_names": {"1": "A1"}, "children": [
            {"type": "paragraph", "speaker": "1", "children": [{"text": "H"}, {"text": "ow"}, {"text": " so?"}]},
            {"type": "paragraph", "speaker": "B2", "children": [{"text": "Thus,"}, {"text": " Ann."}]}]},
         "transcribee"),
        ([{"participant": {"name": "A1"}, "words": [{"text": "How so?", "start_timestamp": {"relative": 0}}]},
          {"participant": {"name": "B2"}, "words": [{"text": "Thus, Ann.", "start_timestamp": {"relative": 2}}]}],
         "Recall"),
        ({"callTranscripts": [{"transcript": [
            {"speakerId": "A1", "sentences": [{"start": 0, "end": 900, "text": "How so?"}]},
            {"speakerId": "B2", "sentences": [{"start": 2000, "end": 2900, "text": "Thus, Ann."}]}]}]}, "Gong"),
        ({"text": '<span class="timestamp" data-timestamp="1.5">0:01</span> <b>A1</b>: How <i>so</i>?<br>B2: '
                  '<span data-timestamp="4" class="timestamp">0:04</span>&nbsp;Thus, '
                  '<span class="timestamp" data-timestamp="5">0:05</span> Ann.', "media": "a.mp3", "media-time": 9},
         "oTranscribe"),
    ],
)  # fmt: skip
def test_each_program_tells_its_turns(data: object, told: str) -> None:
    document = read(data)
    assert turns_by_label(document) == [("A1", "How so?"), ("B2", "Thus, Ann.")]
    assert document.producer and document.producer.told == told and document.lost is None


def test_whisper_cpp_says_no_signs_of_the_model_and_names_speakers_by_number() -> None:
    def one(start: int, text: str, **more: object) -> dict[str, object]:
        return {"offsets": {"from": start, "to": start + 900}, "text": text, **more}

    plain = read({"transcription": [one(0, "[_BEG_] How so? [SPEAKER_TURN]"), one(1000, " Thus.")]})
    assert plain.turns == () and plain.pages[0].text == "How so? Thus."
    assert [time.start for time in plain.times] == [0, 1]
    stereo = read({"transcription": [one(0, " How so?", speaker="0"), one(1000, "(speaker 1) Thus.")]})
    assert turns_by_label(stereo) == [("Speaker 0", "How so?"), ("Speaker 1", "Thus.")]


def test_vosks_results_follow_one_another_and_partial_ones_are_nothing() -> None:
    whole = '{"result": [{"conf": 1, "word": "how", "start": 1, "end": 2}], "text": "how"}'
    document = read('{"partial": "ho"}\n' + whole + '\n{\n  "text": "so"}')
    assert document.turns == () and document.pages[0].text == "how so" and document.lost is None


@pytest.mark.parametrize("name", ["unknown", "UNKNOWN", "UU", "U_UKN", "?"])
def test_nobody_is_no_person(name: str) -> None:
    segments = [{"text": "Yes.", "start": 0, "speaker": "Ann"}, {"text": "Noise.", "start": 1, "speaker": name},
                {"text": "No.", "start": 2, "speaker": "Ann"}]  # fmt: skip
    assert turns_by_label(read({"segments": segments})) == [("Ann", "Yes."), ("Ann", "No.")]


def test_long_keys_become_numbers() -> None:
    keys = ["a3f0c1d2-0000-4000-8000-00000000000" + sign for sign in "12"]
    segments = [{"text": "Yes.", "start": n, "speaker": keys[n % 2]} for n in range(3)]
    assert [turn.label.text for turn in read({"segments": segments}).turns] == ["Speaker 1", "Speaker 2", "Speaker 1"]


def test_sentences_of_writings_without_blanks_are_joined_without() -> None:
    segments = [
        {"text": text, "start": n, "end": n + 1, "speaker": "A1"} for n, text in enumerate(("你好。", "再见。"))
    ]
    document = read({"language": "zh", "segments": segments})
    assert turns_by_label(document) == [("A1", "你好。再见。")] and document.language == "zh"


def test_another_file_than_the_person_says_is_refused_with_the_key_that_it_lacks() -> None:
    with pytest.raises(DocumentError, match=r"not a file of Deepgram, which has results\.utterances\[\]"):
        parse(b'{"segments": [{"text": "Yes.", "start": 0}]}', "talk.json", producer="deepgram")


def test_words_of_gentle_have_the_signs_of_its_transcript() -> None:
    said = ((0, "How", 0.1), (4, "so", None), (8, "Thus", 1.1))
    words = [{"word": word, "case": "success", "start": start, "startOffset": at} for at, word, start in said]
    data = {"transcript": "How so? Thus.", "words": words}
    document = parse(json.dumps(data).encode(), "align.json")
    assert document.pages[-1].text == "How so? Thus." and document.lost is None
    assert {time.start for time in document.times} == {0.1, 1.1}


def test_a_change_of_speaker_is_no_lost_word() -> None:
    rows = [
        {"offsets": {"from": 0, "to": 900}, "text": " How so? [SPEAKER_TURN]"},
        {"offsets": {"from": 900}, "text": " Thus."},
    ]
    document = parse(json.dumps({"transcription": rows}).encode(), "talk.json")
    assert document.lost is None and "TURN" not in document.pages[0].text
