"""A document as plain lines: for `--print` and pipes, and turn by turn for plain text mode.

Only text and line feeds, without escape sequences or drawing characters; lines are broken between words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import IO

from tui_reader.document.model import Document, Kind, Mark, Page, Passage
from tui_reader.terminal.output import in_ascii, without_controls
from tui_reader.terminal.wrapping import wrap

CLOSING = frozenset(" \n.,;:!?)]}'\"’”»")
"""No space is put between a note's mark and one of these."""


def print_document(document: Document, width: int, out: IO[str], ascii: bool = False, first: int = 0) -> None:
    """Write the document from a page on, in lines of at most `width` cells, block by block; `ascii`: only in ASCII."""
    for block in document_blocks(document, first):
        out.write(wrapped(in_ascii(block) if ascii else block, width))
        out.write("\n")


def document_blocks(document: Document, first: int = 0) -> Iterator[str]:
    """The document in printed order: title, date, each turn after its speaker's name, parts, notes, source.

    Of the turns and parts only those from page `first` on.
    """
    yield passage_text(document.title) if document.title else document.name
    if document.date:
        yield passage_text(document.date.passage)
    names = document.short_names
    part = None
    for page in document.pages[first:]:
        if page.part is not part:
            part = page.part
            yield ""
        yield page_text(page, names)
    if document.notes:
        yield ""
        for note in document.notes:
            yield note_text(note.mark, note.text)
    if document.source and document.source.text:
        yield ""
        yield f"Source: {document.source.text}"


def wrapped(text: str, width: int, first: int = 0) -> str:
    """Text in lines of at most `width` cells; `first` cells of the first line are already used."""
    safe = without_controls(text)
    if len(safe) <= width - first and "\n" not in safe and safe.isascii():
        return safe
    return "\n".join(safe[row.start : row.end] for row in wrap(safe, max(1, width), first))


def page_text(page: Page, names: Mapping[str, str]) -> str:
    """A turn after its speaker's name, or the heading and body of a part."""
    text = "\n".join(map(printed_passage, page.passages))
    return f"{names.get(page.turn.speaker, page.turn.label.text)}: {text}" if page.turn else text


def marked_text(page: Page, start: int = 0, end: int | None = None) -> str:
    """The page's text, or its characters from `start` to `end`, with `(note 1)` at each mark."""
    text = page.text
    end = len(text) if end is None else end
    marks = [(offset + mark.offset, mark) for offset, passage in page.passages_at() for mark in passage.marks]
    return _with_marks(text, start, end, [(at, mark) for at, mark in marks if start <= at <= end])


def passage_text(passage: Passage) -> str:
    """A passage with `(note 1)` at each mark."""
    return _with_marks(passage.text, 0, len(passage.text), [(mark.offset, mark) for mark in passage.marks])


def printed_passage(passage: Passage) -> str:
    """A passage with `(note 1)` at each mark; a direction or remark is in brackets, for text without italics."""
    text = passage_text(passage)
    return bracketed(text) if passage.kind is Kind.ASIDE else text


def bracketed(text: str) -> str:
    """A direction in brackets, unless it has them."""
    return text if text[:1] in "([{" else f"({text})"


def _with_marks(text: str, start: int, end: int, marks: Iterable[tuple[int, Mark]]) -> str:
    pieces: list[str] = []
    for at, mark in marks:
        before = text[start:at]
        pieces.append(before)
        if (before or pieces[:-1]) and not before.endswith((" ", "\n")):
            pieces.append(" ")
        pieces.append(f"(note {mark.note})")
        if at < end and text[at] not in CLOSING:
            pieces.append(" ")
        start = at
    pieces.append(text[start:end])
    return "".join(pieces)


def note_text(mark: str, text: str | None) -> str:
    """A note in words: `Note 1: The Executive Committee meeting.`"""
    return f"Note {mark}: {text}" if text else f"Note {mark} is not in this file."
