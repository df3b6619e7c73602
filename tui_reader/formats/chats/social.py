"""Messengers whose exports in JSON are lists of messages with sender, words and time: a function for each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from tui_reader.formats.chats.conversations import Conversation
from tui_reader.formats.chats.markup import words_of_html
from tui_reader.formats.chats.message import Message, UnnamedPeople, printed_time, remark, said
from tui_reader.formats.chats.mojibake import mended_json
from tui_reader.formats.recognisers.pieces import field
from tui_reader.formats.recognisers.values import at, objects, text
from tui_reader.formats.source_file import SourceFile

_OF_PROGRAM = re.compile(
    r"Reacted .{1,12} to your message\s*|Liked a message"
    r"|.{1,80} (?:sent an attachment|sent a (?:photo|video|sticker))\."
    r"|.{1,80} (?:missed|started) (?:a|your) (?:video |audio )?(?:call|chat)\."
)
"""What Messenger and Instagram print as words of a person."""
_OF_GROUP = re.compile(
    r"(?:named the group|changed the (?:theme|group photo)|set the (?:quick reaction|nickname for)"
    r"|removed .{1,80} from the group|left the group|added .{1,80} to the group)\b.{0,120}\."
)
"""What they print so of a group, behind the name of who did it."""


def _list(data: Any, *names: str) -> list[dict[str, Any]]:
    """The objects of a list, or of the first list at one of the names."""
    if isinstance(data, list):
        return objects(data)
    return next((found for name in names if (found := objects(at(data, name)))), [])


def in_time(found: list[dict[str, Any]], names: str) -> list[dict[str, Any]]:
    """The messages oldest first, by the first of the fields that they have: a number, or a date of ISO 8601."""
    times = [field(one, names) for one in found]
    if found and all(isinstance(time, (int, float)) for time in times):
        keys: list[Any] = times
    elif found and all(isinstance(time, str) and time for time in times):
        keys = [float(time) if time.replace(".", "", 1).isdecimal() else time for time in times]
        keys = list(map(str, keys)) if any(isinstance(key, str) for key in keys) else keys
    else:
        return found
    newest_first = keys[0] > keys[-1]
    pairs = list(zip(keys, found, strict=True))
    return [one for _, one in sorted(reversed(pairs) if newest_first else pairs, key=lambda pair: pair[0])]


def _object(one: object) -> dict[str, Any]:
    return one if isinstance(one, dict) else {}


def messenger(file: SourceFile) -> Iterator[Conversation]:
    """Messenger and Instagram: newest first, UTF-8 written as Latin-1."""
    data = mended_json(file)
    messages = []
    for one in in_time(_list(data, "messages"), "timestamp_ms|timestamp"):
        words = text(field(one, "content|text"))
        sender = text(field(one, "sender_name|senderName"))
        own = _OF_PROGRAM.fullmatch(words) or one.get("type") in ("Subscribe", "Unsubscribe", "Call")
        own = own or "call_duration" in one or _is_of_group(sender, words)
        messages.append(Message(sender, remark(words) if own else said(words), printed_time(one.get("timestamp_ms"))))
    if messages:
        yield Conversation(text(field(data, "title|threadName")) or None, messages, data)


def _is_of_group(sender: str, words: str) -> bool:
    """Whether a message says what its sender did with the group: "Ann named the group Trip."."""
    name, _, did = words.partition(" ")
    return name in ("You", sender, sender.partition(" ")[0]) and _OF_GROUP.fullmatch(did) is not None


def discord(file: SourceFile) -> Iterator[Conversation]:
    """DiscordChatExporter: a nickname is what the server shows; other types than these two are notices."""
    messages = []
    for one in in_time(_list(file.json, "messages"), "timestamp"):
        author = one.get("author")
        sender = text(field(author, "nickname|global_name|name|username"))
        words = text(one.get("content"))
        rest = "\n".join(
            text(value)
            for embed in objects(one.get("embeds"))
            for value in (embed.get("title"), embed.get("description"), *_fields(embed))
        )
        notice = one.get("type") not in ("Default", "Reply", 0, 19, "0", "19", None, "20", "ChatInputCommand")
        pieces = remark(words) if notice else said(words)
        messages.append(Message(sender, pieces, printed_time(one.get("timestamp")), rest=rest))
    if messages:
        title = field(file.json, "channel.name") if isinstance(file.json, dict) else None
        yield Conversation(text(title) or None, messages, file.json)


def _fields(embed: dict[str, Any]) -> Iterator[object]:
    for one in objects(embed.get("fields")):
        yield from (one.get("name"), one.get("value"))
    yield at(embed, "footer.text")


def signal(file: SourceFile) -> Iterator[Conversation]:
    """Signal: what signal-export and sigtop write."""
    unnamed, messages = UnnamedPeople(), []
    for one in in_time(_list(file.json, "messages"), "sent_at|timestamp|date"):
        sender = text(field(one, "sender|sourceName|profileName"))
        if not sender:
            id = field(one, "source|sourceServiceId|sourceUuid")
            sender = "Me" if one.get("type") == "outgoing" else _number(id) or unnamed.name(id)
        pieces = said(text(one.get("body"))) if one.get("type") not in ("group-v2-change", "keychange") else []
        rest = text(field(one, "quote.text|quote")) if isinstance(field(one, "quote.text|quote"), str) else ""
        messages.append(Message(sender, pieces, printed_time(field(one, "date|sent_at|timestamp")), rest=rest))
    if messages:
        yield Conversation(None, messages, file.json)


def _number(id: object) -> str | None:
    """A telephone number; None for an id."""
    return id if isinstance(id, str) and id.startswith("+") else None


def matrix(file: SourceFile) -> Iterator[Conversation]:
    """Matrix, as Element exports a room: events, of which some say how people are called and some mend others."""
    found = in_time(_list(file.json, "messages", "chunk"), "origin_server_ts")
    names: dict[str, str] = {}
    mending: dict[str, str] = {}
    for one in found:
        if one.get("type") == "m.room.member" and (name := text(at(one, "content.displayname"))):
            names.setdefault(str(one.get("state_key") or one.get("sender")), name)
        content = _object(one.get("content"))
        relation = _object(content.get("m.relates_to"))
        if relation.get("rel_type") == "m.replace":
            mending[str(relation.get("event_id"))] = text(_object(content.get("m.new_content")).get("body"))
    messages = [_matrix_message(one, names, mending) for one in found if one.get("type") == "m.room.message"]
    if messages:
        yield Conversation(text(field(file.json, "room_name|name")) or None, messages, file.json)


def _matrix_message(one: dict[str, Any], names: dict[str, str], mending: dict[str, str]) -> Message:
    content = _object(one.get("content"))
    user = text(one.get("sender"))
    sender = names.get(user) or user.removeprefix("@").partition(":")[0]
    time = printed_time(one.get("origin_server_ts"))
    words, rest = text(content.get("body")), ""
    relation = _object(content.get("m.relates_to"))
    if relation.get("rel_type") == "m.replace":
        return Message(sender, (), time, rest=words)
    if mended_words := mending.get(str(one.get("event_id"))):
        words, rest = mended_words, words
    if "m.in_reply_to" in relation and words.startswith("> "):
        quoted, _, words = words.partition("\n\n")
        rest = f"{rest}\n{quoted}".strip()
    kind = content.get("msgtype")
    if kind == "m.emote":
        return Message(None, remark(f"{sender} {words}"), time, rest=rest)
    of_file = kind in ("m.image", "m.file", "m.audio", "m.video")
    return Message(sender, remark(words) if of_file else said(words), time, rest=rest)


def teams(file: SourceFile) -> Iterator[Conversation]:
    """Teams, as Microsoft Graph gives it: newest first, words as HTML."""
    messages = []
    for one in in_time(_list(file.json, "value", "messages"), "createdDateTime"):
        sender = text(field(one, "from.user.displayName|from.application.displayName|from.emailAddress.name"))
        words = text(at(one, "body.content"))
        words = words_of_html(words) if at(one, "body.contentType") == "html" else words
        notice = one.get("messageType") not in ("message", None)
        messages.append(Message(sender, [] if notice else said(words), printed_time(one.get("createdDateTime"))))
    if messages:
        yield Conversation(text(field(file.json, "topic")) or None, messages, file.json)


def google_chat(file: SourceFile) -> Iterator[Conversation]:
    """Google Chat, as Takeout gives it."""
    messages = []
    for one in _list(file.json, "messages"):
        sender = text(field(one, "creator.name|creator.email"))
        messages.append(Message(sender, said(text(one.get("text"))), printed_time(one.get("created_date"))))
    if messages:
        yield Conversation(None, messages, file.json)


def skype(file: SourceFile) -> Iterator[Conversation]:
    """Skype: newest first, words as HTML; other types than texts are calls and changes."""
    for chat in objects(at(file.json, "conversations")):
        messages = []
        for one in in_time(objects(chat.get("MessageList")), "originalarrivaltime"):
            id = text(one.get("from"))
            sender = text(one.get("displayName")) or id.partition(":")[2] or id
            words = words_of_html(text(one.get("content")))
            spoken = text(one.get("messagetype")) in ("RichText", "Text")
            messages.append(
                Message(sender, said(words) if spoken else (), printed_time(one.get("originalarrivaltime")))
            )
        yield Conversation(text(chat.get("displayName")) or None, messages, chat)


def hangouts(file: SourceFile) -> Iterator[Conversation]:
    """Google Hangouts, as Takeout gives it: words in segments, names in a list of participants."""
    for chat in objects(at(file.json, "conversations")):
        about = field(chat, "conversation.conversation|conversation")
        names: dict[str, str] = {
            str(at(one, "id.gaia_id")): text(one.get("fallback_name")) for one in objects(at(about, "participant_data"))
        }
        unnamed, messages = UnnamedPeople(), []
        for one in in_time(objects(chat.get("events")), "timestamp"):
            id = str(at(one, "sender_id.gaia_id"))
            segments = objects(at(one, "chat_message.message_content.segment"))
            words = "".join("\n" if part.get("type") == "LINE_BREAK" else text(part.get("text")) for part in segments)
            messages.append(Message(names.get(id) or unnamed.name(id), said(words), printed_time(one.get("timestamp"))))
        yield Conversation(text(at(about, "name")) or ", ".join(filter(None, names.values())) or None, messages, chat)
