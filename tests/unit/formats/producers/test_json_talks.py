"""Many conversations in a JSON of unknown make."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.support.documents import read_text, turns_by_speaker
from tui_reader.document.collection import CollectionError
from tui_reader.document.model import Document
from tui_reader.errors import DocumentError
from tui_reader.formats import parse

_HELP = [{"speaker": "agent", "text": "Can I help?"}, {"speaker": "client", "text": "My lamp is broken."}]
_CHAIR = [
    {"speaker": "agent", "text": "Good evening to you."},
    {"speaker": "client", "text": "The chair has three legs."},
]


def _listed(folder: Path, data: Any) -> CollectionError:
    with pytest.raises(CollectionError) as raised:
        read_text(folder, json.dumps(data), "talks.json")
    return raised.value


def _read(folder: Path, data: Any) -> Document:
    return read_text(folder, json.dumps(data), "talks.json")


@pytest.mark.parametrize(
    "data",
    [
        [{"id": 7, "log": _HELP}, {"id": 8, "log": _CHAIR}],
        [{"dialogue_id": "7", "turns": _HELP}, {"dialogue_id": "8", "turns": _CHAIR}],
        {"dialogues": [{"id": 7, "turns": _HELP}, {"id": 8, "turns": _CHAIR}]},
        {"7": {"turns": _HELP}, "8": {"turns": _CHAIR}},
        {"rows": [{"row": {"id": 7, "log": _HELP}}, {"row": {"id": 8, "log": _CHAIR}}]},
        [{"conversation_id": number, **one} for number, talk in ((7, _HELP), (8, _CHAIR)) for one in talk],
    ],
)
def test_conversations_are_listed_and_opened_by_their_ids(tmp_path: Path, data: Any) -> None:
    error = _listed(tmp_path, data)
    assert [(one.id, one.title, one.turns) for one in error.collection.entries] == [
        ("7", "Can I help?", 2),
        ("8", "Good evening to you.", 2),
    ]
    document = error.read("8")
    assert turns_by_speaker(document)[1] == ("client", "The chair has three legs.")
    assert document.lost is None


def test_pairs_of_name_and_words_are_messages_and_empty_talks_are_passed_over(tmp_path: Path) -> None:
    log = [["agent", "Can I help?"], ["client", "My lamp is broken."], ["agent", "Which lamp?"]]
    found = [{"convo_id": number, "log": log if number != 3 else []} for number in range(1, 7)]
    error = _listed(tmp_path, found)
    assert [(one.id, one.title, one.turns) for one in error.collection.entries][:3] == [
        ("1", "Can I help?", 3),
        ("2", "Can I help?", 3),
        ("4", "Can I help?", 3),
    ]
    assert len(error.read("6").turns) == 3


def test_titles_and_dates_are_listed_and_long_ids_become_numbers(tmp_path: Path) -> None:
    talks = [
        {"id": "0" * 30, "title": "Lamps", "created_at": "2024-05-06T07:08:09Z", "messages": _HELP},
        {"id": "1" * 30, "title": "Chairs", "created_at": 1700000000, "messages": _CHAIR},
    ]
    entries = _listed(tmp_path, talks).collection.entries
    assert [(one.id, one.title, one.date) for one in entries] == [
        ("1", "Lamps", "2024-05-06"),
        ("2", "Chairs", "2023-11-14T22:13:20+00:00"),
    ]


@pytest.mark.parametrize(
    "data",
    [
        [{"id": 1, "title": "Lamps", "turns": _HELP}, {"id": 2, "title": "Chairs", "turns": _CHAIR}],
        {"sections": [{"id": 1, "turns": _HELP}, {"id": 2, "turns": _CHAIR}]},
        [{"id": 1, "start": 0.0, "lines": _HELP}, {"id": 2, "start": 9.0, "lines": _CHAIR}],
    ],
)
def test_sections_of_one_conversation_are_one_document(tmp_path: Path, data: Any) -> None:
    assert len(_read(tmp_path, data).turns) == 4


def test_one_conversation_has_no_id() -> None:
    with pytest.raises(DocumentError, match="holds only one document"):
        parse(json.dumps(_HELP).encode(), "talk.json", id="7")
