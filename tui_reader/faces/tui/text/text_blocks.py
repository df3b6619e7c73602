"""A page cut into blocks that are set one at a time: a turn of a megabyte costs no more than what is seen of it.

Pages that people print are one block. A passage longer than that is cut behind a sentence; the next begins a line, as
paragraphs do. Where it is cut depends on the text alone, so every width has the same blocks. Pure, like layout.py.
"""

from __future__ import annotations

from collections.abc import Iterator

from tui_reader.document.model import Kind, Page, Passage
from tui_reader.lazy_re import lazy_re
from tui_reader.named_tuple import NamedTuple
from tui_reader.terminal.wrapping import cluster_end

LONG = 5_000
"""Characters after which a block ends."""
REACH = 1_000
"""Characters in which the end of a sentence is looked for."""
_SIGN = 20
"""Characters that hold what an item begins with."""
_SENTENCE = lazy_re(r"[.!?…][\"'’”»)\]]*\s+|[。！？][」』”]?")
_BLANK = lazy_re(r"\s+")


class PassagePiece(NamedTuple):
    """A passage, or a stretch of a long one."""

    offset: int
    """Where it begins in the page's text."""
    passage: Passage
    began: str = ""
    """How the passage begins, where this piece is not its first; else ""."""
    before: Kind | None = None
    """The kind of the passage before, None for the first of the page."""


class TextBlock(NamedTuple):
    """The text that is set into lines in one go."""

    start: int
    """The page's text from here on is in this block or behind it."""
    pieces: tuple[PassagePiece, ...]
    last: bool = True
    """Whether it is the last of its page."""


def blocks_of(page: Page) -> list[TextBlock]:
    """The blocks of a page, at least one."""
    pieces: list[PassagePiece] = []
    blocks: list[TextBlock] = []
    length = 0
    for piece in _pieces(page):
        if length >= LONG:
            blocks.append(_block(pieces, False))
            pieces, length = [], 0
        pieces.append(piece)
        length += len(piece.passage.text)
    return [*blocks, _block(pieces, True)]


def _block(pieces: list[PassagePiece], last: bool) -> TextBlock:
    if not pieces:
        return TextBlock(0, (), last)
    offset, _, began, before = pieces[0]
    return TextBlock(offset if began or before is None else offset - 1, tuple(pieces), last)


def _pieces(page: Page) -> Iterator[PassagePiece]:
    before: Kind | None = None
    for offset, passage in page.passages_at():
        if len(passage.text) <= 2 * LONG:
            yield PassagePiece(offset, passage, before=before)
        else:
            yield from _cut(offset, passage, before)
        before = passage.kind


def _cut(offset: int, passage: Passage, before: Kind | None) -> Iterator[PassagePiece]:
    """The pieces of a long passage."""
    text, marks, start, number = passage.text, sorted(passage.marks, key=lambda mark: mark.offset), 0, 0
    while start < len(text):
        end = _end(text, start + LONG, passage.kind) if len(text) - start > 2 * LONG else len(text)
        first = number
        while number < len(marks) and (marks[number].offset < end or end == len(text)):
            number += 1
        own = tuple(mark._replace(offset=mark.offset - start) for mark in marks[first:number])
        words = text[start:end]
        if end < len(text):
            words = words.removesuffix("\n")  # the next line of verse begins one anyway
        yield PassagePiece(offset + start, Passage(passage.kind, words, (), own), text[:_SIGN] if start else "", before)
        start = end


def _end(text: str, near: int, kind: Kind) -> int:
    """Where a piece ends, from `near` on: behind a line of verse, a sentence or a word, else behind any character."""
    until = near + REACH
    if kind in (Kind.VERSE, Kind.TABLE) and (line := text.find("\n", near, until)) >= 0:
        return line + 1
    found = _SENTENCE.search(text, near, until) or _BLANK.search(text, near, until)
    return found.end() if found else cluster_end(text, near, until)
