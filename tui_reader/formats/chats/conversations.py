"""The conversations of one export: a Document where there is one, else a collection of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from tui_reader.cleaning import one_line
from tui_reader.document.collection import Collection, CollectionEntry, CollectionError
from tui_reader.document.model import Document
from tui_reader.errors import DocumentError
from tui_reader.formats.chats.message import Message
from tui_reader.formats.chats.telling import document_of
from tui_reader.formats.source_file import SourceFile

_DATE = re.compile(r"\d{4}-\d\d-\d\d(?=[T ])")
_SHOWN = 5
"""Ids that a message names."""


class Conversation(NamedTuple):
    """One chat of an export."""

    title: str | None
    messages: Sequence[Message]
    """Oldest first."""


def document_of_conversations(
    file: SourceFile, conversations: Sequence[Conversation], format: str, title: str
) -> Document:
    """The Document of the one conversation, or of that with the file's id: "c2" is the second.

    `title` is that of the program. Raises CollectionError where there are several, DocumentError without words.
    """
    spoken = {f"c{number}": one for number, one in enumerate(conversations, 1) if any(m.pieces for m in one.messages)}
    if len(spoken) <= 1 and file.id is None:
        one = next(iter(spoken.values()), Conversation(None, ()))
        return document_of(file, one.messages, format, one.title)

    def read(id: str) -> Document:
        if id not in spoken:
            ids = list(spoken)
            first = ", ".join(ids[:_SHOWN]) + (", …" if len(ids) > _SHOWN else "")
            raise DocumentError(f"{file.name}: holds no document {id!r}; its ids are {first}")
        return document_of(file, spoken[id].messages, format, spoken[id].title)

    if file.id is not None:
        return read(file.id)
    entries = tuple(_entry(id, one) for id, one in spoken.items())
    raise CollectionError(Collection(file.name, title, entries, tuple(file.warnings)), read)


def _entry(id: str, conversation: Conversation) -> CollectionEntry:
    turns = sum(bool(one.pieces and one.sender) for one in conversation.messages)
    dated = next((date[0] for one in conversation.messages if (date := _DATE.match(one.head))), None)
    return CollectionEntry(id, one_line(conversation.title or id), turns, dated)
