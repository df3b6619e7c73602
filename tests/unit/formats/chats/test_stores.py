"""Exports in JSON that hold messages by conversation or by id."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.support.documents import turns_by_label
from tui_reader.document.collection import CollectionError
from tui_reader.document.model import Kind
from tui_reader.errors import DocumentError
from tui_reader.formats import parse


def _chat(name: str | None, *messages: dict[str, Any]) -> dict[str, Any]:
    whole = ({"key_id": str(at), "timestamp": 1709631660 + at, **one} for at, one in enumerate(messages))
    return {"name": name, "type": "android", "messages": {one["key_id"]: one for one in whole}}


def test_chats_of_whatsapp_are_a_collection_and_media_are_remarks() -> None:
    said = {"from_me": True, "data": "How?"}, {"from_me": False, "sender": None, "data": "So."}
    photo = {"from_me": True, "media": True, "data": "a/b.jpg", "caption": "Look"}
    notice = {"from_me": False, "meta": True, "data": "Ben changed his number"}
    chats = {"1@s": _chat("Ben", *said, photo, notice), "2@s": _chat("Club", {"from_me": True, "data": "Hi"})}
    with pytest.raises(CollectionError) as error:
        parse(json.dumps(chats).encode(), "result.json")
    assert [one.title for one in error.value.collection.entries] == ["Ben", "Club"]
    document = error.value.read("1")
    assert [(turn.label.text, turn.passages[-1].text) for turn in document.turns] == [
        ("Me", "How?"), ("Ben", "So."), ("Me", "Look"),
    ]  # fmt: skip
    assert document.turns[2].passages[0].kind is Kind.ASIDE and document.pages[-1].turn is None


def test_replies_in_a_thread_of_slackdump_stand_in_order_of_time() -> None:
    messages = [
        {"type": "message", "ts": "100.1", "user": "U0AAAA", "text": "How?", "slackdump_thread_replies": [
            {"type": "message", "ts": "300.1", "user": "U0AAAA", "text": "Ah."}]},
        {"type": "message", "ts": "200.1", "user": "U0BBBB", "text": "", "blocks": [{"text": {"text": "So."}}]},
    ]  # fmt: skip
    document = parse(json.dumps({"name": "club", "messages": messages}).encode(), "C1.json")
    assert turns_by_label(document) == [("User 1", "How?"), ("User 2", "So."), ("User 1", "Ah.")]
    assert document.lost is None


def test_an_answer_that_was_also_sent_to_the_channel_is_said_once() -> None:
    answer = {"type": "message", "subtype": "thread_broadcast", "ts": "300.1", "user": "U0BBBB", "text": "Ah."}
    first = {"type": "message", "ts": "100.1", "user": "U0AAAA", "text": "How?", "slackdump_thread_replies": [answer]}
    document = parse(json.dumps({"name": "club", "messages": [first, answer]}).encode(), "C1.json")
    assert turns_by_label(document) == [("User 1", "How?"), ("User 2", "Ah.")]


def test_lines_of_whatsapp_and_media_of_snapchat() -> None:
    chats = {"1@s": _chat("Ben", {"from_me": True, "data": "Hi <br>there"}, {"from_me": False, "data": "So it is."})}
    document = parse(json.dumps(chats).encode(), "result.json")
    assert turns_by_label(document) == [("Me", "Hi\nthere"), ("Ben", "So it is.")] and document.lost is None
    words = {"From": "ann", "Media Type": "TEXT", "Created": "2024-03-05 10:01:00 UTC", "Content": "How?"}
    photo = words | {"From": "ben", "Media Type": "MEDIA", "Created": "2024-03-05 10:02:00 UTC", "Content": ""}
    data = {"ben": [{**one, "IsSender": True} for one in (photo, words)]}
    turns = parse(json.dumps(data).encode(), "chat_history.json").turns
    assert [(one.label.text, one.passages[0].text, one.passages[0].kind) for one in turns] == [
        ("ann", "How?", Kind.SPEECH), ("ben", "media", Kind.ASIDE),
    ]  # fmt: skip


def test_the_script_of_an_archive_of_twitter_is_its_messages() -> None:
    said = [
        {"messageCreate": {"senderId": str(at), "text": words, "createdAt": f"2020-01-01T10:0{at}:00.000Z"}}
        for at, words in enumerate(("How?", "So."), 1)
    ]
    talk = json.dumps([{"dmConversation": {"conversationId": "1-2", "messages": said}}])
    document = parse(f"window.YTD.direct_messages.part0 = {talk}".encode(), "direct-messages.js")
    assert turns_by_label(document) == [("User 1", "How?"), ("User 2", "So.")]


@pytest.mark.parametrize("name", ["whatsapp-json", "snapchat", "groupme", "twitch", "twitter", "slack"])
@pytest.mark.parametrize("data", [b"[]", b"{}", b"[1]", b'{"a": [{"b": 1}]}', b'[{"a": {"b": []}}]'])
def test_another_file_is_told_in_a_line(name: str, data: bytes) -> None:
    with pytest.raises(DocumentError):
        parse(data, "a.json", producer=name)
