"""Programs in which teams and customers write: Mattermost, Zulip, Rocket.Chat, Intercom, Zendesk.

A function for each takes the file and gives its conversations.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tui_reader.errors import DocumentError
from tui_reader.formats.chats.conversations import Conversation
from tui_reader.formats.chats.markup import words_of_html
from tui_reader.formats.chats.message import Message, UnnamedPeople, printed_time, remark, said
from tui_reader.formats.chats.social import in_time
from tui_reader.formats.producers.json_values import load
from tui_reader.formats.recognisers.pieces import field
from tui_reader.formats.recognisers.values import at, objects, text
from tui_reader.formats.source_file import SourceFile

_LARGEST = 50_000_000
"""Bytes of a list of people beside the messages."""


def mattermost(file: SourceFile) -> Iterator[Conversation]:
    """Mattermost's bulk export: a row for each person, channel, and message, which holds its replies."""
    rows = objects(file.json)
    names = {
        text(at(row, "user.username")): _full_name(row["user"]) for row in rows if isinstance(row.get("user"), dict)
    }
    titles = {text(at(row, "channel.name")): text(at(row, "channel.display_name")) for row in rows}
    posts: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        post = field(row, "post|direct_post")
        if isinstance(post, dict):
            members = post.get("channel_members")
            people = map(str, members) if isinstance(members, list) else ()
            place = text(post.get("channel")) or ", ".join(names.get(one) or one for one in people)
            posts.setdefault(place, []).extend((post, *objects(post.get("replies"))))
    for place, found in posts.items():
        messages = [_post(one, names) for one in in_time(found, "create_at")]
        yield Conversation(titles.get(place) or place or None, messages, found)


def _full_name(user: dict[str, Any]) -> str:
    whole = f"{text(user.get('first_name'))} {text(user.get('last_name'))}".strip()
    return whole or text(user.get("nickname")) or text(user.get("username"))


def _post(one: dict[str, Any], names: dict[str, str]) -> Message:
    words, when = text(one.get("message")), printed_time(one.get("create_at"))
    if text(one.get("type")).startswith("system_"):
        return Message(None, remark(words), when)
    user = text(one.get("user"))
    return Message(names.get(user) or user, said(words), when)


def zulip(file: SourceFile) -> Iterator[Conversation]:
    """Zulip's export of an organisation, whose people stand in realm.json beside it, or an answer of its API."""
    data = file.json
    found = objects(field(data, "zerver_message|messages"))
    people = (
        [*objects(at(data, "zerver_userprofile")), *_people_beside(file.folder)] if "zerver_message" in data else []
    )
    names = {str(one.get("id")): text(one.get("full_name")) for one in reversed(people)}
    unnamed = UnnamedPeople()
    channels: dict[str, list[dict[str, Any]]] = {}
    for one in found:
        channels.setdefault(str(field(one, "recipient_id|recipient|stream_id")), []).append(one)
    for messages in channels.values():
        told = [_zulip_message(one, names, unnamed) for one in in_time(messages, "timestamp|date_sent")]
        yield Conversation(text(messages[0].get("display_recipient")) or None, told, messages)


def _people_beside(folder: Path | None) -> list[dict[str, Any]]:
    """The people of realm.json; none where there is no such file, or no such list in it."""
    path = folder / "realm.json" if folder else None
    try:
        if path and path.is_file() and path.stat().st_size <= _LARGEST:
            realm = load(path.read_text(encoding="utf-8"), path.name)
            return [*objects(at(realm, "zerver_userprofile")), *objects(at(realm, "zerver_userprofile_crossrealm"))]
    except (OSError, ValueError, DocumentError):
        pass
    return []


def _zulip_message(one: dict[str, Any], names: dict[str, str], unnamed: UnnamedPeople) -> Message:
    id = field(one, "sender|sender_id")
    words = text(one.get("content"))
    if one.get("content_type") == "text/html" or words.startswith("<p>"):
        words = words_of_html(words)
    sender = text(one.get("sender_full_name")) or names.get(str(id)) or unnamed.name(id)
    return Message(sender, said(words), printed_time(field(one, "timestamp|date_sent")))


def rocket_chat(file: SourceFile) -> Iterator[Conversation]:
    """Rocket.Chat: what a room's export holds, or an answer of its API, newest first; `t` stands in notices."""
    data = file.json
    messages = []
    for one in in_time(objects(data if isinstance(data, list) else at(data, "messages")), "ts.$date|ts"):
        words, when = text(one.get("msg")), printed_time(field(one, "ts.$date|ts"))
        sender = text(field(one, "u.name|u.username|username"))
        notice = bool(text(field(one, "t|type")))
        messages.append(Message(None if notice else sender, () if notice else said(words), when, rest=words * notice))
    yield Conversation(text(field(data, "name|fname")) or None if isinstance(data, dict) else None, messages, data)


def intercom(file: SourceFile) -> Iterator[Conversation]:
    """Intercom: the first message is the source, those after it are parts; their words are HTML."""
    for one in objects(file.json if isinstance(file.json, list) else [file.json]):
        parts = [one["source"]] if isinstance(one.get("source"), dict) else []
        parts += objects(at(one, "conversation_parts.conversation_parts"))
        messages = [
            Message(
                text(field(part, "author.name|author.email")) or text(at(part, "author.type")).capitalize(),
                said(words_of_html(text(part.get("body")))),
                printed_time(field(part, "created_at")),
            )
            for part in parts
        ]
        yield Conversation(text(field(one, "title|source.subject")) or None, messages, one)


def zendesk(file: SourceFile) -> Iterator[Conversation]:
    """Zendesk: the comments of a ticket, by people whose names stand in a list beside them."""
    data = file.json
    names = {str(one.get("id")): text(one.get("name")) for one in objects(at(data, "users"))}
    unnamed = UnnamedPeople()
    messages = [
        Message(
            names.get(str(one.get("author_id"))) or unnamed.name(one.get("author_id")),
            said(text(field(one, "plain_body|body"))),
            printed_time(one.get("created_at")),
        )
        for one in in_time(objects(at(data, "comments")), "created_at")
    ]
    yield Conversation(text(field(data, "ticket.subject|subject")) or None, messages, data)
