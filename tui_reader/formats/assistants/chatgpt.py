"""ChatGPT's export: conversations as trees of messages, of which the branch to the current message is the talk."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tui_reader.formats.assistants.talk import ABOUT, BRANCH, CALL, HIDDEN, RESULT, THOUGHT, Message, Talk, strings
from tui_reader.formats.recognisers.values import at, objects, text

_SAID = frozenset(("text", "multimodal_text", ""))
"""Types of content that are shown as messages."""
_UNSAID = {"code": CALL, "execution_output": RESULT, "thoughts": THOUGHT, "reasoning_recap": THOUGHT}


def talks(data: Any) -> Iterator[Talk]:
    """The conversations of an export, or the one that the file is."""
    for one in [data] if isinstance(data, dict) else objects(data):
        nodes = one.get("mapping")
        if isinstance(nodes, dict):
            content = [at(node, "message.content") for node in nodes.values()]
            yield Talk(
                [one.get("title"), content],
                list(_messages(nodes, one.get("current_node"))),
                text(one.get("conversation_id")) or text(one.get("id")),
                text(one.get("title")),
                one.get("create_time"),
            )


def _messages(nodes: dict[str, Any], current: object) -> Iterator[Message]:
    """The messages from the root to the current node; of other branches as what is left out."""
    shown, others = branch(nodes, current)
    for id in shown:
        yield from _message(at(nodes[id], "message"))
    for id in others:
        for message in _message(at(nodes[id], "message")):
            yield message._replace(unsaid=message.unsaid or BRANCH)


def branch(nodes: dict[str, Any], current: object) -> tuple[list[str], list[str]]:
    """The ids from the root of a tree to the current node, or to the last leaf without one; and all other ids."""
    chain = _chain(nodes, current if isinstance(current, str) and current in nodes else _last_leaf(nodes))
    shown = set(chain)
    return chain, [id for id in nodes if id not in shown]


def _chain(nodes: dict[str, Any], id: object) -> list[str]:
    """The ids of a node and of those above it, from the root on."""
    chain: dict[str, None] = {}
    while isinstance(id, str) and id in nodes and id not in chain:
        chain[id] = None
        id = at(nodes[id], "parent")
    return list(reversed(chain))


def _last_leaf(nodes: dict[str, Any]) -> str | None:
    """Where the last child of each node leads to, from the root on."""
    id = next((id for id, node in nodes.items() if text(at(node, "parent")) not in nodes), None)
    seen = set()
    while id is not None and id not in seen:
        seen.add(id)
        children = at(nodes[id], "children")
        below = [one for one in children if isinstance(one, str) and one in nodes] if isinstance(children, list) else []
        if not below:
            return id
        id = below[-1]
    return id


def _message(message: Any) -> Iterator[Message]:
    content = at(message, "content")
    if not isinstance(content, dict):
        return
    role = text(at(message.get("author"), "role")) or "unknown"
    about = message.get("metadata")
    kind = text(content.get("content_type"))
    words, further, remarks = _content(content)
    why = _UNSAID.get(kind, "" if kind in _SAID else ABOUT)
    if at(about, "is_visually_hidden_from_conversation") is True or role == "system":
        why = HIDDEN
    elif role == "tool":
        why = RESULT
    elif message.get("recipient") not in (None, "all"):
        why = CALL
    elif message.get("channel") == "analysis":
        why = THOUGHT
    if attached := objects(at(about, "attachments")):
        remarks = tuple(dict.fromkeys(filter(None, (text(one.get("name")) for one in attached)))) or remarks
    if why:
        words, further, remarks = "\n".join(filter(None, (words, further))), "", ()
    if words.strip() or remarks:
        yield Message(role, words, why, remarks)
    if further:
        yield Message(role, further, ABOUT)


def _content(content: dict[str, Any]) -> tuple[str, str, tuple[str, ...]]:
    """The words of a message's content, other texts in it, and a remark for each picture and recording."""
    parts = content.get("parts")
    if isinstance(parts, list) and len(parts) == 1 and isinstance(parts[0], str):
        return parts[0], "", ()
    if not isinstance(parts, list):
        own = text(content.get("text"))
        return (
            own,
            strings({name: value for name, value in content.items() if name not in ("content_type", "text")}),
            (),
        )
    said, further, remarks = [], [], []
    for part in parts:
        if isinstance(part, str):
            said.append(part)
        elif isinstance(part, dict):
            kind = text(part.get("content_type"))
            if words := text(part.get("text")):
                said.append(words)
            elif "asset_pointer" in kind:
                remarks.append("Image" if "image" in kind else "Recording")
            else:
                further.append(strings(part))
    spoken = any(text(one.get("content_type")) == "audio_transcription" for one in objects(parts))
    return "\n\n".join(filter(None, said)), "\n".join(filter(None, further)), () if spoken else tuple(remarks)
