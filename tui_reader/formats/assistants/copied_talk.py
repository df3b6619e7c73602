"""Talks copied from the page of an assistant: "You said:" and "ChatGPT said:" in lines of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui_reader.formats.assistants.talk import ABOUT, Message, Talk

_HEAD = re.compile(
    r"^(?:#{1,6} )?(?:\*\*)?(?P<name>(?P<you>You)|(?:Microsoft |Google )?(?:ChatGPT|GPT|Claude|Gemini|Bard|Copilot|Bing"
    r"|Grok|DeepSeek|Perplexity|Mistral|Le Chat|Meta AI|Llama|Qwen|Kimi)\b[\w .-]{0,29}) said:(?:\*\*)?[ \t]*$",
    re.MULTILINE,
)
"""The line above what is said, by a person or by an assistant, whose name may have a version: `GPT-4 said:`."""
_LONGEST_TITLE = 160
"""Characters; a longer line above the talk is a paragraph about it."""


def is_copied(head: str) -> bool:
    """Whether lines of both who asks and an assistant that answers are among the first."""
    return len({found["you"] for found in _HEAD.finditer(head)}) > 1


def talks(text: str) -> Iterator[Talk]:
    """The talk of a person and the first assistant that answers; the first line above it is its title."""
    found = list(_HEAD.finditer(text))
    assistant = next((one["name"] for one in found if not one["you"]), "")
    heads = [one for one in found if one["you"] or one["name"] == assistant]
    title, _, about = text[: heads[0].start() if heads else 0].strip().partition("\n")
    if len(title) > _LONGEST_TITLE:
        title, about = "", f"{title}\n{about}"
    ends = [*(below.start() for below in heads[1:]), len(text)]
    said = [Message(one["name"], text[one.end() : end].strip()) for one, end in zip(heads, ends, strict=False)]
    messages = [one for one in (Message("", about.strip(), ABOUT), *said) if one.text]
    yield Talk(text, messages, title=title.lstrip("# "))
