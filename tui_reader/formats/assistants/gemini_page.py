"""Gemini's activity as a web page (My Activity of Google Takeout): a cell for each question with its answer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from tui_reader.document.model import Document
from tui_reader.errors import DocumentError
from tui_reader.formats.assistants.chat_programs import HEADERS, asked
from tui_reader.formats.assistants.talk import ABOUT, Message, Talk
from tui_reader.formats.assistants.telling import read_talks
from tui_reader.formats.chats.pages import elements_of_class, words_of
from tui_reader.formats.html.html_elements import tree
from tui_reader.formats.producers.producer import CERTAIN, Evidence, Producer
from tui_reader.formats.source_file import SourceFile

_WHEN = re.compile(r"[^\n]{0,40}\b\d{1,2}[:.]\d\d[:.]\d\d\b[^\n]{0,30}")
"""When it was, in the line between question and answer."""
_HEADER = re.compile(rf'class="header-cell[^<>]*>(?:\s*<p[^<>]*>)?\s*(?:{"|".join(HEADERS)})\b')


def _recognise(file: SourceFile) -> Evidence | None:
    return Evidence(CERTAIN + 1) if _HEADER.search(file.text) else None


def _read(file: SourceFile) -> Document:
    try:
        root, limits = tree(file.text, file.name)
        file.warnings = (*file.warnings, *limits)
        cells = [list(_messages(cell)) for cell in elements_of_class(root, "outer-cell")]
    except RecursionError:
        raise DocumentError(f"{file.name}: nested too deeply for activity; open it with --as html") from None
    messages = [message for cell in reversed(cells) for message in cell]
    return read_talks(file, [Talk(file.text, messages)], "Gemini's activity", "Gemini", format="html")


def _messages(cell: Any) -> Iterator[Message]:
    """The question and the answer of a cell; what other programs did is about the talk."""
    header = " ".join(words for one in elements_of_class(cell, "header-cell") for words in words_of(one).split())
    bodies = elements_of_class(cell, "content-cell")
    lines = words_of(bodies[0]).split("\n") if bodies else []
    when = next((number for number, line in enumerate(lines) if number and _WHEN.fullmatch(line.strip())), None)
    rest = "\n".join(words_of(one).strip() for one in bodies[1:])
    if when is None or not header.startswith(HEADERS):
        yield Message("", "\n".join((header, *lines, rest)), ABOUT)
        return
    answer = "\n".join(lines[when + 1 :]).strip()
    before, question = asked(lines[0].strip(), bool(answer))
    yield Message("", "\n".join((header, before, *lines[1 : when + 1], rest)), ABOUT)
    if question:
        yield Message("user", question)
    if answer:
        yield Message("assistant", answer)


PRODUCERS = (Producer("gemini-page", "Gemini's activity, web page", _recognise, _read),)
