"""Transcripts of Amazon's, Google's and Microsoft's services: speakers, channels, order of time."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.support.documents import turns_by_label
from tui_reader.document.model import Document
from tui_reader.formats import parse


def read(data: Any) -> Document:
    return parse(json.dumps(data).encode(), "talk.json")


def _aws(start: float, content: str, **more: object) -> dict[str, object]:
    times = {"start_time": str(start), "end_time": str(start + 0.3), "type": "pronunciation"} if start >= 0 else {}
    return {"type": "punctuation", "alternatives": [{"content": content}], **times, **more}


def test_aws_words_have_the_speakers_of_labels_by_time_or_of_their_own() -> None:
    items = [_aws(0, "How"), _aws(0.4, "so"), _aws(-1, "?"), _aws(2, "Thus"), _aws(-1, ".")]
    segments = [
        {"speaker_label": "spk_0", "items": [{"start_time": "0"}, {"start_time": "0.4"}]},
        {"speaker_label": "spk_1", "items": [{"start_time": "2", "speaker_label": "spk_1"}]},
    ]
    document = read({"results": {"items": items, "speaker_labels": {"segments": segments}}})
    assert turns_by_label(document) == [("spk_0", "How so?"), ("spk_1", "Thus.")]
    assert document.producer and document.producer.told == "AWS Transcribe, speaker labels"
    assert [time.start for time in document.times if time.is_word] == [0, 0.4, 2]
    own = [item | {"speaker_label": "spk_7"} for item in items]
    assert turns_by_label(read({"results": {"items": own}})) == [("spk_7", "How so? Thus.")]


def test_aws_channels_speak_in_turn() -> None:
    left = [_aws(0, "Hello"), _aws(-1, "."), _aws(5, "Fine"), _aws(-1, ".")]
    right = [_aws(2, "How"), _aws(2.4, "now"), _aws(-1, "?")]
    channels = [{"channel_label": "ch_0", "items": left}, {"channel_label": "ch_1", "items": right}]
    document = read({"results": {"channel_labels": {"channels": channels}, "items": []}})
    assert turns_by_label(document) == [("ch_0", "Hello."), ("ch_1", "How now?"), ("ch_0", "Fine.")]


@pytest.mark.parametrize(
    "data",
    [
        {"Transcript": [
            {"ParticipantRole": "AGENT", "Content": "Hello.", "BeginOffsetMillis": 0},
            {"ParticipantRole": "CUSTOMER", "Content": "Hi.", "BeginOffsetMillis": 900},
        ]},
        {"Participants": [{"ParticipantId": "x1", "ParticipantRole": "AGENT"},
                          {"ParticipantId": "x2", "ParticipantRole": "CUSTOMER"}],
         "Transcript": [{"ParticipantId": "x1", "Content": "Hello."}, {"ParticipantId": "x2", "Content": "Hi."}]},
        {"Conversation": {"TranscriptSegments": [
            {"Content": "Hello.", "ParticipantDetails": {"ParticipantRole": "AGENT"}, "BeginAudioTime": 0},
            {"Content": "Hi.", "ParticipantDetails": {"ParticipantRole": "CUSTOMER"}, "BeginAudioTime": 2}]}},
        {"audio_segments": [{"text": "Hello.", "speaker": {"speaker_label": "AGENT"}, "start_timestamp_millis": 0},
                            {"text": "Hi.", "speaker": {"speaker_label": "CUSTOMER"}, "start_timestamp_millis": 7}]},
    ],
    ids=["Call Analytics", "Contact Lens", "HealthScribe", "Bedrock"],
)  # fmt: skip
def test_amazons_other_services_name_the_parts_people_play(data: object) -> None:
    assert turns_by_label(read(data)) == [("AGENT", "Hello."), ("CUSTOMER", "Hi.")]


def _google(word: str, start: float, tag: int) -> dict[str, object]:
    return {"word": word, "startTime": f"{start}s", "endTime": f"{start + 0.3}s", "speakerTag": tag}


def test_google_repeats_all_words_with_speakers_in_the_last_result() -> None:
    plain = [[_google("Hello.", 0, 0)], [_google("How", 2, 0), _google("now?", 3, 0)]]
    tagged = [_google("Hello.", 0, 1), _google("How", 2, 2), _google("now?", 3, 2)]
    results = [{"alternatives": [{"transcript": "x", "words": words}]} for words in (*plain, tagged)]
    assert turns_by_label(read({"results": results})) == [("Speaker 1", "Hello."), ("Speaker 2", "How now?")]
    assert turns_by_label(read({"response": {"results": results}})) == turns_by_label(read({"results": results}))


def test_google_2_labels_words_of_each_result_and_names_files() -> None:
    words = [{"word": "Hello.", "startOffset": "0s", "speakerLabel": "1"}]
    more = [{"word": "Now?", "startOffset": "1.5s", "speakerLabel": "2"}]
    results = [{"alternatives": [{"words": one}], "languageCode": "en-US"} for one in (words, more)]
    data = {"results": {"gs://talk.wav": {"transcript": {"results": results}}}}
    assert turns_by_label(parse(json.dumps(data).encode(), "a", producer="google-speech")) == [
        ("Speaker 1", "Hello."), ("Speaker 2", "Now?"),
    ]  # fmt: skip


def _phrase(start: float, display: str, **more: object) -> dict[str, object]:
    return {"offsetInTicks": start * 1e7, "durationInTicks": 1e7, "nBest": [{"display": display}], **more}


def test_azures_phrases_of_two_channels_are_put_in_order_of_time() -> None:
    phrases = [_phrase(0, "Hello.", channel=0), _phrase(4, "Fine.", channel=0), _phrase(2, "How now?", channel=1)]
    whole = [{"channel": 0, "display": "Hello. Fine."}, {"channel": 1, "display": "How now?"}]
    document = read({"combinedRecognizedPhrases": whole, "recognizedPhrases": [*phrases, _phrase(9, "", channel=0)]})
    assert turns_by_label(document) == [("Channel 0", "Hello."), ("Channel 1", "How now?"), ("Channel 0", "Fine.")]
    assert [time.start for time in document.times] == [0, 2, 4] and document.lost is None


def test_a_channel_that_has_no_phrases_is_read_as_a_whole() -> None:
    whole = [{"channel": 0, "display": "Hello."}, {"channel": 1, "display": "How now?"}]
    document = read({"combinedRecognizedPhrases": whole, "recognizedPhrases": [_phrase(0, "Hello.", channel=0)]})
    assert turns_by_label(document) == [("Channel 0", "Hello."), ("Channel 1", "How now?")]


@pytest.mark.parametrize(
    "data",
    [
        {"recognizedPhrases": [_phrase(0, "Hello.", speaker=1), _phrase(2, "Hi.", speaker=2)]},
        {"combinedPhrases": [], "phrases": [
            {"text": "Hello.", "speaker": 1, "offsetMilliseconds": 0, "durationMilliseconds": 400},
            {"text": "Hi.", "speaker": 2, "offsetMilliseconds": 900, "durationMilliseconds": 400}]},
        {"AudioFileResults": [{"SegmentResults": [
            {"NBest": [{"Display": "Hello."}], "SpeakerId": "1", "Offset": 0, "Duration": 9000000},
            {"NBest": [{"Display": "Hi."}], "SpeakerId": "2", "Offset": 10000000, "Duration": 9000000}]}]},
        {"videos": [{"insights": {
            "speakers": [{"id": 7, "name": "Speaker 1"}, {"id": 8, "name": "Speaker 2"}],
            "transcript": [{"text": "Hello.", "speakerId": 7, "instances": [{"start": "0:00:00", "end": "0:00:01.5"}]},
                           {"text": "Hi.", "speakerId": 8, "instances": [{"start": "0:00:02", "end": "0:00:03"}]}]}}]},
    ],
    ids=["batch", "fast", "batch 2", "Video Indexer"],
)  # fmt: skip
def test_microsofts_services_number_speakers(data: object) -> None:
    assert turns_by_label(read(data)) == [("Speaker 1", "Hello."), ("Speaker 2", "Hi.")]


def test_words_that_aws_masks_stand_apart() -> None:
    items = [
        {"type": "pronunciation", "start_time": str(at), "end_time": str(at + 1), "alternatives": [{"content": word}]}
        for at, word in enumerate(["Into", "the", "***", "she", "fell"])
    ]
    assert read({"results": {"items": items}}).pages[0].text == "Into the *** she fell"
