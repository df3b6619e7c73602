"""Exports of programs in which teams and customers write."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.support.documents import turns_by_label
from tui_reader.document.collection import CollectionError
from tui_reader.document.model import Document
from tui_reader.formats import parse, read


def _read(value: object) -> Document:
    return parse(json.dumps(value).encode(), "chat.json")


def _rows(*rows: dict[str, Any]) -> bytes:
    return "\n".join(json.dumps(row) for row in rows).encode()


VERSION = {"type": "version", "version": 1, "info": {"generator": "mattermost-server"}}
ANNA = {"type": "user", "user": {"username": "anna", "first_name": "Anna", "last_name": "Berg"}}


def _post(channel: str, user: str, message: str, time: int, **more: object) -> dict[str, Any]:
    return {
        "type": "post", "post": {"channel": channel, "user": user, "message": message, "create_at": time, **more}
    }  # fmt: skip


def test_replies_of_mattermost_stand_in_order_of_time_by_full_names() -> None:
    replies = [{"user": "ben", "message": "Too high.", "create_at": 3000}]
    joined = _post("water", "ben", "ben joined the channel.", 1500, type="system_join_channel")
    data = _rows(
        VERSION, ANNA, _post("water", "anna", "How high?", 1000, replies=replies), joined,
        _post("water", "anna", "Well?", 2000),
    )  # fmt: skip
    document = parse(data, "export.jsonl")
    assert turns_by_label(document) == [("Anna Berg", "How high?"), ("Anna Berg", "Well?"), ("ben", "Too high.")]
    assert document.lost is None


def test_channels_of_mattermost_are_a_collection_and_direct_messages_one_of_it() -> None:
    direct = {
        "type": "direct_post",
        "direct_post": {"channel_members": ["anna", "ben"], "user": "ben", "message": "Hello.", "create_at": 2},
    }
    with pytest.raises(CollectionError) as error:
        parse(_rows(VERSION, ANNA, _post("water", "anna", "How high?", 1), direct), "export.jsonl")
    assert [one.title for one in error.value.collection.entries] == ["water", "Anna Berg, ben"]


def test_people_of_zulip_have_the_names_that_stand_beside_the_messages(tmp_path: Path) -> None:
    messages = [
        {"id": at, "sender": 11 + at % 2, "recipient": 7, "content": words, "date_sent": 100.0 + at}
        for at, words in enumerate(("How high?", "Too **high**.", "Then we wait."))
    ]
    path = tmp_path / "messages-000001.json"
    path.write_text(json.dumps({"zerver_message": messages, "zerver_usermessage": []}), encoding="utf-8")
    assert {turn.label.text for turn in read(path).turns} == {"User 1", "User 2"}
    realm = {"zerver_userprofile": [{"id": 11, "full_name": "Anna"}], "zerver_userprofile_crossrealm": []}
    (tmp_path / "realm.json").write_text(json.dumps(realm), encoding="utf-8")
    assert [turn.label.text for turn in read(path).turns] == ["Anna", "User 1", "Anna"]
    (tmp_path / "realm.json").write_text("{", encoding="utf-8")
    assert [turn.label.text for turn in read(path).turns] == ["User 1", "User 2", "User 1"]


def test_messages_of_rocket_chat_are_told_oldest_first_without_notices() -> None:
    def message(time: int, name: str, words: str, **more: str) -> dict[str, Any]:
        return {"_id": str(time), "rid": "r", "msg": words, "ts": {"$date": f"2024-03-05T10:0{time}:00Z"},
                "u": {"username": name.lower(), "name": name}, **more}  # fmt: skip

    found = [message(3, "Anna", "Then we wait."), message(2, "Ben", "Too high."), message(1, "Ben", "ben", t="uj")]
    document = _read({"messages": found, "success": True})
    assert turns_by_label(document) == [("Ben", "Too high."), ("Anna", "Then we wait.")] and document.lost is None


def test_the_first_message_of_intercom_is_the_source_and_tags_are_not_said() -> None:
    parts = [{"part_type": "comment", "body": "<p>Too <b>high</b>.</p>", "author": {"type": "admin", "name": "Ben"}},
             {"part_type": "assignment", "body": None, "author": {"type": "bot", "name": "Fin"}}]  # fmt: skip
    source = {"body": "<p>How high?</p>", "author": {"type": "user", "name": "", "email": "anna@example.com"}}
    document = _read({"source": source, "conversation_parts": {"conversation_parts": parts}})
    assert turns_by_label(document) == [("anna@example.com", "How high?"), ("Ben", "Too high.")]


def test_authors_of_zendesk_have_the_names_of_the_list() -> None:
    comments = [{"author_id": 7, "body": "How high?"}, {"author_id": 9, "body": "Too high."}]
    document = _read({"comments": comments, "users": [{"id": 7, "name": "Anna"}]})
    assert turns_by_label(document) == [("Anna", "How high?"), ("User 1", "Too high.")]
