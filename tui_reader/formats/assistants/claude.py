"""Claude's export: conversations as lists of messages, whose parts are texts, thoughts and tools."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tui_reader.formats.assistants.talk import ABOUT, ATTACHED, Message, Talk, message_of, strings
from tui_reader.formats.recognisers.values import objects, text

_ABOUT = ("summary",)


def talks(data: Any) -> Iterator[Talk]:
    """The conversations of an export, or the one that the file is."""
    for one in [data] if isinstance(data, dict) else objects(data):
        if isinstance(one.get("chat_messages"), list):
            yield Talk(
                one,
                [*_about(one), *_messages(objects(one["chat_messages"]))],
                text(one.get("uuid")),
                text(one.get("name")),
                one.get("created_at"),
            )


def _about(one: dict[str, Any]) -> Iterator[Message]:
    words = strings([one.get(name) for name in _ABOUT])
    if words:
        yield Message("", words, ABOUT)


def _messages(found: list[dict[str, Any]]) -> Iterator[Message]:
    for one in found:
        role = text(one.get("sender")) or "unknown"
        attached = [*objects(one.get("attachments")), *objects(one.get("files")), *objects(one.get("files_v2"))]
        names = dict.fromkeys(text(file.get("file_name")) for file in attached)
        parts = one.get("content")
        whole = text(one.get("text"))
        has_text = any(text(part.get("text")).strip() for part in objects(parts))
        content = [*objects(parts), *([] if has_text else [whole])]
        yield from message_of(role, content, filter(None, names))
        for file in attached:
            if words := text(file.get("extracted_content")):
                yield Message(role, words, ATTACHED)
