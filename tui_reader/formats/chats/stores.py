"""Exports in JSON that hold messages by conversation or by id: WhatsApp Chat Exporter, Snapchat, GroupMe, Twitch.

A function for each takes the file and gives its conversations.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tui_reader.document.model import Kind
from tui_reader.formats.builder import Run
from tui_reader.formats.chats.conversations import Conversation
from tui_reader.formats.chats.message import Message, UnnamedPeople, printed_time, remark, said
from tui_reader.formats.chats.social import in_time
from tui_reader.formats.recognisers.pieces import field
from tui_reader.formats.recognisers.values import at, objects, text
from tui_reader.formats.source_file import SourceFile


def whatsapp_stores(file: SourceFile) -> Iterator[Conversation]:
    """WhatsApp Chat Exporter: an object of chats by number, each with an object of messages by id."""
    for chat in _objects(file.json):
        name = text(chat.get("name")).strip()
        messages = [_stored(one, name) for one in in_time(_objects(chat.get("messages")), "timestamp")]
        if messages:
            yield Conversation(name or None, messages, chat)


def _stored(one: dict[str, Any], chat: str) -> Message:
    sender = "Me" if one.get("from_me") else text(one.get("sender")) or chat
    time, words = printed_time(one.get("timestamp")), text(one.get("data"))
    if one.get("meta"):
        return Message(None, remark(words), time)
    if one.get("media"):
        return Message(sender, [*remark("media"), *said(text(one.get("caption")))], time, rest=words)
    return Message(sender, said(words.replace(" <br>", "\n")), time)


def snapchat(file: SourceFile) -> Iterator[Conversation]:
    """Snapchat: an object of lists by the other's name, newest first."""
    for name, found in file.json.items() if isinstance(file.json, dict) else ():
        messages = [
            Message(text(one.get("From")), _pieces(one), text(one.get("Created")))
            for one in in_time(objects(found), "Created")
        ]
        if messages:
            titles = (text(one.get("Conversation Title")) for one in objects(found))
            yield Conversation(next(filter(None, titles), name), messages, found)


def _pieces(one: dict[str, Any]) -> list[tuple[Kind, Run]]:
    """The words of a message of Snapchat, else what it is: media, a sticker, a note."""
    return said(text(field(one, "Content|Text"))) or remark(text(one.get("Media Type")).casefold().replace("text", ""))


def group_me(file: SourceFile) -> Iterator[Conversation]:
    """GroupMe: a list, newest first, in which notices are marked."""
    messages = []
    for one in in_time(objects(file.json), "created_at"):
        pieces = (remark if one.get("system") else said)(text(one.get("text")))
        messages.append(
            Message(None if one.get("system") else text(one.get("name")), pieces, printed_time(one.get("created_at")))
        )
    if messages:
        yield Conversation(None, messages, file.json)


def twitch(file: SourceFile) -> Iterator[Conversation]:
    """Twitch Downloader: the comments beside a stream."""
    messages, unnamed = [], UnnamedPeople()
    for one in objects(at(file.json, "comments")):
        sender = text(field(one, "commenter.display_name|commenter.name")) or unnamed.name(at(one, "commenter._id"))
        messages.append(Message(sender, said(text(at(one, "message.body"))), text(one.get("created_at"))))
    if messages:
        yield Conversation(text(at(file.json, "video.title")) or None, messages, file.json)


def twitter(file: SourceFile) -> Iterator[Conversation]:
    """Twitter (X): the direct messages of an archive, whose people are known by number alone."""
    unnamed = UnnamedPeople()
    for one in objects(file.json):
        made = [at(message, "messageCreate") for message in objects(at(one, "dmConversation.messages"))]
        messages = [
            Message(
                unnamed.name(message.get("senderId")), said(text(message.get("text"))), text(message.get("createdAt"))
            )
            for message in in_time(objects(made), "createdAt")
        ]
        if messages:
            yield Conversation(text(at(one, "dmConversation.conversationId")) or None, messages, one)


def _objects(found: Any) -> list[dict[str, Any]]:
    """The objects of a list, or those that an object has by their ids."""
    return objects(list(found.values()) if isinstance(found, dict) else found)
