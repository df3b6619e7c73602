"""Telegram's export of one chat or of all, in JSON: https://core.telegram.org/import-export."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tui_reader.document.model import Kind
from tui_reader.formats.chats.conversations import Conversation
from tui_reader.formats.chats.message import Message, UnnamedPeople, said
from tui_reader.formats.recognisers.values import at, objects, text
from tui_reader.formats.source_file import SourceFile


def conversations(file: SourceFile) -> Iterator[Conversation]:
    """Each chat of the export."""
    data = file.json
    chats = [*objects(at(data, "chats.list")), *objects(at(data, "left_chats.list"))]
    for chat in chats or [data]:
        messages = objects(chat.get("messages")) if isinstance(chat, dict) else []
        if messages:
            unnamed = UnnamedPeople()
            title = text(chat.get("name")).strip() or None
            yield Conversation(title, [_message(one, unnamed) for one in messages], chat)


def _message(one: dict[str, Any], unnamed: UnnamedPeople) -> Message:
    sender = text(one.get("from")) or text(one.get("actor"))
    id = one.get("from_id") or one.get("actor_id")
    if not sender.strip():
        sender = unnamed.name(id) if isinstance(id, (str, int)) else ""
    pieces = said(_words(one.get("text")))
    rest = ""
    poll = one.get("poll")
    if isinstance(poll, dict):
        pieces += said(text(poll.get("question")))
        rest = "\n".join(text(answer.get("text")) for answer in objects(poll.get("answers")))
    if one.get("type") == "service":
        return Message(None, [(Kind.ASIDE, run) for _, run in pieces], text(one.get("date")))
    return Message(sender or None, pieces, text(one.get("date")), rest=rest)


def _words(found: Any) -> str:
    """A text is a string, or a list of strings and of objects with the words that are links, bold, and so on."""
    if isinstance(found, str):
        return found
    if not isinstance(found, list):
        return ""
    return "".join(
        one if isinstance(one, str) else text(one.get("text")) if isinstance(one, dict) else "" for one in found
    )
