"""Talks copied from the page of an assistant: "You said:" and "ChatGPT said:" in lines of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui_reader.formats.assistants.talk import Message, Talk

HEAD = re.compile(r"^(?:#{1,6} )?(?:\*\*)?(You|[A-Z][\w .-]{1,29}) said:(?:\*\*)?[ \t]*$", re.MULTILINE)
_FEWEST = 2


def is_copied(head: str) -> bool:
    """Whether lines of both who ask and who answer are among the first."""
    names = HEAD.findall(head)
    return len(names) >= _FEWEST and "You" in names and len(set(names)) == _FEWEST


def talks(text: str) -> Iterator[Talk]:
    """The talk; what stands above its first line is its title."""
    pieces = HEAD.split(text)
    messages = [Message(name, words.strip()) for name, words in zip(pieces[1::2], pieces[2::2], strict=True)]
    yield Talk(text, [one for one in messages if one.text], title=" ".join(pieces[0].split()).lstrip("# "))
