"""Aider's history in Markdown: each start of the program is a talk; what the program itself prints is not said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from tui_reader.formats.assistants.talk import ABOUT, Message, Talk

START = "# aider chat started at "
_ASKED = "####"
_SIGNS = (START, _ASKED, ">")
"""How lines begin that the model did not write."""
_COMMAND = re.compile(r"/(?!ask\b|code\b|architect\b|chat-mode\b)[a-z-]+\b|!")
"""A line of the user that tells the program, and not the model, what to do."""


def talks(text: str) -> Iterator[Talk]:
    """The talks in the history; what stands before the first start is one too."""
    for number, part in enumerate(re.split(rf"^(?={START})", text, flags=re.MULTILINE)):
        date = part[len(START) :].partition("\n")[0].strip() if part.startswith(START) else None
        yield Talk(part, list(_messages(part)), str(number), date=date)


def _messages(part: str) -> Iterator[Message]:
    for kind, lines in groupby(part.split("\n"), _kind):
        sign = "" if kind == START else kind
        words = "\n".join(line.removeprefix(sign) for line in lines).strip()
        if kind == _ASKED:
            yield Message("user", words, ABOUT if _COMMAND.match(words) else "")
        elif words:
            yield Message("assistant", words, ABOUT if kind else "")


def _kind(line: str) -> str:
    """The sign before a line; an empty line is the model's, whose text may hold some."""
    return next((sign for sign in _SIGNS if line.startswith(sign)), "")
