"""What a talk with a language model holds: messages in order, each by its role, said or unsaid for a reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from tui_reader.formats.recognisers.values import text
from tui_reader.named_tuple import NamedTuple

THOUGHT = "what the model thought"
CALL = "a call of a tool"
RESULT = "the answer of a tool"
HIDDEN = "instructions that are not shown"
BRANCH = "another branch of the talk"
ATTACHED = "the contents of an attached file"
ABOUT = "about the talk"
_WORDLESS = frozenset(
    ("signature", "data", "encrypted_content", "image_url", "url", "uuid", "id", "tool_use_id", "type")
)
"""Fields of a part of a message that hold no words."""
_KINDS = {
    "thinking": THOUGHT, "reasoning": THOUGHT, "redacted_thinking": THOUGHT,
    "tool_use": CALL, "server_tool_use": CALL, "tool_call": CALL, "function_call": CALL,
    "tool_result": RESULT, "function_call_output": RESULT, "web_search_tool_result": RESULT,
}  # fmt: skip
"""Types of parts of a message that nobody says."""
_MEDIA = {"image": ("image_url", "inlineData", "inline_data"), "audio": ("audio_url",), "video": ("video_url",)}
"""Pictures and recordings, and the names of fields that hold one."""


class Message(NamedTuple):
    """What one says in one go."""

    role: str
    """As the file names who speaks: "user"."""
    text: str
    """In Markdown."""
    unsaid: str = ""
    """Why nobody says it, for the ledger; empty for what is said."""
    remarks: tuple[str, ...] = ()
    """What came with it: the names of files and pictures."""


class Talk(NamedTuple):
    """One conversation of a file."""

    value: Any
    """All that the file says of it."""
    messages: list[Message]
    id: str = ""
    title: str = ""
    date: object = None
    """When it began, as the file says it: seconds since 1970, or a text."""

    @property
    def said(self) -> Iterator[Message]:
        """The messages that are turns."""
        return (one for one in self.messages if not one.unsaid)


def message_of(role: str, content: object, remarks: Iterable[str] = ()) -> Iterator[Message]:
    """The message with some content, a text or a list of parts; before it what of the parts is not said."""
    said: list[str] = []
    names = list(remarks)
    for part in content if isinstance(content, list) else [content]:
        if isinstance(part, dict):
            words, why, name = _part(part)
            if why and words:
                yield Message(role, words, why)
            elif words:
                said.append(words)
            if name:
                names.append(name)
        elif isinstance(part, str):
            said.append(part)
    words = "\n\n".join(one for one in said if one.strip())
    if words or names:
        yield Message(role, words, remarks=tuple(names))


def _part(part: dict[str, Any]) -> tuple[str, str, str]:
    """The words of a part of a message, why nobody says them, and the name of a picture or recording."""
    kind = "thinking" if part.get("thought") is True else text(part.get("type"))
    if why := _KINDS.get(kind):
        return strings(part), why, ""
    for medium, names in _MEDIA.items():
        if medium in kind or any(name in part for name in names):
            return "", "", medium.capitalize()
    words = next((text(part[name]) for name in ("text", "content", "value") if text(part.get(name))), "")
    return (words, "", "") if words else (strings(part), ABOUT, "")


def strings(value: object) -> str:
    """All texts in a value, a line each, but for keys and encoded data."""
    found: list[str] = []
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            found.append(one)
        elif isinstance(one, dict):
            waiting += [inner for name, inner in reversed(one.items()) if name not in _WORDLESS]
        elif isinstance(one, list):
            waiting += reversed(one)
    return "\n".join(filter(str.strip, found))
