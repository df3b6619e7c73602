"""Messages made into a Document: one message is one turn, its lines are paragraphs. Knows no format."""

from __future__ import annotations

from collections.abc import Iterable

from tui_reader.cleaning import clean
from tui_reader.document.model import NARRATOR, Document, Kind
from tui_reader.document.printed_pieces import TIME_OF_MESSAGE
from tui_reader.errors import DocumentError
from tui_reader.formats import parsing_progress
from tui_reader.formats.builder import Builder, DeclaredPerson, Rest
from tui_reader.formats.chats.message import Message
from tui_reader.formats.source_file import SourceFile

_NOBODY = frozenset(("", "unknown", "null", "none", "undefined", "deleted account", "unknown user"))
"""Names of no person, in small letters."""
_LONGEST = 80
"""Characters of a name."""


def document_of(
    file: SourceFile,
    messages: Iterable[Message],
    format: str = "chat",
    title: str | None = None,
    above: str = "",
    in_line: bool = False,
) -> Document:
    """The Document of the messages of a file, oldest first.

    `format` is the name of the format, `above` what is printed above them about the chat, `in_line`: names and words
    stand in one line. Raises DocumentError where nobody says anything.
    """
    builder = Builder(file.name, file.key, format, file.entries, file.warnings)
    builder.residue(above, "about the chat")
    if title and title.strip():
        builder.title = builder.passage(Kind.HEADING, title)
    parsing_progress.reached(0.3)
    names: dict[str | None, str | None] = {None: None}
    for message in messages:
        if message.sender not in names:
            names[message.sender] = person_name(message.sender or "")
        _tell(builder, message, names[message.sender], in_line)
    document = builder.document()
    if not document.pages:
        raise DocumentError(f"{file.name}: nothing is said in this chat; its messages have no words")
    return document


def _tell(builder: Builder, message: Message, name: str | None, in_line: bool) -> None:
    """Give the builder one message of the person with a name, None for nobody; `in_line` as in `document_of`."""
    sender, pieces, head, person, rest = message
    if pieces and name:
        who = person or name
        if who not in builder.people:
            builder.people[who] = DeclaredPerson(name)
        if in_line:
            builder.turn(name, f"{name}:", who, Rest(head, TIME_OF_MESSAGE), " ")
        else:
            builder.turn(name, None, who, Rest(head, TIME_OF_MESSAGE))
    else:
        if head or sender:
            builder.residue(f"{head} {sender or ''}", TIME_OF_MESSAGE)
        if pieces:
            builder.end_turn()
    for kind, run in pieces:
        builder.add(kind if name or kind is not Kind.SPEECH else Kind.PARAGRAPH, run)
    if rest:
        builder.residue(rest, "notices, reactions and files")


def person_name(found: str) -> str | None:
    """A name as it is shown: one line without signs of rank; None for a name of nobody."""
    name = " ".join(clean(found).split())[:_LONGEST]
    if name.casefold() in _NOBODY:
        return None
    return name.capitalize() if name == NARRATOR else name
