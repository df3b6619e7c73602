"""JSON of unknown make: which lists are the dialogue, in which shapes, and who is called what."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.support.documents import turns_by_label
from tui_reader.document.model import Document
from tui_reader.errors import DocumentError
from tui_reader.formats import parse

_TALK = [("Ann", "Where were you?"), ("Ben", "At the mill."), ("Ann", "All day long?"), ("Ben", "All day.")]


def read(data: Any) -> Document:
    return parse((data if isinstance(data, str) else json.dumps(data)).encode(), "talk.json")


def _timed(number: int) -> dict[str, float]:
    return {"start": 2.0 * number, "end": 2.0 * number + 1}


@pytest.mark.parametrize(
    "data",
    [
        {"talk": [list(pair) for pair in _TALK]},
        [{who: said} for who, said in _TALK],
        {"speaker": [who for who, _ in _TALK], "text": [said for _, said in _TALK]},
        {"columns": ["n", "speaker", "text"], "data": [[n, *pair] for n, pair in enumerate(_TALK)]},
        [["time", "name", "message"], *(["x", *pair] for pair in _TALK)],
        [f"{who}: {said}" for who, said in _TALK],
        {"title": "Mills", "transcript": "\n".join(f"{who}: {said}" for who, said in _TALK)},
        {"tracks": [
            {"speaker": name, "segments": [{"text": _TALK[n][1], **_timed(n)} for n in numbers]}
            for name, numbers in (("Ann", (0, 2)), ("Ben", (1, 3)))
        ]},
        {"speakers": [{"id": 7, "name": "Ann"}, {"id": 8, "name": "Ben"}],
         "lines": [{"speaker": 7 if who == "Ann" else 8, "text": said} for who, said in _TALK]},
        {"participants": {"u1": {"displayName": "Ann"}, "u2": {"displayName": "Ben"}},
         "items": [{"userId": "u1" if who == "Ann" else "u2", "body": said} for who, said in _TALK]},
        {"blocks": [{"text": said, "data": {"speaker": who, **_timed(n)}} for n, (who, said) in enumerate(_TALK)]},
        {"Segments": [{"SegmentSpeaker": who, "DisplayText": said, "SegmentStartTime": n * 2}
                      for n, (who, said) in enumerate(_TALK)]},
        {"Ann": 1, "talk": {"am": [{"speaker": w, "text": s} for w, s in _TALK[:2]],
                            "pm": [{"speaker": w, "text": s} for w, s in _TALK[2:]]}},
        [{"from": {"first_name": who, "last_name": ""}, "content": [{"text": said}]} for who, said in _TALK],
        "\n".join(json.dumps({"who": who, "said": said}) for who, said in _TALK),
    ],
    ids=["pairs", "single fields", "columns", "data frame", "rows under a head", "labelled strings", "labelled text",
         "tracks", "names by number", "names by key", "about a segment", "longer names", "sisters", "parts", "lines"],
)  # fmt: skip
def test_a_dialogue_of_any_shape_is_read(data: object) -> None:
    document = read(data)
    assert turns_by_label(document) == _TALK
    assert document.lost is None


def test_sections_with_headings_are_parts() -> None:
    turns = [{"speaker": who, "text": said} for who, said in _TALK]
    document = read({"sections": [{"heading": "Morning", "turns": turns[:2]}, {"heading": "Noon", "turns": turns[2:]}]})
    assert [part.heading.text for part in document.parts if part.heading] == ["Morning", "Noon"]
    assert turns_by_label(document) == _TALK


def test_the_same_words_in_smaller_pieces_are_read_once() -> None:
    words = [{"text": word, "speaker": "A"} for word in ["Where", "were", "you", "all", "day"]]
    document = read({"words": words, "sentences": [{"text": "Where were you all day", "speaker": "A"}]})
    assert turns_by_label(document) == [("Speaker A", "Where were you all day")]


def test_question_and_answer_in_one_object_are_two_turns() -> None:
    document = read([{"question": "Where?", "answer": "There."}, {"question": "When?", "answer": "Then."}])
    assert [turn.label.text for turn in document.turns] == ["question", "answer"] * 2


def test_channels_are_speakers_where_nobody_is_named() -> None:
    lines = [{"channel": n % 2, "text": said, **_timed(n)} for n, (_, said) in enumerate(_TALK)]
    assert [turn.label.text for turn in read({"lines": lines}).turns] == ["Channel 0", "Channel 1"] * 2


def test_what_is_said_again_later_is_left_out() -> None:
    lines = [
        {"speaker": "A", "text": "Where", "isPartial": True},
        {"speaker": "A", "text": "Where to?", "isPartial": False},
    ]
    assert turns_by_label(read(lines)) == [("Speaker A", "Where to?")]


def test_names_of_things_that_never_come_again_are_no_speakers() -> None:
    chapters = [{"name": f"Chapter {n}", "text": f"It rained on day {n}, and nobody went out."} for n in range(4)]
    assert read(chapters).turns == ()


def test_what_is_beside_the_dialogue_is_counted() -> None:
    lines = [{"speaker": who, "text": said} for who, said in _TALK]
    summary = "Both of them speak about where one of them had been during a whole summer day."
    document = read({"lines": lines, "summary": summary})
    assert document.lost and document.lost.words == 14 and "beside" not in str(document.turns)


@pytest.mark.parametrize("depth", [20, 300, 900])
def test_a_dialogue_in_a_deep_nest_is_read_or_refused_in_one_line(depth: int) -> None:
    lines = json.dumps([{"speaker": who, "text": said} for who, said in _TALK])
    for begin, end in (('{"a": [', "]}"), ("[", "]")):
        try:
            assert turns_by_label(read(begin * depth + lines + end * depth)) == _TALK
        except DocumentError:
            assert depth > 20


def test_a_file_without_a_transcript_is_refused_with_what_it_has() -> None:
    with pytest.raises(DocumentError, match=r"without a transcript \(it has name, version\)"):
        read({"name": "x", "version": "1"})


def test_lists_side_by_side_are_told() -> None:
    data = {"who": ["Ann", "Ben", "Ann"], "what": ["How high is the water now?", "Too high, I fear.", "Then we wait."]}
    (warning,) = parse(json.dumps(data).encode(), "talk.json").warnings
    assert warning.endswith("may say who speaks: who")
