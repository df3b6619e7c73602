"""Sessions of coding agents in JSON Lines: what was asked and answered, without their tools."""

from __future__ import annotations

import re
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

_MACHINE = re.compile(
    r"\s*<(?:command-(?:name|message|args|contents)|local-command-\w{1,20}|system-reminder|bash-(?:input|stdout|stderr)"
    r"|environment_context|user_instructions|turn_aborted|task-notification|permissions instructions)>"
    r"|Caveat: The messages below"
    r"|# AGENTS\.md instructions"
)
"""How texts begin that the program, and no person, puts into the user's mouth."""
_PAYLOADS = {
    "reasoning": THOUGHT, "function_call": CALL, "custom_tool_call": CALL, "local_shell_call": CALL,
    "web_search_call": CALL, "function_call_output": RESULT, "custom_tool_call_output": RESULT,
}  # fmt: skip


def claude_code(data: Any) -> Iterator[Talk]:
    """The session that the file is."""
    rows = objects(data if isinstance(data, list) else [data])
    title = next((text(one.get("summary")) for one in rows if one.get("type") == "summary"), "")
    messages: list[Message] = []
    last: object = None
    for one in rows:
        message, role = one.get("message"), text(one.get("type"))
        if role not in ("user", "assistant") or not isinstance(message, dict):
            if words := strings(
                {name: value for name, value in one.items() if name in ("summary", "content", "message")}
            ):
                messages.append(Message("", words, ABOUT))
            continue
        why = BRANCH if one.get("isSidechain") is True else ""
        why = HIDDEN if one.get("isMeta") is True or one.get("isCompactSummary") is True else why
        found = [_said_by_people(part, why) for part in message_of(role, message.get("content"))]
        same = message.get("id") is not None and message.get("id") == last
        messages += _joined(messages, found) if same else found
        last = message.get("id")
        if why_result := strings(one.get("toolUseResult")):
            messages.append(Message(role, why_result, RESULT))
    yield Talk(rows, messages, title=title, date=next((one["timestamp"] for one in rows if one.get("timestamp")), None))


def _joined(messages: list[Message], found: list[Message]) -> list[Message]:
    """What is new of a message that comes in several rows; its words are joined to those in the row before."""
    if found and messages and not (found[0].unsaid or messages[-1].unsaid) and found[0].role == messages[-1].role:
        before = messages.pop()
        return [before._replace(text=f"{before.text}\n\n{found[0].text}"), *found[1:]]
    return found


def codex(data: Any) -> Iterator[Talk]:
    """The session that the file is; events repeat its messages, and count where there are no others."""
    rows = objects(data if isinstance(data, list) else [data])
    payloads = [one.get("payload") if isinstance(one.get("payload"), dict) else one for one in rows]
    items = [one for one in payloads if isinstance(one, dict)]
    plain = any(one.get("type") == "message" for one in items)
    messages = [message for one in items for message in _codex_message(one, plain)]
    yield Talk(rows, messages, date=next((one["timestamp"] for one in rows if one.get("timestamp")), None))


def _codex_message(one: dict[str, Any], plain: bool) -> Iterator[Message]:
    kind, role = text(one.get("type")), text(one.get("role"))
    if kind == "message":
        why = "" if role in ("user", "assistant") else HIDDEN
        yield from (_said_by_people(part, why) for part in message_of(role, one.get("content")))
    elif not plain and kind in ("user_message", "agent_message"):
        yield Message("user" if kind == "user_message" else "assistant", text(one.get("message")))
    elif words := strings(one):
        yield Message(role, words, _PAYLOADS.get(kind, ABOUT))


def _said_by_people(message: Message, why: str) -> Message:
    """The message, unsaid where there is a reason or a program wrote it in the user's name."""
    hidden = message.role == "user" and bool(_MACHINE.match(message.text))
    why = message.unsaid or why or (HIDDEN if hidden else "")
    return message._replace(unsaid=why)


def is_claude_code(data: Any) -> bool:
    """Whether the first rows are those of Claude Code."""
    rows = objects(data if isinstance(data, list) else [data])[:20]
    return any("sessionId" in one and isinstance(at(one, "message.role"), str) for one in rows)


def is_codex(data: Any) -> bool:
    """Whether the first rows are those of Codex."""
    rows = objects(data)[:20]
    new = sum(
        text(one.get("type")) in ("session_meta", "response_item", "event_msg", "turn_context") and "payload" in one
        for one in rows
    )
    old = any(one.get("type") == "message" and isinstance(one.get("content"), list) and "role" in one for one in rows)
    return new * 2 > len(rows) or (old and bool(rows) and "instructions" in rows[0])
