"""The bookmarks of a document as a Markdown file: the document's reference, then each place, its words and its note."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from tui_reader.atomic_write import atomic_write
from tui_reader.document.citation import citation
from tui_reader.document.citation_styles import STYLES
from tui_reader.document.model import Document, Position
from tui_reader.library.bookmark_store import Bookmark
from tui_reader.reading.excerpts import bookmark_words, capitalized, place_of
from tui_reader.reading.selection import Selection, reference_of

_MARKUP = re.compile(r"[\\`*_\[\]<>#|~&{}]|(?m:^(?:[-+=]|\d+[.)]))")
"""Characters that Markdown may take for markup."""


def bookmarks_markdown(document: Document, bookmarks: Sequence[Bookmark], path: Path, style: str = "plain") -> str:
    """The bookmarks as Markdown, all markup in them escaped: a highlight is quoted whole, a place by its sentence.

    The document and each place are cited in a style; `path` is that of the document.
    """
    file = path.name if "#" in path.name else ""
    heading = _escaped(document.heading.rstrip("."))
    blocks = [f"# {heading}", _cited(STYLES[style](citation(document, file=file)), style)]
    for bookmark in bookmarks:
        blocks.append(f"## {_escaped(capitalized(place_of(document, bookmark)))}")
        words = bookmark_words(document, bookmark)
        blocks += ["\n".join(f"> {_escaped(line)}" for line in words.split("\n"))] if words.strip() else []
        blocks += [_escaped(bookmark.note)] if bookmark.note else []
        if not bookmark.lost:
            start = bookmark.place.offset
            page = document.page(bookmark.place.page)
            end = start + bookmark.length if bookmark.length else len(page.text)
            stretch = Selection(bookmark.place, Position(bookmark.place.page, end))
            blocks.append(_cited(reference_of(document, stretch, path, style), style))
    return "\n\n".join(blocks) + "\n"


def write_bookmarks(
    document: Document, bookmarks: Sequence[Bookmark], target: Path, path: Path, style: str = "plain"
) -> None:
    """Write them into a file, whole or not at all. Raises ReaderError."""
    with atomic_write(target) as file:
        file.write(bookmarks_markdown(document, bookmarks, path, style).encode(errors="replace"))


def _cited(cited: str, style: str) -> str:
    """A citation as Markdown: what programs read stands as it is, in a block of code."""
    if style not in ("bibtex", "csl-json"):
        return _escaped(cited)
    fence = "`" * (1 + max((len(run) for run in re.findall("`{3,}", cited)), default=2))
    return f"{fence}\n{cited}\n{fence}"


def _escaped(text: str) -> str:
    return _MARKUP.sub(lambda sign: sign[0][:-1] + "\\" + sign[0][-1], text)
