"""Messengers that export JSON: who says what, oldest first, with names for ids and without signs of markup."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.support.documents import turns_by_label
from tui_reader.document.collection import CollectionError
from tui_reader.document.model import Document, Kind
from tui_reader.formats import parse, read


def read_json(data: Any) -> Document:
    document = parse(json.dumps(data).encode(), "chat.json")
    assert document.lost is None
    return document


def telegram(*messages: dict[str, Any]) -> dict[str, Any]:
    return {"name": "Garden", "type": "private_group", "id": 1, "messages": [
        {"type": "message", "date": "2024-03-05T10:01:00", "date_unixtime": "1", **one} for one in messages
    ]}  # fmt: skip


LINK = ["See ", {"type": "link", "text": "example.org"}, " now"]
TALK = (
    {"from": "Anna", "from_id": "user1", "text": "How?"},
    {"from": None, "from_id": "user12345678", "text": LINK},
    {"from": "Anna", "from_id": "user1", "text": "", "photo": "(File not included)"},
)


def test_telegram_has_texts_of_pieces_and_people_without_names() -> None:
    document = read_json(telegram(*TALK))
    assert turns_by_label(document) == [("Anna", "How?"), ("User 1", "See example.org now")]
    assert document.title and document.title.text == "Garden"


def test_all_chats_of_telegram_are_a_collection() -> None:
    data = {"about": "", "chats": {"list": [telegram(*TALK), telegram(TALK[0])]}}
    with pytest.raises(CollectionError) as error:
        read_json(data)
    entries = error.value.collection.entries
    assert [(one.id, one.title, one.turns, one.date) for one in entries] == [
        ("1", "Garden", 2, "2024-03-05"),
        ("2", "Garden", 1, "2024-03-05"),
    ]
    assert turns_by_label(parse(json.dumps(data).encode(), "chat.json", id="2")) == [("Anna", "How?")]


def test_messenger_is_newest_first_and_written_as_latin_1() -> None:
    data = {"participants": [], "title": "Zo\u00c3\u00ab", "messages": [
        {"sender_name": "Zo\u00c3\u00ab", "timestamp_ms": 1709630003000, "content": "It\u00e2\u0080\u0099s so."},
        {"sender_name": "Anna", "timestamp_ms": 1709630001000, "content": "How?"},
    ]}  # fmt: skip
    assert turns_by_label(read_json(data)) == [("Anna", "How?"), ("Zoë", "It’s so.")]


def test_text_that_cannot_be_latin_1_stays() -> None:
    data = {"messages": [
        {"sender_name": "Anna", "timestamp_ms": 2, "content": "Ã©, – no."},
        {"sender_name": "Ben", "timestamp_ms": 1, "content": "é?"},
    ]}  # fmt: skip
    assert turns_by_label(read_json(data)) == [("Ben", "é?"), ("Anna", "Ã©, – no.")]


SLACK = [
    {"type": "message", "user": "U01ABCDEF", "text": "Hi <@U02ABCDEF>, &lt;all&gt; :wave:", "ts": "2.0"},
    {
        "type": "message",
        "user": "U02ABCDEF",
        "text": "See <https://example.org|the plan> in <#C01ABC|general>",
        "ts": "3.0",
    },
    {"type": "message", "subtype": "channel_join", "user": "U02ABCDEF", "text": "<@U02ABCDEF> has joined", "ts": "1.0"},
]


@pytest.mark.parametrize(
    "message",
    [
        {"content": "You called Ben.", "call_duration": 12},
        {"content": "Ann named the group Trip to the sea."},
        {"content": "You set the nickname for Ben to Benny."},
    ],
)
def test_what_messenger_says_of_a_group_is_a_remark(message: dict[str, Any]) -> None:
    rows = [{"sender_name": "Ann Lee", "timestamp_ms": 2, **message}]
    rows.append({"sender_name": "Ben", "timestamp_ms": 1, "content": "We named the group after it."})
    data = {"participants": [{"name": "Ann Lee"}, {"name": "Ben"}], "messages": rows, "thread_path": "inbox/a"}
    pages = parse(json.dumps(data).encode(), "talk.json").pages
    assert [page.passages[0].kind for page in pages] == [Kind.SPEECH, Kind.ASIDE]


def test_slack_without_names() -> None:
    document = read_json(SLACK)
    assert turns_by_label(document) == [("User 2", "Hi User 1, <all>"), ("User 1", "See the plan in general")]


def test_an_action_in_slack_has_the_name_of_who_does_it() -> None:
    rows = [
        {"type": "message", "user": "U123", "text": "How so?", "ts": "1", "user_profile": {"real_name": "Anna"}},
        {"type": "message", "subtype": "me_message", "user": "U123", "text": "waves", "ts": "2"},
    ]
    document = parse(json.dumps(rows).encode(), "talk.json")
    assert [(page.turn is None, page.text) for page in document.pages] == [(False, "How so?"), (True, "Anna waves")]


def test_slack_has_names_in_a_file_above_the_channels_folder(tmp_path: Path) -> None:
    people = [{"id": "U01ABCDEF", "name": "anna", "real_name": "Anna Berg"}, {"id": "U02ABCDEF", "name": "ben"}]
    (tmp_path / "users.json").write_text(json.dumps(people))
    (tmp_path / "general").mkdir()
    path = tmp_path / "general" / "2024-03-05.json"
    path.write_text(json.dumps(SLACK))
    document = read(path)
    assert turns_by_label(document) == [("Anna Berg", "Hi ben, <all>"), ("ben", "See the plan in general")]
    assert document.pages[0].text == "ben has joined"


def test_a_broken_list_of_people_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "users.json").write_text("[" * 100_000)
    path = tmp_path / "2024-03-05.json"
    path.write_text(json.dumps(SLACK))
    assert read(path).turns[0].label.text == "User 2"


def test_discord_has_nicknames_and_notices() -> None:
    author = {"name": "anna_b", "nickname": "Anna"}
    data = {"guild": {}, "channel": {"name": "general"}, "messages": [
        {"type": "Default", "timestamp": "2024-03-05T10:01:00", "content": "How?", "author": author, "embeds": [
            {"title": "A page", "description": "Ten words at least that nobody here has said to anybody else at all"}]},
        {"type": "ChannelPinnedMessage", "timestamp": "2024-03-05T10:02:00", "content": "Pinned.", "author": author},
        {"type": "Reply", "timestamp": "2024-03-05T10:03:00", "content": "So.", "author": {"name": "ben"}},
    ]}  # fmt: skip
    document = read_json(data)
    assert turns_by_label(document) == [("Anna", "How?"), ("Anna", "Pinned."), ("ben", "So.")]
    assert document.turns[1].passages[0].kind == "aside"


def matrix(sender: str, number: int, **content: Any) -> dict[str, Any]:
    return {"type": "m.room.message", "sender": f"@{sender}:example.org", "content": {"msgtype": "m.text", **content},
            "origin_server_ts": number, "event_id": f"${number}"}  # fmt: skip


def test_matrix_has_names_changes_and_answers() -> None:
    change = {"m.new_content": {"body": "How?"}, "m.relates_to": {"rel_type": "m.replace", "event_id": "$2"}}
    member = {"type": "m.room.member", "sender": "@anna:example.org", "state_key": "@anna:example.org",
              "content": {"displayname": "Anna Berg"}, "origin_server_ts": 1, "event_id": "$1"}  # fmt: skip
    answer = {"m.relates_to": {"m.in_reply_to": {"event_id": "$2"}}}
    data = {"room_name": "Garden", "messages": [
        member, matrix("anna", 2, body="Hwo?"), matrix("ben", 3, body="> <@anna> Hwo?\n\nSo.", **answer),
        matrix("anna", 4, body="* How?", **change), matrix("ben", 5, body="nods", msgtype="m.emote"),
    ]}  # fmt: skip
    document = read_json(data)
    assert turns_by_label(document) == [("Anna Berg", "How?"), ("ben", "So.")]
    assert document.pages[-1].text == "ben nods"


def test_teams_and_skype_write_html_newest_first() -> None:
    teams = {"value": [
        {"messageType": "message", "createdDateTime": "2024-03-05T10:02:00Z", "from": {"user": {"displayName": "Ben"}},
         "body": {"contentType": "html", "content": "<p>So &amp; so.<br>Yes, <at id=\"0\">Anna</at></p>"}},
        {"messageType": "message", "createdDateTime": "2024-03-05T10:01:00Z", "from": {"user": {"displayName": "Anna"}},
         "body": {"contentType": "text", "content": "How?"}},
    ]}  # fmt: skip
    assert turns_by_label(read_json(teams)) == [("Anna", "How?"), ("Ben", "So & so.\nYes, Anna")]
    skype = {"conversations": [{"displayName": "Ben", "MessageList": [
        {"originalarrivaltime": "2", "messagetype": "RichText", "content": "So &amp; so.", "from": "8:ben"},
        {"originalarrivaltime": "1", "messagetype": "Text", "content": "How?", "from": "8:live:anna"},
    ]}]}  # fmt: skip
    assert turns_by_label(read_json(skype)) == [("live:anna", "How?"), ("ben", "So & so.")]


def test_google_and_signal() -> None:
    chat = {"messages": [{"creator": {"name": "Anna"}, "created_date": "Tuesday", "text": "How?"},
                         {"creator": {"name": "Ben"}, "created_date": "Tuesday", "text": "So."}]}  # fmt: skip
    people = [{"id": {"gaia_id": "1"}, "fallback_name": "Anna"}, {"id": {"gaia_id": "2"}}]
    events = [
        {
            "sender_id": {"gaia_id": id},
            "timestamp": id,
            "chat_message": {"message_content": {"segment": [{"text": text}]}},
        }
        for id, text in (("1", "How?"), ("2", "So."))
    ]
    hangouts = {"conversations": [{"conversation": {"conversation": {"participant_data": people}}, "events": events}]}
    signal = [{"sender": "Anna", "body": "How?", "reactions": [], "date": "1"},
              {"sender": "Ben", "body": "So.", "reactions": [], "date": "2"}]  # fmt: skip
    assert turns_by_label(read_json(chat)) == turns_by_label(read_json(signal)) == [("Anna", "How?"), ("Ben", "So.")]
    assert turns_by_label(read_json(hangouts)) == [("Anna", "How?"), ("User 1", "So.")]


def test_ids_that_are_no_texts_name_nobody() -> None:
    odd = {"a": [1]}
    event = {"sender_id": {"gaia_id": odd}, "timestamp": "1", "chat_message": {"message_content": {"segment": [
        {"type": "TEXT", "text": "How?"}
    ]}}}  # fmt: skip
    about = {"conversation": {"participant_data": [{"id": {"gaia_id": ["b"]}, "fallback_name": "Ben"}]}}
    hangouts = {"conversations": [{"conversation": about, "events": [event]}]}
    assert turns_by_label(read_json(hangouts)) == [("User 1", "How?")]
    member = {"type": "m.room.member", "sender": "@anna:example.org", "state_key": odd,
              "content": {"displayname": "Anna"}, "origin_server_ts": 1, "event_id": "$1"}  # fmt: skip
    room = {"room_name": "Garden", "messages": [member, matrix("ben", 2, body="So."), matrix("anna", 3, body="Yes.")]}
    assert turns_by_label(read_json(room)) == [("ben", "So."), ("anna", "Yes.")]
