"""The bookmarks of a document as a Markdown file: the document's reference, then each place, its words and its note."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from tui_reader.atomic_write import atomic_write
from tui_reader.document.citation import citation
from tui_reader.document.model import Document
from tui_reader.library.bookmark_store import Bookmark
from tui_reader.reading.excerpts import bookmark_words, capitalized, place_of

_MARKUP = re.compile(r"[\\`*_\[\]<>#|~&{}]|(?m:^(?:[-+=]|\d+[.)]))")
"""Characters that Markdown may take for markup."""


def bookmarks_markdown(document: Document, bookmarks: Sequence[Bookmark]) -> str:
    """The bookmarks as Markdown, all markup in them escaped: a highlight is quoted whole, a place by its sentence."""
    title, *rest = citation(document)
    blocks = [f"# {_escaped(title.rstrip('.'))}", *map(_escaped, rest)]
    for bookmark in bookmarks:
        blocks.append(f"## {_escaped(capitalized(place_of(document, bookmark)))}")
        words = bookmark_words(document, bookmark)
        blocks += ["\n".join(f"> {_escaped(line)}" for line in words.split("\n"))] if words.strip() else []
        blocks += [_escaped(bookmark.note)] if bookmark.note else []
    return "\n\n".join(blocks) + "\n"


def write_bookmarks(document: Document, bookmarks: Sequence[Bookmark], target: Path) -> None:
    """Write them into a file, whole or not at all. Raises ReaderError."""
    with atomic_write(target) as file:
        file.write(bookmarks_markdown(document, bookmarks).encode(errors="replace"))


def _escaped(text: str) -> str:
    return _MARKUP.sub(lambda sign: sign[0][:-1] + "\\" + sign[0][-1], text)
