"""Chats as programs send them to models and as data for training: lists of messages with a role and a content."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tui_reader.formats.assistants.talk import (
    ABOUT,
    BRANCH,
    CALL,
    HIDDEN,
    RESULT,
    THOUGHT,
    Message,
    Talk,
    message_of,
    strings,
)
from tui_reader.formats.recognisers.values import at, objects, text

LISTS = (
    "messages", "conversations", "conversation", "chat", "dialog", "dialogue", "contents", "history", "chunks",
    "chosen", "chosen_messages",
)  # fmt: skip
"""Names of the field of a talk that holds its messages."""
_AROUND = ("row", "chat", "chunkedPrompt", "body", "data", "conversation", "history")
"""Names of an object in a talk that holds that field."""
_COLLECTIONS = ("rows", "conversations", "chats", "data", "items", "sessions", "threads", "train", "dialogues")
"""Names of a field that holds a list of talks."""
_REFUSED = ("rejected", "rejected_messages")
"""Fields of an answer that nobody was to have."""
_ROLE = ("role", "from", "sender", "author", "type")
_CONTENT = ("content", "value", "text", "parts", "message")
_UNSAID = {
    "tool": RESULT, "function": RESULT, "observation": RESULT, "function_response": RESULT, "tool_response": RESULT,
    "function_call": CALL, "tool_call": CALL, "developer": HIDDEN,
}  # fmt: skip
_ROLES = frozenset((
    "user", "assistant", "system", "human", "gpt", "model", "bot", "chatgpt", "gemini", "claude", "ai", "bard", "bing",
    *_UNSAID,
))  # fmt: skip
"""Who speaks in such chats, in small letters."""
_SAMPLE = 1000
"""Members of a list that are asked whether they are messages."""
_LOOKED_AT = 8
"""Talks and messages that recognise a file."""


def is_chat(data: Any) -> bool:
    """Whether a file's first talks are lists of messages by the roles of such chats."""
    found = [messages for one in _values(data)[:_LOOKED_AT] if (messages := _list_in(one))]
    roles = [_role(one) for messages in found for one in messages[:_LOOKED_AT]]
    return len(roles) > 0 and all(role.casefold() in _ROLES for role in roles)


def talks(data: Any) -> Iterator[Talk]:
    """The talks of a file, in order."""
    for one in _values(data):
        found = _list_in(one)
        if found:
            about = one if isinstance(one, dict) else {}
            inner: dict[str, Any] = next((about[name] for name in _AROUND if isinstance(about.get(name), dict)), {})
            yield Talk(
                one,
                [*_instructions(about), *(message for own in found for message in _messages(own)), *_answers(about)],
                next((id for name in ("id", "uuid", "conversation_id") if (id := _id(about.get(name)))), ""),
                text(about.get("title")) or text(inner.get("title")),
                next((about[name] for name in ("create_time", "created_at", "createdAt") if about.get(name)), None),
            )


def _id(value: object) -> str:
    return str(value) if isinstance(value, (str, int)) and not isinstance(value, bool) else ""


def _values(data: Any) -> list[Any]:
    """The talks of a file: one, a list, or a list in a field."""
    if isinstance(data, list):
        return [data] if _list_in(data) else data
    if not isinstance(data, dict) or _list_in(data):
        return [data]
    return next((data[name] for name in _COLLECTIONS if isinstance(data.get(name), list)), [])


def _list_in(one: Any) -> list[dict[str, Any]]:
    """The messages of a talk; none where it has no list of them."""
    if isinstance(one, list):
        found = objects(one)
        return found if found and all(_role(member) and _has_content(member) for member in found[:_SAMPLE]) else []
    if not isinstance(one, dict):
        return []
    for name in LISTS:
        if isinstance(one.get(name), list) and (found := _list_in(one[name])):
            return found
    return next((found for name in _AROUND if isinstance(one.get(name), dict) and (found := _list_in(one[name]))), [])


def _role(message: dict[str, Any]) -> str:
    found = next((message[name] for name in _ROLE if message.get(name)), None)
    return text(found) or text(at(found, "role"))


def _has_content(message: dict[str, Any]) -> bool:
    return any(name in message for name in (*_CONTENT, "tool_calls", "function_call"))


def _instructions(about: dict[str, Any]) -> Iterator[Message]:
    """The instructions that stand beside the messages."""
    found = about.get("system") or about.get("systemInstruction") or about.get("system_prompt")
    if words := found if isinstance(found, str) else strings(found):
        yield Message("system", words)
    if words := strings([about.get(name) for name in ("tools", "functions")]):
        yield Message("", words, ABOUT)


def _answers(about: dict[str, Any]) -> Iterator[Message]:
    """The answer that stands beside the messages, and another that was refused."""
    chosen = about.get("chosen")
    if isinstance(chosen, dict) and _role(chosen):
        yield from _messages(chosen)
    if words := "\n".join(filter(None, (strings(about.get(name)) for name in _REFUSED))):
        yield Message("", words, BRANCH)


def _messages(own: dict[str, Any]) -> Iterator[Message]:
    role = _role(own)
    for name, why in (("reasoning_content", THOUGHT), ("thoughts", THOUGHT), ("tool_calls", CALL), ("toolCalls", CALL)):
        if words := strings(own.get(name)):
            yield Message(role, words, why)
    if words := strings(own.get("function_call")):
        yield Message(role, words, CALL)
    content = next((own[name] for name in _CONTENT if own.get(name)), "")
    why = THOUGHT if own.get("isThought") is True else _UNSAID.get(role.casefold(), "")
    if why:
        yield Message(role, strings(content), why)
        return
    yield from message_of(text(own.get("name")) or role, content)
