"""Markdown: CommonMark (https://spec.commonmark.org/0.31.2/) with footnotes as pandoc has them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from tui_reader.document.model import Kind, Passage
from tui_reader.export.rendering import Rendering
from tui_reader.export.text.text_flow import TextFlow, cut_at_marks, who_is
from tui_reader.terminal.output import without_controls

_SIGNS = re.compile(r"[\\`*\[\]<~]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)|(?<=!)\[")
_LINE_START = re.compile(r"^(\s*)(\d{1,9}(?=[.)])|(?=[#>+=|:-]))", re.MULTILINE)
_SAFE_NAME = re.compile(r"[\w-]+", re.ASCII)


def write(file: BinaryIO, rendering: Rendering) -> None:
    """Write the rendering's document into `file`. Raises UsageError for an unknown turn number, OSError."""
    markdown = _Blocks(TextFlow(rendering))
    for number, block in enumerate(markdown):
        file.write(("\n" if number else "").encode() + block.encode() + b"\n")


class _Blocks:
    """The Markdown of a document, block by block."""

    def __init__(self, flow: TextFlow) -> None:
        self._flow = flow
        self._names = {
            note.mark: note.mark if _SAFE_NAME.fullmatch(note.mark) else f"note-{number}"
            for number, note in enumerate(flow.notes, 1)
        }

    def __iter__(self) -> Iterator[str]:
        """The blocks in order; empty lines belong between them."""
        flow, document = self._flow, self._flow.document
        yield f"# {self._words(document.title) if document.title else escaped(document.heading)}"
        if document.collection:
            yield escaped(document.collection.text)
        if document.date:
            yield f"*{escaped(document.date.passage.text.strip())}*"
        people = [who_is(person, document.short_name(person.id)) for person in flow.people]
        if any(people):
            yield "\n".join(f"- {escaped(line)}" for line in people if line)
        for page in flow.pages:
            name = f"**{escaped(document.short_name(page.turn.speaker))}:** " if page.turn else ""
            for passage in page.passages:
                head = not name and passage.kind is Kind.HEADING
                own = passage is page.part.heading or page.turn is None
                if name and passage.kind is Kind.QUOTATION:  # it is a block, so the name stands above it
                    yield name.rstrip()
                    name = ""
                yield ("## " if own else "### ") + self._words(passage) if head else name + self._block(passage)
                name = ""
        if document.source and document.source.text:
            yield "## Source"
            yield escaped(document.source.text)
        for note in flow.notes:
            if note.passage:
                yield f"[^{self._names[note.mark]}]: {self._words(note.passage)}"

    def _block(self, passage: Passage) -> str:
        words = self._words(passage)
        if passage.kind is Kind.ASIDE:
            return f"*{words.strip()}*"
        if passage.kind is Kind.ITEM:
            return f"- {words}"
        if passage.kind is Kind.QUOTATION:
            return f"> {words}"
        return words

    def _words(self, passage: Passage) -> str:
        """A passage's words with its marks; lines stay lines, but a heading is one line."""
        text = ""
        for words, mark in cut_at_marks(passage):
            text += _signs_escaped(without_controls(words))
            if mark in self._names:
                text += f"[^{self._names[mark]}]"
        if passage.kind is Kind.HEADING:
            return " ".join(text.split())
        return "\\\n".join(_LINE_START.sub(_start, line.strip()) for line in text.split("\n") if line.strip())


def escaped(text: str) -> str:
    """Words of a document with everything escaped that Markdown could take for markup, in one line."""
    return _LINE_START.sub(_start, " ".join(_signs_escaped(without_controls(text)).split()))


def _signs_escaped(text: str) -> str:
    return _SIGNS.sub(r"\\\g<0>", text)


def _start(found: re.Match[str]) -> str:
    return f"{found[2]}\\"
