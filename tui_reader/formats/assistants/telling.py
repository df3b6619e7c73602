"""A talk made into a Document: a turn for each message that is said; what nobody says is kept, with its reason."""

from __future__ import annotations

from datetime import UTC, datetime

from tui_reader.document.dates import iso
from tui_reader.document.model import Date, Document, Kind
from tui_reader.document.people.named_person import PersonEntry
from tui_reader.errors import DocumentError
from tui_reader.formats import parsing_progress
from tui_reader.formats.assistants.spoken_markdown import speak
from tui_reader.formats.assistants.talk import Talk
from tui_reader.formats.builder import Builder
from tui_reader.formats.source_file import SourceFile

_CAPITALS = {"gpt": "GPT", "ai": "AI", "llm": "LLM", "chatgpt": "ChatGPT"}
_LATEST = 1e11
"""Seconds since 1970 above which a time is in thousandths of a second."""


def document_of(file: SourceFile, talk: Talk, model: str | None = None) -> Document:
    """The Document of a talk; `model` is the name of who answers in it. DocumentError where nothing is said."""
    roles = {message.role for message in talk.said}
    if not roles:
        raise DocumentError(f"{file.name}: nothing is said in this talk; it has no messages with words")
    answering = [label_of(role) for role in roles if role in ("assistant", "model")] if model else []
    own = [
        PersonEntry(model or "", None, (label,), None, "The program that wrote the file", True) for label in answering
    ]
    given = {label for entry in file.entries for label in entry.labels}
    own = [entry for entry in own if not given & set(entry.labels)]
    builder = Builder(file.name, file.key, "json", [*own, *file.entries], file.warnings)
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
    """The label of who speaks: "Assistant" for "assistant"; a name stays as it is."""
    return _CAPITALS.get(role) or (role.capitalize() if role.islower() or role.isupper() else role)


def date_of(found: object) -> str | None:
    """A time as ISO 8601: of seconds or milliseconds since 1970, or of a text; None where it is none."""
    if isinstance(found, (int, float)) and not isinstance(found, bool):
        try:
            return datetime.fromtimestamp(found / 1000 if found > _LATEST else found, UTC).isoformat(timespec="seconds")
        except (ValueError, OverflowError, OSError):
            return None
    return iso(found) or (found[:10] if _is_iso(found) else None) if isinstance(found, str) else None


def _is_iso(text: str) -> bool:
    try:
        datetime.fromisoformat(text[:10])
    except ValueError:
        return False
    return True
