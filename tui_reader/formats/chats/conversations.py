"""The conversations of one export: a Document where there is one, else a collection of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from tui_reader.document.model import Document
from tui_reader.errors import DocumentError
from tui_reader.formats.chats.message import Message
from tui_reader.formats.chats.telling import document_of
from tui_reader.formats.producers.json_collection import Unit, one_of
from tui_reader.formats.source_file import SourceFile
from tui_reader.named_tuple import NamedTuple

_DATE = re.compile(r"\d{4}-\d\d-\d\d(?=[T ])")


class Conversation(NamedTuple):
    """One chat of an export."""

    title: str | None
    messages: Sequence[Message]
    """Oldest first."""
    value: Any
    """What the file says of it, as JSON."""


def document_of_conversations(file: SourceFile, conversations: Sequence[Conversation], format: str) -> Document:
    """The Document of the one conversation with words, or of that with the file's id, its number.

    Raises CollectionError where there are several, DocumentError without words.
    """
    spoken = [one for one in conversations if any(message.pieces for message in one.messages)]
    if not spoken:
        raise DocumentError(f"{file.name}: nothing is said in this chat; its messages have no words")

    def read(file: SourceFile, index: int) -> Document:
        return document_of(file, spoken[index].messages, format, spoken[index].title)

    if len(spoken) == 1 and file.id is None:
        return read(file, 0)
    return one_of(file, [_unit(one) for one in spoken], [one.value for one in spoken], read)


def _unit(conversation: Conversation) -> Unit:
    said = [one for one in conversation.messages if one.pieces and one.sender]
    dated = next((date[0] for one in conversation.messages if (date := _DATE.match(one.head))), None)
    return Unit("", conversation.title or "", len(said), dated)
