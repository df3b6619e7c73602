"""Running text in JSON: one long string, or a list of paragraphs, with labels as plain text prints them or without."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from tui_reader.document.model import Document, Kind
from tui_reader.errors import DocumentError
from tui_reader.formats import transcript
from tui_reader.formats.builder import Builder
from tui_reader.formats.language.document_language import declaring
from tui_reader.formats.producers.json_fields import folded
from tui_reader.formats.recognisers.languages import language_of
from tui_reader.formats.source_file import SourceFile

_SAID = frozenset(
    ("text", "transcript", "transcription", "content", "body", "dialogue", "dialog", "conversation", "utterances")
)
"""Names of fields, folded, whose text is read however short it is."""
_SHORTEST = 200
"""Characters of a text under another name."""
_MOST = 0.5
"""Share of all text that it has at least."""
_NAMED = 6
"""Fields that are named in an error."""


def prose_of(file: SourceFile, paragraphs: Sequence[str] = ()) -> Document:
    """The Document of the paragraphs, else of the longest text. DocumentError where there is none."""
    text = "\n\n".join(paragraphs) or _longest(file.json)
    if not text.strip():
        raise DocumentError(
            f"{file.name}: JSON without a transcript{_seen(file.json)}; "
            "a list of segments with a text each is needed, as Whisper writes it"
        )
    if text.lstrip().startswith("<") and "</" in text:
        from tui_reader.formats import html

        return html.parse(text, file.name, file.key, file.entries, file.warnings)._replace(format="json")
    document = transcript.parse(text, file.name, file.key, file.entries, file.warnings)
    language = language_of(file.json)
    if document.turns:
        return declaring(document._replace(format="json"), language)
    builder = Builder(file.name, file.key, "json", file.entries, file.warnings)
    builder.language = language
    title = file.json.get("title") if isinstance(file.json, dict) else None
    if isinstance(title, str) and title.strip():
        builder.title = builder.passage(Kind.HEADING, title)
    if beside := _lists_beside(file.json, text):
        builder.warnings.append(
            f"{file.name}: lists of as many texts stand beside that which is read, and may say who speaks: {beside}"
        )
    for paragraph in paragraphs or text.split("\n\n"):
        builder.add(Kind.PARAGRAPH, paragraph)
    return builder.document()


def _longest(data: Any) -> str:
    """The longest text or list of texts, where it is most of what the file says."""
    found = list(_texts("", data))
    name, text = max(found, key=lambda one: len(one[1]), default=("", ""))
    share = len(text) / max(1, sum(len(one) for _, one in found))
    paragraphs = text.split("\n\n")
    several = len(paragraphs) > 1 and text.count(" ") > len(paragraphs)
    enough = name in _SAID or several or (len(text) >= _SHORTEST and " " in text)
    return text if enough and share >= _MOST else ""


def _lists_beside(data: Any, text: str) -> str:
    """The names of lists of as many texts as the one that is read, in an object that holds it."""
    lists = [(name, one) for name, one in _lists(data) if len(one) > 1]
    length = next((len(one) for _, one in lists if "\n\n".join(one) == text), 0)
    return ", ".join(name[:30] for name, one in lists if len(one) == length and "\n\n".join(one) != text)


def _lists(data: Any) -> Iterator[tuple[str, list[str]]]:
    """The lists of texts in an object, with their names."""
    for name, one in data.items() if isinstance(data, dict) else ():
        if isinstance(one, list) and all(isinstance(member, str) for member in one):
            yield str(name), one


def _texts(name: str, data: Any) -> Iterator[tuple[str, str]]:
    waiting = [(name, data)]
    while waiting:
        name, one = waiting.pop()
        if isinstance(one, str):
            yield name, one
        elif isinstance(one, dict):
            waiting += [(folded(key), value) for key, value in one.items()]
        elif isinstance(one, list):
            if one and all(isinstance(member, str) for member in one):
                yield name, "\n\n".join(one)
            else:
                waiting += [(name, member) for member in one]


def _seen(data: Any) -> str:
    """What the file has instead."""
    one = next((member for member in data if isinstance(member, dict)), None) if isinstance(data, list) else data
    if not isinstance(one, dict) or not one:
        return ""
    names = ", ".join(str(name)[:30] for name in list(one)[:_NAMED])
    return f" (it has {names}{' …' if len(one) > _NAMED else ''})"
