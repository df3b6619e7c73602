"""A message of a chat, as every format of chats gives it. Knows no format."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime

from tui_reader.document.model import Kind
from tui_reader.formats.builder import Run
from tui_reader.named_tuple import NamedTuple

_NUMBER = re.compile(r"\d{1,20}(?:\.\d{1,9})?")
_LAST = 1e11
"""Seconds since 1970 above which a number counts smaller units."""
_LINES = re.compile(r"[ \t]*\n\s*")


class Message(NamedTuple):
    """One message, or what the program itself says of the chat."""

    sender: str | None
    """The name that is shown; None where nobody says it: a notice, an action, a message of an unknown person."""
    pieces: Sequence[tuple[Kind, Run]]
    """Its words in order; none where it has only a picture."""
    head: str = ""
    """What is printed about it and not said: the time."""
    person: str | None = None
    """Who it is, where one person has several names; None where the name tells it."""
    rest: str = ""
    """What is printed below it and not said: reactions, files, notices."""


def said(text: str) -> list[tuple[Kind, Run]]:
    """The words of a message: a paragraph for each line."""
    text = text.strip()
    if "\n" not in text:
        return [(Kind.SPEECH, text)] if text else []
    return [(Kind.SPEECH, line) for line in _LINES.split(text)]


def remark(text: str) -> list[tuple[Kind, Run]]:
    """Words that the program says: of a picture that is left out, of somebody who came."""
    return [(Kind.ASIDE, line) for line in _LINES.split(text.strip()) if line]


def printed_time(found: object) -> str:
    """A time as it is kept: as a file prints it; of seconds, milliseconds or microseconds since 1970 the date."""
    if isinstance(found, str) and not _NUMBER.fullmatch(found):
        return found
    try:
        seconds = float(found) if isinstance(found, (str, int, float)) else 0.0
        while seconds > _LAST:
            seconds /= 1000
        return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%d %H:%M:%S") if seconds > 0 else ""
    except (ValueError, OverflowError, OSError):
        return ""


class UnnamedPeople:
    """Names for those of whom a file has only the id: "User 3", by the order of their first messages."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def name(self, id: object) -> str:
        """The name of the person with an id."""
        return f"User {self._numbers.setdefault(str(id), len(self._numbers) + 1)}"
