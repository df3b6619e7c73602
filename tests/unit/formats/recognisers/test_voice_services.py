"""Transcripts of Deepgram, AssemblyAI, Rev, Speechmatics, IBM Watson and others."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.support.documents import turns_by_label
from tui_reader.document.model import Document
from tui_reader.formats import parse


def read(data: Any) -> Document:
    return parse(json.dumps(data).encode(), "talk.json")


def _word(word: str, start: float, **more: object) -> dict[str, object]:
    return {"word": word, "text": word, "punctuated_word": word, "start": start, "end": start + 0.3, **more}


_SIGNS = {"type": "punct", "value": "."}
_IN_TURN = [("Speaker 0", "How so?"), ("Speaker 1", "Thus, Ann.")]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ({"results": {"channels": [{}], "utterances": [
            {"speaker": 0, "transcript": "How so?", "start": 0, "end": 1},
            {"speaker": 1, "transcript": "Thus, Ann.", "start": 2, "end": 3}]}}, "Deepgram, utterances"),
        ({"results": {"channels": [{"alternatives": [{"transcript": "How so? Thus, Ann.", "words": [
            _word("How", 0, speaker=0), _word("so?", 1, speaker=0), _word("Thus,", 2, speaker=1),
            _word("Ann.", 3, speaker=1)]}]}]}}, "Deepgram, words with speakers"),
        ({"audio_url": "x", "words": [_word("How", 0)], "utterances": [
            {"speaker": "0", "text": "How so?", "start": 0, "end": 1000},
            {"speaker": "1", "text": "Thus, Ann.", "start": 2000, "end": 3000}]}, "AssemblyAI, utterances"),
        ({"monologues": [
            {"speaker": 0, "elements": [{"type": "text", "value": "How", "ts": 0.5}, {"type": "punct", "value": " "},
                                        {"type": "text", "value": "so"}, {"type": "punct", "value": "?"}]},
            {"speaker": 1, "elements": [{"type": "text", "value": "Thus"}, {"type": "punct", "value": ", "},
                                        {"type": "text", "value": "Ann"}, _SIGNS]}]}, "Rev, Rev.ai, monologues"),
        ({"speaker_labels": [{"from": 0, "speaker": 0}, {"from": 1, "speaker": 0}, {"from": 2.5, "speaker": 1},
                             {"from": 3, "speaker": 1}],
          "results": [{"final": True, "alternatives": [{"transcript": "How so? %HESITATION Thus, Ann.", "timestamps": [
              ["How", 0, 0.5], ["so?", 1, 1.4], ["%HESITATION", 2, 2.2], ["Thus,", 2.5, 2.8], ["Ann.", 3, 3.4]]}]}]},
         "IBM Watson, speaker labels"),
        ({"language_code": "en", "words": [
            {"text": "How", "type": "word", "start": 0, "speaker_id": "0"}, {"text": " ", "type": "spacing"},
            {"text": "so?", "type": "word", "start": 1, "speaker_id": "0"},
            {"text": "Thus,", "type": "word", "start": 2, "speaker_id": "1"}, {"text": " ", "type": "spacing"},
            {"text": "Ann.", "type": "word", "start": 3, "speaker_id": "1"}]}, "ElevenLabs"),
        ({"tokens": [{"text": "H", "start_ms": 0, "speaker": "0"}, {"text": "ow", "start_ms": 9, "speaker": "0"},
                     {"text": " so?", "start_ms": 500, "speaker": "0"},
                     {"text": "Thus,", "start_ms": 900, "speaker": "1"},
                     {"text": " Ann.", "start_ms": 1500, "speaker": "1"}]}, "Soniox"),
        ({"transcription": {"utterances": [{"text": "How so?", "speaker": 0, "start": 0, "end": 1},
                                           {"text": "Thus, Ann.", "speaker": 1, "start": 2, "end": 3}]}}, "Gladia"),
    ],
)  # fmt: skip
def test_each_service_tells_its_turns(data: object, told: str) -> None:
    document = read(data)
    assert turns_by_label(document) == _IN_TURN
    assert document.producer and document.producer.told == told


def test_one_run_of_a_speaker_is_one_turn_also_without_times() -> None:
    elements = [
        {"type": "text", "value": "How"},
        {"type": "punct", "value": "? "},
        {"type": "text", "value": "So"},
        _SIGNS,
    ]
    document = read({"monologues": [{"speaker": 0, "elements": elements}, {"speaker": 0, "elements": elements}]})
    assert turns_by_label(document) == [("Speaker 0", "How? So. How? So.")]


def test_deepgrams_channels_are_speakers_in_order_of_time() -> None:
    said = [("Hello.", 0, 0), ("Fine.", 4, 0), ("How now?", 2, 1)]
    utterances = [{"transcript": text, "start": start, "end": start + 1, "channel": ch} for text, start, ch in said]
    in_turn = [("Channel 0", "Hello."), ("Channel 1", "How now?"), ("Channel 0", "Fine.")]
    assert turns_by_label(read({"results": {"channels": [{}, {}], "utterances": utterances}})) == in_turn
    left, right = [_word("Hello.", 0), _word("Fine.", 4)], [_word("How", 2), _word("now?", 2.4)]
    channels = [{"alternatives": [{"transcript": "x", "words": words}]} for words in (left, right)]
    assert turns_by_label(read({"results": {"channels": channels}})) == in_turn


def test_speechmatics_joins_signs_and_knows_nobody() -> None:
    def one(kind: str, content: str, start: float, speaker: str) -> dict[str, object]:
        return {
            "type": kind,
            "start_time": start,
            "end_time": start,
            "alternatives": [{"content": content, "speaker": speaker}],
        }

    results = [one("word", "Hello", 0, "S1"), one("punctuation", ".", 0.3, "S1"), one("word", "Noise", 1, "UU"),
               one("word", "Yes", 2, "S2"), one("punctuation", ",", 2, "S2"), one("word", "now", 3, "S2")]  # fmt: skip
    document = read({"format": "2.9", "results": results})
    assert turns_by_label(document) == [("S1", "Hello."), ("S2", "Yes, now")]
    assert [page.text for page in document.pages if page.turn is None] == ["Noise"]


def test_speechmatics_1_tells_speakers_by_time() -> None:
    words = [{"name": name, "time": str(at), "duration": "0.4"} for name, at in (("Hello", 0), (".", 0.5), ("Yes", 2))]
    speakers = [{"name": "M1", "time": "0.0", "duration": "1"}, {"name": "F2", "time": "1.9", "duration": "1"}]
    assert turns_by_label(read({"words": words, "speakers": speakers})) == [("M1", "Hello."), ("F2", "Yes")]


def test_speechmatics_signs_stand_close_to_the_word_that_they_belong_to() -> None:
    def one(kind: str, content: str, side: str | None = None) -> dict[str, object]:
        return {"type": kind, "start_time": 1, "attaches_to": side, "alternatives": [{"content": content}]}

    signs = {"(": "next", "-": "both", ")": "previous", "&": "none"}
    pieces = ["Yes", "(", "well", "-", "made", ")", "&", "so"]
    results = [one("punctuation" if piece in signs else "word", piece, signs.get(piece)) for piece in pieces]
    document = read({"message": "AddTranscript", "format": "2.1", "results": results, "metadata": {}})
    assert document.pages[0].text == "Yes (well-made) & so" and document.lost is None


def test_watsons_answer_of_a_job_holds_results_in_results() -> None:
    stamps = [["how", 0.1, 0.3], ["so", 0.3, 0.6], ["thus", 1.1, 1.5]]
    labels = [{"from": 0.1, "speaker": 0}, {"from": 0.3, "speaker": 0}, {"from": 1.1, "speaker": 1}]
    alternatives = [{"transcript": "how so thus ", "timestamps": stamps}]
    answer = {"results": [{"alternatives": alternatives, "final": True}], "speaker_labels": labels}
    document = read({"id": "x", "created": "2024-03-05", "results": [answer], "status": "completed"})
    assert turns_by_label(document) == [("Speaker 0", "how so"), ("Speaker 1", "thus")]
    assert document.producer and document.producer.name == "ibm-watson"
    assert sum(time.is_word for time in document.times) == 3


def test_tags_of_rev_stand_apart_from_the_words_before_and_behind() -> None:
    elements = [{"type": "text", "value": "I have"}, {"type": "tag", "name": "inaudible", "timestamp": "00:00:07,000"},
                {"type": "text", "value": "here."}, {"type": "tag", "value": "laughs"}]  # fmt: skip
    document = read({"monologues": [{"speaker": 0, "elements": elements}]})
    assert document.turns[0].text.split() == ["I", "have", "[inaudible]", "here.", "[laughs]"]


def test_paragraphs_of_deepgram_tell_who_speaks_where_there_are_no_words() -> None:
    paragraphs = [
        {"speaker": 0, "sentences": [{"text": "How so?", "start": 0.1, "end": 1}]},
        {"speaker": 1, "sentences": [{"text": "Thus.", "start": 1.1, "end": 2}, {"text": "Ah.", "start": 2, "end": 3}]},
    ]
    reading = {"transcript": "How so? Thus. Ah.", "words": [], "paragraphs": {"paragraphs": paragraphs}}
    document = parse(json.dumps({"results": {"channels": [{"alternatives": [reading]}]}}).encode(), "talk.json")
    assert turns_by_label(document) == [("Speaker 0", "How so?"), ("Speaker 1", "Thus. Ah.")]
    assert [time.start for time in document.times] == [0.1, 1.1, 2]
