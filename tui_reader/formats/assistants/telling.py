"""A talk made into a Document: a turn for each message that is said; what nobody says is kept, with its reason."""

from __future__ import annotations

from collections.abc import Iterable

from tui_reader.document.model import Date, Document, Kind
from tui_reader.document.people.named_person import PersonEntry
from tui_reader.errors import DocumentError
from tui_reader.formats import parsing_progress
from tui_reader.formats.assistants.spoken_markdown import speak
from tui_reader.formats.assistants.talk import Talk
from tui_reader.formats.builder import Builder
from tui_reader.formats.markdown.inline import plain
from tui_reader.formats.producers.json_collection import Unit, date_of, one_of
from tui_reader.formats.source_file import SourceFile

_CAPITALS = {"gpt": "GPT", "ai": "AI", "llm": "LLM", "chatgpt": "ChatGPT"}


def read_talks(
    file: SourceFile, talks: Iterable[Talk], title: str, model: str | None = None, format: str = "json"
) -> Document:
    """The Document of the only talk in which something is said, or of that of the file's id.

    `title` is the producer's, `model` the name of who answers. Raises CollectionError for several talks without an id,
    DocumentError where nothing is said.
    """
    found = [talk for talk in talks if any(talk.said)]
    if not found:
        raise DocumentError(f"{file.name}: nothing is said in it; it holds no messages of {title} with words")
    values = [talk.value for talk in found]
    return one_of(file, list(map(_unit, found)), values, lambda part, at: _document_of(part, found[at], model, format))


def _unit(talk: Talk) -> Unit:
    """What the list says of a talk: its title, or the first words of a person."""
    first = max(talk.said, key=lambda one: (one.role != "system", bool(one.text.strip())))
    title = talk.title or plain(first.text.strip().partition("\n")[0])[0] or next(iter(first.remarks), "")
    return Unit(talk.id, title, sum(1 for _ in talk.said), date_of(talk.date))


def _document_of(file: SourceFile, talk: Talk, model: str | None, format: str) -> Document:
    roles = {message.role for message in talk.said}
    answering = [label_of(role) for role in roles if role in ("assistant", "model")] if model else []
    own = [
        PersonEntry(model or "", None, (label,), None, "The program that wrote the file", True) for label in answering
    ]
    given = {label for entry in file.entries for label in entry.labels}
    own = [entry for entry in own if not given & set(entry.labels)]
    builder = Builder(file.name, file.key, format, [*own, *file.entries], file.warnings)
    if talk.title.strip():
        builder.title = builder.passage(Kind.HEADING, talk.title)
    if date := date_of(talk.date):
        builder.date = Date(builder.passage(Kind.DATELINE, date[:10]), date)
    parsing_progress.reached(0.3)
    for role, text, unsaid, remarks in talk.messages:
        if unsaid:
            builder.residue(text, unsaid)
            continue
        builder.turn(label_of(role))
        for remark in remarks:
            builder.add(Kind.ASIDE, f"[{remark}]")
        if text:
            speak(builder, text)
    return builder.document()


def label_of(role: str) -> str:
    """The label of who speaks: "Assistant" for "assistant"; a name stays as it is, also "GPT-4"."""
    is_word = role.isalpha() and (role.islower() or role.isupper())
    return _CAPITALS.get(role) or (role.capitalize() if is_word else role)
